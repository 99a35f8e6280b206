import DataLoader from "dataloader";
import { reaches } from "../../kernel/tenant-scope.js";
import { inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { unitsByIds } from "../../units/index.js";
import { REPORT_ROLL_UPS, type RollUpRow, VERSION_COMPLETENESS } from "../roll-up.entity.js";
import type { Session } from "../../platform/db/index.js";
import type { DraftCells, ReportView } from "../../reports/index.js";
import { type Completeness, completenessOfReport, completenessOfRollUp } from "./completeness.js";
import type { RollUp } from "./roll-up.js";
import { rollUpsOf } from "./roll-up.read-model.js";

export interface RollUpKey {
  readonly unitId: string;
  readonly year: number;
}

const keyText = ({ unitId, year }: RollUpKey): string => `${unitId} ${year}`;

/** null without access to what the members submitted: a partial sum would mislead. */
export const rollUpOf: LoaderFactory<RollUpKey, RollUp | null> = (read) =>
  new DataLoader(
    (keys) =>
      read(async (session) => {
        const units = await unitsByIds(session, [...new Set(keys.map(({ unitId }) => unitId))]);
        const tops = units.filter((unit) => reaches(session.scope.submitted, unit));
        const found = new Map<string, RollUp>();
        for (const year of new Set(keys.map((key) => key.year)))
          for (const [unitId, rollUp] of await rollUpsOf(session, tops, year))
            found.set(keyText({ unitId, year }), rollUp);
        return keys.map((key) => found.get(keyText(key)) ?? null);
      }),
    { cacheKeyFn: keyText as (key: RollUpKey) => string & RollUpKey },
  );

/** As the members' versions stand now; of a roll-up that the caller may see. */
export const completenessOfMembers: LoaderFactory<RollUp, Completeness> = (read) =>
  new DataLoader((rollUps) =>
    read(async (session) => {
      const found: Completeness[] = [];
      for (const rollUp of rollUps) found.push(await completenessOfRollUp(session, rollUp));
      return found;
    }),
  );

/**
 * Completeness of a view: for a version as stored with it; for a working copy the present one, if the caller sees
 * what the members submitted.
 */
export const completenessOfView: LoaderFactory<ReportView, Completeness | null> = (read) =>
  new DataLoader((views) =>
    read(async (session) => {
      const versionIds = views.flatMap(({ content }) =>
        content.kind === "version" ? content.versionId : [],
      );
      const rows = await session.rows(VERSION_COMPLETENESS).find({ versionId: versionIds });
      const kept = new Map(rows.map((row) => [row.versionId, row]));
      const found: (Completeness | null)[] = [];
      for (const view of views)
        found.push(
          view.content.kind === "version"
            ? (kept.get(view.content.versionId) ?? null)
            : await completenessOfDraft(session, view, view.content.cells),
        );
      return found;
    }),
  );

async function completenessOfDraft(
  session: Session,
  { id, unitId, year, format }: ReportView,
  cells: DraftCells,
): Promise<Completeness | null> {
  const [unit] = await unitsByIds(session, [unitId]);
  return unit && reaches(session.scope.submitted, unit)
    ? completenessOfReport(session, unit, { id, year, format, cells })
    : null;
}

/** The versions from which a report was last added up; null if never, or without access. */
export const addedUpIn: LoaderFactory<string, RollUpRow | null> = (read) =>
  new DataLoader(async (reportIds) =>
    inOrderOf(
      reportIds,
      await read((s) => s.rows(REPORT_ROLL_UPS).find({ reportId: reportIds })),
      (row) => row.reportId,
    ),
  );
