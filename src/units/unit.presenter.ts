import { toGlobalId } from "../platform/graphql/global-id.js";
import type { UnitRow } from "./unit.entity.js";
import type { UnitChange } from "./unit-life.entity.js";
import type { UnitChangeType } from "./unit-life.types.js";
import type { UnitType } from "./unit.types.js";

export const presentUnit = (row: UnitRow): UnitType => ({
  __typename: "Unit",
  row,
  id: toGlobalId("Unit", row.id),
  code: row.code,
  name: row.name,
  shortName: row.shortName,
  aliases: row.aliases,
  kind: row.kind,
  establishedOn: row.establishedOn,
  dissolvedOn: row.dissolvedOn,
  creditCode: row.creditCode,
  filesReport: row.filesReport,
  revision: row.revision,
});

export const presentChanges = (details: Readonly<Record<string, UnitChange>>): UnitChangeType[] =>
  Object.entries(details).map(([field, [before, after]]) => ({
    field,
    before: said(before),
    after: said(after),
  }));

const said = (value: UnitChange[number]): string | null => {
  if (value === null) return null;
  return typeof value === "object" ? value.join("、") : String(value);
};
