import type { Viewer } from "../../access/index.js";
import { reaches } from "../../kernel/tenant-scope.js";
import type { UnitRow } from "../../units/index.js";

/**
 * Names of groups are visible to readers of the government's submitted reports and to everybody who works below it.
 * Anybody may rank by a group: the answer contains only rows that its reader may see.
 */
export const readsGroupsOf = ({ scope }: Viewer, unit: Pick<UnitRow, "id" | "path">): boolean =>
  reaches(scope.submitted, unit) || scope.above.includes(unit.path);
