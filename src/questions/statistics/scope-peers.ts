import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { peersOf as unitsOfGroup } from "../rank/index.js";
import type { UnitRow } from "../../units/index.js";
import type { StatisticsScope } from "./statistics-query.js";

const AT = ["input", "scope"];

/** The peers of a unit that satisfy the other conditions of the scope, in tree order; null if no group is given. */
export async function scopePeers(
  session: Session,
  top: UnitRow,
  { peersOf, peers, units, kinds }: StatisticsScope,
): Promise<UnitRow[] | null> {
  if (peersOf == null && peers == null) return null;
  if (peersOf == null || peers == null)
    throw badInput(text("peersOf、peers 须一并给出", "peersOf and peers go together"), [
      ...AT,
      peersOf == null ? "peersOf" : "peers",
    ]);
  if (units)
    throw badInput(text("units、peersOf 只给其一", "Give units or peersOf, not both"), [...AT, "peersOf"]);
  const group = await unitsOfGroup(session, peersOf, peers, AT);
  return group.filter(({ path, kind }) => path.startsWith(top.path) && (kinds?.includes(kind) ?? true));
}
