import { text } from "../../kernel/text.js";
import { factsOf } from "../facts.js";
import { isExact } from "../interval.js";
import { isJoined, isTotal } from "../kinship.js";
import { nameHash, shown, type Audit, type Check, type Remark } from "../remark.js";
import { countBefore, type IndexedRate, type Reading, type Statement } from "../statements.js";

/** N20: 占, 办结率, 满意率 from the counts beside them; no rate of nothing. */
export const rates: Check = (audit) =>
  audit.readings.flatMap((reading) =>
    reading.rates.flatMap((rate) => {
      if (rate.points || CHANGE.test(rate.context.phrase)) return [];
      const remark =
        ofNothing(reading, rate) ??
        explained(reading, rate) ??
        share(audit, reading, rate) ??
        shareAhead(audit, reading, rate) ??
        handled(audit, reading, rate);
      return remark ? [remark] : [];
    }),
  );

const CHANGE = /同比|环比|增长|下降|增加|减少|上升|提高|增幅|降幅|提升|压缩|节约|较|超额/;

/** 建议0件、提案0件，办结率100% */
function ofNothing(reading: Reading, rate: IndexedRate): Remark | null {
  if (!/率/.test(rate.context.phrase)) return null;
  const counts = countsBefore(reading, rate);
  const [first] = counts;
  if (first ? counts.some(({ value }) => value !== 0) : !saysNone(reading, rate)) return null;
  return remarkOf(reading, rate, {
    from: first ?? null,
    arithmetic: "0 ÷ 0",
    right: "删去百分比",
    why: text("没有一件，不能有百分比", "There is none, so there is no rate"),
  });
}

/** 未收到申请，办结率100% */
function saysNone(
  { text: all }: Reading,
  { start, context: { sentenceStart, phrase } }: IndexedRate,
): boolean {
  const sentence = all.slice(Math.max(sentenceStart, start - 80), start);
  return /(?:办结|答复|办复|回复)率/.test(phrase) && NOTHING.test(sentence);
}
const NOTHING = /(?:未|没有|无)(?:收到|接到|受理|承办)?[^,。不逾超]{0,14}(?:申请|建议|提案|议案)(?:,|$)/;

/** The counts of the rate's subject: of its sentence, and if there are none, of the one before it in the line. */
function countsBefore({ statements }: Reading, rate: IndexedRate): readonly Statement[] {
  const near = before(statements, rate);
  const same = near.filter(({ context }) => context.sentence === rate.context.sentence);
  return same.length > 0
    ? same
    : near.filter(({ context }) => context.sentence === rate.context.sentence - 1);
}

/** 满意率96%，发放问卷200份，其中满意192份: up to the next rate of its sentence. */
function countsAfter({ statements, rates: all }: Reading, rate: IndexedRate): readonly Statement[] {
  const at = countBefore(statements, rate.index);
  const next = all[countBefore(all, rate.index) + 1]?.index ?? Infinity;
  return statements
    .slice(at, at + 6)
    .filter(({ context, index }) => context.sentence === rate.context.sentence && index < next);
}

/** The last figures before a rate, in its line. */
function before(statements: readonly Statement[], { index, context }: IndexedRate): readonly Statement[] {
  const at = countBefore(statements, index);
  return statements.slice(Math.max(0, at - 12), at).filter((one) => one.context.line === context.line);
}

const OF_WHOLE =
  /^(?:约|分别)?占(?:比|总数|总量|全部|全年|本年度?|当年|主动公开|答复|办结|办理|新收|收到|受理|申请|信息量?|文件|案件|公开|发布|推送|网站|各类|行政|政策|政府|件|条|的|数|量|例|重|为|达|约|总)*$/;

/** 予以公开42件，占42.86%; 予以公开9件，占全部36件办结申请的25% */
function share(audit: Audit, reading: Reading, rate: IndexedRate): Remark | null {
  if (/分别/.test(rate.context.phrase)) return shares(audit, reading, rate);
  const earlier = before(reading.statements, rate);
  const last = earlier.at(-1);
  const named =
    last && /占[^,。]{0,12}$/.test(last.context.label) && /^[^,。]{0,12}的$/.test(rate.context.phrase);
  const part = named ? earlier.at(-2) : last;
  if (!part || !isExact(part.range) || (!named && !OF_WHOLE.test(rate.context.phrase))) return null;
  if (rate.start - part.end > (named ? 40 : 24)) return null;
  const listed = wholesOf(audit, part);
  const wholes = named
    ? [last.value]
    : [
        ...listed,
        ...(listed.length > 0 && audit.partOf(part).length > 0 ? [] : largerBefore(reading, rate, part)),
      ];
  if (wholes.length === 0 || wholes.some((whole) => fits(part.value / whole, rate))) return null;
  return wrongRate(reading, rate, { part, whole: wholes[0] as number });
}

/** 自然人提出的占九成，为27件，法人提出3件，总量30件: the part follows its share, the whole stands in the sentence. */
function shareAhead(audit: Audit, reading: Reading, rate: IndexedRate): Remark | null {
  const { statements, text: all } = reading;
  const part = statements[countBefore(statements, rate.index)];
  if (!part || !isExact(part.range) || !/占$/.test(rate.context.phrase)) return null;
  if (!/^,?(?:即|为|共|计|有)$/.test(all.slice(rate.end, part.start))) return null;
  const totals = statements.filter(
    (one) =>
      one.context.sentence === part.context.sentence &&
      one.measure === part.measure &&
      isExact(one.range) &&
      (one.role.sum || isTotal(one)) &&
      one.value > part.value,
  );
  const wholes = [...totals.map(({ value }) => value), ...wholesOf(audit, part)];
  const [whole] = wholes;
  return whole === undefined || wholes.some((one) => fits(part.value / one, rate))
    ? null
    : wrongRate(reading, rate, { part, whole });
}

/** 自然人45件、法人5件，分别占90%和10%: the last counts, one for each rate. */
function shares(audit: Audit, reading: Reading, rate: IndexedRate): Remark | null {
  const series = [rate];
  const at = countBefore(reading.rates, rate.index);
  for (const next of reading.rates.slice(at + 1, at + 8)) {
    const gap = reading.text.slice(series.at(-1)?.end, next.start);
    if (!/^[、,和及]$/.test(gap)) break;
    series.push(next);
  }
  const parts = before(reading.statements, rate).slice(-series.length);
  if (parts.length < series.length || !OF_WHOLE.test(rate.context.phrase.replace("分别", ""))) return null;
  for (const [i, part] of parts.entries()) {
    const [own, wholes] = [series[i] ?? rate, wholesOf(audit, part)];
    if (!isExact(part.range) || wholes.length === 0) return null;
    if (!wholes.some((whole) => fits(part.value / whole, own)))
      return wrongRate(reading, own, { part, whole: wholes[0] as number });
  }
  return null;
}

/** 征集意见73条，采纳41条，占比56.2%; 建议16件、提案20件，其中A类34件，占94.4%, which is of both together. */
function largerBefore(reading: Reading, rate: IndexedRate, part: Statement): readonly number[] {
  const earlier = before(reading.statements, rate).filter(
    ({ context, measure, range }) =>
      context.sentence === part.context.sentence && measure === part.measure && isExact(range),
  );
  const together = earlier.flatMap((one, i) => {
    const last = earlier[i - 1];
    return last && one !== part && isJoined(one) ? [last.value + one.value] : [];
  });
  return [...earlier.map(({ value }) => value), ...together].filter((value) => value > part.value);
}

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

/** What a rate counts: the words by which its numerator is named. */
const COUNTED: readonly (readonly [rate: RegExp, words: RegExp])[] = [
  [/(?:按时|按期|及时|限时|如期)[办答回][结复]率/, /按时|按期|及时|限时|如期/],
  [/(?:办结|办理)率/, /办结|办理完毕|完成办理/],
  [/(?:答复|办复|回复)率/, /答复|办复|回复|办结/],
  [/(?<!不)满意率/, /满意/],
  [/面商率/, /面商/],
  [/解读率/, /解读/],
  [/采纳率/, /采纳/],
  [/采用率/, /采用/],
  [/原创率/, /原创/],
  [/整改(?:完成)?率/, /整改/],
  [/合格率/, /合格/],
  [/完成率/, /完成/],
  [/(?:纠错|纠正)率/, /纠正|纠错|撤销/],
  [/维持率/, /维持/],
  [/覆盖率/, /^(?=有|已|中|其中).*(?:建成|覆盖|设立|设置|配备|开通|实现)/],
];

/** 回收率 counts what is 收回, where the table says nothing else. */
function countedBy(phrase: string): RegExp | undefined {
  const [, one = "", two = ""] = /([\u4e00-\u9fff])([\u4e00-\u9fff])率(?!.*率)/.exec(phrase) ?? [];
  const known = COUNTED.find(([name]) => name.test(phrase))?.[1];
  return known ?? (one === "" ? undefined : new RegExp(`${one}${two}|${two}${one}`));
}

const ENDS_IN_RATE = /[\u4e00-\u9fff]率(?:均)?(?:为|达到?|是|:)?$/;

/** 收到5件，办结4件，办结率100%; 规范性文件6件，解读5篇，解读率100% */
function handled(audit: Audit, reading: Reading, rate: IndexedRate): Remark | null {
  const { phrase } = rate.context;
  const words = ENDS_IN_RATE.test(phrase) ? countedBy(phrase) : undefined;
  if (!words) return null;
  const earlier = countsBefore(reading, rate);
  const counts = (earlier.length > 0 ? earlier : countsAfter(reading, rate)).filter(
    ({ range, context, role }) => isExact(range) && context.wholeYear && !role.change,
  );
  const parts = counts.filter((one) => isCountedBy(one, words));
  const part = parts.at(-1);
  if (!part) return null;
  const least = Math.max(...parts.map(({ value }) => value));
  const wholes = counts.filter(
    (one) => !parts.includes(one) && one.value >= least && areCountedTogether(one, part),
  );
  const possible = [
    ...inBracketAfter(reading, rate),
    ...wholes.map(({ value }) => value),
    ...(part.context.topic === "申请" ? wholesOf(audit, part) : []),
  ];
  if (possible.length === 0) return null;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const numerators = [...parts.map(({ value }) => value), sum];
  const denominators = [...possible, ...parts.map(({ value }) => value)];
  const right = numerators.some((value) =>
    denominators.some(
      (whole) => whole > 0 && (whole !== value || possible.includes(whole)) && fits(value / whole, rate),
    ),
  );
  return right ? null : wrongRate(reading, rate, { part, whole: Math.max(...possible) });
}

/** 办结数占新收数的95%(新收20件，办结19件) */
function explained(reading: Reading, rate: IndexedRate): Remark | null {
  const { text: all, statements } = reading;
  if (all[rate.end] !== "(" || !/占|率/.test(rate.context.phrase)) return null;
  const at = countBefore(statements, rate.index);
  const bracket = statements[at]?.context.bracket;
  const inside = statements.slice(at, at + 3).filter(({ context }) => context.bracket === bracket);
  const [first, second] = inside;
  if (!first || !second || inside.length > 2 || first.measure !== second.measure) return null;
  if (!all.slice(rate.end, first.start).startsWith("(") || !inside.every(({ range }) => isExact(range)))
    return null;
  const [part, whole] = first.value < second.value ? [first, second] : [second, first];
  return whole.value === 0 || fits(part.value / whole.value, rate)
    ? null
    : wrongRate(reading, rate, { part, whole: whole.value });
}

/** 延期2件，延期率16.7%(共12件) */
function inBracketAfter({ text: all, statements }: Reading, { index, end }: IndexedRate): readonly number[] {
  if (!/^\(共(?:计|有)?\d/.test(all.slice(end, end + 5))) return [];
  const whole = statements[countBefore(statements, index)];
  return whole && isExact(whole.range) ? [whole.value] : [];
}

const isCountedBy = ({ name, context: { label, after } }: Statement, words: RegExp): boolean =>
  words.test(label + name + after) && !/未|不(?!予)/.test(name);

/** 规范性文件6件 and 解读5篇 are both texts. */
const areCountedTogether = (one: Statement, other: Statement): boolean =>
  one.measure === other.measure || [one, other].every(({ measure }) => /^[件篇份条]$/.test(measure));

const fits = (ratio: number, { range }: IndexedRate): boolean =>
  ratio * 100 >= range.low - 1e-9 && ratio * 100 <= range.high + 1e-9;

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
    instead: `${exact.toFixed(decimals)}%`,
    ...(light ? { light } : {}),
    why: light
      ? text("百分比未按四舍五入", "The rate is cut off or rounded the wrong way")
      : text("百分比与件数不符", "The rate does not follow from the counts"),
  });
}

interface Wrong {
  /** The figure that the rate is of; null if the text names none. */
  readonly from: Statement | null;
  readonly arithmetic: string;
  readonly right: string;
  /** The rate that should be written. */
  readonly instead?: string;
  readonly why: { readonly zh: string; readonly en: string };
  readonly light?: boolean;
}

function remarkOf(
  reading: Reading,
  rate: IndexedRate,
  { from, arithmetic, right, instead, why, light }: Wrong,
): Remark {
  const figure = from ?? rate;
  const start = figure.start - figure.context.phrase.length;
  const written = reading.text.slice(rate.start, rate.end);
  return {
    rule: "N20_RATE",
    severity: light ? "INFO" : "WARNING",
    at: `${reading.section}.${nameHash((from?.context.phrase ?? "") + rate.context.phrase)}`,
    excerpt: reading.passage.excerpt(Math.min(start, rate.start), Math.max(rate.end, figure.end)),
    expected: null,
    actual: shown(rate.value),
    arithmetic,
    message: text(
      `${why.zh}：${arithmetic}，文中写 ${written}`,
      `${why.en}: ${arithmetic}, the text says ${written.replace(/百分之/, "")}`,
    ),
    suggestion: text(right, "Compute the rate again, or leave it out"),
    ...(instead === undefined
      ? {}
      : { replacement: reading.passage.replacement(rate.start, rate.end, instead) }),
  };
}
