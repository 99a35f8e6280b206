import type { RequestOutcome } from "../../ledgers/requests/index.js";
import { text, type Text } from "../../kernel/text.js";

/** A step that the record must have before such a decision. */
type Before = "askCorrection" | "consultThirdParty" | "askReasons" | "noticeFee";

export interface OutcomeWording {
  /** The end of an item, after the facts and the article. */
  readonly decision: string;
  /** What the reasons must mention, or the letter is a label without a reason. */
  readonly mentions?: { readonly any: RegExp; readonly what: Text };
  readonly before?: { readonly verb: Before; readonly what: Text };
}

const mentions = (any: RegExp, zh: string, en: string) => ({ mentions: { any, what: text(zh, en) } });
const before = (verb: Before, zh: string, en: string) => ({ before: { verb, what: text(zh, en) } });

/** 答复书: what each outcome of table 三 decides, and what must be in it. */
export const OUTCOME_WORDINGS: Readonly<Record<RequestOutcome, OutcomeWording>> = {
  GRANTED: { decision: "本机关决定予以公开。" },
  PARTIAL: {
    decision: "本机关区分处理，对可以公开的内容予以公开，对其余内容不予公开。",
    ...mentions(/不予公开|遮盖|删除|隐去/, "不予公开的部分及其理由", "what is withheld, and why"),
  },
  DENIED_STATE_SECRET: {
    decision: "该信息属于依法确定的国家秘密，本机关决定不予公开。",
    ...mentions(/密级|定密|确定为国家秘密|绝密|机密|秘密级/, "定密的依据或者密级", "its classification"),
  },
  DENIED_LAW_FORBIDDEN: {
    decision: "该信息属于法律、行政法规禁止公开的政府信息，本机关决定不予公开。",
    ...mentions(
      /《[^》]+》|法第|条例第/,
      "禁止公开的法律或者行政法规及其条款",
      "the law or regulation that forbids it, with its article",
    ),
  },
  DENIED_SECURITY_STABILITY: {
    decision: "该信息公开后可能产生上述危害，本机关决定不予公开。",
    ...mentions(
      /国家安全|公共安全|经济安全|社会稳定/,
      "危及哪一项安全或者社会稳定",
      "which safety or stability is in danger",
    ),
  },
  DENIED_THIRD_PARTY: {
    decision: "公开该信息会对第三方合法权益造成损害，本机关决定不予公开。",
    ...mentions(
      /商业秘密|个人隐私|合法权益/,
      "涉及商业秘密、个人隐私还是其他合法权益",
      "which right of the third party",
    ),
    ...before("consultThirdParty", "征求第三方意见", "the letter to the third party"),
  },
  DENIED_INTERNAL_AFFAIRS: {
    decision: "该信息属于行政机关内部事务信息，本机关决定不予公开。",
    ...mentions(
      /人事管理|后勤管理|内部工作流程/,
      "属于人事管理、后勤管理还是内部工作流程",
      "which of the three kinds",
    ),
  },
  DENIED_PROCESS: {
    decision: "该信息属于过程性信息，本机关决定不予公开。",
    ...mentions(
      /讨论记录|过程稿|磋商信函|请示报告/,
      "属于讨论记录、过程稿、磋商信函还是请示报告",
      "which of the four kinds",
    ),
  },
  DENIED_CASE_FILE: {
    decision: "该信息属于行政执法案卷信息，本机关决定不予公开。",
    ...mentions(/处罚|强制|许可|检查|执法|立案|案件/, "属于哪一执法案卷", "the case whose file it is"),
  },
  DENIED_QUERY_MATTER: {
    decision: "请依照有关法律、行政法规的规定办理查询。",
    ...mentions(/登记|查询|《[^》]+》/, "应向何处、依照何规定查询", "where and by which law to look it up"),
  },
  UNABLE_NOT_HELD: {
    decision: "本机关不掌握该政府信息，无法提供。",
    ...mentions(
      /检索|查找|查询|不属于本机关|未制作|未获取/,
      "检索情况，或者负责公开的机关",
      "the search, or the organ that holds it",
    ),
  },
  UNABLE_NEEDS_CREATION: {
    decision: "本机关没有现成信息，提供该信息需要另行制作、加工或者分析，无法提供。",
    ...mentions(/加工|分析|汇总|制作|统计/, "需要作何加工", "what would have to be worked out"),
  },
  UNABLE_UNCLEAR: {
    decision: "经补正，申请内容仍不明确，本机关无法提供。",
    ...before("askCorrection", "告知补正", "the correction notice"),
  },
  REFUSED_PETITION: {
    decision:
      "该申请以政府信息公开申请的形式进行信访、投诉、举报等活动，本机关不作为政府信息公开申请处理，可以通过相应渠道提出。",
  },
  REFUSED_REPEAT: {
    decision: "本机关已就该申请作出答复，不予重复处理。",
    ...mentions(/〔\d{4}〕|\d+号|第\d/, "此前答复的文号和日期", "number and date of the earlier answer"),
  },
  REFUSED_PUBLICATION: {
    decision: "该申请要求提供公开出版物，本机关不予处理，获取途径如上。",
    ...mentions(/《[^》]+》|出版/, "出版物名称和获取途径", "the publication and where to have it"),
  },
  REFUSED_EXCESSIVE: {
    decision: "申请人的申请理由不合理，本机关不予处理。",
    ...before("askReasons", "要求说明理由", "the notice that asks for reasons"),
  },
  REFUSED_CONFIRM_REISSUE: {
    decision: "该申请要求对已获取的政府信息进行确认或者重新出具，不属于申请获取政府信息，本机关不予处理。",
  },
  OTHER_NO_CORRECTION: {
    decision: "申请人无正当理由逾期不补正，视为放弃申请，本机关不再处理。",
    ...before("askCorrection", "告知补正", "the correction notice"),
  },
  OTHER_UNPAID_FEE: {
    decision: "申请人逾期未按要求缴纳费用，本机关不再处理该申请。",
    ...before("noticeFee", "收费通知", "the fee notice"),
  },
  OTHER_MISC: { decision: "该申请按上述情况处理。" },
};

/** Articles whose numbered parts are 项; the parts of others are 款. */
const ITEMS = new Set([20, 36]);
const NUMERALS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

const numeral = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens > 1 ? NUMERALS[tens] : ""}十`;
  return ten + (ones > 0 || tens === 0 ? NUMERALS[ones] : "");
};

/** §36(1)(2) as 第三十六条第（一）项、第（二）项; anything else stands as it was given. */
export function articleWords(article: string): string {
  const words = article.replace(/§(\d+)((?:\(\d+\))*)/g, (_, number: string, parts: string) => {
    const isItem = ITEMS.has(Number(number));
    const numbers = [...parts.matchAll(/\d+/g)].map(([part]) =>
      isItem ? `第（${numeral(Number(part))}）项` : `第${numeral(Number(part))}款`,
    );
    return `第${numeral(Number(number))}条${numbers.join("、")}`;
  });
  return /[《法]|条例/.test(words) ? words : `《中华人民共和国政府信息公开条例》${words}`;
}

/** The numbers of articles in §14、§15 or 第十四条. */
export function articlesIn(article: string): number[] {
  const signs = [...article.matchAll(/§\s*(\d+)|第\s*(\d+)\s*条/g)].map(([, a, b]) => Number(a ?? b));
  const words = Array.from({ length: 99 }, (_, i) => i + 1).filter((n) =>
    article.includes(`第${numeral(n)}条`),
  );
  return [...new Set([...signs, ...words])];
}
