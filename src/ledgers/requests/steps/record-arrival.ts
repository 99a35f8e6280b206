import { invalidInput, notAllowedNow, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { RequestEventRow } from "../request.entity.js";
import { ARRIVED_NOTICES, SIGNED_FOR, type ArrivedNotice } from "../request.terms.js";
import { date, ON_REQUEST, ON_A_DAY, typed, whole } from "../step-input.js";
import { arrivalProblems, HANDLE, step, type StepFrame } from "../step.js";

/** 送达日期 that became known later: what runs from the arrival is calculated by it from then on. */
export const recordArrival = step({
  ...HANDLE,
  name: text("补登送达日期", "record an arrival"),
  description:
    "补登送达日期：征求意见书、收费通知、延期告知或答复书何时送达 · Records the day on which a letter, a notice or the decision arrived, where it became known only later",
  gate: ({ phase, taken }) =>
    taken > 0 && ["OPEN", "DECIDED", "SERVED"].includes(phase)
      ? null
      : text("没有已发出的文书", "Nothing was sent"),
  fields: {
    ...ON_REQUEST,
    of: typed<ArrivedNotice>("ArrivedNotice").required("送达的是什么 · What arrived"),
    arrivedOn: date.required(
      "送达日期，不早于发出之日，至多晚 60 日 · Day of the arrival, within 60 days of the sending",
    ),
    letter: whole.optional(
      "哪一步发出的（步骤号）；同类有几件等待答复时须给 · Number of the step that sent it; required where several of its kind wait for an answer",
    ),
    note: ON_A_DAY.note,
  },
  revises: ({ details: { of, arrivedOn, letter } }, stepOf) => ({
    of: ({ action, revision }) =>
      letter == null ? stepOf(action)?.sends === of : revision !== undefined && revision === letter,
    becomes: ({ details }) => ({
      details: { ...details, [ARRIVED_NOTICES[of as ArrivedNotice].arrival]: arrivedOn },
    }),
  }),
  problems: (frame, input) => {
    const letters = lettersOf(frame, input);
    const [sent] = letters;
    if (letters.length > 1) return [whichLetter(letters, input.of)];
    const { name } = ARRIVED_NOTICES[input.of];
    const what = text(`${name.zh}发出的日期`, `the day of the ${name.en}`);
    return sent
      ? arrivalProblems(input.arrivedOn, ["input", "arrivedOn"], frame, { date: sent.onDate, what })
      : [];
  },
  forbids: (frame, input) => {
    const { name, basis } = ARRIVED_NOTICES[input.of];
    const [sent] = lettersOf(frame, input);
    const refused = (zh: string, en: string): Problem[] => [
      notAllowedNow(["input", "of"], text(`${zh}（${basis.zh}）`, `${en} (${basis.en})`)),
    ];
    if (!sent)
      return refused(`没有待登记送达日期的${name.zh}`, `There is no ${name.en} whose arrival is open`);
    const known = knownArrival(sent, input.of);
    return known === null
      ? []
      : refused(`${name.zh}的送达日期已登记为 ${known}`, `The ${name.en} is recorded as arrived on ${known}`);
  },
  details: (input, frame) => {
    const [sent] = lettersOf(frame, input);
    return { of: input.of, arrivedOn: input.arrivedOn, ...(sent && { letter: sent.revision }) };
  },
});

function knownArrival({ onDate, details }: RequestEventRow, of: ArrivedNotice): string | null {
  if (of === "DECISION" && SIGNED_FOR.includes(details.method)) return onDate;
  const known = details[ARRIVED_NOTICES[of].arrival];
  return typeof known === "string" ? known : null;
}

/**
 * The letters that the input may mean: among those still to be answered the ones whose arrival is not known, or without
 * any such the latest; of a kind that nobody answers the latest.
 */
function lettersOf(
  { steps, standing, stepOf }: StepFrame,
  { of, letter }: { readonly of: ArrivedNotice; readonly letter?: number | null },
): RequestEventRow[] {
  const { whileOpen, arrival } = ARRIVED_NOTICES[of];
  const open = new Set(standing.notices.filter((notice) => notice.open).map(({ step }) => step));
  const sent = steps.filter(
    ({ action, revision }) =>
      stepOf(action)?.sends === of &&
      (!whileOpen || open.has(revision)) &&
      (letter == null || revision === letter),
  );
  const unknown = sent.filter(({ details }) => typeof details[arrival] !== "string");
  return whileOpen && unknown.length > 0 ? unknown : sent.slice(-1);
}

function whichLetter(letters: readonly RequestEventRow[], of: ArrivedNotice): Problem {
  const { zh, en } = ARRIVED_NOTICES[of].name;
  const list = letters.map(({ revision, onDate }) => `${revision} (${onDate})`).join(", ");
  return invalidInput(
    ["input", "letter"],
    text(
      `有多件${zh}，请指明是哪一步发出的：${list}`,
      `There are several (${en}): name the step that sent it, ${list}`,
    ),
  );
}
