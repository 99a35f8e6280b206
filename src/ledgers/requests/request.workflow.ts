import type { Permission } from "../../access/index.js";
import { text, type Text } from "../../kernel/text.js";
import type { LegalStep } from "../../records/index.js";
import type { RequestState } from "./request.terms.js";
import { openNotices, type Standing } from "./standing.js";
import type { NoticeVerb } from "./waits.data.js";

interface StepSpec {
  readonly name: Text;
  readonly permission: RequestPermission;
  /** True if the step is open in this standing. */
  readonly open: (standing: Standing) => boolean;
}

const HANDLE = "request:handle" satisfies Permission;
const RECEIVE = "request:receive" satisfies Permission;
type RequestPermission = typeof HANDLE | typeof RECEIVE;

const within =
  (...phases: readonly Standing["phase"][]) =>
  ({ phase }: Standing): boolean =>
    phases.includes(phase);
const inProcess = within("OPEN");
const always = (): boolean => true;
const awaits = (standing: Standing, ...verbs: readonly NoticeVerb[]): boolean =>
  openNotices(standing, ...verbs).length > 0;
/** True while one of these answers is outstanding. */
const waiting =
  (...verbs: readonly NoticeVerb[]) =>
  (standing: Standing): boolean =>
    inProcess(standing) && awaits(standing, ...verbs);
/** True while none of these answers is outstanding. */
const notWaiting =
  (...verbs: readonly NoticeVerb[]) =>
  (standing: Standing): boolean =>
    inProcess(standing) && !awaits(standing, ...verbs);

const step = (
  zh: string,
  en: string,
  open: StepSpec["open"],
  permission: RequestPermission = HANDLE,
): StepSpec => ({ name: text(zh, en), open, permission });

/**
 * 依申请公开的办理流程 (条例 §29-45): all steps, by mutation, in the order of the process. Open steps follow from the
 * progress of the request and the outstanding answers, of which there may be several.
 */
export const REQUEST_STEPS = {
  confirmReceipt: step("确认收到日期", "confirm the receipt", within("REGISTERED")),
  askCorrection: step("告知补正", "ask for a correction", notWaiting("askCorrection")),
  recordCorrection: step("登记补正", "record the correction", waiting("askCorrection")),
  consultThirdParty: step("征求第三方意见", "consult a third party", inProcess),
  recordThirdPartyReply: step(
    "登记第三方意见",
    "record the third party's reply",
    waiting("consultThirdParty"),
  ),
  consultAgency: step("征求其他机关意见", "consult another organ", inProcess),
  recordAgencyReply: step("登记其他机关意见", "record the other organ's reply", waiting("consultAgency")),
  askReasons: step("要求说明理由", "ask for reasons", notWaiting("askReasons")),
  recordReasons: step("登记说明的理由", "record the reasons", waiting("askReasons")),
  noticeFee: step("发出收费通知", "send the fee notice", notWaiting("noticeFee")),
  recordFeePaid: step("登记缴费", "record the payment", waiting("noticeFee")),
  extendRequest: step("延长答复期限", "extend the period", notWaiting("askCorrection", "noticeFee")),
  splitRequest: step(
    "分立（一事一申请）",
    "split",
    notWaiting("askCorrection", "noticeFee", "consultThirdParty", "consultAgency", "askReasons"),
    RECEIVE,
  ),
  decideRequest: step("作出决定", "decide", notWaiting("askCorrection", "noticeFee")),
  serveRequest: step("送达", "serve", within("DECIDED")),
  withdrawRequest: step("登记撤回", "record the withdrawal", within("REGISTERED", "OPEN")),
  lapseRequest: step("逾期终结", "close as lapsed", waiting("askCorrection", "noticeFee")),
  reopenRequest: step("恢复办理", "reopen", within("LAPSED")),
  recordArrival: step(
    "补登送达日期",
    "record an arrival",
    ({ phase, taken }) => taken > 0 && ["OPEN", "DECIDED", "SERVED"].includes(phase),
  ),
  withdrawStep: step("撤回一步", "withdraw a step", ({ mendable }) => mendable),
  correctStep: step("更正一步", "correct a step", ({ mendable }) => mendable),
  amendRequest: step("更正登记", "amend", always),
} as const satisfies Record<string, StepSpec>;
export type RequestVerb = keyof typeof REQUEST_STEPS;

const VERBS = Object.keys(REQUEST_STEPS) as RequestVerb[];

/** The mutations that are open to a request, in the order of the table. */
export const openSteps = (standing: Standing): LegalStep[] =>
  VERBS.filter((verb) => REQUEST_STEPS[verb].open(standing)).map((mutation) => ({
    mutation,
    name: REQUEST_STEPS[mutation].name,
  }));

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
