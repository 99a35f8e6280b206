import type { Interval } from "./interval.js";
import { readNumber } from "./numerals.js";
import { PERCENTAGE, readPercentage } from "./percentages.js";

/** What a text says a figure has become since last year: 同比下降100%, 较上年增加1件, 翻了一番. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Where the words of rise or fall begin within `written`: 下降100%; null for 持平, 翻番 and 是…的2倍. */
  readonly verb: number | null;
  /** 较上年; "" where another change before it names it. */
  readonly base: string;
  readonly sign: 1 | -1 | 0;
  readonly amount: number;
  readonly step: number;
  /** What the amount may stand for. */
  readonly range: Interval;
  /** %, 倍, 番, or a measure. */
  readonly unit: string;
  /** 增加到: a level, not a change. */
  readonly to: boolean;
  /** A count said with 余, 近, 超. */
  readonly vague: boolean;
  /** Last year's number, as the wording itself gives it. */
  readonly before: number | null;
  /** The change before it in its sentence: 增加9件，增长24.3%. */
  readonly sooner: Change | null;
}

const BASE =
  "同比(?:上一?年|去年|20\\d\\d年)?(?:的?\\d+[件条篇份宗])?|环比|(?:较|比|与|同|和|相较于?|相比)(?:于)?(?:上一?年|去年|前一年|20\\d\\d年)度?(?:同期|全年)?(?:(?:的|为)?\\d+(?:\\.\\d+)?万?[件条篇份宗次个起例期元]?|\\(\\d+[件条篇份宗次个起例期]\\))?(?:相比|比较|同比)?";
const RISE =
  "净增|增长率?|增加|上升|提高|提升|增幅|升高|增多|多(?:收到|受理|办理|接收|公开|发布)?了?(?:申请|信息)?|增";
const FALL = "下降|减少|降低|下滑|降幅|缩减|少(?:收到|受理|办理|接收|公开|发布)?了?(?:申请|信息)?|减|降";
const SAME = "持平|相同|一致|无变化|没有变化";
const DIGIT = "[一两二三四五六七八九十]";
const AMOUNT = `(?<loose>将近|接近|超过|不足|大约|[近约超逾])?(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?万?|${DIGIT})(?<vague>[余多])?(?<unit>倍(?:多|以上)?|元|[件条篇份宗次个起例](?!百分))`;
const CHANGE = new RegExp(
  `(?:(?<base>${BASE}),?(?:[^,。;:\\d()]{0,6}?)|(?<=[,;()、即])(?:约|即|共|也就是)?|(?=增幅|降幅))(?:(?<same>${SAME})|(?<doubled>(?:实现)?翻了?(?<times>${DIGIT}|\\d)?番)|(?:(?<rise>${RISE})|(?<fall>${FALL}))(?:了|达到?)?(?<to>[到至为])?(?:(?<percent>${PERCENTAGE}|一半)|${AMOUNT}))`,
  "g",
);

/** 为上年42件的2倍; 是2022年的1.5倍 */
const RATIO = new RegExp(
  `(?:是|为|达到?|相当于)(?<base>(?:上一?年|去年|20\\d\\d年)度?(?:同期|全年)?)(?:的)?\\(?(?:(?<before>\\d+)[件条篇份宗次个起例期]?)?\\)?的(?<number>\\d+(?:\\.\\d+)?|${DIGIT})倍(?<vague>多|以上)?`,
  "g",
);

/** All changes in a text, in its order. */
export function changesIn(all: string): readonly Change[] {
  const found = [...all.matchAll(CHANGE), ...all.matchAll(RATIO)].sort((a, b) => a.index - b.index);
  let [sooner, length]: [Change | null, number] = [null, 0];
  return found.flatMap((match) => {
    const next = changeOf(match);
    if (!next) return [];
    const gap = sooner && !sooner.to ? all.slice(sooner.end, next.start) : "。";
    length = length < 3 && (/^[,;、(即]{0,2}$/.test(gap) || IN_ALL.test(gap)) ? length + 1 : 0;
    const change: Change = { ...next, sooner: length > 0 ? sooner : null };
    sooner = change;
    return [change];
  });
}

/** 比去年多收到3件申请，共10件，增长43% */
const IN_ALL = /^[^,;。\d]{0,6},(?:共计?|总计|合计|达到?)\d+[件条篇份宗次个起例],$/;

/** Where the first of several changes in a row begins. */
export const chainStart = (change: Change | null): number | null =>
  change ? (chainStart(change.sooner) ?? change.start) : null;

function verbIn(written: string, base: string, verb: string | undefined): number | null {
  const at = verb === undefined ? -1 : written.indexOf(verb, base.length);
  return at < 0 ? null : at;
}

type Amount = Pick<Change, "amount" | "step" | "range" | "unit" | "vague">;

function changeOf({ 0: written, index, groups = {} }: RegExpExecArray): Omit<Change, "sooner"> | null {
  const { base = "", same, rise, fall, to, percent = "" } = groups;
  if (base.startsWith("环比") || percent.includes("个百分点") || /基本(?:持平|相同|一致)/.test(written))
    return null;
  const amount = amountOf(groups);
  const inBase =
    groups.before ??
    /(?:年度?(?:同期|全年)?(?:的|为)?|\(|同比的?)(\d+(?:\.\d+)?万?)(?![\d年])/.exec(base)?.[1];
  return {
    ...{ start: index, end: index + written.length, written, base, ...amount },
    verb: verbIn(written, base, rise ?? fall),
    sign: same ? 0 : fall ? -1 : 1,
    to: to !== undefined && (to !== "为" || percent === "") && !/[增降]幅/.test(written),
    before: inBase === undefined ? null : valueOf(inBase),
  };
}

function amountOf({
  percent,
  doubled,
  times = "一",
  number = "0",
  loose,
  vague,
  unit = "倍",
}: Groups): Amount {
  const share = percent === undefined ? null : readPercentage(percent);
  if (share) return { amount: share.value, step: share.step, range: share.range, unit: "%", vague: false };
  const value = doubled === undefined ? valueOf(number) : 2 ** valueOf(times);
  return {
    amount: value,
    step: (number.endsWith("万") ? MYRIAD : 1) * 10 ** -(number.replace("万", "").split(".")[1]?.length ?? 0),
    range: { low: value, high: value },
    unit: doubled === undefined ? unit.slice(0, 1) : "番",
    vague: (loose ?? vague) !== undefined || unit.length > 1,
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

const MYRIAD = 10_000;

/** 1.5, 1,200, 3.5万, 两 */
const valueOf = (number: string): number =>
  /^\d[\d,.]*$/.test(number) ? Number(number.replaceAll(",", "")) : (readNumber(number)?.value ?? 0);
