import { text } from "../../kernel/text.js";
import { factsOf } from "../facts.js";
import { isExact } from "../interval.js";
import { nameHash, shown, type Audit, type Check, type Remark } from "../remark.js";
import { countBefore, type IndexedRate, type Reading, type Statement } from "../statements.js";

/** N20: 占, 办结率, 满意率 from the counts beside them; no rate of nothing. */
export const rates: Check = (audit) =>
  audit.readings.flatMap((reading) =>
    reading.rates.flatMap((rate) => {
      if (rate.points || CHANGE.test(rate.context.phrase)) return [];
      const remark = ofNothing(reading, rate) ?? share(audit, reading, rate) ?? handled(audit, reading, rate);
      return remark ? [remark] : [];
    }),
  );

const CHANGE = /同比|环比|增长|下降|增加|减少|上升|提高|增幅|降幅|提升|压缩|节约|较|超额/;

/** 建议0件、提案0件，办结率100% */
function ofNothing(reading: Reading, rate: IndexedRate): Remark | null {
  if (!/率/.test(rate.context.phrase)) return null;
  const counts = countsBefore(reading, rate);
  const sentence = reading.text.slice(rate.context.sentenceStart, rate.start);
  const claimed = counts.length === 0 && rate.context.topic === "申请" && NOTHING.test(sentence);
  if (!claimed && (counts.length === 0 || counts.some(({ value }) => value !== 0))) return null;
  return remarkOf(reading, rate, {
    from: counts[0] ?? rate,
    arithmetic: "0 ÷ 0",
    right: "删去百分比",
    why: text("没有一件，不能有百分比", "There is none, so there is no rate"),
  });
}

const NOTHING = /(?:未|没有)(?:收到|接到|受理)[^,。;]{0,20}申请/;

/** The counts of the rate's subject: of its sentence, and if there are none, of the one before it in the line. */
function countsBefore({ statements }: Reading, rate: IndexedRate): readonly Statement[] {
  const near = before(statements, rate);
  const same = near.filter(({ context }) => context.sentence === rate.context.sentence);
  return same.length > 0
    ? same
    : near.filter(({ context }) => context.sentence === rate.context.sentence - 1);
}

/** The last figures before a rate, in its line. */
function before(statements: readonly Statement[], { index, context }: IndexedRate): readonly Statement[] {
  const at = countBefore(statements, index);
  return statements.slice(Math.max(0, at - 12), at).filter((one) => one.context.line === context.line);
}

/** 予以公开42件，占42.86% */
function share(audit: Audit, reading: Reading, rate: IndexedRate): Remark | null {
  const { phrase } = rate.context;
  if (
    !/^(?:约)?占(?:比|总数|总量|全部|申请|主动公开|答复|办结|信息|公开|政府|件|条|的|数|量|为|约|总|了|本年度?|全年)*$/.test(
      phrase,
    )
  )
    return null;
  const part = before(reading.statements, rate).at(-1);
  if (!part || rate.start - part.end > 16 || !isExact(part.range)) return null;
  const listed = wholesOf(audit, part);
  const wholes = listed.length > 0 ? listed : largerBefore(reading, rate, part);
  if (wholes.length === 0 || wholes.some((whole) => fits(part.value / whole, rate))) return null;
  const whole = wholes[0] as number;
  return wrongRate(reading, rate, { part, whole });
}

/** 征集意见73条，采纳41条，占比56.2% */
const largerBefore = (reading: Reading, rate: IndexedRate, part: Statement): readonly number[] =>
  before(reading.statements, rate)
    .filter(
      ({ context, measure, range }) =>
        context.sentence === part.context.sentence && measure === part.measure && isExact(range),
    )
    .map(({ value }) => value)
    .filter((value) => value > part.value);

/** What the part may be a share of. */
function wholesOf(audit: Audit, part: Statement): readonly number[] {
  const owners = audit
    .partOf(part)
    .flatMap(({ whole }) => [whole, ...audit.partOf(whole).map((one) => one.whole)]);
  const facts = factsOf(audit);
  const keys = part.context.topic === "申请" ? REQUESTS : [];
  const [received, carried] = [facts.value("requests.received"), facts.value("requests.carriedIn")];
  const both = received !== null && carried !== null && keys.length > 0 ? [received + carried] : [];
  const named = keys.filter((key) => key !== part.key).flatMap((key) => facts.value(key) ?? []);
  return [
    ...owners.filter(({ range }) => isExact(range)).map(({ value }) => value),
    ...named,
    ...both,
  ].filter((one) => one > 0);
}

const REQUESTS = ["requests.answered", "requests.accepted", "requests.received"];

/** 收到5件，办结4件，办结率100% */
function handled(audit: Audit, reading: Reading, rate: IndexedRate): Remark | null {
  const kind = /(?<!按时|按期|及时|限时)(办结|答复|办复|回复|满意|面商)率(?:为|达到?|均为|均达|是|:)*$/.exec(
    rate.context.phrase,
  )?.[1];
  if (!kind) return null;
  const counts = countsBefore(reading, rate).filter(
    ({ range, context }) => isExact(range) && context.wholeYear,
  );
  const part = counts.findLast(
    ({ context, name }) => (context.label + name).includes(kind) && !/未|不/.test(name),
  );
  if (!part) return null;
  const wholes = counts.filter(
    (one) => one !== part && one.value >= part.value && one.measure === part.measure,
  );
  const possible = [
    ...wholes.map(({ value }) => value),
    ...(part.context.topic === "申请" ? wholesOf(audit, part) : []),
  ];
  if (
    possible.length === 0 ||
    [...possible, part.value].some(
      (whole) => whole > 0 && whole !== part.value && fits(part.value / whole, rate),
    )
  )
    return null;
  if (possible.includes(part.value) && fits(1, rate)) return null;
  return wrongRate(reading, rate, { part, whole: Math.max(...possible) });
}

const fits = (ratio: number, { value, step }: IndexedRate): boolean =>
  Math.abs(ratio * 100 - value) <= step / 2 + 1e-9;

function wrongRate(
  reading: Reading,
  rate: IndexedRate,
  { part, whole }: { readonly part: Statement; readonly whole: number },
): Remark {
  const exact = (part.value / whole) * 100;
  const off = Math.abs(exact - rate.value);
  const decimals = String(rate.step).split(".")[1]?.length ?? 0;
  const light = off < rate.step + 1e-9 && rate.step <= 0.1;
  return remarkOf(reading, rate, {
    from: part,
    arithmetic: `${shown(part.value)} ÷ ${shown(whole)} = ${shown(Math.round(exact * 1000) / 1000)}%`,
    right: `改为“${exact.toFixed(decimals)}%”`,
    ...(light ? { light } : {}),
    why: light
      ? text("百分比未按四舍五入", "The rate is cut off or rounded the wrong way")
      : text("百分比与件数不符", "The rate does not follow from the counts"),
  });
}

interface Wrong {
  /** Where the excerpt begins. */
  readonly from: Pick<Statement, "start" | "context">;
  readonly arithmetic: string;
  readonly right: string;
  readonly why: { readonly zh: string; readonly en: string };
  readonly light?: boolean;
}

function remarkOf(
  reading: Reading,
  rate: IndexedRate,
  { from, arithmetic, right, why, light }: Wrong,
): Remark {
  const start = from.start - from.context.phrase.length;
  const written = reading.text.slice(rate.start, rate.end);
  return {
    rule: "N20_RATE",
    severity: light ? "INFO" : "WARNING",
    at: `${reading.section}.${nameHash(from.context.phrase + rate.context.phrase)}`,
    excerpt: reading.passage.excerpt(start, rate.end),
    expected: null,
    actual: shown(rate.value),
    arithmetic,
    message: text(
      `${why.zh}：${arithmetic}，文中写 ${written}`,
      `${why.en}: ${arithmetic}, the text says ${written.replace(/百分之/, "")}`,
    ),
    suggestion: text(right, "Compute the rate again, or leave it out"),
  };
}
