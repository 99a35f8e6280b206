import { LEAF_CODES } from "../../seeds/form-codes.js";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import type { Role } from "../../src/access/index.js";
import { registerUser } from "../../src/identity/api.js";
import { openSession } from "../../src/identity/session.store.js";
import { Tokens } from "../../src/identity/tokens.js";
import { notePassword } from "../../src/identity/user.store.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import type { Answer, Client, TestApp } from "../harness/app.js";
import {
  CREATE_UNIT,
  CHANGE_PASSWORD,
  EXPLAIN,
  JUDGE,
  REVISION_OF_FINDING,
  FINDINGS,
  REPORT,
  SAVE,
  SIGN_IN,
  STEPS,
  type Step,
} from "./documents.js";

export interface Problem {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly currentRevision?: number;
  readonly from?: string;
  readonly allowed?: readonly string[];
  readonly findings?: readonly { id: string; severity: string; status: string; rule: { code: string } }[];
}

export interface Cell {
  readonly indicator: { readonly code: string };
  readonly value: string | null;
  readonly source: string;
}

export interface Report {
  readonly id: string;
  readonly year: number;
  readonly scope: string;
  readonly status: string;
  readonly revision: number;
  readonly unitName: string;
  readonly signedOn: string | null;
  readonly dueOn: string;
  readonly submittedAt: string | null;
  readonly publishedAt: string | null;
  readonly format: { readonly code: string };
  readonly cells: readonly Cell[];
  readonly sections: readonly { readonly key: string; readonly heading: string; readonly body: string }[];
}

export interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly status: string;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly explanation: string | null;
  readonly judgement: string | null;
  readonly rule: { readonly code: string };
  readonly cells: readonly { readonly code: string }[];
  readonly places: readonly {
    readonly year: number;
    readonly value: string | null;
    readonly indicator: { readonly code: string };
  }[];
}

export interface Payload {
  readonly report: Report | null;
  readonly finding?: Finding | null;
  readonly problems: readonly Problem[];
}

/** A unit with a clerk and a reviewer of its own, whom no other test touches. */
export interface Office {
  readonly code: string;
  readonly name: string;
  readonly clerk: Client;
  readonly reviewer: Client;
  readonly reviewerLogin: string;
}

/** A first one, where an administrator made the account. */
export const PASSWORD = "planted in a test";
const OWN_PASSWORD = "chosen by the user of a test";

/** The only field of an answer; an error that the test did not expect is shown as it is. */
export function fieldOf<T>({ data, errors }: Answer): T {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as object)[0] as T;
}

export const payloadOf = (answer: Answer): Payload => fieldOf<Payload>(answer);

/** `CODE at.path` of every problem: what is wrong and where. */
export const complaints = ({ problems }: Payload): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

/** The codes of the top-level errors; none: []. */
export const faults = ({ errors }: Answer): string[] =>
  (errors ?? []).map(({ extensions }) => String(extensions.code));

/** The report of a payload that has no problems. */
export function reportIn(answer: Answer): Report {
  const { report, problems } = payloadOf(answer);
  if (!report) throw new Error(JSON.stringify(problems));
  return report;
}

export async function save(client: Client, input: object): Promise<Payload> {
  return payloadOf(await client.query(SAVE, { input }));
}

/** Saves where there is nothing to complain of. */
export async function saved(client: Client, input: object): Promise<Report> {
  return reportIn(await client.query(SAVE, { input }));
}

/** A report as a caller sees it; null where there is none for them. */
export async function reportOf(
  client: Client,
  unit: string,
  year: number,
  scope = "OWN",
): Promise<Report | null> {
  return fieldOf<{ report: Report | null }>(await client.query(REPORT, { unit, year, scope })).report;
}

export async function findingsOf(client: Client, unit: string, year: number, more = {}): Promise<Finding[]> {
  const answer = await client.query(FINDINGS, { unit, year, ...more });
  return fieldOf<{ report: { findings: Finding[] } }>(answer).report.findings;
}

export const valueOf = ({ cells }: Pick<Report, "cells">, code: string): string | null | undefined =>
  cells.find((cell) => cell.indicator.code === code)?.value;

/** What a step's input must hold besides the report and its revision. */
const inputOf = (step: Step, more: object): object =>
  step === "returnReport" || step === "reviseReport" ? { reason: "请核对", ...more } : more;

export async function take(
  client: Client,
  step: Step,
  report: Pick<Report, "id" | "revision">,
  more = {},
): Promise<Payload> {
  const input = { reportId: report.id, expectedRevision: report.revision, ...inputOf(step, more) };
  return payloadOf(await client.query(STEPS[step], { input }));
}

/** Takes a step that nothing stands against. */
export async function taken(
  client: Client,
  step: Step,
  report: Pick<Report, "id" | "revision">,
  more = {},
): Promise<Report> {
  const { report: moved, problems } = await take(client, step, report, more);
  if (!moved) throw new Error(JSON.stringify(problems));
  return moved;
}

/** What a finding's report is at; what is not there has no revision, and any number is as good as another. */
export async function revisionOfFinding(client: Client, id: string): Promise<number> {
  const { data } = await client.query(REVISION_OF_FINDING, { id });
  return data?.node?.report?.revision ?? 1;
}

/** The unit's explanation (EXPLAIN) or the officer's judgement (JUDGE), for the report as it is. */
const stating =
  (document: string, field: "explanation" | "judgement") =>
  async (client: Client, findingId: string, status: string, words: string): Promise<Payload> => {
    const expectedRevision = await revisionOfFinding(client, findingId);
    const input = { findingId, status, [field]: words, expectedRevision };
    return payloadOf(await client.query(document, { input }));
  };
export const explain = stating(EXPLAIN, "explanation");
export const judge = stating(JUDGE, "judgement");

const OVERVIEW = "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障各方面情况如下。";
/** Longer than a district wants it, with all of its parts. */
export const OVERLONG = { key: "OVERVIEW", body: OVERVIEW + "长".repeat(1001) };

export const SECTIONS = [
  { key: "INTRODUCTION", body: "本报告依照《中华人民共和国政府信息公开条例》编写。" },
  { key: "OVERVIEW", body: OVERVIEW },
  { key: "PROBLEMS", body: "存在的主要问题：公开内容不够全面。改进措施：加强培训和检查。" },
  { key: "OTHER_MATTERS", body: "本年度未收取信息处理费。" },
];

/** Every leaf cell of the form of 2021, 0 but for those given. */
export const leaves = (cells: Readonly<Record<string, string | null>> = {}) => {
  const all = { ...Object.fromEntries(LEAF_CODES.map((code) => [code, "0"])), ...cells };
  return Object.entries(all).map(([code, value]) => ({ code, value }));
};

/** A whole report of zeros that no rule finds fault with. */
export const wholeReport = (office: Pick<Office, "code">, year: number, cells = {}) => ({
  unitCode: office.code,
  year,
  cells: leaves(cells),
  sections: SECTIONS,
});

let number = 0;

interface Admission {
  readonly token: string | null;
  readonly viewer: { readonly mustChangePassword: boolean } | null;
}

const admission = async (app: TestApp, login: string, password: string): Promise<Admission> =>
  fieldOf(await app.anonymous.query(SIGN_IN, { input: { login, password } }));

/** Signed in, with a password of the user's own: a first one is changed. */
export async function signedIn(app: TestApp, login: string): Promise<Client> {
  let admitted: Admission = { token: null, viewer: null };
  // Of somebody new, of whoever changed that, of the demo's people.
  for (const password of [PASSWORD, OWN_PASSWORD, DEMO_PASSWORD])
    if (!admitted.token) admitted = await admission(app, login, password);
  const { token, viewer } = admitted;
  if (!token || !viewer) throw new Error(`${login} cannot sign in`);
  const client = app.withToken(token);
  const input = { currentPassword: PASSWORD, newPassword: OWN_PASSWORD };
  if (viewer.mustChangePassword) fieldOf(await client.query(CHANGE_PASSWORD, { input }));
  return client;
}

/** The login of somebody new with one role at one unit. */
export async function newLogin(app: TestApp, unitCode: string, role: Role): Promise<string> {
  const login = `${role.toLowerCase()}.no${++number}`;
  const { database, identity } = app.app;
  const passwordHash = await identity.passwords.hash(PASSWORD);
  await database.write(SYSTEM, async (session) => {
    const home = await unitOf(session, unitCode);
    const account = { login, displayName: `${role} ${number}`, passwordHash, home };
    await registerUser(session, { ...account, memberships: [{ unit: home, role }] }, app.clock.now());
  });
  return login;
}

/** Somebody new who has signed in before: the ceremony of a first time is for tests/identity. */
async function seated(
  app: TestApp,
  unitCode: string,
  role: Role,
): Promise<{ login: string; client: Client }> {
  const login = `${role.toLowerCase()}.no${++number}`;
  const now = app.clock.now();
  const passwordHash = await app.app.identity.passwords.hash(OWN_PASSWORD);
  const token = await app.app.database.write(SYSTEM, async (session) => {
    const home = await unitOf(session, unitCode);
    const account = { login, displayName: `${role} ${number}`, passwordHash, home };
    const user = await registerUser(session, { ...account, memberships: [{ unit: home, role }] }, now);
    const userId = user?.id ?? "";
    const setAt = now.toISOString();
    await notePassword(session, home, { userId, setAt, provisional: false, former: [] });
    const { id: sessionId, expiresAt } = await openSession(session, userId, now);
    return new Tokens(app.config.authSecret, app.clock).issue({ userId, sessionId }, new Date(expiresAt));
  });
  return { login, client: app.withToken(token) };
}

export const newPerson = async (app: TestApp, unitCode: string, role: Role): Promise<Client> =>
  (await seated(app, unitCode, role)).client;

/** A town of 文登区, made over the API, with two people. */
export async function newOffice(app: TestApp, admin: Client = app.as("admin.371003")): Promise<Office> {
  const code = `371003${String(500 + ++number)}`;
  const name = `威海市文登区第${number}镇人民政府`;
  const input = { parentCode: "371003", code, name, shortName: `第${number}镇`, kind: "TOWN" };
  fieldOf(await admin.query(CREATE_UNIT, { input }));
  const { client: clerk } = await seated(app, code, "CLERK");
  const { client: reviewer, login: reviewerLogin } = await seated(app, code, "REVIEWER");
  return { code, name, clerk, reviewer, reviewerLogin };
}

/** A report of zeros brought as far as `status`, by the people whose work that is. */
export async function reportAt(
  app: TestApp,
  status: string,
  office: Office,
  year = 2025,
  cells = {},
): Promise<Report> {
  const officer = app.as("officer.371003");
  let report = await saved(office.clerk, wholeReport(office, year, cells));
  if (status === "DRAFT") return report;
  if (status === "UNDER_REVIEW") return taken(office.clerk, "requestReview", report);
  report = await taken(office.reviewer, "submitReport", report);
  if (status === "SUBMITTED") return report;
  if (status === "RETURNED") return taken(officer, "returnReport", report);
  report = await taken(officer, "approveReport", report);
  if (status === "APPROVED") return report;
  return taken(officer, "publishReport", report);
}
