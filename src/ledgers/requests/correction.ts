import type { CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { dateProblems, lineProblems, optionalLine } from "../../records/index.js";
import { extensionProblems } from "./extension.problems.js";
import type { RequestEventRow } from "./request.entity.js";
import type { ServiceMethod } from "./request.terms.js";
import { laterDayProblems, type StepFrame } from "./step.js";

/** Correctable particulars of a step; omitted ones stay. */
export interface Correction {
  readonly deadline?: CalendarDate | null;
  readonly letterReceivedOn?: CalendarDate | null;
  readonly noticeReceivedOn?: CalendarDate | null;
  readonly delayedUntil?: CalendarDate | null;
  readonly toldOn?: CalendarDate | null;
  readonly days?: number | null;
  readonly approver?: string | null;
  readonly letterNumber?: string | null;
  readonly method?: ServiceMethod | null;
}
export type Correctable = keyof Correction;

const SENT = ["letterNumber"] as const;
/** The particulars of each step, by the mutation that took it. */
const PARTICULARS: Readonly<Record<string, readonly Correctable[]>> = {
  askCorrection: ["deadline", ...SENT],
  consultThirdParty: ["letterReceivedOn", ...SENT],
  consultAgency: ["letterReceivedOn", ...SENT],
  askReasons: SENT,
  noticeFee: ["noticeReceivedOn", ...SENT],
  recordReasons: ["delayedUntil"],
  extendRequest: ["days", "approver", "toldOn"],
  serveRequest: ["method"],
};
/** Their days are amended with the request's other particulars. */
const AMENDED: readonly string[] = ["confirmReceipt", "decideRequest", "withdrawRequest", "lapseRequest"];
const FIELDS: readonly Correctable[] = [
  "deadline",
  "letterReceivedOn",
  "noticeReceivedOn",
  "delayedUntil",
  "toldOn",
  "days",
  "approver",
  "letterNumber",
  "method",
];

interface Corrected {
  readonly problems: readonly Problem[];
  readonly corrected: Readonly<Record<string, unknown>>;
}

/** Problems of a correction, and the corrected details. */
export function correctionProblems(
  { action, details, onDate }: RequestEventRow,
  correction: Correction & { readonly on?: CalendarDate | null },
  frame: StepFrame,
): Corrected {
  const given = FIELDS.filter((field) => correction[field] != null);
  const foreign = given.filter((field) => !PARTICULARS[action]?.includes(field));
  const corrected = Object.fromEntries(
    given.filter((field) => details[field] !== correction[field]).map((field) => [field, correction[field]]),
  );
  const moved = correction.on != null && correction.on !== onDate;
  if (AMENDED.includes(action)) return { problems: [AMEND_INSTEAD], corrected };
  if (foreign.length > 0) return { problems: foreign.map((field) => notOfStep(field, action)), corrected };
  if (!moved && Object.keys(corrected).length === 0) return { problems: [NOTHING], corrected };
  return { problems: given.flatMap((field) => fieldProblems(field, correction, frame)), corrected };
}

const AMEND_INSTEAD = invalidInput(
  ["input", "step"],
  text(
    "收到、办结的日期和内容请用“更正登记”（amendRequest）",
    "Amend the days of the receipt and of the decision instead (amendRequest)",
  ),
);

const NOTHING = invalidInput(
  ["input"],
  text(
    "没有要更正的事项：请给出与现有登记不同的内容",
    "There is nothing to correct: give what differs from what is recorded",
  ),
);

const notOfStep = (field: Correctable, action: string): Problem => {
  const own = ["on", ...(PARTICULARS[action] ?? [])].join(", ");
  return invalidInput(
    ["input", field],
    text(`这一步没有这一项；可以更正：${own}`, `The step has no such particular; it has ${own}`),
  );
};

const STEP_DAY: Text = text("这一步的日期", "the day of the step");

function fieldProblems(field: Correctable, correction: Correction, frame: StepFrame): readonly Problem[] {
  const path = ["input", field];
  const value = correction[field];
  switch (field) {
    case "deadline":
      return laterDayProblems(String(value), path, frame, text("条例第三十条", "条例 §30"));
    case "delayedUntil":
      return laterDayProblems(String(value), path, frame, text("条例第三十五条", "条例 §35"));
    case "letterReceivedOn":
    case "noticeReceivedOn":
    case "toldOn":
      return dateProblems(String(value), path, { ...frame, notBefore: { date: frame.on, what: STEP_DAY } });
    case "days":
      return extensionProblems(Number(value));
    case "approver":
      return lineProblems(String(value), path, 100);
    case "letterNumber":
      return optionalLine(String(value), path, 100);
    case "method":
      return [];
  }
}
