import { text } from "../../kernel/text.js";
import { factsOf, includesCarried, type Fact, type Facts } from "../facts.js";
import { isExact } from "../interval.js";
import { excerptOf, refigured, shown, type Audit, type Check, type Remark } from "../remark.js";
import type { Reading, Statement } from "../statements.js";

/** N05, N06: the flow of the requests as the text tells it. */
export const requestFlow: Check = (audit) => {
  const facts = factsOf(audit);
  return [
    acceptedUneven(facts),
    allAnswered(facts),
    answeredUneven(audit, facts),
    ...outcomesUneven(audit, facts),
  ].filter((remark) => remark !== null);
};

/** 新收112 + 上年结转9 = 受理121 */
function acceptedUneven(facts: Facts): Remark | null {
  const [accepted, received, carriedIn] = [
    facts.one("requests.accepted"),
    facts.value("requests.received"),
    facts.value("requests.carriedIn"),
  ];
  if (!accepted || received === null || carriedIn === null) return null;
  const { value } = accepted.statement;
  if (value === received || value === received + carriedIn) return null;
  return flowRemark(accepted, {
    at: "accepted",
    expected: received + carriedIn,
    arithmetic: `${received} + ${carriedIn} = ${received + carriedIn} ≠ ${value}`,
    zh: "新收与上年结转之和，与受理数不符",
    certain: true,
  });
}

/** 收到申请18件，全部办结，结转下年1件 */
function allAnswered(facts: Facts): Remark | null {
  const [received, out] = [facts.one("requests.received"), facts.one("requests.carriedOut")];
  if (!received || !out || out.statement.value === 0 || facts.all("requests.carriedIn").length > 0)
    return null;
  const { text: all } = received.reading;
  const { end } = received.statement;
  if (
    !/^(?:申请)?,(?:现?已)?(?:全部|均)已?(?:按期|按时|依法|及时)?(?:办结|答复)/.test(all.slice(end, end + 24))
  )
    return null;
  const value = received.statement.value;
  return flowRemark(out, {
    at: "carriedOut",
    expected: 0,
    arithmetic: `${value} + ${out.statement.value} ≠ ${value}`,
    zh: "申请既已全部办结，不应有结转",
  });
}

/** The numbers of requests that there were to answer, by any reading of the text; [] if it does not say. */
function toAnswer({ input }: Audit, facts: Facts): readonly number[] {
  const [received, accepted] = [facts.value("requests.received"), facts.value("requests.accepted")];
  const carriedIn = facts.value("requests.carriedIn") ?? input.cell?.("requests.carriedIn.total") ?? 0;
  const fresh = received === null ? [] : [received + carriedIn];
  if (accepted === null) return fresh;
  return facts.all("requests.accepted").some(includesCarried)
    ? [accepted]
    : [accepted, accepted + carriedIn, ...fresh];
}

/** 办结119 + 结转下年2 = 受理121; without what is carried out, at most so many are answered. */
function answeredUneven(audit: Audit, facts: Facts): Remark | null {
  const answered = facts.one("requests.answered");
  const possible = toAnswer(audit, facts);
  if (!answered || possible.length === 0) return null;
  const { value } = answered.statement;
  const most = Math.max(...possible);
  const pending = facts.value("requests.pending");
  const over = pending !== null && value + pending > most;
  const carriedOut = facts.value("requests.carriedOut") ?? (over ? pending : null);
  if (carriedOut === null ? value <= most : possible.includes(value + carriedOut)) return null;
  const expected = most - (carriedOut ?? 0);
  const sum = carriedOut === null ? `${value}` : `${value} + ${carriedOut} = ${value + carriedOut}`;
  const sign = carriedOut === null ? ">" : "≠";
  return flowRemark(answered, {
    at: "answered",
    expected,
    arithmetic: `${sum} ${sign} ${most}`,
    certain: carriedOut !== null && possible.length === 1,
    zh: carriedOut === null ? "办结数大于新收与上年结转之和" : "办结与结转下年之和，与新收和上年结转之和不符",
  });
}

interface Flow {
  readonly at: string;
  readonly expected: number;
  readonly arithmetic: string;
  readonly zh: string;
  /** Only one number ties with the others. */
  readonly certain?: boolean;
}

function flowRemark({ reading, statement }: Fact, { at, expected, arithmetic, zh, certain }: Flow): Remark {
  return {
    rule: "N06_CARRY",
    severity: "WARNING",
    at: `${reading.section}.${at}`,
    excerpt: excerptOf(reading.passage, statement, statement),
    expected: shown(expected),
    actual: shown(statement.value),
    arithmetic,
    message: text(`${zh}：${arithmetic}`, `The numbers of requests do not tie: ${arithmetic}`),
    suggestion: text(
      `请核对：按文中其他数字应为“${shown(expected)}件”；有结转的，写明“含上年结转×件”或“结转下年度×件”`,
      `Check: by the other numbers it would be ${shown(expected)}; state what was carried in or out`,
    ),
    ...(certain ? refigured(reading, statement, expected) : {}),
  };
}

/** 予以公开96、不予公开2, ... 其他处理21 = 办结161. Outcomes that are broken down from a figure are checked with it. */
function outcomesUneven(audit: Audit, facts: Facts): readonly (Remark | null)[] {
  return audit.readings.map((reading) => {
    const run = outcomesOf(reading, audit);
    if (run.length < 2 || run.some(({ range }) => !isExact(range))) return null;
    const sum = run.reduce((total, { value }) => total + value, 0);
    const answered = facts.value("requests.answered");
    const carriedOut = facts.value("requests.carriedOut");
    const possible = toAnswer(audit, facts);
    const due = answered !== null ? [answered] : possible.map((one) => one - (carriedOut ?? 0));
    if (due.length === 0 || due.includes(sum)) return null;
    const most = Math.max(...due);
    const complete = run.some(({ part }) => part === "other") && (answered !== null || carriedOut !== null);
    if (sum < most && !complete) return null;
    return outcomeRemark({ reading, run }, { sum, due: most });
  });
}

interface Run {
  readonly reading: Reading;
  readonly run: readonly Statement[];
}

function outcomesOf(reading: Reading, { input, breakdowns }: Audit): readonly Statement[] {
  const listed = new Set((breakdowns.get(reading) ?? []).flatMap(({ parts }) => parts));
  const run: Statement[] = [];
  for (const one of reading.statements) {
    if (one.partKind !== "outcome" || one.context.topic !== "申请" || one.context.year !== input.year)
      continue;
    const last = run.at(-1);
    if (listed.has(one) || (last && one.context.sentence - last.context.sentence > 1)) break;
    if (run.some(({ part }) => part === one.part)) break;
    if (!last || last.context.bracket === one.context.bracket) run.push(one);
  }
  return run;
}

function outcomeRemark(
  { reading, run }: Run,
  { sum, due }: { readonly sum: number; readonly due: number },
): Remark {
  const [first, last] = [run[0] as Statement, run.at(-1) as Statement];
  const arithmetic = `${run.map(({ value }) => value).join(" + ")} = ${sum} ≠ ${due}`;
  return {
    rule: "N05_REQ_GROUPS",
    severity: "WARNING",
    at: `${reading.section}.outcomes`,
    excerpt: excerptOf(reading.passage, first, last),
    expected: shown(due),
    actual: shown(sum),
    arithmetic,
    message: text(
      `各类办理结果之和与办结件数不符：${arithmetic}`,
      `The outcomes do not add up to the requests answered: ${arithmetic}`,
    ),
    suggestion: text(
      `请核对各类办理结果，合计应为“${due}件”`,
      `Check the outcomes; they should add up to ${due}`,
    ),
  };
}
