import type { Call } from "../../../access/index.js";
import {
  noteProblems,
  reasonProblems,
  type ListedTarget,
  type StepServices,
} from "../../../records/index.js";
import { moveDisclosures } from "./move.js";

export type Verdict = "PASS" | "RETURN";

export interface Review {
  readonly targets: readonly ListedTarget[];
  /** PASS when left out. */
  readonly verdict?: Verdict | null;
  readonly comment?: string | null;
}

/** The next of the three reviews (条例 §17), or back to the draft with the necessary corrections. */
export function reviewDisclosures(
  call: Call,
  { targets, verdict, comment = null }: Review,
  services: StepServices,
): Promise<{ ids: string[] }> {
  const returned = verdict === "RETURN";
  const problems = (returned ? reasonProblems : noteProblems)(comment, ["input", "comment"]);
  return moveDisclosures(
    call,
    targets,
    { verbs: returned ? RETURNS : REVIEWS, note: comment, problems: () => problems },
    services,
  );
}

const REVIEWS = ["secrecyReview", "firstReview", "finalReview"] as const;
const RETURNS = ["returnDraft", "return"] as const;
