import { NUMBER, readNumber, YEAR_NUMBER } from "./numerals.js";
import type { SectionKey } from "../forms/index.js";
import { passageOf, type Passage, type Span } from "./passage.js";
import type { CheckInput, Excerpt } from "./rule.js";

/**
 * Wordings of figures that a ledger keeps, over plain text: NFKC, so `,` and `;` include the Chinese marks. `{n}` is
 * the number, `{key}` the figure's key, if any. Only unambiguous wordings are listed: a missed figure costs nothing,
 * a misread one costs a clerk an explanation.
 */
export interface Wording {
  readonly key: string;
  readonly patterns: readonly RegExp[];
  /** Marks another figure or a part: the phrase before it has one of these names, and no word for all. */
  readonly unless?: { readonly names: RegExp; readonly except: RegExp };
}

/** The number, exact: not 900余条, 900条以上, nor the first of several: 34条（政策文件）和41条（动态）. */
const N = `(?<n>${NUMBER})`;
const exactly = (measures: string): string =>
  `${N}(?:${measures})(?!次|余|多|以上|左右|上下|以内|(?:\\([^()]{0,20}\\))?[、和及与]${NUMBER}(?:${measures}))`;

const ITEMS = "[条件篇项份]";
const INFORMATION = "(?:各类|各项|全部)?(?:政府|政务|公开)?信息(?:公开)?(?:总数|总量|数量)?";
const IN_ALL = "(?:共计|总计|合计|累计|共|计|为|达到|达)?:?";

/** Words for a part: a place of publication, a field, a time, an office below. */
const PART =
  /通过|利用|依托|借助|运用|其中|领域|方面|栏目|专栏|专题|专区|网|微信|微博|公众号|公报|公示|公告|公开栏|视频号|抖音|头条|客户端|APP|广播|电视|报纸|报刊|媒体|季度|半年|月|重点|围绕|涉及|针对|关于|类|科室|股室|下属|所属|社区|村|转发|解读|回应|原创/g;
const WHOLE = /等(?:多?种|多个|各类)?(?:渠道|平台|方式|形式|途径|载体)|各(?:渠道|平台)|多渠道/g;

/** 主动公开的总条数 */
export const TOTAL_WORDINGS: readonly Wording[] = [
  {
    key: "total",
    // 政府网站共公开59条 is the website's; 网站、微信等渠道共公开911条 is all of them.
    unless: { names: PART, except: WHOLE },
    patterns: [
      new RegExp(
        `(?:共|累计|总计|合计)(?:计)?(?:向社会)?(?:主动)?(?:公开|发布)(?:了)?${INFORMATION}${IN_ALL}${exactly(ITEMS)}`,
        "g",
      ),
      new RegExp(`主动公开(?:了)?${INFORMATION}${IN_ALL}${exactly(ITEMS)}`, "g"),
    ],
  },
];

/** A name in a list of names (网站、微信发布935条) has no number of its own. */
const ALONE = "(?<!(?<![条篇件])[、和及与])(?<!其他|其它)";
const ACCOUNT = "(?:[“\"'‘][^“”\"'‘’\\n]{1,20}[”\"'’])?";

/** 政府网站59条, 微信公众号“筑梦环山”共发布信息876条; but not 政府网站办理留言92条. */
const channel = (names: string): RegExp =>
  new RegExp(
    `${ALONE}(?:${names})${ACCOUNT}(?:共计|共|累计)?(?:主动)?(?:公开|发布|推送)?(?:${INFORMATION})?${IN_ALL}${exactly("[条篇件]")}`,
    "g",
  );

/** 各渠道的条数; other names, such as 其他新媒体, are no channel of the ledger. */
export const CHANNEL_WORDINGS: readonly Wording[] = [
  { key: "WEBSITE", patterns: [channel("政府网站|门户网站|官方网站|官网")] },
  { key: "WECHAT", patterns: [channel("微信公众号|微信公众平台|政务微信|官方微信|微信")] },
  { key: "WEIBO", patterns: [channel("政务微博|官方微博|微博")] },
  { key: "PRESS", patterns: [channel("新闻媒体|报刊|报纸|广播|电视")] },
  { key: "GAZETTE", patterns: [channel("政府公报|公报")] },
  { key: "BULLETIN", patterns: [channel("公示栏|公告栏|公开栏|宣传栏")] },
  { key: "VIDEO", patterns: [channel("微信视频号|视频号|抖音")] },
  { key: "APP", patterns: [channel("客户端|APP")] },
];

/**
 * 栏目的条数, by the plain names of a unit's own catalogue; `key` is the one named. 公告公示3条 says nothing of a category
 * 公示.
 */
export function categoryWording(names: readonly string[]): Wording {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const either = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|");
  const before = '(?<=^|[,;。、:\\n(“"]|其中|发布|公开)';
  return {
    key: "category",
    patterns: [new RegExp(`${before}(?<key>${either})[”"]?(?:类|类信息|信息)?共?${exactly("[条]")}`, "g")],
  };
}

const UNTIL_NUMBER = "[^\\d,;。、:\\n等和及与近约超逾]{0,24}?";

const cases = (names: string): RegExp =>
  new RegExp(`${ALONE}(?:${names})${UNTIL_NUMBER}${exactly("件")}`, "g");

/** 建议和提案的件数 */
export const PROPOSAL_WORDINGS: readonly Wording[] = [
  { key: "CONGRESS_SUGGESTION", patterns: [cases("人大代表(?:意见)?建议|代表建议|人大建议")] },
  { key: "CPPCC_PROPOSAL", patterns: [cases("政协(?:委员)?提案|委员提案")] },
];

/** One form or author of interpretations (图文解读6篇、负责人解读2篇) is a part of them. */
const PART_OF_INTERPRETATIONS =
  "(?<!文字|图文|图解|图表|视频|音频|动漫|专家|负责人|部门|媒体|文件和|文件及|文件与|文件、|后)";

/** 政策解读的篇数; joint figures (文件和解读信息21条) are no figure of the interpretations. */
export const INTERPRETATION_WORDINGS: readonly Wording[] = [
  {
    key: "INTERPRETATIONS",
    patterns: [
      new RegExp(
        `${ALONE}(?:政策|文件)?${PART_OF_INTERPRETATIONS}解读(?:材料|信息|稿件|稿|文章|产品)?${IN_ALL}${exactly("[篇条件份]")}`,
        "g",
      ),
    ],
  },
];

/** A figure that a text states, and where. */
export interface StatedFigure {
  readonly key: string;
  readonly value: number;
  /** 1.9万 stands for any number that rounds to it. */
  readonly step: number;
  readonly excerpt: Excerpt;
  /** Where its sentence begins: figures of one sentence belong together. */
  readonly sentence: number;
}

/** True if the text states this number. */
export const states = ({ value, step }: Pick<StatedFigure, "value" | "step">, counted: number): boolean =>
  step === 1 ? value === counted : Math.abs(value - counted) < step;

const SENTENCE_END = /[。\n]/g;
const CLAUSE_END = /[。;\n(]/g;
const PHRASE_END = /[,。;:\n(]/g;
const ANOTHER_TIME = /上年|去年|上一年|同期|前年|半年|季度|以来/g;
const YEAR = new RegExp(`(?<!\\d)${YEAR_NUMBER}年`, "g");

type Texts = Pick<CheckInput, "sections" | "year">;

/**
 * Figures of the report's year that a section states. A figure stated twice with different numbers is left out: a
 * finding must not be a guess.
 */
export const statedFigures = (
  texts: Texts,
  section: SectionKey,
  wordings: readonly Wording[],
): StatedFigure[] =>
  wordings.flatMap((wording) => {
    const found = everyStated(texts, section, wording);
    return new Set(found.map(({ value }) => value)).size > 1 ? [] : found.slice(0, 1);
  });

/** All statements of a figure of the report's year. */
export function everyStated(
  { sections, year }: Texts,
  section: SectionKey,
  { key, patterns, unless }: Wording,
): StatedFigure[] {
  const passage = passageOf(sections, section);
  return patterns
    .flatMap((pattern) => [...passage.text.matchAll(pattern)])
    .map((match) => ({ match, start: match.index, end: match.index + match[0].length }))
    .filter((found) => isOfYear(passage, found, year) && !(unless && isAnother(passage, found, unless)))
    .flatMap(({ match: { groups }, start, end }) => {
      const number = readNumber(groups?.n ?? "");
      if (!number) return [];
      const sentence = passage.startOfPart(start, SENTENCE_END);
      return [{ key: groups?.key ?? key, ...number, excerpt: passage.excerpt(start, end), sentence }];
    });
}

/** True if the last year named in the clause is the report's, or none is named. */
function isOfYear(passage: Passage, { end }: Span, year: number): boolean {
  const start = passage.startOfPart(end, CLAUSE_END);
  if (passage.has(ANOTHER_TIME, start, end)) return false;
  const named = passage.occurrences(YEAR).lastWithin(start, end);
  return named === null || readNumber(passage.text.slice(named.start, named.end - 1))?.value === year;
}

/** True if the phrase before it names a single thing that the figure belongs to. */
function isAnother(
  passage: Passage,
  { start: end }: Span,
  { names, except }: NonNullable<Wording["unless"]>,
): boolean {
  const start = passage.startOfPart(end, PHRASE_END);
  return passage.has(names, start, end) && !passage.has(except, start, end);
}
