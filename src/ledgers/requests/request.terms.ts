import { text, type Text } from "../../kernel/text.js";
import type { WaitKind } from "./clock/clock.js";

/** 申请人类别: the columns of table 三, in their order. */
export const APPLICANT_KINDS = {
  NATURAL_PERSON: text("自然人", "natural person"),
  ENTERPRISE: text("商业企业", "enterprise"),
  RESEARCH: text("科研机构", "research institution"),
  PUBLIC_WELFARE: text("社会公益组织", "public welfare organization"),
  LEGAL_SERVICE: text("法律服务机构", "legal service organization"),
  OTHER_ORGANIZATION: text("其他", "other organization"),
} as const satisfies Record<string, Text>;
export type ApplicantKind = keyof typeof APPLICANT_KINDS;

/** 收件方式: which day is that of the receipt, and whether both sides confirm it (条例 §31), whether it may come in on a day off. */
export const RECEIPT_CHANNELS = {
  IN_PERSON: {
    name: text("当面", "in person"),
    confirmed: false,
    atAnyHour: false,
    day: text("提交之日", "its submission"),
  },
  POST_SIGNED: {
    name: text("邮寄（签收）", "post, signed for"),
    confirmed: false,
    atAnyHour: false,
    day: text("签收之日", "the signature"),
  },
  POST_ORDINARY: {
    name: text("平常信函", "ordinary letter"),
    confirmed: true,
    atAnyHour: false,
    day: text("与申请人确认之日", "the confirmation with the applicant"),
  },
  ONLINE: {
    name: text("互联网", "online"),
    confirmed: true,
    atAnyHour: true,
    day: text("双方确认之日", "confirmation by both"),
  },
  FAX: {
    name: text("传真", "fax"),
    confirmed: true,
    atAnyHour: true,
    day: text("双方确认之日", "confirmation by both"),
  },
} as const satisfies Record<string, { name: Text; confirmed: boolean; atAnyHour: boolean; day: Text }>;
export type ReceiptChannel = keyof typeof RECEIPT_CHANNELS;

export const REQUEST_STATES = {
  REGISTERED: text("已登记，待确认收到日期", "registered, receipt to be confirmed"),
  RECEIVED: text("已收到", "received"),
  AWAITING_CORRECTION: text("待补正", "awaiting correction"),
  CONSULTING_THIRD_PARTY: text("征求第三方意见", "consulting a third party"),
  CONSULTING_AGENCY: text("征求其他机关意见", "consulting another organ"),
  AWAITING_FEE: text("待缴费", "awaiting payment"),
  AWAITING_REASONS: text("待说明理由", "awaiting reasons"),
  IN_PROGRESS: text("办理中", "in progress"),
  DECIDED: text("已作出决定，待送达", "decided, to be served"),
  SERVED: text("已送达", "served"),
  WITHDRAWN: text("申请人已撤回", "withdrawn"),
  LAPSED: text("逾期视为放弃", "lapsed"),
} as const satisfies Record<string, Text>;
export type RequestState = keyof typeof REQUEST_STATES;

interface OutcomeSpec {
  readonly name: Text;
  /** The row of table 三 in the form of 2021, as in the indicators' codes. */
  readonly row: string;
  /** The article that such a decision usually rests on. */
  readonly article: string | null;
}
const outcome = (zh: string, en: string, row: string, article: string | null): OutcomeSpec => ({
  name: text(zh, en),
  row,
  article,
});

/** 办理结果: rows 3 to 23 of table 三, in their order; each decided request is in exactly one. */
export const REQUEST_OUTCOMES = {
  GRANTED: outcome("予以公开", "disclosed", "granted", "§36(1)(2)"),
  PARTIAL: outcome("部分公开", "partly disclosed", "partial", "§37"),
  DENIED_STATE_SECRET: outcome("属于国家秘密", "state secret", "denied.stateSecret", "§14"),
  DENIED_LAW_FORBIDDEN: outcome("其他法律行政法规禁止公开", "forbidden by law", "denied.lawForbidden", "§14"),
  DENIED_SECURITY_STABILITY: outcome(
    "危及“三安全一稳定”",
    "security and stability",
    "denied.securityStability",
    "§14",
  ),
  DENIED_THIRD_PARTY: outcome("保护第三方合法权益", "third party's rights", "denied.thirdParty", "§15、§32"),
  DENIED_INTERNAL_AFFAIRS: outcome(
    "属于三类内部事务信息",
    "internal affairs",
    "denied.internalAffairs",
    "§16(1)",
  ),
  DENIED_PROCESS: outcome("属于四类过程性信息", "deliberative information", "denied.process", "§16(2)"),
  DENIED_CASE_FILE: outcome("属于行政执法案卷", "enforcement case file", "denied.caseFile", "§16(2)"),
  DENIED_QUERY_MATTER: outcome("属于行政查询事项", "registry query", "denied.queryMatter", "§36(7)"),
  UNABLE_NOT_HELD: outcome("本机关不掌握相关政府信息", "not held", "unable.notHeld", "§36(4)(5)"),
  UNABLE_NEEDS_CREATION: outcome(
    "没有现成信息需要另行制作",
    "would have to be made",
    "unable.needsCreation",
    "§38",
  ),
  UNABLE_UNCLEAR: outcome("补正后申请内容仍不明确", "unclear after correction", "unable.unclear", "§30"),
  REFUSED_PETITION: outcome("信访举报投诉类申请", "petition or complaint", "refused.petition", "§39(1)"),
  REFUSED_REPEAT: outcome("重复申请", "repeated", "refused.repeat", "§36(6)"),
  REFUSED_PUBLICATION: outcome("要求提供公开出版物", "publication", "refused.publication", "§39(2)"),
  REFUSED_EXCESSIVE: outcome(
    "无正当理由大量反复申请",
    "excessive without reason",
    "refused.excessive",
    "§35",
  ),
  REFUSED_CONFIRM_REISSUE: outcome(
    "要求确认或重新出具已获取信息",
    "confirm or reissue",
    "refused.confirmReissue",
    null,
  ),
  OTHER_NO_CORRECTION: outcome("逾期不补正", "not corrected in time", "other.noCorrection", "§30"),
  OTHER_UNPAID_FEE: outcome("逾期未缴费", "fee not paid in time", "other.unpaidFee", "§42"),
  OTHER_MISC: outcome("其他", "other", "other.misc", null),
} as const satisfies Record<string, OutcomeSpec>;
export type RequestOutcome = keyof typeof REQUEST_OUTCOMES;

/** 送达方式 */
export const SERVICE_METHODS = {
  DIRECT: text("直接送达", "handed over"),
  ENTRUSTED: text("委托送达", "by another organ on its behalf"),
  POST: text("邮寄送达（以交邮之日为准）", "by post: the day of posting counts"),
  ONLINE: text("网上发送", "sent online"),
  OTHER: text("其他", "otherwise"),
} as const satisfies Record<string, Text>;
export type ServiceMethod = keyof typeof SERVICE_METHODS;

/** Whoever signs for the decision has received it. */
export const SIGNED_FOR: readonly unknown[] = ["DIRECT", "ENTRUSTED"] satisfies ServiceMethod[];

interface WaitSpec {
  readonly name: Text;
  /** The state of a request that waits for this, and for nothing listed before it. */
  readonly state: RequestState;
}

/** What a request may wait for; several at once (条例 §32, §34 set no order). */
export const WAITS: Readonly<Record<WaitKind, WaitSpec>> = {
  CORRECTION: { name: text("补正", "correction"), state: "AWAITING_CORRECTION" },
  FEE: { name: text("缴费", "payment"), state: "AWAITING_FEE" },
  THIRD_PARTY: { name: text("第三方意见", "third party's view"), state: "CONSULTING_THIRD_PARTY" },
  AGENCY: { name: text("其他机关意见", "other organ's view"), state: "CONSULTING_AGENCY" },
  REASONS: { name: text("说明理由", "reasons"), state: "AWAITING_REASONS" },
};
export const WAIT_KINDS = Object.keys(WAITS) as WaitKind[];

interface NoticeSpec {
  readonly name: Text;
  /** The input field of the sending step, and the particular of its event, that hold the day of arrival. */
  readonly arrival: string;
  /** Whether the arrival may be recorded only while the answer is awaited. */
  readonly whileOpen: boolean;
  /** What depends on the arrival, by which article. */
  readonly basis: Text;
}

/** Letters and notices whose day of arrival counts. */
export const ARRIVED_NOTICES = {
  THIRD_PARTY_LETTER: {
    name: text("征求第三方意见书", "letter to the third party"),
    arrival: "letterReceivedOn",
    whileOpen: true,
    basis: text(
      "条例第三十二条：自收到征求意见书之日起 15 个工作日",
      "条例 §32: 15 working days from its arrival",
    ),
  },
  AGENCY_LETTER: {
    name: text("征求其他机关意见书", "letter to the other organ"),
    arrival: "letterReceivedOn",
    whileOpen: true,
    basis: text(
      "条例第三十四条：自收到征求意见书之日起 15 个工作日",
      "条例 §34: 15 working days from its arrival",
    ),
  },
  FEE_NOTICE: {
    name: text("收费通知", "fee notice"),
    arrival: "noticeReceivedOn",
    whileOpen: true,
    basis: text(
      "国办函〔2020〕109号：自收到收费通知次日起 20 个工作日",
      "国办函〔2020〕109号: 20 working days from its arrival",
    ),
  },
  EXTENSION_NOTICE: {
    name: text("延期告知", "notice of the extension"),
    arrival: "toldOn",
    whileOpen: false,
    basis: text(
      "条例第三十三条：延长答复期限应当告知申请人",
      "条例 §33: the applicant is told of an extension",
    ),
  },
  DECISION: {
    name: text("答复书", "decision"),
    arrival: "arrivedOn",
    whileOpen: false,
    basis: text(
      "行政复议法第二十条、行政诉讼法第四十六条：自知道之日起",
      "行政复议法 §20, 行政诉讼法 §46: from knowing it",
    ),
  },
} as const satisfies Record<string, NoticeSpec>;
export type ArrivedNotice = keyof typeof ARRIVED_NOTICES;

/** The states in which a request is not decided yet. */
export const UNDECIDED: readonly RequestState[] = [
  "REGISTERED",
  "RECEIVED",
  "IN_PROGRESS",
  "AWAITING_CORRECTION",
  "CONSULTING_THIRD_PARTY",
  "CONSULTING_AGENCY",
  "AWAITING_FEE",
  "AWAITING_REASONS",
];
/** Nothing more is to be done. */
export const ENDED: readonly RequestState[] = ["SERVED", "WITHDRAWN", "LAPSED"];
