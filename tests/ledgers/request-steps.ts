import type { RequestVerb } from "../../src/ledgers/requests/steps/index.js";
import type { Answer, Client } from "../harness/app.js";
import { fieldOf } from "../reports/factories.js";

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly state?: string;
  readonly legalSteps?: readonly string[];
  readonly currentRevision?: number;
}

export interface RequestWait {
  readonly step: number;
  readonly kind: string;
  readonly open: boolean;
  readonly letterNumber: string | null;
  readonly letterSentOn: string;
  readonly letterArrivedOn: string | null;
  readonly limit: string | null;
  readonly answeredOn: string | null;
  readonly withdrawnOn: string | null;
}

export interface InformationRequest {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly applicantKind: string;
  readonly applicant: { name: string; contact: string | null; deliveryAddress: string | null } | null;
  readonly state: string;
  readonly outcome: string | null;
  readonly article: string | null;
  readonly documentNumber: string | null;
  readonly receiptChannel: string;
  readonly arrivedOn: string;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly servedOn: string | null;
  readonly revision: number;
  readonly steps: readonly {
    readonly mutation: string;
    readonly allowed: boolean;
    readonly whyNot: string | null;
  }[];
  readonly splitFrom: { readonly number: string } | null;
  readonly parts: readonly { readonly number: string }[];
  readonly clock: {
    readonly dueOn: string | null;
    readonly paused: boolean;
    readonly workingDaysUsed: number;
    readonly workingDaysLeft: number | null;
    readonly overdue: boolean;
    readonly provisional: boolean;
    readonly waitsUntil: string | null;
    readonly steps: readonly {
      readonly from: string;
      readonly to: string;
      readonly workingDays: number;
      readonly counted: boolean;
      readonly reason: string;
      readonly basis: string;
    }[];
  };
  readonly openWaits: readonly RequestWait[];
  readonly waits: readonly RequestWait[];
  readonly events: readonly {
    readonly step: number;
    readonly on: string;
    readonly actor: string;
    readonly action: string;
    readonly title: string;
    readonly note: string | null;
  }[];
}

export interface RequestPayload {
  readonly request: InformationRequest | null;
  readonly parts?: readonly InformationRequest[];
  readonly problems: readonly Problem[];
}

const WAIT = "step kind open letterNumber letterSentOn letterArrivedOn limit answeredOn withdrawnOn";

export const REQUEST_FIELDS = `id number subject applicantKind applicant { name contact deliveryAddress } state outcome
  article documentNumber receiptChannel arrivedOn receivedOn decidedOn servedOn revision steps { mutation allowed whyNot }
  splitFrom { number } parts { number }
  clock { dueOn paused workingDaysUsed workingDaysLeft overdue provisional waitsUntil
    steps { from to workingDays counted reason basis } }
  openWaits { ${WAIT} } waits { ${WAIT} }
  events { step: revision on actor action: operation title note: reason }`;
const PROBLEMS = `problems { code message path ... on TransitionRefused { state legalSteps }
  ... on StaleRevision { currentRevision } }`;

export const RECEIVE = `mutation ($input: ReceiveRequestInput!) {
  receiveRequest(input: $input) { request { ${REQUEST_FIELDS} } ${PROBLEMS} } }`;

export { VERBS as STEPS } from "../../src/ledgers/requests/steps/index.js";
export type RequestStep = RequestVerb;

const documentOf = (step: RequestStep): string => {
  const type = `${step[0]?.toUpperCase()}${step.slice(1)}Input`;
  const parts = step === "splitRequest" ? `parts { ${REQUEST_FIELDS} }` : "";
  return `mutation ($input: ${type}!) { ${step}(input: $input) { request { ${REQUEST_FIELDS} } ${parts} ${PROBLEMS} } }`;
};

/** What a step must be told besides the request and the day. */
const DEFAULTS: Partial<Record<RequestStep, object>> = {
  askCorrection: { deadline: "2026-03-31" },
  recordReasons: { reasonable: true },
  noticeFee: { amount: "140" },
  extendRequest: { days: 20, approver: "张主任", reason: "案情复杂" },
  decideRequest: { outcome: "GRANTED", article: "§36(2)" },
  serveRequest: { method: "POST" },
  splitRequest: { subjects: ["年度预算", "征地批复"] },
  recordArrival: { of: "EXTENSION_NOTICE", arrivedOn: "2026-01-20" },
  amendRequest: { reason: "登记有误" },
  withdrawStep: { step: 2, reason: "发函有误" },
  correctStep: { step: 2, reason: "登记有误" },
  reopenRequest: { reason: "申请人住院" },
};

/** On the request as it is, unless the input says which revision it is based on. */
export async function ask(
  client: Client,
  step: RequestStep,
  requestId: string,
  more: { readonly expectedRevision?: number; readonly [field: string]: unknown } = {},
): Promise<Answer> {
  const expectedRevision = more.expectedRevision ?? (await revisionOf(client, requestId));
  const input = { requestId, ...DEFAULTS[step], ...more, expectedRevision };
  return client.query(documentOf(step), { input });
}

const KEPT = ["InformationRequest", "Remedy", "Proposal", "Disclosure", "CatalogueItem", "SuppliedCount"];

/** The revision of a record of any ledger. What is not there has none: any number is as good as another. */
export async function revisionOf(client: Client, id: string): Promise<number> {
  const document = `query ($id: ID!) { node(id: $id) { ${KEPT.map((type) => `... on ${type} { revision }`).join(" ")} } }`;
  const node = fieldOf<{ revision: number } | null>(await client.query(document, { id }));
  return node?.revision ?? 1;
}

/** The mutations that the caller can take now. */
export const openSteps = ({ steps }: InformationRequest): string[] =>
  steps.filter(({ allowed }) => allowed).map(({ mutation }) => mutation);

export const tryStep = async (
  client: Client,
  step: RequestStep,
  { id }: { id: string },
  more = {},
): Promise<RequestPayload> => fieldOf<RequestPayload>(await ask(client, step, id, more));

/** Takes a step that nothing stands against. */
export async function stepped(
  client: Client,
  step: RequestStep,
  request: { id: string },
  more = {},
): Promise<InformationRequest> {
  return requestIn(await tryStep(client, step, request, more));
}

export function requestIn({ request, problems }: RequestPayload): InformationRequest {
  if (!request) throw new Error(JSON.stringify(problems));
  return request;
}

/** What a request needs to be received; the day is a Monday. */
export const newRequest = (unitCode: string, more = {}) => ({
  unitCode,
  subject: "环山街道2025年度预算",
  applicantKind: "NATURAL_PERSON",
  applicant: { name: "王某" },
  receiptChannel: "IN_PERSON",
  receivedOn: "2026-01-05",
  ...more,
});

export const tryReceive = async (client: Client, input: object): Promise<RequestPayload> =>
  fieldOf<RequestPayload>(await client.query(RECEIVE, { input }));

export const received = async (client: Client, unitCode: string, more = {}): Promise<InformationRequest> =>
  requestIn(await tryReceive(client, newRequest(unitCode, more)));

const NODE = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { ${REQUEST_FIELDS} } } }`;

export const requestNode = async (client: Client, id: string): Promise<InformationRequest | null> =>
  fieldOf<InformationRequest | null>(await client.query(NODE, { id }));

const LIST = `query ($unit: String!, $filter: RequestFilter, $subtree: Boolean, $first: Int, $after: String) {
  unit(code: $unit) { requests(filter: $filter, subtree: $subtree, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { number unit { code } clock { dueOn } } } } }`;

export interface RequestList {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly number: string;
    readonly unit: { readonly code: string };
    readonly clock: { readonly dueOn: string | null };
  }[];
}

export const listAnswer = (client: Client, unit: string, more: object = {}): Promise<Answer> =>
  client.query(LIST, { unit, ...more });

export const listed = async (client: Client, unit: string, more: object = {}): Promise<RequestList> =>
  fieldOf<{ requests: RequestList }>(await listAnswer(client, unit, more)).requests;

export const numbersIn = async (client: Client, unit: string, more: object = {}): Promise<string[]> =>
  (await listed(client, unit, more)).nodes.map(({ number }) => number);
