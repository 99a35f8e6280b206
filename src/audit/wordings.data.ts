/** Slips of the pen and of the word processor: each pattern with what it is and how it might read. Over plain text. */
export interface Slip {
  readonly wording: RegExp;
  readonly zh: string;
  readonly en: string;
  /** The right wording; left out: take it away. */
  readonly right?: string;
  /** What to do where no wording can be given. */
  readonly advice?: string;
}

export const SLIPS: readonly Slip[] = [
  {
    wording:
      /\[?(?:bookmark:)?_GoBack\]?|\[bookmark:[^\]\n]{0,40}\]|(?:PAGEREF|HYPERLINK|MERGEFORMAT)|错误!未(?:找到|定义)[^。\n]{0,12}/g,
    zh: "文字处理软件的残留",
    en: "a residue of the word processor",
  },
  {
    wording: /\[?image:[^\]\n]{0,60}\]?|\[图片\]/g,
    zh: "图片占位符的残留",
    en: "a placeholder of a picture",
  },
  {
    wording:
      /的的(?![确士])|了了(?![解结然])|在在(?![线职校建场编岗册此])|和和(?![谐睦平解])|与与(?![会时])|及及(?!时)|是是(?!否)|为为|对对(?![外方口接标象应策称话比照待内])|将将(?![要来士军])|被被|把把(?![关握])|由由(?!于)|向向|从从(?![事严容业])|并并|地地(?![方区点质位])|予以以|并且且|进行行|提高高|加强强|推进进(?![一度])|完善善|落实实(?![施行])/g,
    zh: "重复的字",
    en: "a character typed twice",
  },
  {
    wording:
      /(政府|信息|工作|情况|部门|单位|群众|制度|文件|政务|进行|加强|通过|开展|我们|本年|完善|落实|推进|提升|规范|公开|及时|主动|申请|建设|管理|服务|发布|平台|网站|健全|强化|深化|积极|全面|相关|有关)\1/g,
    zh: "重复的词",
    en: "a word typed twice",
  },
  { wording: /,,|。。|、、|;;|、[,。;]|,[、。;]|。,/g, zh: "多余的标点", en: "a superfluous mark" },
  { wording: /游览(?=观看|网站|网页|信息|查看|查询)/g, zh: "错别字", en: "a wrong word", right: "浏览" },
  {
    wording: /登陆(?=[^。,;]{0,8}(?:网站|平台|系统|官网|网页|账号|主页))/g,
    zh: "错别字",
    en: "a wrong word",
    right: "登录",
  },
  {
    wording: /国办公开办涵/g,
    zh: "文号错字",
    en: "a wrong character in a document's number",
    right: "国办公开办函",
  },
  {
    wording:
      /(?:共|累计|合计|总计)(?:主动)?(?:公开|发布)(?:政府)?(?:信息)?条(?=[,。;])|(?:收到|办结)(?:政府信息公开)?申请件(?=[,。;])/g,
    zh: "漏填数字",
    en: "a number left out",
    advice: "补填数字",
  },
];

export const SUPERSEDED: readonly {
  readonly wording: RegExp;
  readonly document: string;
  readonly since: number;
  readonly instead: string;
}[] = [
  {
    wording: /国办公开办函[〔[(【]?2019[〕\])】]?60号?|[〔[(【]2019[〕\])】]60号/g,
    document: "国办公开办函〔2019〕60号",
    since: 2021,
    instead: "国办公开办函〔2021〕30号",
  },
  {
    wording: /国办发[〔[(【]?2014[〕\])】]?32号?/g,
    document: "国办发〔2014〕32号",
    since: 2019,
    instead: "国办公开办函〔2021〕30号",
  },
  {
    wording: /国务院令第492号|第492号国务院令/g,
    document: "国务院令第492号",
    since: 2019,
    instead: "国务院令第711号",
  },
];

/** Phrases of a form that was in force before, and the first year in which it no longer was. */
export const OLDER_FORMS: readonly {
  readonly wording: RegExp;
  readonly since: number;
  readonly zh: string;
}[] = [
  {
    wording:
      /(?:已主动公开|同意公开|同意部分公开|不同意公开|不属于本行政机关公开|申请信息不存在|告知作出更改补充)(?:范围)?(?:的)?答复数/g,
    since: 2019,
    zh: "2014年统计表的答复分类",
  },
  {
    wording:
      /上一年项目数量|本年新公开数量|对外公开总数量|政府集中采购(?:项目)?(?:数量|总金额)|其他对外管理服务事项/g,
    since: 2021,
    zh: "2019年试行格式的表格项目",
  },
  {
    wording: /(?:^|\n)五、政府信息公开工作存在的主要问题及改进情况/g,
    since: 2021,
    zh: "2019年试行格式的标题",
  },
];

/** 本报告由…六个部分组成, and the names of the sections. */
export const SECTION_NAMES: readonly RegExp[] = [
  /总体情况|概述/,
  /主动公开政府(?:信息)?(?:政府)?情况|主动公开情况/,
  /(?:收到和处理|依申请公开|申请办理)[^、,;。]{0,14}情况/,
  /复议[^。;,]{0,12}诉讼[^、,;。]{0,6}|被申请行政复议[^。;,]{0,12}/,
  /存在的?(?:主要)?问题[^、,;。]{0,10}/,
  /其[他它](?:需要)?(?:报告)?(?:的)?事项|其[他它]事项/,
];
