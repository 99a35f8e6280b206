import type { Session } from "../platform/db/index.js";
import type { TreeMove } from "../units/index.js";
import { VERSIONS } from "../reports/index.js";
import { replaceSums } from "./rebuild-sums.store.js";
import { yearsWithVersions } from "./rebuilding.read-model.js";

const rootOf = (path: string): string => path.slice(0, path.indexOf("/") + 1);

/**
 * Updates the paths in the versions of a moved subtree, and recomputes the sums of the governments above its old and
 * new place. Moves are rare, and a province takes a second.
 */
export async function followMove(session: Session, { from, to }: TreeMove): Promise<void> {
  if (from !== to) await session.relocate((rows) => rows.rewritePaths(VERSIONS, "unit_path", from, to));
  for (const year of await yearsWithVersions(session))
    for (const root of new Set([rootOf(from), rootOf(to)])) await replaceSums(session, { root, year });
}
