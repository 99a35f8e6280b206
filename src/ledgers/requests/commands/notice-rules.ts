import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { optionalLine } from "../../../records/index.js";
import { arrivalOf } from "../arrived-notices.data.js";
import { openNotices, standingAfter, type Notice as Sent } from "../standing.js";
import { stepsBy, type StepFrame, type StepInput, type StepRule } from "../step.js";
import { WAITS, type NoticeVerb } from "../waits.data.js";

/** Whatever is sent may have a number of its own. */
export interface Notice extends StepInput {
  readonly letterNumber?: string | null;
}

export interface Answer extends StepInput {
  /** The step that sent the letter; needed where several of its kind are open. */
  readonly letter?: number | null;
}

const NUMBER_LENGTH = 100;

export const letterNumberProblems = ({ letterNumber }: Notice): Problem[] =>
  optionalLine(letterNumber, ["input", "letterNumber"], NUMBER_LENGTH);

export const letterNumberIn = ({ letterNumber }: Notice): { letterNumber?: string } =>
  letterNumber ? { letterNumber } : {};

export const NOTICE: StepRule<Notice> = {
  problems: (_frame, input) => letterNumberProblems(input),
  details: letterNumberIn,
};

/** The open letters of a kind on the day of the answer. */
const openOn = ({ steps, on }: StepFrame, verb: NoticeVerb): Sent[] =>
  openNotices(standingAfter(stepsBy(steps, on)), verb);

/** The letter that an answer is to: the one named, or the only one. */
const letterFor = (frame: StepFrame, verb: NoticeVerb, { letter }: Answer): Sent | undefined => {
  const open = openOn(frame, verb);
  return letter == null
    ? open.length === 1
      ? open[0]
      : undefined
    : open.find(({ step }) => step === letter);
};

export const ANSWER_OF = (verb: NoticeVerb): StepRule<Answer> => ({
  problems: (frame, input) => {
    const open = openOn(frame, verb);
    // If no step is open, the workflow has reported it.
    if (open.length === 0) return [];
    const letter = letterFor(frame, verb, input);
    return letter ? tooEarly(frame, letter) : [whichLetter(open, verb, input)];
  },
  details: (input, frame) => {
    const letter = letterFor(frame, verb, input);
    return letter?.step === undefined ? {} : { letter: letter.step };
  },
});

/** Nobody answers a letter before it has arrived. */
function tooEarly({ on }: StepFrame, { verb, sentOn, details }: Sent): Problem[] {
  const arrivedOn = arrivalOf(verb, details);
  const since = arrivedOn ?? sentOn;
  if (on >= since) return [];
  const { zh, en } = WAITS[verb].name;
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

function whichLetter(open: readonly Sent[], verb: NoticeVerb, { letter }: Answer): Problem {
  const { zh, en } = WAITS[verb].name;
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
