import { text } from "../../kernel/text.js";
import { factsOf, type Fact } from "../facts.js";
import { isExact } from "../interval.js";
import { excerptOf, shown, type Audit, type Check, type Remark } from "../remark.js";
import type { Reading } from "../statements.js";

interface Claim {
  readonly key: string;
  readonly cell: string | null;
  readonly zh: string;
  readonly en: string;
  readonly wording: RegExp;
}

const NONE = "(?:未曾|未|没有|无|并未)";
const HAPPENED = "(?:发生|产生|出现|引发|涉及|存在|提起|接到|收到|受理|因)?";
const OUTCOME = "(?![^,。]{0,6}(?:败诉|纠错|纠正|撤销|维持|后|审结))";

/** Statements that there was none. */
const CLAIMS: readonly Claim[] = [
  {
    key: "requests.received",
    cell: "requests.received.total",
    zh: "申请",
    en: "requests",
    wording: new RegExp(
      `${NONE}(?:再)?(?:新)?(?:收到|接到|接收到?|收|受理)(?:过|任何|新的|公民|群众|社会公众|公众|、|法人|或者?|和|其他组织|提出|关于|有关|的|书面)*(?:(?:政府|政务)?(?:信息)?(?:依申请公开|公开)?(?:的)?(?:政府信息)?(?:信息)?申请(?!(?:减免|复议|答复))|依申请公开(?:的)?(?:政府)?(?:信息)?(?:的申请|件|事项|(?=[,。;])))|(?:全年|年度?|共|方面),?无(?:依申请公开|公开)?申请(?=[,。;])|(?:^|[,。;])(?:20\\d\\d年度?|本年度?|全年)?,?无(?:政府信息公开申请(?=[,。;])|依申请公开(?:的)?(?:政府信息)?(?:申请|件|事项|情况)?)`,
      "g",
    ),
  },
  {
    key: "remedies.review",
    cell: "remedies.review.total",
    zh: "行政复议",
    en: "reviews",
    wording: new RegExp(`${NONE}${HAPPENED}[^,。;\\d经]{0,24}?复议(?:案件|申请|情况|事项)?${OUTCOME}`, "g"),
  },
  {
    key: "remedies.litigation",
    cell: "remedies.litigation.total",
    zh: "行政诉讼",
    en: "suits",
    wording: new RegExp(
      `${NONE}${HAPPENED}[^,。;\\d经]{0,32}?(?:诉讼|应诉)(?:案件|情况|事项)?${OUTCOME}`,
      "g",
    ),
  },
  {
    key: "proactive.normativeDocuments.issued",
    cell: "proactive.normativeDocuments.issued",
    zh: "制发规范性文件",
    en: "normative documents issued",
    wording: new RegExp(`${NONE}(?:制发|制定|出台|印发)(?:过|任何|新的|行政)*规范性文件`, "g"),
  },
];

/** N13: 未收到申请 against a number of them, in the text or in the table. */
export const zeroClaims: Check = (audit) =>
  audit.readings.flatMap((reading) => CLAIMS.flatMap((claim) => contradicted(audit, reading, claim)));

function contradicted(audit: Audit, reading: Reading, claim: Claim): readonly Remark[] {
  const match = [...reading.text.matchAll(claim.wording)].find(({ index }) =>
    isOfYear(reading, index, audit.input.year),
  );
  if (!match) return [];
  const stated = statedOf(audit, claim.key).find(({ statement }) => statement.range.low > 0);
  const counted = claim.cell === null ? null : (audit.input.cell?.(claim.cell) ?? null);
  const count = stated?.statement.value ?? (counted !== null && counted > 0 ? counted : null);
  if (count === null) return [];
  const where = stated
    ? text(`又写 ${stated.statement.written}`, `and also that there were ${shown(count)}`)
    : text(`表中为 ${shown(count)}`, `the table counts ${shown(count)}`);
  return [
    {
      rule: "N13_ZERO_CLAIM",
      severity: "WARNING",
      at: `${reading.section}.${claim.key}`,
      excerpt: reading.passage.excerpt(match.index, match.index + match[0].length),
      expected: shown(count),
      actual: "0",
      arithmetic: `0 ≠ ${shown(count)}`,
      message: text(
        `正文写没有${claim.zh}，${where.zh}`,
        `The text says that there were no ${claim.en}; ${where.en}`,
      ),
      suggestion: text(
        `请核对：如有${claim.zh}，写明件数`,
        `Check: if there were ${claim.en}, state how many`,
      ),
      ...(stated || claim.cell === null ? {} : { cells: [claim.cell] }),
    },
  ];
}

/** The figures that a claim of none contradicts. What was carried in is answered without any that are received. */
function statedOf(audit: Audit, key: string): readonly Fact[] {
  const facts = factsOf(audit);
  const own = facts.all(key).filter(({ statement }) => statement.key === key);
  const ofKind = (kinds: RegExp, topic: string): readonly Fact[] =>
    audit.readings.flatMap((reading) =>
      reading.statements
        .filter(
          ({ partKind, context }) =>
            kinds.test(partKind) && context.topic === topic && context.year === audit.input.year,
        )
        .map((statement) => ({ reading, statement })),
    );
  if (key === "requests.received" && facts.all("requests.carriedIn").length === 0)
    return [
      ...own,
      ...facts.all("requests.accepted"),
      ...facts.all("requests.answered"),
      ...ofKind(/^(?:applicant|way|outcome)$/, "申请"),
    ];
  const topic = { "remedies.review": "复议", "remedies.litigation": "诉讼" }[key];
  if (topic === undefined) return own;
  return [...own, ...ofKind(/^remedyOutcome$/, topic)];
}

/** The last year named in the sentence before it is the report's, or none is. */
function isOfYear({ text: all }: Reading, index: number, year: number): boolean {
  const before = all.slice(Math.max(0, index - 80), index);
  const sentence = before.slice(before.lastIndexOf("。") + 1);
  const named = /.*((?:19|20)\d\d)年/.exec(sentence)?.[1];
  return !/(?:上年|去年)[^,]{0,8}$/.test(sentence) && (named === undefined || Number(named) === year);
}

const TOTALS: ReadonlyMap<string, string> = new Map([
  ["overview.disclosed.total", "主动公开信息总数"],
  ["requests.received", "收到申请数"],
  ["requests.answered", "办结申请数"],
  ["requests.carriedIn", "上年结转数"],
  ["requests.carriedOut", "结转下年数"],
  ["remedies.review", "行政复议件数"],
  ["remedies.litigation", "行政诉讼件数"],
  ["proactive.normativeDocuments.issued", "制发规范性文件数"],
  ["proactive.normativeDocuments.inForce", "现行有效规范性文件数"],
  ["proposals.congress", "人大代表建议件数"],
  ["proposals.cppcc", "政协提案件数"],
]);

/** N22: two numbers for one thing; N13 where one of them is 0. */
export const twoTotals: Check = (audit) => {
  const facts = factsOf(audit);
  return [...TOTALS].flatMap(([key, name]) => {
    const whole = facts.all(key).filter(isWhole);
    const [first] = whole;
    const other = whole.find((fact) => first && differs(first, fact));
    return first && other ? [twoTotalsRemark(first, other, { key, name })] : [];
  });
};

const isWhole = ({ statement: { context, range } }: Fact): boolean =>
  isExact(range) && context.owner === null && !/其中|含|历年/.test(context.phrase);

function differs(a: Fact, b: Fact): boolean {
  if (a.statement.value === b.statement.value || a.statement.measure !== b.statement.measure) return false;
  return speakerOf(a) === speakerOf(b) && levelOf(a) === levelOf(b);
}

/** The office that a phrase speaks of; "" for the unit itself. 区教育局收到申请 is not the report's own total. */
function speakerOf({ statement: { context } }: Fact): string {
  const named = SPEAKER.exec(context.phrase)?.[0] ?? "";
  return /[我本]/.test(named) ? "" : named;
}

/** 省人大代表建议 and 区人大代表建议 are two things. */
const levelOf = ({ statement: { context } }: Fact): string =>
  /(全国|省|市|区|县)级?(?:人大|政协)/.exec(context.phrase)?.[1] ?? "";

const SPEAKER = /[\u4e00-\u9fff]{2,}(?:局|委|办公室|镇|街道?|部门|县|区|管委会)(?=共|收|办|受|主|累|制|全年)/;

interface Total {
  readonly key: string;
  readonly name: string;
}

function twoTotalsRemark(first: Fact, other: Fact, { key, name }: Total): Remark {
  const [a, b] = [first.statement, other.statement];
  const zero = a.value === 0 || b.value === 0;
  return {
    rule: zero ? "N13_ZERO_CLAIM" : "N22_TWO_TOTALS",
    severity: "WARNING",
    at: `${other.reading.section}.${key}`,
    excerpt: excerptOf(other.reading.passage, b, b),
    expected: shown(a.value),
    actual: shown(b.value),
    arithmetic: `${shown(a.value)} ≠ ${shown(b.value)}`,
    message: text(
      `${name}前后不一：前文“${a.context.phrase}${a.written}”，此处“${b.context.phrase}${b.written}”`,
      `One figure is stated as ${shown(a.value)} and as ${shown(b.value)}`,
    ),
    suggestion: text(
      `请核对后统一为一个数；如口径不同，写明各自的范围`,
      `Settle on one number, or say how the two differ`,
    ),
  };
}
