import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REVIEWS, reviewBar } from "./review.rules.js";

const by = (actorId: string, ...actions: string[]) => actions.map((action) => ({ action, actorId }));

describe("who may review", () => {
  const drafted = by("clerk", "registerDisclosure");

  it("the drafter looks for secrets, and does not pass the record", () => {
    expect(reviewBar(drafted, "clerk", "SECRECY_REVIEW")).toBeNull();
    expect(reviewBar(drafted, "clerk", "FIRST_REVIEW")?.zh).toContain("起草人不能初审、终审");
    expect(
      reviewBar(by("clerk", "registerDisclosure", "returnDisclosure"), "clerk", "FINAL_REVIEW")?.en,
    ).toContain("drafted");
  });

  it("nobody takes two of the three", () => {
    const checked = [...drafted, ...by("one", "secrecyReview")];
    expect(reviewBar(checked, "one", "FIRST_REVIEW")?.zh).toContain("您已办理其保密审查");
    expect(reviewBar(checked, "two", "FIRST_REVIEW")).toBeNull();
    const first = [...checked, ...by("two", "firstReview")];
    expect(reviewBar(first, "two", "FINAL_REVIEW")?.zh).toContain("您已办理其初审");
    expect(reviewBar(first, "one", "FINAL_REVIEW")?.zh).toContain("您已办理其保密审查");
    expect(reviewBar(first, "three", "FINAL_REVIEW")).toBeNull();
  });

  it("after a return they begin anew", () => {
    const returned = [...drafted, ...by("one", "secrecyReview"), ...by("two", "returnDisclosure")];
    for (const person of ["one", "two"]) expect(reviewBar(returned, person, "SECRECY_REVIEW")).toBeNull();
    expect(reviewBar([...returned, ...by("clerk", "amendDisclosure")], "one", "SECRECY_REVIEW")).toBeNull();
  });

  it("so a record past all three has three reviewers, whoever tries in whatever order", () => {
    const statuses = ["SECRECY_REVIEW", "FIRST_REVIEW", "FINAL_REVIEW"] as const;
    const person = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(person, fc.array(person, { maxLength: 30 }), (drafter, tries) => {
        const events = by(drafter, "registerDisclosure");
        for (const actorId of tries) {
          const to = statuses[events.length - 1];
          const action = to && REVIEWS[to]?.action;
          if (to && action && !reviewBar(events, actorId, to)) events.push({ action, actorId });
        }
        const [, ...reviews] = events.map((event) => event.actorId);
        expect(new Set(reviews).size).toBe(reviews.length);
        expect(reviews.slice(1)).not.toContain(drafter);
      }),
    );
  });
});
