import { text } from "../../kernel/text.js";
import { factsOf, type Fact } from "../facts.js";
import { exactly, mayEqual } from "../interval.js";
import { excerptOf, refigured, shown, shownRange, type Check, type Remark } from "../remark.js";

interface Tie {
  readonly rule: string;
  readonly cell: string;
  /** Another sum of cells that the wording may mean. */
  readonly or?: (cell: (code: string) => number | null) => number | null;
}

const sum =
  (...codes: readonly string[]) =>
  (cell: (code: string) => number | null): number | null => {
    const values = codes.map(cell);
    return values.includes(null) ? null : values.reduce<number>((total, one) => total + (one ?? 0), 0);
  };
const WITH_CARRIED = sum("requests.received.total", "requests.carriedIn.total");

/** Which cell a figure of the text must equal. */
const TIES: Readonly<Record<string, Tie>> = {
  "requests.received": { rule: "N04_REQ_NEW", cell: "requests.received.total", or: WITH_CARRIED },
  "requests.accepted": { rule: "N04_REQ_NEW", cell: "requests.received.total", or: WITH_CARRIED },
  "requests.answered": { rule: "N05_REQ_GROUPS", cell: "requests.total.total" },
  "requests.granted": { rule: "N05_REQ_GROUPS", cell: "requests.granted.total" },
  "requests.partial": { rule: "N05_REQ_GROUPS", cell: "requests.partial.total" },
  "requests.denied": { rule: "N05_REQ_GROUPS", cell: "requests.denied.total.total" },
  "requests.unable": { rule: "N05_REQ_GROUPS", cell: "requests.unable.total.total" },
  "requests.refused": { rule: "N05_REQ_GROUPS", cell: "requests.refused.total.total" },
  "requests.other": { rule: "N05_REQ_GROUPS", cell: "requests.other.total.total" },
  "requests.carriedIn": { rule: "N06_CARRY", cell: "requests.carriedIn.total" },
  "requests.carriedOut": { rule: "N06_CARRY", cell: "requests.carriedOut.total" },
  "remedies.review": { rule: "N07_REVIEW", cell: "remedies.review.total" },
  "remedies.litigation": { rule: "N08_LITIGATION", cell: "remedies.litigation.total" },
  "remedies.litigationDirect": { rule: "N08_LITIGATION", cell: "remedies.litigationDirect.total" },
  "remedies.litigationAfterReview": { rule: "N08_LITIGATION", cell: "remedies.litigationAfterReview.total" },
  "proactive.normativeDocuments.issued": { rule: "N11_T2_TEXT", cell: "proactive.normativeDocuments.issued" },
  "proactive.normativeDocuments.repealed": {
    rule: "N11_T2_TEXT",
    cell: "proactive.normativeDocuments.repealed",
  },
  "proactive.normativeDocuments.inForce": {
    rule: "N11_T2_TEXT",
    cell: "proactive.normativeDocuments.inForce",
  },
  "proactive.licences.decisions": { rule: "N11_T2_TEXT", cell: "proactive.licences.decisions" },
  "proactive.penalties.decisions": { rule: "N11_T2_TEXT", cell: "proactive.penalties.decisions" },
};

/** N04 to N08, N11: what the text counts against what the tables count. */
export const textAgainstTables: Check = (audit) => {
  const { cell } = audit.input;
  if (!cell) return [];
  const facts = factsOf(audit);
  return facts.keys.flatMap((key) => {
    const [tie, fact] = [TIES[key], facts.one(key)];
    const counted = tie && cell(tie.cell);
    if (!tie || !fact || counted === null || counted === undefined || fact.statement.value === 0) return [];
    const { range, context } = fact.statement;
    // 新收 is never what was carried in.
    const other = (!context.phrase.includes("新收") && tie.or?.(cell)) || counted;
    if (mayEqual(range, exactly(counted)) || mayEqual(range, exactly(other))) return [];
    return [tableRemark(fact, tie, { key, counted, cell })];
  });
};

/** N10: last year's figures, as the text quotes them, against last year's report. */
export const lastYearQuoted: Check = (audit) => {
  const { lastYear: cell, year } = audit.input;
  if (!cell) return [];
  const facts = factsOf(audit, year - 1);
  return facts.keys.flatMap((key) => {
    const [tie, fact] = [TIES[key], facts.one(key)];
    const counted = tie && cell(tie.cell);
    if (!tie || !fact || counted === null || counted === undefined) return [];
    const other = tie.or?.(cell) ?? counted;
    const { range } = fact.statement;
    if (mayEqual(range, exactly(counted)) || mayEqual(range, exactly(other))) return [];
    return [quotedRemark(fact, key, counted)];
  });
};

interface Counted {
  readonly key: string;
  readonly counted: number;
  readonly cell: (code: string) => number | null;
}

function tableRemark({ reading, statement }: Fact, tie: Tie, { key, counted, cell }: Counted): Remark {
  const pending = key.startsWith("remedies.") ? cell(tie.cell.replace(/total$/, "pending")) : null;
  const concluded = pending !== null && pending > 0 && statement.value === counted - pending;
  const arithmetic = concluded
    ? `${shown(counted)} − ${shown(pending)} = ${shown(statement.value)}`
    : `${shownRange(statement.range)} ≠ ${shown(counted)}`;
  const why = concluded
    ? text("（正文似只计已审结的）", " (the text seems to count concluded cases only)")
    : text("", "");
  return {
    rule: tie.rule,
    severity: "WARNING",
    at: `${reading.section}.${key}`,
    excerpt: excerptOf(reading.passage, statement, statement),
    expected: shown(counted),
    actual: shown(statement.value),
    arithmetic,
    message: text(
      `正文写 ${statement.written}，表中为 ${shown(counted)}，相差 ${shown(Math.abs(counted - statement.value))}${why.zh}`,
      `The text says ${shown(statement.value)}, the table ${shown(counted)}; difference ${shown(Math.abs(counted - statement.value))}${why.en}`,
    ),
    suggestion: text(
      `如表格无误，改为“${shown(counted)}${statement.measure}”`,
      `If the table is right, write ${shown(counted)}`,
    ),
    ...refigured(reading, statement, counted),
    cells: [tie.cell],
  };
}

function quotedRemark({ reading, statement }: Fact, key: string, counted: number): Remark {
  return {
    rule: "N10_PREV_VALUE",
    severity: "WARNING",
    at: `${reading.section}.${key}`,
    excerpt: excerptOf(reading.passage, statement, statement),
    expected: shown(counted),
    actual: shown(statement.value),
    arithmetic: `${shownRange(statement.range)} ≠ ${shown(counted)}`,
    message: text(
      `引用的上年数字 ${statement.written} 与上年报告的 ${shown(counted)} 不符`,
      `Last year's figure is quoted as ${shown(statement.value)}; last year's report says ${shown(counted)}`,
    ),
    suggestion: text(
      `按上年报告改为“${shown(counted)}${statement.measure}”`,
      `Write ${shown(counted)}, as last year's report`,
    ),
    ...refigured(reading, statement, counted),
  };
}
