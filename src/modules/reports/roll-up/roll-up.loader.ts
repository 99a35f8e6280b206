import DataLoader from "dataloader";
import { reaches } from "../../../kernel/tenant-scope.js";
import { inOrderOf, type LoaderFactory } from "../../../platform/loaders/index.js";
import { unitsByIds } from "../../units/index.js";
import { REPORT_ROLL_UPS, type RollUpRow } from "../roll-up.entity.js";
import type { RollUp } from "./roll-up.js";
import { rollUpsOf } from "./roll-up.read-model.js";

export interface RollUpKey {
  readonly unitId: string;
  readonly year: number;
}

const keyText = ({ unitId, year }: RollUpKey): string => `${unitId} ${year}`;

/** null for whoever does not see what the members submitted: a sum of some of them would mislead. */
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

/** From which versions a report was last added up; null: never, or not for this caller to see. */
export const addedUpIn: LoaderFactory<string, RollUpRow | null> = (read) =>
  new DataLoader(async (reportIds) =>
    inOrderOf(
      reportIds,
      await read((s) => s.rows(REPORT_ROLL_UPS).find({ reportId: reportIds })),
      (row) => row.reportId,
    ),
  );
