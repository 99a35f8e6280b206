import { bodyOf } from "./passage.js";
import { lengthOf } from "./plain-text.js";
import type { Check, Excerpt, FaultDetail } from "./rule.js";

/** The five parts of 一 that 国办公开办函〔2021〕30号 names, each with the wordings that count as it. */
const OVERVIEW_PARTS: readonly (readonly [part: string, wording: RegExp])[] = [
  ["主动公开", /主动公开/],
  ["依申请公开", /依申请/],
  ["政府信息管理", /信息管理|信息资源管理/],
  ["政府信息公开平台建设", /平台建设|公开平台/],
  ["监督保障", /监督(?:和|与|、|及)?保障/],
];

/** S02: every part of 一 is spoken of. */
export const overviewParts: Check = (input) => {
  const body = bodyOf(input, "OVERVIEW");
  const missing = OVERVIEW_PARTS.filter(([, wording]) => !wording.test(body)).map(([part]) => part);
  return missing.length > 0 ? [{ at: "OVERVIEW", detail: { missing } }] : [];
};

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
