import type { Figure } from "./figures.js";
import { CHANNELS } from "./vocabulary.data.js";

/** A subject that reports share: which phrases, topics and measures state it. */
interface Subject {
  readonly key: string;
  /** Words right before the number, to its left end. */
  readonly wording: RegExp;
  /** Words that make it something else. */
  readonly unless?: RegExp;
  /** The subject must be named: in the phrase itself, or before it in the line. */
  readonly topic?: RegExp;
}

const CASES = /^(?:[件宗份次个起例条]|件次|)$/;
const ITEMS = /^(?:[条件篇份则项个]|条次|件次|篇次)$/;
const IN_ALL = "(?:共计|总计|合计|累计|总数|总量|数量|数|量|共|计|为|达到|达|有|了|:)*";
const ends = (words: string): RegExp => new RegExp(`(?:${words})${IN_ALL}$`);

const NOT_OURS =
  /协助|转办|交办|移送|会办|其中|减免|要求|上级|历年|同比|人大|政协|群众来|信访|撤回|撤销|行政许可|低保|救助|未/;
const ONE_WAY =
  /通过|纸质|网上|网络|在线|书面|信函|当面|现场|邮|传真|平台|窗口|自然人|公民|法人|企业|其他组织|个人/;
const OPEN_REQUEST =
  "(?:(?:书面|有效)?(?:政府|政务)?(?:信息)?(?:公开)?(?:的)?(?:政府)?(?:信息)?(?:公开)?申请(?:公开)?(?:政府信息)?(?:件|事项|信息)?|(?:政府信息)?依申请公开(?:的)?(?:政府)?(?:信息)?(?:公开)?(?:申请)?(?:件|事项)?)";

/** In order: the first that fits. */
const OF_REQUESTS: readonly Subject[] = [
  {
    key: "requests.carriedOut",
    wording: ends(
      "结转(?:至|到|入)?(?:下一?|次|明)年度?(?:继续)?(?:办理|处理)?(?:的)?(?:申请)?|转(?:入|至|到)?下一?年度?(?:继续)?(?:办理)?|结转(?:至|到)20\\d\\d年(?:度)?(?:继续)?(?:办理)?|结转(?:至|到|入)?20\\d\\d年(?:度)?(?:继续|办理)*",
    ),
  },
  {
    key: "requests.carriedIn",
    wording: ends(
      "(?:上一?年|去年|20\\d\\d年)度?(?:未办结)?(?:的)?结转(?:申请|过来|办理)?(?:的)?(?:件)?|结转(?:自)?(?:上一?年|去年)度?(?:的)?(?:申请)?",
    ),
  },
  { key: "requests.pending", wording: ends("正在办理(?:中)?的?|尚在办理|在办"), topic: /申请/ },
  {
    key: "requests.accepted",
    wording: ends(`(?:受理|收办|办理|处理|收到[和并](?:处理|办理|受理))(?:的|了)?(?:各类)?${OPEN_REQUEST}`),
    unless: NOT_OURS,
  },
  {
    key: "requests.received",
    wording: ends(
      `(?:收到|新收到?|接收|接到|收悉)(?:的|了)?(?:各类|群众|社会公众|公众)?(?:提出)?(?:的)?${OPEN_REQUEST}`,
    ),
    unless: NOT_OURS,
  },
  { key: "requests.received", wording: ends("(?:本年度?|当年)?新收(?:到)?"), topic: /申请/ },
  {
    key: "requests.received",
    wording:
      /^(?:.{0,12}年度?)?(?:共|全年|全镇|我[局镇办]|本[局镇办])?(?:政府信息)?(?:依申请公开(?:申请|件|数量|信息)|信息公开申请(?:件|数量)?)(?:共|为|有)*$/,
  },
  {
    key: "requests.answered",
    wording: ends(
      "(?<![未能应需待不])(?:办结|答复|办复|回复|办理完毕|办理结果)(?:申请|件|政府信息公开申请|信息公开申请)?",
    ),
    unless: /率|意见|留言|咨询|信箱|来信|复议|诉讼|建议|提案|按期|逾期|延期|口头/,
    topic: /申请/,
  },
];

const OUTCOME = "(?:予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)";
const OF_OUTCOMES: readonly (readonly [key: string, wording: RegExp])[] = [
  ["requests.granted", /(?<!不)予以公开(?![及和与或、]|部分)/],
  ["requests.partial", /(?<![及和与或、])(?:予以)?部分公开/],
  ["requests.denied", /不予公开/],
  ["requests.unable", /无法提供/],
  ["requests.refused", /不予处理/],
  ["requests.other", /其[他它]处理/],
];
const ONE_OUTCOME = new RegExp(`^[^予部不无其]{0,8}(?:决定)?${OUTCOME}(?:的|类|决定|申请|件|共|为)*$`);

const REMEDY = "(?:案件|申请|件|情况|案|事项|数量)?";
const BOTH = /复议[^,;]{0,8}(?:诉讼|应诉)/;
const OUTCOME_OF_REMEDY = /维持|纠正|撤|审结|办结|驳回|胜|败|答复|终止|调解|和解|开庭|代理|审理/;
const OF_REMEDIES: readonly Subject[] = [
  {
    key: "remedies.litigationAfterReview",
    wording: ends(`复议后(?:再)?(?:提起|起诉|提起行政诉讼|诉讼|行政诉讼)的?${REMEDY}`),
    unless: OUTCOME_OF_REMEDY,
  },
  {
    key: "remedies.litigationDirect",
    wording: ends(`(?:直接起诉|直接提起(?:行政)?诉讼)的?${REMEDY}`),
    unless: OUTCOME_OF_REMEDY,
  },
  {
    key: "remedies.litigation",
    wording: ends(`(?:行政)?(?:诉讼|应诉)${REMEDY}`),
    unless: new RegExp(`${OUTCOME_OF_REMEDY.source}|${BOTH.source}`),
  },
  { key: "remedies.review", wording: ends(`(?:行政)?复议${REMEDY}`), unless: OUTCOME_OF_REMEDY },
];

const RULES = "(?:行政)?规范性文件";
const OF_DOCUMENTS: readonly Subject[] = [
  {
    key: "proactive.normativeDocuments.repealed",
    wording: ends(`废止(?:和失效|失效)?(?:的)?(?:${RULES})?`),
    topic: /规范性文件/,
    unless: /政策文件/,
  },
  {
    key: "proactive.normativeDocuments.inForce",
    wording: ends(`(?:现行|继续)有效(?:的)?(?:${RULES})?`),
    topic: /规范性文件/,
  },
  {
    key: "proactive.normativeDocuments.issued",
    wording: ends(`(?:制发|制定|新制定|制定出台|出台|印发|制定印发|新增)(?:了)?(?:${RULES})`),
    unless: /修订|未/,
  },
  {
    key: "proactive.licences.decisions",
    wording: ends("(?:作出|办理|办结|实施|处理决定:?|计)(?:的)?行政许可(?:决定|事项|案件)?"),
    unless: /公开|公示/,
  },
  {
    key: "proactive.penalties.decisions",
    wording: ends("(?:作出|办理|办结|实施|处理决定:?|计)(?:的)?行政处罚(?:决定|案件)?"),
    unless: /公开|公示/,
  },
];

const OF_PROPOSALS: readonly Subject[] = [
  {
    key: "proposals.congress",
    wording: ends("(?:人大(?:代表)?(?:意见)?(?:建议|议案)|代表建议)(?:意见)?"),
    unless: /政协|提案|公开|公示|满意|面商/,
  },
  {
    key: "proposals.cppcc",
    wording: ends("(?:政协(?:委员)?提案|委员提案)"),
    unless: /建议|公开|公示|满意|面商/,
  },
];

const OF_INTERPRETATIONS: readonly Subject[] = [
  {
    key: "overview.interpretations",
    wording: ends("(?:政策|文件)?解读(?:材料|信息|稿件|稿|文章|产品)?"),
    unless: /文件[和及与、]|文字|图文|图解|图表|视频|音频|动漫|专家|负责人|部门|媒体|后|转载|收到/,
  },
];

const DISCLOSED = "(?:各类|各项|全部|全区|本级)?(?:政府|政务|公开|工作)*信息(?:公开)?";
const TOTAL: Subject = {
  key: "overview.disclosed.total",
  wording: ends(
    `(?:共|累计|总计|合计|全年)(?:计)?(?:向社会)?(?:主动)?(?:公开|发布)(?:了)?(?:${DISCLOSED})?|主动(?:公开|发布)(?:了)?(?:${DISCLOSED})?`,
  ),
  // A place of publication, a field, an office below: its part, not the whole.
  unless:
    /其中|领域|方面(?!.{0,3}[,:])|栏目|专栏|专题|专区|网|微|公众号|公报|公示|公告|公开栏|视频|抖音|头条|客户端|APP|广播|电视|报|媒体|平台|重点|围绕|涉及|针对|关于|类(?!政)|科室|股室|下属|所属|社区|村|转发|解读|回应|原创|动态|文件|目录|事项|历年|法定|应当|依法应/,
};
const WHOLE =
  /等(?:多?种|多个|各类|线上线下)?(?:渠道|平台|方式|形式|途径|载体|媒体)|各(?:渠道|平台|类渠道)|多渠道/;

/** The subject may follow its number: 受理的2件申请. */
const NOUN =
  /^(?:申请)?(?:跨年度)?结转(?:至|到|入)?(?:下一?|次|明|20\d\d)年度?(?:继续)?(?:办理|处理)?|^(?:政府|政务|信息|公开|依申请|的)*申请(?!人|的|中|事|减|延)|^规范性文件(?!的|中)/;

/** 公民、法人和其他组织提出的 申请: whoever asks. */
const EVERYBODY = /(?:各类)?公民[、和及]法人(?:[、和及或]*其[他它]组织)?(?:提出|提交|申请)?的?/;

/** 收到申请由上年的 9件 */
const FROM_LAST_YEAR = /(?:数量?|量)?[由从](?:(?:上一?|去)年度?|20\d\d年度?)(?:同期|全年)?的?$/;

/** The shared indicator that a figure states; null for anything else. */
export function keyOf(figure: Figure, name: string): string | null {
  const { label, topic, after } = figure.context;
  const phrase = figure.context.phrase.replace(EVERYBODY, "").replace(FROM_LAST_YEAR, "");
  const before = label === "" ? "" : phrase;
  if (CASES.test(figure.measure) && CARRIED_AFTER.test(after)) return "requests.carriedOut";
  const spoken = before + (NOUN.exec(after)?.[0] ?? "");
  const fits = ({ wording, unless, topic: needed }: Subject): boolean =>
    (wording.test(before) || wording.test(spoken)) &&
    !unless?.test(spoken) &&
    !(needed && !needed.test(topic + spoken));
  const first = (subjects: readonly Subject[]): string | null => subjects.find(fits)?.key ?? null;
  if (/复议|诉讼|应诉|直接起诉/.test(phrase)) return CASES.test(figure.measure) ? first(OF_REMEDIES) : null;
  if (CASES.test(figure.measure)) {
    const key = carriedBetween(before, figure.context.year) ?? first(OF_REQUESTS);
    if (key && !(/received|answered/.test(key) && ONE_WAY.test(phrase))) return key;
    const outcome = topic === "申请" ? outcomeOf(label === "" ? after : label, name) : null;
    const other = outcome ?? first(OF_DOCUMENTS) ?? first(OF_PROPOSALS);
    if (other) return other;
  }
  return ITEMS.test(figure.measure) ? (first(OF_INTERPRETATIONS) ?? disclosedOf(phrase, fits)) : null;
}

/** 其余2件结转下年 */
const CARRIED_AFTER = /^(?:申请)?(?:结转|转入|转至)(?:至|到)?(?:下|20\d\d年)/;

/** 结转2024年2件 in a report of 2023 goes out, 结转2022年2件 came in. */
function carriedBetween(phrase: string, year: number): string | null {
  const named = /结转(?:至|到|自)?(20\d\d)年度?(?:的)?(?:申请|继续办理|继续|办理)?$/.exec(phrase)?.[1];
  if (named === undefined) return null;
  return Number(named) > year ? "requests.carriedOut" : "requests.carriedIn";
}

const outcomeOf = (words: string, name: string): string | null =>
  ONE_OUTCOME.test(words) || ONE_OUTCOME.test(name)
    ? (OF_OUTCOMES.find(([, wording]) => wording.test(words))?.[0] ?? null)
    : null;

const PUBLISHED =
  /(?:公开|发布|推送|公布|更新)(?:了)?(?:各类|各项|政府|政务|公开|工作|原创)*(?:信息)?(?:共计|总计|合计|累计|共|计|为|达|数量|数|量|:)*$/;

/** 政府网站59条, 微信公众号“筑梦环山”共: nothing between the channel and its number. */
const ALONE = new Map(
  CHANNELS.map(({ key, wording }) => [
    key,
    new RegExp(`(?:${wording.source})(?:平台|账号|上|端)?(?:共计|共|计|为|:)*$`, "i"),
  ]),
);

/** 共主动公开政府信息 is the total; 通过政府网站公开政府信息 the website's. */
function disclosedOf(phrase: string, fits: (subject: Subject) => boolean): string | null {
  if (fits({ ...TOTAL, ...(WHOLE.test(phrase) ? { unless: /其中|领域/ } : {}) })) return TOTAL.key;
  const channel = CHANNELS.find(({ wording }) => wording.test(phrase));
  if (!channel || WHOLE.test(phrase) || channel.key === "other") return null;
  const named = phrase.replace(/[“"'‘][^“”"'‘’]{0,20}[”"'’]/g, "");
  const several = CHANNELS.filter(({ wording }) => wording.test(named)).length > 1;
  const alone = ALONE.get(channel.key)?.test(named);
  return !several && (alone || PUBLISHED.test(named)) ? `overview.disclosed.${channel.key}` : null;
}
