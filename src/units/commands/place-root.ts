import { dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import { refuse, type Problem } from "../../kernel/problem.js";
import type { Session } from "../../platform/db/index.js";
import { misplacedRoots, type MisplacedRoot } from "../roots.js";
import { recordUnitEvent } from "../unit-life.store.js";
import { unitsByIds } from "../unit.read-model.js";
import { type UnitCall } from "../unit-step.js";
import { placeProblems, placeUnder } from "./move-unit.js";

/** The operator at the command line: may do what an administrator of one tree may not do to another. */
export type OperatorCall = Pick<UnitCall, "session" | "now" | "followers">;

/** Puts a root below a government, as `moveUnit` does for whoever administers both. */
export async function placeRoot(
  call: OperatorCall,
  { root, parent }: MisplacedRoot,
  on: CalendarDate = dateInShanghai(call.now),
): Promise<void> {
  refuse(await rootProblems(call.session, { root, parent }, on));
  await placeUnder(call, root, parent, on);
  const [unit] = await unitsByIds(call.session, [root.id]);
  if (!unit) throw new Error(`${root.code} was moved and is gone`);
  const details = { parent: [null, parent.code] } as const;
  recordUnitEvent(call.session, unit, { action: "moveUnit", onDate: on, reason: null, details });
}

const rootProblems = (
  session: Session,
  { root, parent }: MisplacedRoot,
  on: CalendarDate,
): Promise<Problem[]> => placeProblems({ session }, root, parent, on);

/** Every root that belongs below another unit by its code, put there. */
export async function placeRootsByCode(call: OperatorCall): Promise<MisplacedRoot[]> {
  const placed: MisplacedRoot[] = [];
  // Moving a root changes the places below it, so they are looked up anew each time.
  for (;;) {
    const [next] = await misplacedRoots(call.session);
    if (!next) return placed;
    await placeRoot(call, next);
    placed.push(next);
  }
}
