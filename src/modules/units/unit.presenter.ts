import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { UnitRow } from "./unit.entity.js";
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
  filesReport: row.filesReport,
  revision: row.revision,
});
