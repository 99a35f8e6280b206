import { bodyOf, lengthOf } from "./plain-text.js";
import type { Check, Excerpt, FaultDetail } from "./rule.js";

const SHORTEST_PROBLEMS = 10;

/** S03: 五 says something, and of problems as well as of improvements. */
export const problemsText: Check = (input) => {
  const body = bodyOf(input, "PROBLEMS");
  const tooShort = lengthOf(body) < SHORTEST_PROBLEMS;
  const missing = ["问题", "改进"].filter((word) => !body.includes(word));
  if (!tooShort && missing.length === 0) return [];
  const original = input.sections.PROBLEMS ?? "";
  const excerpt: Excerpt | null =
    tooShort && body ? { section: "PROBLEMS", start: 0, end: original.length, text: original } : null;
  const detail: FaultDetail = tooShort ? { shortest: SHORTEST_PROBLEMS } : { missing };
  return [{ at: "PROBLEMS", excerpt, detail }];
};

/** S08: 一 stays within the district's limit. */
export const overviewLength: Check = (input) => {
  const length = lengthOf(bodyOf(input, "OVERVIEW"));
  const limit = input.settings.overviewLimit;
  return length > limit ? [{ at: "OVERVIEW", expected: `${limit}`, actual: `${length}` }] : [];
};
