import DataLoader from "dataloader";
import { stepsLoader } from "../history/index.js";
import { groupedBy, inOrderOf, type LoaderFactory, type Loaders } from "../platform/loaders/index.js";
import { type FindingRow, FINDINGS } from "./finding.entity.js";
import { IN_ORDER } from "./finding.store.js";
import { type AlikeVersion, alikeVersions, type Compared } from "./likeness.read-model.js";
import { marksLeft, type PlacedMark } from "./recheck-marks.js";
import type { Edited } from "./report-editing.js";
import { unitById } from "../units/index.js";

/** Marks of reports being checked. Not cached: an earlier mutation may have added some. */
export const marksOfAll: LoaderFactory<"all", readonly PlacedMark[]> = (read) =>
  new DataLoader(
    async (keys) => {
      const marks = await read(marksLeft);
      return keys.map(() => marks);
    },
    { cache: false },
  );

export const findingsOfReport: LoaderFactory<string, FindingRow[]> = (read) =>
  new DataLoader(async (ids) => {
    const rows = await read((s) => s.rows(FINDINGS).find({ reportId: ids }, { orderBy: IN_ORDER }));
    return groupedBy(ids, rows, (finding) => finding.reportId);
  });

/** What a committed edit has read and written is not read again for its answer. */
export function primeEdited(loaders: Loaders, edited: Edited | undefined): void {
  if (!edited) return;
  const { unit, report, findings } = edited;
  loaders.of(unitById).clear(unit.id).prime(unit.id, unit);
  loaders
    .of(findingsOfReport)
    .clear(report.id)
    .prime(report.id, [...findings]);
}

/** What a report may be like, as far as the caller may read it; see alikeVersions. */
export const alikeVersionsOf: LoaderFactory<Compared, readonly AlikeVersion[]> = (read) =>
  new DataLoader((keys) => Promise.all(keys.map((key) => read((s) => alikeVersions(s, key, "READABLE")))), {
    cache: false,
  });

export const findingById: LoaderFactory<string, FindingRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(FINDINGS).find({ id: ids })), (f) => f.id),
  );

export const stepsOfReport = stepsLoader("AnnualReport");
