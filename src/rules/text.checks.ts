import { lengthOf, passageOf, plain, type Excerpt } from "../audit/index.js";
import type { SectionKey } from "../forms/index.js";
import type { Check, CheckInput } from "./rule.js";
import {
  MEASURE_WORDS,
  OVERVIEW_PARTS,
  PROBLEMS_HEADING,
  SAYS_NOTHING,
  SHORTCOMING_WORDS,
} from "./text-wordings.data.js";

/** A section's plain text on one line, without a heading that was pasted along. */
export function bodyOf(input: CheckInput, key: SectionKey): string {
  const body = passageOf(input.sections, key).text.replaceAll("\n", "");
  const title = input.format.sections.find((section) => section.key === key)?.heading ?? "";
  const heading = plain(title).text.replaceAll("\n", "");
  return heading && body.startsWith(heading) ? body.slice(heading.length) : body;
}

/** S02: every part of 一 is spoken of. */
export const overviewParts: Check = (input) => {
  const body = bodyOf(input, "OVERVIEW");
  const missing = OVERVIEW_PARTS.filter(([, wording]) => !wording.test(body)).map(([part]) => part);
  return missing.length > 0 ? [{ at: "OVERVIEW", detail: { missing } }] : [];
};

const SHORTEST_PROBLEMS = 10;

/** What 五 says under its heading; "" where that is nothing: the headings of its parts, 无. */
function problemsBody(input: CheckInput): string {
  const body = bodyOf(input, "PROBLEMS").replace(PROBLEMS_HEADING, "");
  return body.replace(SAYS_NOTHING, "") === "" ? "" : body;
}

/** S03: 五 says something. How well is a question for people. */
export const problemsText: Check = (input) => {
  if (lengthOf(problemsBody(input)) >= SHORTEST_PROBLEMS) return [];
  const original = input.sections.PROBLEMS ?? "";
  const excerpt: Excerpt | null = original.trim()
    ? { section: "PROBLEMS", start: 0, end: original.length, text: original }
    : null;
  return [{ at: "PROBLEMS", excerpt, detail: { shortest: SHORTEST_PROBLEMS } }];
};

const PROBLEMS_PARTS: readonly (readonly [part: string, wording: RegExp])[] = [
  ["存在的主要问题", SHORTCOMING_WORDS],
  ["改进情况", MEASURE_WORDS],
];

/** S12: 五 seems to speak of problems as well as of what is done about them. */
export const problemsParts: Check = (input) => {
  const body = problemsBody(input);
  if (lengthOf(body) < SHORTEST_PROBLEMS) return [];
  const missing = PROBLEMS_PARTS.filter(([, wording]) => !wording.test(body)).map(([part]) => part);
  return missing.length > 0 ? [{ at: "PROBLEMS", detail: { missing } }] : [];
};

/** Characters of 一、总体情况. */
const OVERVIEW_LIMIT = 1000;

/** S08: 一 stays within its limit. */
export const overviewLength: Check = (input) => {
  const length = lengthOf(bodyOf(input, "OVERVIEW"));
  return length > OVERVIEW_LIMIT
    ? [{ at: "OVERVIEW", expected: `${OVERVIEW_LIMIT}`, actual: `${length}` }]
    : [];
};
