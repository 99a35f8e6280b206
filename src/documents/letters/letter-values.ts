import {
  RECEIPT_CHANNELS,
  SERVICE_METHODS,
  type RequestEventRow,
  type WholeRecord,
} from "../../ledgers/requests/api.js";
import type { RequestOutcome } from "../../ledgers/requests/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { signatureDate } from "../report/report-document.js";
import { letterSpec, type LetterKind } from "./letters.data.js";
import { articleWords, OUTCOME_WORDINGS } from "./outcomes.data.js";

/** One part of a decision: a letter may have several, each with its own article and reasons. */
export interface LetterItem {
  readonly outcome: RequestOutcome;
  /** What of the request it is about; null: all of it. */
  readonly about: string | null;
  readonly article: string | null;
  readonly reasons: readonly string[];
}

/** What the writer of a letter adds to the record. */
export interface LetterWords {
  readonly kind: LetterKind;
  readonly number: string | null;
  readonly on: CalendarDate;
  /** The step that it carries out, if not the latest of its kind. */
  readonly step: number | null;
  readonly paragraphs: readonly string[];
  readonly items: readonly LetterItem[];
  readonly recipient: string | null;
  readonly enclosures: readonly string[];
  readonly contact: string | null;
}

/** The step of the record that a letter carries out; undefined where it has not been taken. */
export function stepFor(
  words: Pick<LetterWords, "kind" | "step">,
  steps: readonly RequestEventRow[],
): RequestEventRow | undefined {
  const { step: verb } = letterSpec(words.kind);
  const verbs = verb === "decideRequest" ? ["decideRequest", "lapseRequest"] : [verb];
  const fitting = steps.filter(
    ({ action, revision }) => verbs.includes(action) && (words.step === null || revision === words.step),
  );
  return fitting.at(-1);
}

/** The parts of the decision: as given, or the one that stands in the record. */
export function itemsOf(
  { kind, items, paragraphs }: LetterWords,
  { request }: WholeRecord,
): readonly LetterItem[] {
  if (kind !== "DECISION" || request.outcome === null) return [];
  if (items.length > 0) return items;
  return [{ outcome: request.outcome, about: null, article: request.article, reasons: paragraphs }];
}

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** The values of all tags; a tag that a kind of letter has no value for is empty. */
export function letterValues(words: LetterWords, record: WholeRecord, clause: string): Values {
  const { request, unit, applicant, clock, steps, parts } = record;
  const { name: channel, day } = RECEIPT_CHANNELS[request.receiptChannel];
  const { details = {}, onDate = null } = stepFor(words, steps) ?? {};
  return {
    机关: unit.name,
    文号: words.number ?? "",
    申请人: applicant?.name ?? "",
    收件人: words.recipient ?? "",
    申请编号: request.number,
    申请内容: request.subject,
    收到日期: shown(request.receivedOn),
    收件方式: channel.zh,
    收到规则: `以${day.zh}为收到申请之日`,
    答复期限: shown(clock.dueOn),
    经过: steps.flatMap((step) => COURSE[step.action]?.(step) ?? []),
    事项: itemsOf(words, record).map((item, i, all) => itemText(item, all.length > 1 ? i + 1 : null)),
    正文: words.kind === "DECISION" ? [] : words.paragraphs,
    附件: words.enclosures.map((name, i, all) => `附件${all.length > 1 ? i + 1 : ""}：${name}`),
    各件: [request, ...parts].map(({ number, subject }, i) => `${i + 1}.编号${number}：${subject}；`),
    救济: clause,
    落款日期: shown(words.on),
    联系方式: words.contact === null ? "" : `联系方式：${words.contact}`,
    ...stepValues(details, onDate),
    ...serviceValues(record),
  };
}

const shown = (date: unknown): string => (typeof date === "string" ? signatureDate(date) : "");
const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const FEE_METHODS: Readonly<Record<string, string>> = { BY_PIECE: "按件计收", BY_PAGE: "按量计收" };

function stepValues(details: RequestEventRow["details"], on: string | null): Values {
  const { deadline, days, approver, amount, method, quantity, delayedUntil } = details;
  const unit = method === "BY_PAGE" ? "页" : "件";
  return {
    补正期限: shown(deadline),
    延长天数: plain(days),
    批准人: plain(approver),
    批准日期: shown(on),
    金额: plain(amount),
    计收方式:
      typeof method === "string" ? `${FEE_METHODS[method] ?? ""}，共${plain(quantity)}${unit}` : "按规定标准",
    理由日期: shown(on),
    延迟期限: shown(delayedUntil),
    分立日期: shown(on),
  };
}

function serviceValues({ request, steps, applicant }: WholeRecord): Values {
  const served = steps.findLast(({ action }) => action === "serveRequest");
  const asked = steps.filter(({ action }) => action === "consultThirdParty" || action === "consultAgency");
  const method = SERVICE_METHODS[served?.details["method"] as keyof typeof SERVICE_METHODS];
  const whom = [
    ...new Set(asked.map(({ action }) => (action === "consultThirdParty" ? "第三方" : "其他行政机关"))),
  ];
  return {
    送达地址: applicant?.deliveryAddress ?? "",
    送达方式: method ? method.zh : "",
    送出日期: shown(request.servedOn),
    送达日期: shown(request.decisionArrivedOn),
    征求对象: whom.join("、"),
    征求日期: shown(asked[0]?.onDate),
  };
}

/** What happened on the way to a decision, a sentence a step. */
const COURSE: Readonly<Record<string, (step: RequestEventRow) => string>> = {
  askCorrection: ({ onDate }) => `本机关于${shown(onDate)}告知补正。`,
  recordCorrection: ({ onDate }) => `本机关于${shown(onDate)}收到补正的申请。`,
  consultThirdParty: ({ onDate }) => `本机关于${shown(onDate)}书面征求第三方意见。`,
  recordThirdPartyReply: ({ onDate }) => `本机关于${shown(onDate)}收到第三方的意见。`,
  consultAgency: ({ onDate }) => `本机关于${shown(onDate)}征求其他行政机关意见。`,
  recordAgencyReply: ({ onDate }) => `本机关于${shown(onDate)}收到其他行政机关的意见。`,
  askReasons: ({ onDate }) => `本机关于${shown(onDate)}要求说明理由。`,
  recordReasons: ({ onDate }) => `本机关于${shown(onDate)}收到说明的理由。`,
  noticeFee: ({ onDate }) => `本机关于${shown(onDate)}发出收费通知。`,
  recordFeePaid: ({ onDate }) => `申请人于${shown(onDate)}缴纳费用。`,
  extendRequest: ({ onDate, details }) =>
    `本机关于${shown(onDate)}决定延长答复期限${plain(details["days"])}个工作日。`,
};

/** 一、关于…：facts. 依据…，decision. */
function itemText({ outcome, about, article, reasons }: LetterItem, number: number | null): string {
  const head = `${number === null ? "" : `${"一二三四五六七八九十"[number - 1] ?? number}、`}${about === null ? "" : `关于${about}：`}`;
  const basis = article ? `依据${articleWords(article)}，` : "";
  const facts = reasons.map((reason) => (/[。！？；]$/.test(reason) ? reason : `${reason}。`)).join("");
  return `${head}${facts}${basis}${OUTCOME_WORDINGS[outcome].decision}`;
}
