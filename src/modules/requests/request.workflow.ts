import type { Permission } from "../../access/index.js";
import { StateMachine, type Transition } from "../../kernel/state-machine.js";
import { text, type Text } from "../../kernel/text.js";
import { legalSteps, type LegalStep } from "../ledger/index.js";
import { REQUEST_STATES, type RequestState } from "./request.terms.js";

/** Every step there is, by the mutation that takes it. */
export const REQUEST_STEPS = {
  confirmReceipt: text("确认收到日期", "confirm the receipt"),
  askCorrection: text("告知补正", "ask for a correction"),
  recordCorrection: text("登记补正", "record the correction"),
  consultThirdParty: text("征求第三方意见", "consult a third party"),
  recordThirdPartyReply: text("登记第三方意见", "record the third party's reply"),
  consultAgency: text("征求其他机关意见", "consult another organ"),
  recordAgencyReply: text("登记其他机关意见", "record the other organ's reply"),
  askReasons: text("要求说明理由", "ask for reasons"),
  recordReasons: text("登记说明的理由", "record the reasons"),
  noticeFee: text("发出收费通知", "send the fee notice"),
  recordFeePaid: text("登记缴费", "record the payment"),
  extendRequest: text("延长答复期限", "extend the period"),
  splitRequest: text("分立（一事一申请）", "split"),
  decideRequest: text("作出决定", "decide"),
  serveRequest: text("送达", "serve"),
  withdrawRequest: text("登记撤回", "record the withdrawal"),
  lapseRequest: text("逾期终结", "close as lapsed"),
  recordArrival: text("补登送达日期", "record an arrival"),
  amendRequest: text("更正登记", "amend"),
} as const satisfies Record<string, Text>;
export type RequestVerb = keyof typeof REQUEST_STEPS;

const STATES = Object.keys(REQUEST_STATES) as RequestState[];
const OPEN: readonly RequestState[] = ["RECEIVED", "IN_PROGRESS"];
const CONSULTING: readonly RequestState[] = ["CONSULTING_THIRD_PARTY", "CONSULTING_AGENCY"];
const WAITING: readonly RequestState[] = [
  "AWAITING_CORRECTION",
  ...CONSULTING,
  "AWAITING_FEE",
  "AWAITING_REASONS",
];
const HANDLE = "request:handle" satisfies Permission;
const RECEIVE = "request:receive" satisfies Permission;

type RequestPermission = typeof HANDLE | typeof RECEIVE;

/** The states in which a request is not decided yet; the rest have ended, DECIDED but for its service. */
export const UNDECIDED: readonly RequestState[] = ["REGISTERED", ...OPEN, ...WAITING];
/** Nothing can follow. */
export const ENDED: readonly RequestState[] = ["SERVED", "WITHDRAWN", "LAPSED"];

/** 依申请公开的办理流程 (条例 §29-45). Who may take a step is said by a permission instead of a role. */
export const REQUEST_WORKFLOW = new StateMachine<RequestState, RequestVerb, RequestPermission>(
  "REGISTERED",
  STATES,
  [
    { verb: "confirmReceipt", from: ["REGISTERED"], to: "RECEIVED", role: HANDLE },
    { verb: "askCorrection", from: OPEN, to: "AWAITING_CORRECTION", role: HANDLE },
    { verb: "recordCorrection", from: ["AWAITING_CORRECTION"], to: "IN_PROGRESS", role: HANDLE },
    { verb: "consultThirdParty", from: OPEN, to: "CONSULTING_THIRD_PARTY", role: HANDLE },
    { verb: "recordThirdPartyReply", from: ["CONSULTING_THIRD_PARTY"], to: "IN_PROGRESS", role: HANDLE },
    { verb: "consultAgency", from: OPEN, to: "CONSULTING_AGENCY", role: HANDLE },
    { verb: "recordAgencyReply", from: ["CONSULTING_AGENCY"], to: "IN_PROGRESS", role: HANDLE },
    { verb: "askReasons", from: OPEN, to: "AWAITING_REASONS", role: HANDLE },
    { verb: "recordReasons", from: ["AWAITING_REASONS"], to: "IN_PROGRESS", role: HANDLE },
    { verb: "noticeFee", from: OPEN, to: "AWAITING_FEE", role: HANDLE },
    { verb: "recordFeePaid", from: ["AWAITING_FEE"], to: "IN_PROGRESS", role: HANDLE },
    { verb: "extendRequest", from: OPEN, to: "IN_PROGRESS", role: HANDLE },
    ...staying("extendRequest", CONSULTING, HANDLE),
    ...staying("splitRequest", OPEN, RECEIVE),
    {
      verb: "decideRequest",
      from: [...OPEN, "AWAITING_REASONS", ...CONSULTING],
      to: "DECIDED",
      role: HANDLE,
    },
    { verb: "serveRequest", from: ["DECIDED"], to: "SERVED", role: HANDLE },
    { verb: "withdrawRequest", from: UNDECIDED, to: "WITHDRAWN", role: HANDLE },
    { verb: "lapseRequest", from: ["AWAITING_CORRECTION", "AWAITING_FEE"], to: "LAPSED", role: HANDLE },
    // A letter, or an extension, may be on record in these.
    ...staying("recordArrival", ["IN_PROGRESS", ...WAITING, "DECIDED", "SERVED"], HANDLE),
    ...staying("amendRequest", STATES, HANDLE),
  ],
);

/** What leaves a request in its state. */
function staying<R extends RequestPermission>(
  verb: RequestVerb,
  states: readonly RequestState[],
  role: R,
): Transition<RequestState, RequestVerb, R>[] {
  return states.map((state) => ({ verb, from: [state], to: state, role }));
}

/** Who may take a step, whatever the state. */
export function permissionTo(verb: RequestVerb): RequestPermission {
  const step = REQUEST_WORKFLOW.transitions.find((transition) => transition.verb === verb);
  if (!step) throw new Error(`workflow: no step ${verb}`);
  return step.role;
}

const STEPS = Object.fromEntries(
  Object.entries<Text>(REQUEST_STEPS).map(([mutation, name]) => [mutation, { mutation, name }]),
) as Record<RequestVerb, LegalStep>;

/** The mutations that are open to a request, in the order of the table. */
export const openSteps = (state: RequestState): LegalStep[] => legalSteps(REQUEST_WORKFLOW, state, STEPS);
