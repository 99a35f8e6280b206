import { text } from "../../kernel/text.js";
import { shown, type Audit, type Check, type Remark } from "../remark.js";
import type { Reading, Statement } from "../statements.js";

const NO_FEE =
  /(?:未|没有|无)(?:向[^,。;]{1,8}?(?=收取))?(?:收取|发生|产生|征收)?(?:过|任何|依申请公开|政府信息公开|信息公开)*(?:信息)?(?:处理)?(?:费用?|收费)(?!通知|标准|公示|减免)|(?:免费|均未收费)(?=[,。;提])/g;

interface Charged {
  readonly reading: Reading;
  readonly fee: Statement;
}

const chargedIn = ({ readings, input }: Audit): readonly Charged[] =>
  readings.flatMap((reading) =>
    reading.statements
      .filter((one) => isFee(reading, one) && one.context.year === input.year)
      .map((fee) => ({ reading, fee })),
  );

const denialsIn = ({ readings }: Audit) =>
  readings.flatMap((reading) => [...reading.text.matchAll(NO_FEE)].map((match) => ({ reading, match })));

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000 };

/** The processing fees that the texts state, in 元; null where they state none, or one figure against another. */
export function chargedFees(audit: Audit): number | null {
  const amounts = new Set(
    chargedIn(audit)
      .filter(({ fee }) => audit.partOf(fee).length === 0)
      .map(({ fee }) => (fee.vague ? null : fee.value * (YUAN[fee.measure] ?? 1))),
  );
  if (denialsIn(audit).length > 0) amounts.add(0);
  const [amount = null] = amounts;
  return amounts.size === 1 ? amount : null;
}

/** N12: 未收取费用 against an amount that was charged. */
export const fees: Check = (audit) => {
  const { input } = audit;
  const paid = chargedIn(audit).find(({ fee }) => fee.value > 0);
  if (!paid) return [];
  const remarks: Remark[] = [];
  const denial = denialsIn(audit)[0];
  if (denial) {
    const { reading, match } = denial;
    remarks.push(
      remarkOf(reading, { start: match.index, end: match.index + match[0].length }, paid.fee, "denied"),
    );
  }
  const inTable = input.cell?.("proactive.fees.amount");
  if (inTable === 0)
    remarks.push({
      ...remarkOf(paid.reading, paid.fee, paid.fee, "table"),
      severity: "INFO",
      message: text(
        `正文写收取信息处理费 ${paid.fee.written}，表二行政事业性收费为 0（信息处理费属于行政事业性收费）`,
        `The text states a processing fee of ${shown(paid.fee.value)}; table 2 has no administrative fees`,
      ),
      cells: ["proactive.fees.amount"],
    });
  return remarks;
};

/** An amount of 信息处理费, not of fines or of other fees. */
function isFee({ text: all }: Reading, { measure, start, context }: Statement): boolean {
  if (!/^(?:元|万元)$/.test(measure)) return false;
  const before = all.slice(Math.max(context.sentenceStart, start - 60), start);
  const sentence = before.slice(before.lastIndexOf(";") + 1);
  return (
    /处理费|收费|收取/.test(sentence) &&
    !/罚|没收|行政事业性|停车|学费/.test(sentence) &&
    !/未收取|每|标准|超过|单价/.test(context.phrase)
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const remarkOf = (
  { section, passage }: Reading,
  { start, end }: Span,
  fee: Statement,
  at: string,
): Remark => ({
  rule: "N12_FEE_TEXT",
  severity: "WARNING",
  at: `${section}.${at}`,
  excerpt: passage.excerpt(start, end),
  expected: shown(fee.value),
  actual: "0",
  arithmetic: `0 ≠ ${shown(fee.value)}`,
  message: text(
    `一处写未收取费用，另一处写收取 ${fee.written}`,
    `The text says both that nothing was charged and that ${shown(fee.value)} was`,
  ),
  suggestion: text(
    "请核对后统一；收费的，写明件数和金额",
    "Settle on one; where fees were charged, state requests and amount",
  ),
});
