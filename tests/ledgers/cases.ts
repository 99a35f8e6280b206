import type { Client } from "../harness/app.js";
import { fieldOf, type Problem } from "../reports/factories.js";
import { revisionOf } from "./request-steps.js";

/** What the tests of remedies, proposals and activity ask the API. */
const PROBLEMS = `problems {
  __typename code message path
  ... on StaleRevision { currentRevision }
  ... on TransitionRefused { state legalSteps }
}`;
export const REMEDY = `id route number organ lodgedOn concludedOn decisionArrivedOn ruling disposition note revision lastDayToLodge late
  unit { code } request { id } review { id } events { on actor action: operation note: reason }`;
export const PROPOSAL = `id kind level role session number title broad assignedOn dueOn answeredOn answerNumber resultClass
  satisfaction published redo revision unit { code } events { on actor action: operation note: reason }`;

const RECORDS = {
  request: "id state dueOn: clock { dueOn }",
  remedy: REMEDY,
  proposal: PROPOSAL,
} as const;

/** Every mutation used, with its record. */
const MUTATIONS = {
  receiveRequest: ["request", "ReceiveRequestInput"],
  decideRequest: ["request", "DecideRequestInput"],
  serveRequest: ["request", "ServeRequestInput"],
  recordArrival: ["request", "RecordArrivalInput"],
  lodgeRemedy: ["remedy", "LodgeRemedyInput"],
  concludeRemedy: ["remedy", "ConcludeRemedyInput"],
  recordRulingArrival: ["remedy", "RecordRulingArrivalInput"],
  amendRemedy: ["remedy", "AmendRemedyInput"],
  assignProposal: ["proposal", "AssignProposalInput"],
  answerProposal: ["proposal", "AnswerProposalInput"],
  rateProposal: ["proposal", "RateProposalInput"],
  publishProposalAnswer: ["proposal", "PublishProposalAnswerInput"],
  amendProposal: ["proposal", "AmendProposalInput"],
} as const satisfies Record<string, readonly [keyof typeof RECORDS, string]>;
export type LedgerMutation = keyof typeof MUTATIONS;

export function documentOf(mutation: LedgerMutation): string {
  const [record, input] = MUTATIONS[mutation];
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${record} { ${RECORDS[record]} } ${PROBLEMS} } }`;
}

export interface LedgerProblem extends Problem {
  readonly state?: string;
  readonly legalSteps?: readonly string[];
}

const BEGINNINGS: readonly LedgerMutation[] = ["receiveRequest", "lodgeRemedy", "assignProposal"];

/** The input of a step of a record is based on the revision that it has now. */
export async function based(client: Client, mutation: LedgerMutation, input: object): Promise<object> {
  const id = Object.entries(input).find(([field]) => field === `${MUTATIONS[mutation][0]}Id`)?.[1];
  if (BEGINNINGS.includes(mutation) || id === undefined) return input;
  return { expectedRevision: await revisionOf(client, String(id)), ...input };
}

/** Takes a step that nothing stands against. */
export async function done(client: Client, mutation: LedgerMutation, input: object): Promise<any> {
  const [record] = MUTATIONS[mutation];
  const payload = fieldOf<Record<string, any>>(
    await client.query(documentOf(mutation), { input: await based(client, mutation, input) }),
  );
  if (!payload[record]) throw new Error(JSON.stringify(payload.problems));
  return payload[record];
}

/** Takes a step that is refused, and tells why. */
export async function refused(
  client: Client,
  mutation: LedgerMutation,
  input: object,
): Promise<LedgerProblem[]> {
  const [record] = MUTATIONS[mutation];
  const payload = fieldOf<Record<string, any>>(
    await client.query(documentOf(mutation), { input: await based(client, mutation, input) }),
  );
  if (payload[record]) throw new Error(`${mutation} was not refused`);
  return payload.problems;
}

/** `CODE at.path` of every problem. */
export const places = (problems: readonly LedgerProblem[]): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

let requests = 0;

export const received = (client: Client, unitCode: string, receivedOn: string): Promise<any> =>
  done(client, "receiveRequest", {
    unitCode,
    subject: `申请公开第 ${++requests} 份文件`,
    applicantKind: "NATURAL_PERSON",
    applicant: { name: "张三" },
    receiptChannel: "IN_PERSON",
    arrivedOn: receivedOn,
    receivedOn,
  });

/** A request received and decided on these days. */
export async function decided(
  client: Client,
  unitCode: string,
  receivedOn: string,
  on: string,
  outcome = "DENIED_PROCESS",
): Promise<any> {
  const { id } = await received(client, unitCode, receivedOn);
  return done(client, "decideRequest", { requestId: id, on, outcome, article: "条例 §16" });
}
