import { signedIn, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { notNow, noteProblems, reasonProblems, type LedgerServices } from "../../../records/index.js";
import { REVIEWS, reviewBar } from "../review.rules.js";
import { moveDisclosures, type Selection, type Move } from "./move-disclosures.js";

export type Verdict = "PASS" | "RETURN";

export interface Review {
  readonly verdict?: Verdict | null;
  readonly comment?: string | null;
}

/** The next of the three reviews (条例 §17), or back to the draft with the necessary corrections. */
export async function reviewDisclosures(
  session: Session,
  viewer: Viewer,
  chosen: Selection,
  { verdict, comment }: Review,
  services: LedgerServices,
): Promise<{ ids: string[] }> {
  const check = verdict === "RETURN" ? reasonProblems : noteProblems;
  const problems = check(comment, ["input", "comment"]);
  if (problems.length > 0) throw new Refusal(...problems);
  const note = comment ?? null;
  const move: Move = verdict === "RETURN" ? { ...RETURN, note } : { ...passing(viewer), note };
  return moveDisclosures(session, viewer, chosen, move, services);
}

const RETURN: Move = { verb: "return", problems: () => [], action: () => "returnDisclosure" };

const passing = (viewer: Viewer): Move => ({
  verb: "review",
  action: (to) => REVIEWS[to]?.action,
  problems: ({ events, path }, to) => {
    const bar = reviewBar(events, signedIn(viewer).id, to);
    return bar ? notNow(path, bar).problems : [];
  },
});
