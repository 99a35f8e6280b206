import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fetchAs, type Fetched } from "../access/files.js";
import { databaseKind } from "../harness/database.js";
import { openSource } from "../access/source.js";
import { newOffice, type Office } from "../reports/factories.js";
import { received, stepped } from "../ledgers/request-steps.js";

let app: TestApp;
let office: Office;
let ids: readonly string[];
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
  const first = await received(office.clerk, office.code, { applicant: { name: "李某", contact: "某号" } });
  const second = await received(office.clerk, office.code, { applicant: { name: "张某" } });
  ids = [first.id, second.id];
});
afterAll(() => app.close());

const APPLICANTS = `query ($a: ID!, $b: ID!) {
  a: node(id: $a) { ... on InformationRequest { applicant { name contact } again: applicant { deliveryAddress } } }
  b: node(id: $b) { ... on InformationRequest { applicant { name } } } }`;
const ask = (client = office.clerk) => client.query(APPLICANTS, { a: ids[0], b: ids[1] });
const readings = async (client = office.clerk): Promise<any[]> => {
  const history = `query ($code: String!) { history(unit: $code, operations: [READ_APPLICANT]) { nodes {
    id sequence actor role subject { type id } requestId changes { after } } } }`;
  return (await client.query(history, { code: office.code })).data.history.nodes;
};

it("who reads applicants is recorded, once a request and record, whatever the number of fields", async () => {
  const before = (await readings()).length;
  const { data } = await ask();
  expect([data.a.applicant.name, data.b.applicant.name]).toEqual(["李某", "张某"]);
  const told = await readings();
  expect(told).toHaveLength(before + 2);
  const [last, other] = told;
  expect(new Set([last.subject.id, other.subject.id])).toEqual(new Set(ids));
  expect(last).toMatchObject({ role: "CLERK", subject: { type: "INFORMATION_REQUEST" }, changes: [] });
  expect(last.requestId).toBe(other.requestId);
  const node = `query ($id: ID!) { node(id: $id) { id ... on HistoryEntry { sequence title } } }`;
  const one = async (id: string, client = office.clerk) => (await client.query(node, { id })).data?.node;
  expect(await one(last.id)).toMatchObject({ id: last.id, title: "查看申请人个人信息" });
  expect(await one(last.id, app.as("officer.371003"))).toBeNull();
  const [unitId = "", seq = ""] = Buffer.from(last.id as string, "base64url")
    .toString()
    .slice("HistoryEntry:".length)
    .split(".");
  for (const other of [
    unitId,
    `${unitId}.0`,
    `${unitId}.x`,
    `${unitId}.${seq}.${seq}`,
    `${unitId}.9999999999`,
  ])
    expect([other, await one(Buffer.from(`HistoryEntry:${other}`).toString("base64url"))]).toEqual([
      other,
      null,
    ]);
  expect(JSON.stringify(told)).not.toMatch(/李某|张某|某号/);
});

it("who may not read them leaves no entry, and sees none of who did", async () => {
  const before = (await readings()).length;
  const officer = app.as("officer.371003");
  const { data } = await ask(officer);
  expect([data.a.applicant, data.b.applicant]).toEqual([null, null]);
  expect(await readings(officer)).toEqual([]);
  expect(await readings()).toHaveLength(before);
  expect((await app.anonymous.query(APPLICANTS, { a: ids[0], b: ids[1] })).data).toEqual({
    a: null,
    b: null,
  });
});

/** From outside, as a full disk or a missing grant would. */
async function withoutHistory(work: () => Promise<void>): Promise<void> {
  const source = await openSource(app.config.databaseUrl, { tripwire: false });
  const refused =
    databaseKind() === "sqlite"
      ? "select raise(abort, 'no history')"
      : "signal sqlstate '45000' set message_text = 'no history'";
  const row = databaseKind() === "sqlite" ? `begin ${refused}; end` : `for each row ${refused}`;
  try {
    await source.query(`create trigger no_history before insert on history ${row}`);
    await work();
  } finally {
    await source.query("drop trigger no_history");
    await source.destroy();
  }
}

it("where the entry cannot be written, nothing personal is answered and nothing is done", async () => {
  await withoutHistory(async () => {
    const { data, errors } = await ask();
    expect(errors).toHaveLength(2 + 1);
    expect(JSON.stringify(data)).not.toMatch(/李某|张某/);
    const read = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { state revision } } }`;
    const before = await office.clerk.query(read, { id: ids[0] });
    const decide = `mutation ($id: ID!) { decideRequest(input: { requestId: $id, expectedRevision: 1, outcome: GRANTED, article: "§36(2)" }) {
      request { state } problems { code } } }`;
    const answer = await office.clerk.query(decide, { id: ids[0] });
    expect(answer.errors?.map(({ extensions }) => extensions["code"])).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect((await office.clerk.query(read, { id: ids[0] })).data).toEqual(before.data);
  });
  expect((await ask()).errors).toBeUndefined();
  const decided = await stepped(office.clerk, "decideRequest", { id: ids[0] ?? "" });
  expect(decided.state).toBe("DECIDED");
});

const CASES = `query ($code: String!) { unit(code: $code) { requests(subtree: true) { totalCount } } }`;
/** A client signs in at its first query. */
async function fileOf(client: Client, query = CASES, code = "371003", format = "csv"): Promise<Fetched> {
  await client.query("{ __typename }");
  const variables = query === CASES ? { code } : {};
  return fetchAs(app, client, `/download.${format}`, { body: { query, variables } });
}
const downloads = async (client: Client, code = office.code): Promise<any[]> => {
  const history = `query ($code: String!) { history(unit: $code, operations: [DOWNLOAD_CASES]) { nodes {
    actor role subject { type id } requestId changes { field after } } } }`;
  return (await client.query(history, { code })).data.history?.nodes ?? [];
};

it("who downloads cases is recorded with each unit whose cases the file holds", async () => {
  const other = await newOffice(app);
  const third = await newOffice(app);
  await received(other.clerk, other.code);
  const officer = app.as("officer.371003");
  const file = await fileOf(officer, CASES, "371003", "xlsx");
  expect([file.status, file.text.includes(office.code), file.text.includes(other.code)]).toEqual([
    200,
    true,
    true,
  ]);
  for (const [{ code, clerk }, rows] of [
    [office, "2"],
    [other, "1"],
  ] as const) {
    const [entry, ...more] = await downloads(clerk, code);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ role: "OFFICER", subject: { type: "INFORMATION_REQUEST", id: null } });
    expect(entry.requestId).not.toBeNull();
    const told = Object.fromEntries(entry.changes.map((one: any) => [one.field, one.after]));
    expect(told).toEqual({ rows, format: "xlsx", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(file.text).toContain(told.sha256);
  }
  expect(await downloads(third.clerk, third.code)).toEqual([]);
  expect(await downloads(app.as("auditor.371003"))).toHaveLength(1);
});

it("public rows, and a file without a case, leave no entry", async () => {
  const before = await downloads(app.as("auditor.371003"));
  const units = `{ units(under: "371003") { totalCount } }`;
  expect((await fileOf(office.clerk, units)).status).toBe(200);
  expect((await fileOf(app.anonymous)).status).toBe(404);
  expect((await fileOf(app.as("analyst.371003"))).status).not.toBe(200);
  const empty = await newOffice(app);
  expect((await fileOf(empty.clerk, CASES, empty.code)).status).toBe(200);
  expect(await downloads(empty.clerk, empty.code)).toEqual([]);
  expect(await downloads(app.as("auditor.371003"))).toEqual(before);
});

it("where the entry cannot be written, there is no file", async () => {
  await withoutHistory(async () => {
    const { status, text } = await fileOf(office.clerk, CASES, office.code);
    expect([status, text.includes(office.code)]).toEqual([500, false]);
  });
  expect((await fileOf(office.clerk, CASES, office.code)).status).toBe(200);
});
