import type { Step } from "../../history/index.js";
import { text, type Text } from "../../kernel/text.js";
import type { DisclosureStatus } from "./disclosure.entity.js";

/** The three reviews by the status that each leads to: as events are called, and as people call them. */
export const REVIEWS: Readonly<Partial<Record<DisclosureStatus, { action: string; name: Text }>>> = {
  SECRECY_REVIEW: { action: "secrecyReview", name: text("保密审查", "the confidentiality review") },
  FIRST_REVIEW: { action: "firstReview", name: text("初审", "the first review") },
  FINAL_REVIEW: { action: "finalReview", name: text("终审", "the final review") },
};

const DRAFTING = ["registerDisclosure", "importDisclosures", "amendDisclosure"];
/** After one of these the reviews begin anew. */
const BEGINNINGS = [...DRAFTING, "returnDisclosure"];

type Event = Pick<Step, "action" | "actorId">;

/**
 * Why this person may not take the review that leads to a status; null where they may. Each of the three is another
 * person's, and who drafted a record may look whether it holds a secret, but does not pass it. `events` are in order.
 */
export function reviewBar(
  events: readonly Event[],
  actorId: string | null,
  to: DisclosureStatus,
): Text | null {
  const begun = events.findLastIndex(({ action }) => BEGINNINGS.includes(action));
  const taken = events.slice(begun + 1).find((event) => event.actorId === actorId);
  const review = Object.values(REVIEWS).find(({ action }) => action === taken?.action);
  if (review)
    return text(
      `一事一审、先审查后公开（条例 §17）：保密审查、初审、终审须由不同的人办理，您已办理其${review.name.zh}`,
      `Each of the three reviews is another person's (条例 §17): you have taken ${review.name.en} of this record`,
    );
  if (to !== "SECRECY_REVIEW" && events.some((e) => DRAFTING.includes(e.action) && e.actorId === actorId))
    return text(
      "一事一审、先审查后公开（条例 §17）：起草人不能初审、终审自己起草的信息",
      "Who drafted a record takes neither its first nor its final review (条例 §17)",
    );
  return null;
}
