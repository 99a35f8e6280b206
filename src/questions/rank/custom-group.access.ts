import type { Viewer } from "../../access/index.js";
import { reaches } from "../../kernel/tenant-scope.js";
import type { UnitRow } from "../../units/index.js";

/**
 * Who reads the names that a government gives to groups: whoever reads what is submitted to it, and who works below
 * it. A group may be ranked by all the same: the answer is made of what its reader may see.
 */
export const readsGroupsOf = ({ scope }: Viewer, unit: Pick<UnitRow, "id" | "path">): boolean =>
  reaches(scope.submitted, unit) || scope.above.includes(unit.path);
