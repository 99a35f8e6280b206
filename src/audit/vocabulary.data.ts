/**
 * The words by which reports speak of their figures. Everything here is over plain text (NFKC, no blanks), and every
 * pattern is applied to a single phrase, so that the work stays linear in the text.
 */

/** What a figure may be a part of: parts of one kind add up, parts of different kinds are different views of one thing. */
export type PartKind = "channel" | "applicant" | "outcome" | "way" | "remedyOutcome" | "plain";

/** A name, and the wordings that stand for it. `key` is the last part of its indicator's code. */
export interface Name {
  readonly key: string;
  readonly zh: string;
  readonly wording: RegExp;
}

const name = (key: string, zh: string, wording: RegExp): Name => ({ key, zh, wording });

/** 公开渠道. The first that fits: 政务微信视频号 is a video channel, 政府网站的微信专栏 the website. */
export const CHANNELS: readonly Name[] = [
  name("video", "视频号", /视频号|抖音|快手|短视频(?:平台|账号)/),
  name("xuexi", "学习强国", /学习强国/),
  name("app", "客户端", /客户端|APP|小程序/i),
  name("wechat", "微信公众号", /微信|公众号/),
  name("weibo", "政务微博", /微博/),
  name("gazette", "政府公报", /政府公报|公报/),
  name(
    "bulletin",
    "公示栏",
    /(?:公示|公告|公开|宣传|信息)栏(?!目)|村务公示|电子屏|显示屏|滚动屏|明白纸|宣传单|宣传资料|传统载体|线下/,
  ),
  name("website", "政府网站", /门户网站|政府网|官方网站|官网|网站|网上|互联网/),
  name(
    "press",
    "新闻媒体",
    /报刊|报纸|电视|广播|新闻媒体|主流媒体|传统媒体|各级媒体|(?:省|市|区|县|国家|中央)级?(?:以上)?媒体|^媒体/,
  ),
  name(
    "other",
    "其他渠道",
    /新媒体|其[他它](?:渠道|方式|途径|平台|媒体|载体)|(?:监管|公开|发布|级|多媒体|信息)平台/,
  ),
];

/** 申请人. */
export const APPLICANTS: readonly Name[] = [
  name("naturalPerson", "自然人", /自然人|公民|个人/),
  name("organisation", "法人或其他组织", /法人|其他组织|单位申请|企业|科研机构|公益组织|服务机构/),
];

/** 申请的提出方式. */
export const WAYS: readonly Name[] = [
  name("online", "网络", /网络|网上|线上|在线|电子邮件|邮箱|平台|邮件/),
  name("post", "信函", /信函|邮寄|邮政|寄送|来信|EMS|挂号|书面/i),
  name("inPerson", "当面", /当面|当场|现场|窗口|来访|线下/),
  name("fax", "传真", /传真/),
];

/** 办理结果, as tables 三 groups them. Joint figures (予以公开及部分公开96件) come first. */
export const OUTCOMES: readonly Name[] = [
  name("disclosed", "予以公开和部分公开", /予以公开[及和与或、]+(?:予以)?部分公开|公开[和及与、]部分公开/),
  name("partial", "部分公开", /部分公开|区分处理/),
  name("granted", "予以公开", /予以公开|全部公开|同意公开|主动公开告知|已公开/),
  name("denied", "不予公开", /不予公开|不同意公开/),
  name(
    "unable",
    "无法提供",
    /无法提供|不掌握|不属于本(?:机关|单位|局|行政机关)|不存在|没有现成|内容仍?不明确/,
  ),
  name("refused", "不予处理", /不予处理|信访举报|重复申请|公开出版物/),
  name("other", "其他处理", /其[他它]处理|其[他它]情形|撤回|撤销|逾期未?不?补正/),
];

/** 公开属性, by which documents are told apart; 不予公开 is also an outcome. */
export const DISPOSITIONS = /^(?:属于)?(?:主动公开|依申请公开|不予公开|不公开|免予公开)/;

/** What has been done of a figure and what has not: 已整改40个，正在整改16个. */
export const STATES = /^,?(?:其中|现|目前)?(?:已|正在|尚|未|按期)(?!收)/;

/** 复议、诉讼的结果. */
export const REMEDY_OUTCOMES: readonly Name[] = [
  name("pending", "尚未审结", /未审结|正在审理|尚在审理|未结/),
  name("upheld", "结果维持", /维持|驳回(?:复议|诉讼)?请求|胜诉/),
  name("corrected", "结果纠正", /纠正|撤销|确认违法|责令|败诉/),
  name("other", "其他结果", /其[他它]结果|终止|撤回|撤诉|驳回|不予受理|调解|和解/),
];

/** Categories that sites name in two ways. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ["财政信息", "财政数据", "财政资金信息", "财政收支"],
  ["公告公示", "公示公告"],
  ["机构职能", "机关职能", "职能机构"],
  ["人事信息", "人事任免"],
  ["规划计划", "计划规划"],
];

/** Where the parts of a figure begin. */
export const MARKERS = {
  /** All parts follow. */
  closed:
    /分别(?:为|是|有|由|包括)?|依次(?:为|是)?|具体(?:为|是|情况为|分布为)|(?:分|构成|组成)(?:为|是)|[:]/,
  /** The breakdown is named: 从内容分类看. */
  by: /(?:按|从|以)[^,:。;]{1,12}?(?:分类看|来看|来说|统计|划分|分类|区分|计|看|分)(?=[,:]|$)/,
  /** Some parts follow. */
  open: /其中|包括|包含|含|主要|涉及|如/,
} as const;

/** Parts beyond those that are named. */
export const AND_OTHERS = /^(?:[^,;。:、(]{0,4}等|左右)/;

/** The part that completes a list. */
export const REMAINDER =
  /^(?:其[他它余])(?:信息|类别?|方面|栏目|文件|内容|政府信息|类信息|渠道|方式|处理|结果|各类信息|情形)?$/;

/** 共公开信息720条 after a list of channels is their sum, though the text does not call it one. */
export const PUBLISHED_IN_ALL = /^共(?:主动)?(?:公开|发布|推送|更新)(?:各类|政府|政务|公开|信息)*$/;

/** One item on two channels, counted once. */
export const OVERLAP =
  /同步|重复|交叉|重叠|(?:多|各|两|不同)个?(?:渠道|平台|载体)(?:同时)?(?:发布|公开|转发|推送)|(?:计|算)为?[1一]条|只计一次|不重复|去重|同一(?:条)?信息|同时(?:在|通过|发布)/;

/** A clause that speaks of something else than the list before it. */
export const ANOTHER_ACT =
  /^(?:转发|转载|回应|回复|办理|办结|召开|收到|开展|更新|受理|举办|组织(?!机构)|编制|制发|印发|报送|培训|答复|接受|清理|维护|新增|建立|完成|采用|刊发|播放|发放|张贴|制作|撰写|审核|解决|处理)|阅读|关注|浏览|点击|访问|粉丝|上年|去年|同比|较/;

/** A sum after its parts: 三个渠道合计. */
export const SUM =
  /^(?:以上|上述|[两二三四五六七八九])(?:[两二三四五六七八九])?个?(?:项|类|渠道|平台|领域|方面|部分|者|类别)共(?:计)?(?:主动)?(?:公开|发布|信息|政府|推送|为)*$|^(?:以上|各|上述|[两二三四五六七八九]|多)?(?:项|类|个?渠道|个?平台|者|部分|个?方面|种)?(?:全年|全部|一年)?(?:共计|合计|总计|总共|加起来)(?:主动)?(?:公开|发布|信息|政府|为)*$|^共(?:计|有)?$/;
