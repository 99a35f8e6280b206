/**
 * How reports word the figures that a ledger keeps, over plain text: NFKC, so `,` and `;` are the Chinese marks, too.
 * `{n}` is the number, and `{key}`, if there is one, the figure's key; between a name and its number nothing may stand that begins another matter.
 */
export interface Wording {
  readonly key: string;
  readonly patterns: readonly RegExp[];
  /** What makes it another figure: the phrase before it has one of these names, and nothing that adds a second. */
  readonly unless?: { readonly names: RegExp; readonly except: RegExp };
}

/** A name that stands in a row of names (网站、微信发布935条) has no number of its own. */
const ALONE = "(?<!(?<![条篇件])[、和及与])";
const UNTIL_NUMBER = "[^\\d,;。、:\\n等和及与]{0,24}?";

const named = (names: string, unit: string): RegExp =>
  new RegExp(`${ALONE}(?:${names})${UNTIL_NUMBER}(?<n>\\d+)${unit}`, "g");

/** 主动公开的总条数 */
export const TOTAL_WORDINGS: readonly Wording[] = [
  {
    key: "total",
    // 政府网站共公开59条 is the website's; 网站、微信等渠道共公开911条 is all of them.
    unless: { names: /网站|微信|微博|公报|公示栏|公告栏|视频号|客户端/g, except: /[、和及与等]/g },
    patterns: [
      /(?:共|累计|总计|合计)(?:计|主动)?(?:主动)?(?:公开|发布)[^\d,;。、:\n]{0,12}?(?<n>\d+)条/g,
      /主动公开(?:各类)?(?:政府)?信息(?:共计|共|总计|合计|累计|总数为?)?(?<n>\d+)条/g,
    ],
  },
];

/** 各渠道的条数; others that reports name, 其他新媒体 say, are no channel of ours. */
export const CHANNEL_WORDINGS: readonly Wording[] = [
  { key: "WEBSITE", patterns: [named("政府网站|门户网站|官方网站|官网", "[条篇]")] },
  { key: "WECHAT", patterns: [named("微信公众号|微信公众平台|政务微信|官方微信|微信(?!视频)", "[条篇]")] },
  { key: "WEIBO", patterns: [named("微博", "[条篇]")] },
  { key: "PRESS", patterns: [named("新闻媒体|报刊|报纸|广播|电视", "[条篇]")] },
  { key: "GAZETTE", patterns: [named("政府公报|公报", "[条篇]")] },
  { key: "BULLETIN", patterns: [named("公示栏|公告栏|公开栏|宣传栏", "[条篇]")] },
  { key: "VIDEO", patterns: [named("视频号|抖音", "[条篇]")] },
  { key: "APP", patterns: [named("客户端|APP", "[条篇]")] },
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
    patterns: [new RegExp(`${before}(?<key>${either})[”"]?(?:类|类信息|信息)?共?(?<n>\\d+)条`, "g")],
  };
}

/** 建议和提案的件数 */
export const PROPOSAL_WORDINGS: readonly Wording[] = [
  { key: "CONGRESS_SUGGESTION", patterns: [named("人大代表(?:意见)?建议|代表建议|人大建议", "件")] },
  { key: "CPPCC_PROPOSAL", patterns: [named("政协(?:委员)?提案|委员提案", "件")] },
];
