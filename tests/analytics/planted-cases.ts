import { DISCLOSURES } from "../../src/ledgers/disclosures/index.js";
import { DISCLOSURE_CATALOGUE } from "../../src/ledgers/disclosures/api.js";
import { registerUser, USERS } from "../../src/identity/api.js";
import { INTERPRETATIONS } from "../../src/ledgers/interpretations/api.js";
import { PROPOSALS } from "../../src/ledgers/proposals/api.js";
import { REMEDIES } from "../../src/ledgers/remedies/api.js";
import { INFORMATION_REQUESTS, type RequestOutcome } from "../../src/ledgers/requests/index.js";
import type { ApplicantKind, ReceiptChannel } from "../../src/ledgers/requests/api.js";
import { newId, type Session } from "../../src/platform/db/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import type { Answer, Client, TestApp } from "../harness/app.js";

/** Cases put into the ledgers past the commands, several alike at once. */
interface Times {
  readonly times?: number;
  /** Ids begin with it and end with a number: noise is looked up by them. */
  readonly ids?: string;
}

export interface RequestCase extends Times {
  readonly on: string;
  readonly kind?: ApplicantKind;
  readonly channel?: ReceiptChannel;
  readonly decided?: string;
  readonly outcome?: RequestOutcome;
  readonly article?: string;
  readonly days?: number;
  readonly dueOn?: string;
  readonly registered?: boolean;
}

export interface RemedyCase extends Times {
  readonly on: string;
  readonly route?: "REVIEW" | "LITIGATION_DIRECT" | "LITIGATION_AFTER_REVIEW";
  readonly concluded?: string;
  readonly ruling?: "UPHELD" | "CORRECTED" | "OTHER";
}

export interface DisclosureCase extends Times {
  readonly on: string;
  readonly items?: number;
  readonly channels?: number;
  readonly category?: string;
  readonly kind?: "REGULATION" | "NORMATIVE_DOCUMENT";
  readonly status?: "DRAFT" | "PUBLISHED" | "WITHDRAWN";
}

export interface ProposalCase extends Times {
  readonly on: string;
  readonly kind?: "CONGRESS_SUGGESTION" | "CPPCC_PROPOSAL";
  readonly role?: "LEAD" | "CO_ORGANIZER";
  readonly answered?: string;
  readonly resultClass?: string;
  readonly satisfaction?: "SATISFIED" | "FAIRLY_SATISFIED" | "DISSATISFIED";
}

export interface Cases {
  readonly requests?: readonly RequestCase[];
  readonly remedies?: readonly RemedyCase[];
  readonly disclosures?: readonly DisclosureCase[];
  readonly proposals?: readonly ProposalCase[];
  readonly interpretations?: readonly (Times & { readonly on: string })[];
  /** Synonyms by category. */
  readonly catalogue?: Readonly<Record<string, readonly string[]>>;
}

const AT = "2026-01-10T01:00:00.000Z";
let number = 0;

const repeated = <Case extends Times, Row>(cases: readonly Case[] = [], row: (spec: Case) => Row): Row[] =>
  cases.flatMap((spec) => Array.from({ length: spec.times ?? 1 }, () => row(spec)));

let lastId = 0;
const common = (unitId: string, { ids }: Times = {}) => ({
  id: ids === undefined ? newId() : `${ids}${String(++lastId).padStart(16 - ids.length, "0")}`,
  ...{ unitId, revision: 1, createdAt: AT },
});

const interpretationRow =
  (unitId: string) =>
  ({ on, ...spec }: Times & { readonly on: string }) => ({
    ...common(unitId, spec),
    ...{ documentTitle: `某规定之${++number}`, documentNumber: null, documentClass: "NORMATIVE" as const },
    ...{ wideEffect: false, documentPublishedOn: on, documentLink: null, dueOn: on, form: "TEXT" as const },
    ...{ title: "某解读", authorUnit: null, interpreter: null, contact: null, signedOffBy: null },
    ...{ publishedOn: on, address: null, channel: null, voided: false },
  });

const requestRow = (unitId: string) => (spec: RequestCase) =>
  ({
    ...common(unitId, spec),
    number: `S-${++number}`,
    subject: "某事项",
    applicantKind: spec.kind ?? "NATURAL_PERSON",
    receiptChannel: spec.channel ?? "IN_PERSON",
    arrivedOn: spec.on,
    receivedOn: spec.on,
    countedOn: spec.on,
    splitFromId: null,
    state: spec.registered ? "REGISTERED" : spec.decided ? "SERVED" : "IN_PROGRESS",
    outcome: spec.decided ? (spec.outcome ?? "GRANTED") : null,
    article: spec.article ?? null,
    documentNumber: null,
    decidedOn: spec.decided ?? null,
    servedOn: spec.decided ?? null,
    decisionArrivedOn: null,
    termsId: null,
    dueOn: spec.dueOn ?? null,
    provisional: false,
    usedDays: spec.days ?? 0,
  }) as const;

const remedyRow = (unitId: string) => (spec: RemedyCase) => ({
  ...common(unitId),
  route: spec.route ?? "REVIEW",
  requestId: null,
  reviewId: null,
  number: `R-${++number}`,
  organ: null,
  lodgedOn: spec.on,
  concludedOn: spec.concluded ?? null,
  decisionArrivedOn: null,
  ruling: spec.concluded ? (spec.ruling ?? "UPHELD") : null,
  disposition: null,
  note: null,
  recordedBy: "示例",
});

const disclosureRow = (unitId: string) => (spec: DisclosureCase) => ({
  ...common(unitId),
  title: `信息 ${++number}`,
  category: spec.category ?? "政策文件",
  channels: spec.channels ?? 1,
  items: spec.items ?? 1,
  status: spec.status ?? "PUBLISHED",
  formedOn: spec.on,
  dueOn: "2099-12-31",
  publishedOn: spec.status === "DRAFT" ? null : spec.on,
  documentKind: spec.kind ?? null,
  documentNumber: null,
  repealedOn: null,
});

const proposalRow = (unitId: string) => (spec: ProposalCase) => ({
  ...common(unitId),
  kind: spec.kind ?? "CONGRESS_SUGGESTION",
  level: "DISTRICT" as const,
  role: spec.role ?? "LEAD",
  session: null,
  number: `第${++number}号`,
  title: "某建议",
  broad: false,
  assignedOn: spec.on,
  dueOn: "2099-12-31",
  answeredOn: spec.answered ?? null,
  answerNumber: null,
  resultClass: spec.resultClass ?? null,
  satisfaction: spec.satisfaction ?? null,
  published: false,
  redo: false,
});

const catalogueRow =
  (unitId: string) =>
  ([category, synonyms]: [string, readonly string[]]) => ({
    id: newId(),
    unitId,
    category,
    title: `${category}事项`,
    article: "条例 §20",
    synonyms,
    retiredOn: null,
    revision: 1,
  });

export async function plantCases(app: TestApp, unitCode: string, cases: Cases): Promise<void> {
  await app.app.database.write(SYSTEM, (session) => plantIn(session, unitCode, cases));
}

async function plantIn(session: Session, unitCode: string, cases: Cases): Promise<void> {
  const unit = await unitOf(session, unitCode);
  await session.rows(INFORMATION_REQUESTS).insert(unit, ...repeated(cases.requests, requestRow(unit.id)));
  await session.rows(REMEDIES).insert(unit, ...repeated(cases.remedies, remedyRow(unit.id)));
  await session.rows(DISCLOSURES).insert(unit, ...repeated(cases.disclosures, disclosureRow(unit.id)));
  await session.rows(PROPOSALS).insert(unit, ...repeated(cases.proposals, proposalRow(unit.id)));
  await session
    .rows(INTERPRETATIONS)
    .insert(unit, ...repeated(cases.interpretations, interpretationRow(unit.id)));
  const items = Object.entries(cases.catalogue ?? {}).map(catalogueRow(unit.id));
  await session.rows(DISCLOSURE_CATALOGUE).insert(unit, ...items);
}

/** Somebody with a role that nobody in the demo has; the password is everybody's. */
export async function enrol(
  app: TestApp,
  login: string,
  memberships: readonly {
    readonly unitCode: string;
    readonly role: "CLERK" | "REVIEWER" | "ANALYST" | "CASE_READER" | "ADMIN";
  }[],
): Promise<Client> {
  await app.app.database.write(SYSTEM, async (session) => {
    const known = await session.rows(USERS).one({ login: "analyst.371003" });
    const held = [];
    for (const { unitCode, role } of memberships) held.push({ unit: await unitOf(session, unitCode), role });
    const [first] = held;
    if (!known || !first) throw new Error("nobody to take the password of");
    const account = { login, displayName: "示例·另一人", passwordHash: known.passwordHash };
    await registerUser(session, { ...account, home: first.unit, memberships: held }, new Date(AT));
  });
  return app.as(login);
}

type DataSetName = "request" | "disclosure" | "remedy" | "proposal";

const ANSWER = `dimensions { key label } measures { name label unit formula }
  rows { keys labels values states numerators denominators } totals { keys labels values states numerators denominators }
  coverage { units groups suppressed threshold protection notes asOf }`;

export const ask = (client: Client, dataSet: DataSetName, input: object): Promise<Answer> => {
  const [first = "", ...rest] = dataSet;
  const type = `${first.toUpperCase()}${rest.join("")}StatisticsInput`;
  return client.query(
    `query ($input: ${type}!) { answer: ${dataSet}Statistics(input: $input) { ${ANSWER} } }`,
    {
      input,
    },
  );
};

/** What was answered to a question that nothing stands against. */
export async function answered(client: Client, dataSet: DataSetName, input: object): Promise<any> {
  const { data, errors } = await ask(client, dataSet, input);
  if (!data?.answer) throw new Error(JSON.stringify(errors));
  return data.answer;
}

/** `key / key: value value` of every row. */
export const lines = (answer: any): string[] =>
  answer.rows.map((row: any) => `${row.keys.join(" / ")}: ${row.values.join(" ")}`);

/** `CODE at.path` of a question that is refused. */
export async function refusal(client: Client, dataSet: DataSetName, input: object): Promise<string> {
  const { data, errors } = await ask(client, dataSet, input);
  if (data?.answer) throw new Error("it was answered");
  return (errors ?? [])
    .map(({ extensions }) => `${extensions["code"]} ${(extensions["argument"] ?? []).join(".")}`)
    .join("; ");
}
