import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { dateProblems, optionalLine } from "../../../records/index.js";
import type { WaitKind } from "../clock/clock.js";
import { WAITS } from "../request.terms.js";
import { ON_A_DAY, ON_REQUEST, LETTER_NUMBER, whole } from "../step-input.js";
import { openNotices, type Notice, type StepFrame, type StepInput } from "../step.js";

/** Fields of whatever is sent: a letter may have a number of its own. */
export const NOTICE = { ...ON_REQUEST, ...ON_A_DAY, letterNumber: LETTER_NUMBER };

interface Sent {
  readonly letterNumber?: string | null;
}
const NUMBER_LENGTH = 100;

export const letterNumberProblems = ({ letterNumber }: Sent): Problem[] =>
  optionalLine(letterNumber, ["input", "letterNumber"], NUMBER_LENGTH);

export const letterNumberIn = ({ letterNumber }: Sent): { letterNumber?: string } =>
  letterNumber ? { letterNumber } : {};

/** What is wrong with the day on which a letter arrived that is being recorded with its sending. */
export const arrivedProblems = (
  arrivedOn: string | null | undefined,
  field: string,
  frame: StepFrame,
  what = text("发函日期", "the letter's own date"),
): Problem[] => dateProblems(arrivedOn, ["input", field], { ...frame, notBefore: { date: frame.on, what } });

/** Fields of an answer. */
export const ANSWER = {
  ...ON_REQUEST,
  ...ON_A_DAY,
  letter: whole.optional(
    "答复的是哪一步发出的文书（步骤号）；同类只有一件未答复时可不给 · Number of the step that sent the letter; required where several of its kind are unanswered",
  ),
};

type Answer = StepInput & { readonly letter?: number | null };

/** The letter that an answer is to: the one named, or the only one of its kind that is open on that day. */
function letterFor({ standingThen }: StepFrame, kind: WaitKind, { letter }: Answer): Notice | undefined {
  const open = openNotices(standingThen, kind);
  if (letter != null) return open.find(({ step }) => step === letter);
  return open.length === 1 ? open[0] : undefined;
}

/** The rule of the steps that record an answer. */
export const answerTo = (kind: WaitKind) => ({
  problems(frame: StepFrame, input: Answer): Problem[] {
    const open = openNotices(frame.standingThen, kind);
    // Where none is open the gate has said so.
    if (open.length === 0) return [];
    const letter = letterFor(frame, kind, input);
    return letter ? tooEarly(frame, letter) : [whichLetter(open, kind, input)];
  },
  details(input: Answer, frame: StepFrame): { letter?: number } {
    const letter = letterFor(frame, kind, input);
    return letter?.step === undefined ? {} : { letter: letter.step };
  },
});

/** Nobody answers a letter before it has arrived. */
function tooEarly({ on }: StepFrame, { kind, sentOn, arrivedOn }: Notice): Problem[] {
  const since = arrivedOn ?? sentOn;
  if (on >= since) return [];
  const { zh, en } = WAITS[kind].name;
  return [
    invalidInput(
      ["input", "on"],
      text(
        `日期不能早于征求${zh}的文书${arrivedOn ? "送达" : "发出"}日期 ${since}`,
        `The date cannot be earlier than the day the letter about the ${en} ${arrivedOn ? "arrived" : "was sent"} (${since})`,
      ),
    ),
  ];
}

function whichLetter(open: readonly Notice[], kind: WaitKind, { letter }: Answer): Problem {
  const { zh, en } = WAITS[kind].name;
  const list = open.map(({ step, sentOn }) => `${step} (${sentOn})`).join(", ");
  return invalidInput(
    ["input", "letter"],
    letter == null
      ? text(
          `有多件未答复的文书（${zh}），请指明是哪一步发出的：${list}`,
          `Several are open (${en}): name the step that sent it, ${list}`,
        )
      : text(
          `第 ${letter} 步不是等待答复的文书（${zh}）；等待的有：${list}`,
          `Step ${letter} is no letter that waits for an answer (${en}); open are ${list}`,
        ),
  );
}
