import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import { HISTORY, type HistoryRow } from "./history.entity.js";
import { unitsKnown } from "./history.read-model.js";
import { stepsOf } from "./history.store.js";
import { stepIn, type Step } from "./steps.store.js";
import type { SubjectType } from "./subjects.data.js";

/** The steps of records of one type, by their ids. Made once a type: loaders are known by their factory. */
export const stepsLoader =
  (type: SubjectType): LoaderFactory<string, Step[]> =>
  (read) =>
    new DataLoader(async (ids) => {
      const rows = await read((session) => stepsOf(session, type, ids));
      return groupedBy(ids, rows.map(stepIn), ({ subjectId }) => subjectId);
    });

/** By `unit.seq`. */
export const entryById: LoaderFactory<string, HistoryRow | null> = (read) =>
  new DataLoader(async (ids) => {
    const keys = ids.map((id) => id.split("."));
    const where = keys.map(([unitId = "", seq]) => ({ unitId, seq: Number(seq) }));
    const rows = await read((session) => session.rows(HISTORY).find(where));
    return inOrderOf(ids, rows, ({ unitId, seq }) => `${unitId}.${seq}`);
  });

/** Whether the names of those who keep a unit's register are the caller's to know. */
export const keepersKnown: LoaderFactory<string, boolean> = (read) =>
  new DataLoader(async (unitIds) => {
    const known = await read((session) => unitsKnown(session, unitIds));
    return unitIds.map((id) => known.has(id));
  });
