import { text, type Text } from "../../kernel/text.js";

interface NoticeSpec {
  readonly name: Text;
  /** The mutation that sent it. */
  readonly sentBy: string;
  /** The input field of that mutation for the arrival. */
  readonly arrival: string;
  /** Only while the answer is outstanding. */
  readonly whileOpen: boolean;
  /** What depends on the arrival, with the article. */
  readonly basis: Text;
}

/** Notices whose day of arrival matters. */
export const ARRIVED_NOTICES = {
  THIRD_PARTY_LETTER: {
    name: text("征求第三方意见书", "letter to the third party"),
    sentBy: "consultThirdParty",
    arrival: "letterReceivedOn",
    whileOpen: true,
    basis: text(
      "条例第三十二条：自收到征求意见书之日起 15 个工作日",
      "条例 §32: 15 working days from its arrival",
    ),
  },
  AGENCY_LETTER: {
    name: text("征求其他机关意见书", "letter to the other organ"),
    sentBy: "consultAgency",
    arrival: "letterReceivedOn",
    whileOpen: true,
    basis: text(
      "条例第三十四条：自收到征求意见书之日起 15 个工作日",
      "条例 §34: 15 working days from its arrival",
    ),
  },
  FEE_NOTICE: {
    name: text("收费通知", "fee notice"),
    sentBy: "noticeFee",
    arrival: "noticeReceivedOn",
    whileOpen: true,
    basis: text(
      "国办函〔2020〕109号：自收到收费通知次日起 20 个工作日",
      "国办函〔2020〕109号: 20 working days from its arrival",
    ),
  },
  EXTENSION_NOTICE: {
    name: text("延期告知", "notice of the extension"),
    sentBy: "extendRequest",
    arrival: "toldOn",
    whileOpen: false,
    basis: text(
      "条例第三十三条：延长答复期限应当告知申请人",
      "条例 §33: the applicant is notified of an extension",
    ),
  },
  DECISION: {
    name: text("答复书", "decision"),
    sentBy: "serveRequest",
    arrival: "arrivedOn",
    whileOpen: false,
    basis: text(
      "行政复议法第二十条、行政诉讼法第四十六条：自知道之日起",
      "行政复议法 §20, 行政诉讼法 §46: from knowing it",
    ),
  },
} as const satisfies Record<string, NoticeSpec>;
export type ArrivedNotice = keyof typeof ARRIVED_NOTICES;

/** Day of arrival of the notice that a step sent, if recorded. */
export function arrivalOf(sentBy: string, details: Readonly<Record<string, unknown>>): string | null {
  const notice = Object.values<NoticeSpec>(ARRIVED_NOTICES).find((one) => one.sentBy === sentBy);
  const arrivedOn = notice && details[notice.arrival];
  return typeof arrivedOn === "string" ? arrivedOn : null;
}
