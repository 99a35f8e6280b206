import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { topUnit } from "../compare/index.js";
import type { UnitRow } from "../../units/index.js";
import { poolAmong } from "./pool.js";
import { readGroup } from "./ranking-request.js";
import type { PeerGroupInput } from "./ranking.types.js";

/**
 * A unit and its peers, in the order of the tree; `path`: the input with `peersOf` and `peers`. RANKED_UNITS and
 * NEAREST are rejected: they exist only within a ranking.
 */
export async function peersOf(
  session: Session,
  code: string,
  input: PeerGroupInput,
  path: readonly string[],
): Promise<UnitRow[]> {
  const at = [...path, "peers"];
  const group = readGroup(input, at);
  if (group.kind === "RANKED_UNITS" || group.kind === "NEAREST")
    throw badInput(text(`${group.kind} 只用于排名`, `${group.kind} goes with a ranking only`), [
      ...at,
      "kind",
    ]);
  const unit = await topUnit(session, code, [...path, "peersOf"]);
  const { units, ranked, groups } = await poolAmong(session, { top: unit, rows: [unit] }, group, at);
  const members = new Set(ranked.flatMap((place) => [place, ...(groups[place] ?? [])]));
  return units.filter((_, place) => members.has(place));
}
