import type { Client, TestApp } from "../harness/app.js";
import { revisionOf } from "./request-steps.js";
import { fieldOf, newOffice, newPerson, type Office, type Problem } from "../reports/factories.js";

/** What the tests of disclosures ask the API. */
const PROBLEMS =
  "problems { __typename code message path ... on StaleRevision { currentRevision } ... on TransitionRefused { state legalSteps } }";
export const DISCLOSURE = `id title category channels status items formedOn dueOn publishedOn late documentKind
  documentNumber repealedOn revision unit { code }`;
const EVENTS = "events { at actor action: operation note: reason }";

const mutation = (name: string, type: string, record: string): string =>
  `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${record} ${PROBLEMS} } }`;
const one = (name: string, type: string): string =>
  mutation(name, type, `disclosure { ${DISCLOSURE} ${EVENTS} }`);
const several = (name: string, type: string): string => mutation(name, type, `disclosures { ${DISCLOSURE} }`);

const MUTATIONS = {
  registerDisclosure: one("registerDisclosure", "RegisterDisclosure"),
  amendDisclosure: one("amendDisclosure", "AmendDisclosure"),
  reviewDisclosure: one("reviewDisclosure", "ReviewDisclosure"),
  publishDisclosure: one("publishDisclosure", "PublishDisclosure"),
  withdrawDisclosure: one("withdrawDisclosure", "WithdrawDisclosure"),
  repealDocument: one("repealDocument", "RepealDocument"),
  importDisclosures: several("importDisclosures", "ImportDisclosures"),
  reviewDisclosures: several("reviewDisclosures", "ReviewDisclosures"),
  publishDisclosures: several("publishDisclosures", "PublishDisclosures"),
  saveCatalogueItem: mutation("saveCatalogueItem", "SaveCatalogueItem", "item { ...item }"),
  retireCatalogueItem: mutation("retireCatalogueItem", "RetireCatalogueItem", "item { ...item }"),
} as const;
type MutationName = keyof typeof MUTATIONS;

const ITEM =
  "fragment item on CatalogueItem { id category title article synonyms retiredOn revision unit { code } }";

export interface Disclosure {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly channels: readonly string[];
  readonly status: string;
  readonly items: number;
  readonly formedOn: string;
  readonly dueOn: string;
  readonly publishedOn: string | null;
  readonly late: boolean;
  readonly repealedOn: string | null;
  readonly revision: number;
  readonly events: readonly { at: string; actor: string; action: string; note: string | null }[];
}

export interface CatalogueItem {
  readonly id: string;
  readonly title: string;
  readonly retiredOn: string | null;
  readonly revision: number;
}

interface StepProblem extends Problem {
  readonly state?: string;
  readonly legalSteps?: readonly string[];
}

interface Answered {
  readonly disclosure?: Disclosure | null;
  readonly disclosures?: readonly Disclosure[];
  readonly item?: CatalogueItem | null;
  readonly problems: readonly StepProblem[];
}

interface Naming {
  readonly disclosureId?: string;
  readonly itemId?: string;
}

/** A step is based on the revision that the record has now, unless another is given. */
export async function ask(client: Client, name: MutationName, input: object) {
  const { disclosureId, itemId } = input as Naming;
  const id = disclosureId ?? itemId;
  const based = id === undefined ? {} : { expectedRevision: await revisionOf(client, id) };
  const document = MUTATIONS[name] + (MUTATIONS[name].includes("...item") ? ITEM : "");
  return client.query(document, { input: { ...based, ...input } });
}

/** Several records, each at the revision that it has now. */
export const listed = (client: Client, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (disclosureId) => ({
      disclosureId,
      expectedRevision: await revisionOf(client, disclosureId),
    })),
  );

export async function call(client: Client, name: MutationName, input: object): Promise<Answered> {
  return fieldOf<Answered>(await ask(client, name, input));
}

/** `CODE at.path` of every problem. */
export const complaints = ({ problems }: Answered): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

/** A call that nothing stands against. */
export async function done(client: Client, name: MutationName, input: object): Promise<Disclosure> {
  const { disclosure, problems } = await call(client, name, input);
  if (!disclosure) throw new Error(JSON.stringify(problems));
  return disclosure;
}

export interface Bureau extends Office {
  readonly head: Client;
}

/** An office with a second reviewer. */
export async function newBureau(app: TestApp): Promise<Bureau> {
  const office = await newOffice(app);
  return { ...office, head: await newPerson(app, office.code, "REVIEWER") };
}

export const record = (more: object = {}): object => ({
  title: "2025年度财政预算",
  category: "财政信息",
  channels: ["WEBSITE"],
  formedOn: "2025-12-15",
  ...more,
});

export const draft = (bureau: Bureau, more: object = {}): Promise<Disclosure> =>
  done(bureau.clerk, "registerDisclosure", { unitCode: bureau.code, ...record(more) });

/** Past all three reviews, each by another person. */
export async function reviewed(bureau: Bureau, more: object = {}): Promise<Disclosure> {
  const { id: disclosureId } = await draft(bureau, more);
  await done(bureau.clerk, "reviewDisclosure", { disclosureId });
  await done(bureau.reviewer, "reviewDisclosure", { disclosureId });
  return done(bureau.head, "reviewDisclosure", { disclosureId });
}

export async function published(bureau: Bureau, more: object = {}, on?: string): Promise<Disclosure> {
  const { id: disclosureId } = await reviewed(bureau, more);
  return done(bureau.clerk, "publishDisclosure", { disclosureId, on });
}

export const LIST = `query ($unit: String!, $filter: DisclosureFilter, $subtree: Boolean, $first: Int, $after: String) {
  unit(code: $unit) {
    disclosures(filter: $filter, subtree: $subtree, first: $first, after: $after) {
      nodes { ${DISCLOSURE} ${EVENTS} } totalCount pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface List {
  readonly nodes: readonly Disclosure[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export async function list(client: Client, unit: string, more: object = {}): Promise<List> {
  return fieldOf<{ disclosures: List }>(await client.query(LIST, { unit, ...more })).disclosures;
}

export const titles = async (client: Client, unit: string, filter: object = {}): Promise<string[]> =>
  (await list(client, unit, { filter })).nodes.map(({ title }) => title);

const ACTIVITY = `query ($unit: String!, $from: Date!, $to: Date!) { unit(code: $unit) { activity(from: $from, to: $to) {
  disclosures { total late byChannel { key label count } byCategory { key label count } } } } }`;

export async function activity(client: Client, unit: string, from: string, to: string): Promise<any> {
  const answer = await client.query(ACTIVITY, { unit, from, to });
  return fieldOf<{ activity: { disclosures: object } }>(answer).activity.disclosures;
}
