import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { decided, done, received } from "../ledgers/cases.js";
import { newBureau, published } from "../ledgers/disclosure-calls.js";
import { stepped } from "../ledgers/request-steps.js";
import { LEAF_CODES } from "../../seeds/form-codes.js";
import {
  fieldOf,
  newLogin,
  newOffice,
  saved,
  taken as moved,
  wholeReport,
  type Office,
} from "../reports/factories.js";

let app: TestApp;
let office: Office;
let clerk: Client;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
  ({ clerk } = office);
});
afterAll(() => app.close());

type Change = readonly [before: string | null, after: string | null];

interface Entry {
  readonly operation: string;
  readonly revision: number | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly changed: Readonly<Record<string, Change>>;
}

const changesIn = (changes: readonly any[]): Entry["changed"] =>
  Object.fromEntries(changes.map(({ field, before, after }) => [field, [before, after]]));

/** Oldest first. */
async function history(subject: string, client = clerk): Promise<Entry[]> {
  const query = `query ($subject: ID!) { history(subject: $subject, first: 50) { nodes {
    operation revision changes { field label before after } } } }`;
  const { nodes } = fieldOf<any>(await client.query(query, { subject }));
  return nodes.reverse().map(({ operation, revision, changes }: any) => ({
    ...{ operation, revision },
    labels: Object.fromEntries(changes.map(({ field, label }: any) => [field, label])),
    changed: changesIn(changes),
  }));
}

const DIGEST = expect.stringMatching(/^hmac-sha256:[0-9a-f]{64}$/);
const of = (operation: string, changed: Readonly<Record<string, Change>>) => ({ operation, changed });

/** Mutations that `cases` has no words for. */
async function taken(mutation: string, input: object): Promise<any> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = mutation.includes("Supply") ? "supply { id revision }" : "interpretation { id revision }";
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} problems { message } } }`;
  const { problems, ...payload } = fieldOf<any>(await clerk.query(document, { input }));
  expect(problems).toEqual([]);
  return Object.values(payload)[0];
}

it("a proposal's entries have what it was before and after", async () => {
  const { id } = await done(clerk, "assignProposal", {
    unitCode: office.code,
    ...{ kind: "CONGRESS_SUGGESTION", level: "DISTRICT", role: "LEAD", number: "55", title: "修步道" },
    ...{ session: "十八届四次会议", assignedOn: "2025-03-10" },
  });
  await done(clerk, "amendProposal", { proposalId: id, number: "56", session: null });
  await done(clerk, "answerProposal", { proposalId: id, on: "2025-05-20", resultClass: "A" });
  const [entered, ...later] = await history(id);
  expect(entered).toMatchObject(of("ASSIGN_PROPOSAL", { number: [null, "55"], broad: [null, "false"] }));
  expect(entered?.labels).toMatchObject({ dueOn: "答复期限", number: "编号" });
  expect(Object.keys(entered?.changed ?? {})).not.toEqual(expect.arrayContaining(["unitId"]));
  expect(later).toMatchObject([
    of("AMEND_PROPOSAL", { number: ["55", "56"], session: ["十八届四次会议", null] }),
    of("ANSWER_PROPOSAL", { answeredOn: [null, "2025-05-20"], resultClass: [null, "A"] }),
  ]);
  expect(Object.keys(later[0]?.changed ?? {}).sort()).toEqual(["number", "session"]);
});

it("a case's entries have its ruling, and its note as a digest", async () => {
  const contested = await decided(clerk, office.code, "2025-03-03", "2025-03-20");
  const lodged = { route: "REVIEW", number: "1号", lodgedOn: "2025-04-10", note: "张三来电" };
  const { id } = await done(clerk, "lodgeRemedy", { requestId: contested.id, ...lodged });
  await done(clerk, "amendRemedy", { remedyId: id, number: "2号", note: null, reason: "录入有误" });
  await done(clerk, "concludeRemedy", { remedyId: id, on: "2025-06-06", ruling: "UPHELD" });
  const entries = await history(id);
  expect(entries).toMatchObject([
    of("LODGE_REMEDY", { note: [null, DIGEST] }),
    of("AMEND_REMEDY", { number: ["1号", "2号"], note: [DIGEST, null] }),
    of("CONCLUDE_REMEDY", { ruling: [null, "UPHELD"], concludedOn: [null, "2025-06-06"] }),
  ]);
  expect(entries[1]?.changed["note"]?.[0]).toBe(entries[0]?.changed["note"]?.[1]);
  expect(JSON.stringify(entries)).not.toContain("张三");
});

it("a request's entries have its state and its dates, and its subject as a digest", async () => {
  const request = await received(clerk, office.code, "2026-01-05");
  await stepped(clerk, "decideRequest", request, { on: "2026-01-14" });
  await stepped(clerk, "amendRequest", request, { subject: "张三的房屋档案", reason: "录入有误" });
  const [first, second, third] = await history(request.id);
  expect(first).toMatchObject(of("RECEIVE_REQUEST", { state: [null, "RECEIVED"], subject: [null, DIGEST] }));
  expect(second).toMatchObject(
    of("DECIDE_REQUEST", { state: ["RECEIVED", "DECIDED"], decidedOn: [null, "2026-01-14"] }),
  );
  expect(third).toMatchObject(
    of("AMEND_REQUEST", { subject: [first?.changed["subject"]?.[1] ?? "", DIGEST] }),
  );
  expect(JSON.stringify([first, second, third])).not.toContain("档案");
});

it("an interpretation's entries have its publication, and who answers questions as a digest", async () => {
  const { id, revision } = await taken("registerInterpretation", {
    unitCode: office.code,
    ...{ documentTitle: "关于加强物业管理的若干规定", documentClass: "NORMATIVE", form: "TEXT" },
    ...{ documentPublishedOn: "2025-03-13", contact: "0631-5230000" },
  });
  await taken("publishInterpretation", {
    ...{ interpretationId: id, expectedRevision: revision, title: "一图读懂", publishedOn: "2025-03-17" },
    contact: "0631-5239999",
  });
  const [entered, out] = await history(id);
  expect(entered).toMatchObject(of("REGISTER_INTERPRETATION", { contact: [null, DIGEST] }));
  expect(out).toMatchObject(
    of("PUBLISH_INTERPRETATION", {
      publishedOn: [null, "2025-03-17"],
      title: [null, "一图读懂"],
      contact: [entered?.changed["contact"]?.[1] ?? "", DIGEST],
    }),
  );
});

it("a disclosure's and a figure's entries have their values in words, and whose they are is said once", async () => {
  const bureau = await newBureau(app);
  const { id } = await published(bureau, {
    channels: ["WEBSITE", "WECHAT"],
  });
  const [drafted, ...later] = await history(id, bureau.clerk);
  expect(drafted?.changed).toMatchObject({ channels: [null, "WEBSITE、WECHAT"], status: [null, "DRAFT"] });
  expect(later.at(-1)).toMatchObject(of("PUBLISH_DISCLOSURE", { status: ["FINAL_REVIEW", "PUBLISHED"] }));

  const supply = await taken("recordSupply", {
    unitCode: office.code,
    ...{ indicator: "proactive.licences.decisions", supplier: "行政审批局", quantity: "7" },
    ...{ from: "2025-01-01", to: "2025-06-30" },
  });
  await taken("amendSupply", { supplyId: supply.id, expectedRevision: 1, quantity: "8" });
  const [recorded, amended] = await history(supply.id);
  expect(recorded).toMatchObject(of("RECORD_SUPPLY", { quantity: [null, "7"] }));
  expect(amended?.changed).toEqual({ quantity: ["7", "8"] });
});

const TEXT = expect.stringMatching(/^sha256:[0-9a-f]{64} \(\d+\)$/);
const PENALTIES = "proactive.penalties.decisions";

it("a report's entries have each figure and date before and after, and its texts by digest", async () => {
  const input = { unitCode: office.code, year: 2024 };
  const first = await saved(office.clerk, {
    ...input,
    cells: [
      { code: "proactive.licences.decisions", value: "5" },
      { code: PENALTIES, value: "6", difference: "另有三件由街道办理" },
    ],
    sections: [{ key: "OVERVIEW", body: "旧" }],
    signedOn: "2025-01-20",
  });
  await saved(office.clerk, {
    ...{ ...input, expectedRevision: 1, signedOn: null },
    cells: [
      { code: "proactive.licences.decisions", value: "5" },
      { code: PENALTIES, value: null },
    ],
    sections: [{ key: "OVERVIEW", body: "新".repeat(40_000) }],
  });
  const [made, edited, ...more] = await history(first.id);
  expect(more).toEqual([]);
  expect(made?.changed).toMatchObject({
    "proactive.licences.decisions": [null, "5"],
    [PENALTIES]: [null, "6"],
    [`${PENALTIES}.difference`]: [null, TEXT],
    ...{ status: [null, "DRAFT"], signedOn: [null, "2025-01-20"], OVERVIEW: [null, TEXT] },
  });
  expect(made?.labels).toMatchObject({
    [PENALTIES]: expect.stringContaining("行政处罚"),
    OVERVIEW: "一、总体情况",
  });
  expect(edited?.changed).toEqual({
    ...{ status: ["DRAFT", "DRAFT"], signedOn: ["2025-01-20", null] },
    [PENALTIES]: ["6", null],
    [`${PENALTIES}.difference`]: [made?.changed[`${PENALTIES}.difference`]?.[1], null],
    OVERVIEW: [made?.changed["OVERVIEW"]?.[1], expect.stringMatching(/^sha256:[0-9a-f]{64} \(40000\)$/)],
    cells: [null, PENALTIES],
  });
  expect(JSON.stringify([made, edited])).not.toMatch(/街道|新新/);
});

it("an entry of a report stays small when every cell changes and is explained, and is submitted and sent back with its dates", async () => {
  const input = { unitCode: office.code, year: 2023 };
  const cells = LEAF_CODES.map((code) => ({ code, value: "99999", difference: "另".repeat(200) }));
  const full = await saved(office.clerk, { ...input, cells });
  expect(JSON.stringify(await history(full.id)).length).toBeLessThan(100_000);
  const report = await saved(office.clerk, { ...wholeReport(office, 2023), expectedRevision: full.revision });
  const submitted = await moved(office.reviewer, "submitReport", report);
  const officer = app.as("officer.371003");
  await moved(officer, "returnReport", submitted, { dueOn: "2026-02-02", cells: [PENALTIES] });
  const [, zeroed, filed, back] = await history(full.id);
  expect(zeroed?.changed[PENALTIES]).toEqual(["99999", "0"]);
  expect(Object.keys(zeroed?.changed ?? {})).toEqual(expect.arrayContaining([...LEAF_CODES]));
  expect(filed?.changed).toMatchObject({
    ...{ status: ["DRAFT", "SUBMITTED"], latestVersion: ["0", "1"], unitName: [null, office.name] },
  });
  expect(back?.changed).toMatchObject({
    ...{
      status: ["SUBMITTED", "RETURNED"],
      dueOn: ["2024-01-31", "2026-02-02"],
      openCells: [null, PENALTIES],
    },
  });
});

it("what the ledgers fill in is told before and after", async () => {
  await decided(clerk, office.code, "2022-03-03", "2022-03-20");
  const document = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) { report { id } problems { message } } }`;
  const { report, problems } = fieldOf<any>(
    await clerk.query(document, { input: { unitCode: office.code, year: 2022 } }),
  );
  expect(problems).toEqual([]);
  const [derived] = await history(report.id);
  expect(derived?.changed).toMatchObject({
    ...{ status: [null, "DRAFT"], "requests.received.naturalPerson": [null, "1"] },
  });
});

it("accounts' entries have the roles in that unit, and a unit's what the register says", async () => {
  const admin = app.as("admin.371003");
  const login = await newLogin(app, office.code, "CLERK");
  const users = fieldOf<any>(
    await admin.query(`{ users(under: "${office.code}", first: 50) { nodes { id login } } }`),
  );
  const { id } = users.nodes.find((user: any) => user.login === login);
  const change = async (mutation: string, role: string) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { message } } }`;
    const input = { userId: id, unitCode: office.code, role };
    expect(fieldOf(await admin.query(document, { input }))).toEqual({ problems: [] });
  };
  await change("grantRole", "REVIEWER");
  await change("revokeRole", "CLERK");
  expect((await history(id, admin)).slice(-2)).toMatchObject([
    of("GRANT_ROLE", { roles: ["CLERK", "CLERK、REVIEWER"] }),
    of("REVOKE_ROLE", { roles: ["CLERK、REVIEWER", "REVIEWER"] }),
  ]);
  const unit = fieldOf<any>(await admin.query(`{ unit(code: "${office.code}") { id } }`));
  expect((await history(unit.id))[0]).toMatchObject(
    of("CREATE_UNIT", { name: [null, office.name], parent: [null, "371003"], kind: [null, "TOWN"] }),
  );
});

it("a query's entries have its name and sharing, its document by digest; a private name is its owner's alone", async () => {
  const document = `mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { query { id revision } problems { message } } }`;
  const save = async (input: object): Promise<any> => {
    const { query, problems } = fieldOf<any>(await clerk.query(document, { input }));
    expect(problems).toEqual([]);
    return query;
  };
  const input = { unitCode: office.code, name: "张三的查询", document: "{ viewer { user { id } } }" };
  const { id, revision } = await save(input);
  const shared = { ...input, queryId: id, name: "用户查询", visibility: "UNIT" };
  const second = await save({ ...shared, expectedRevision: revision });
  const third = await save({
    ...shared,
    name: "查询",
    document: "{ __typename }",
    expectedRevision: second.revision,
  });
  const remove = `mutation ($input: DeleteQueryInput!) { deleteQuery(input: $input) { problems { message } } }`;
  await clerk.query(remove, { input: { queryId: id, expectedRevision: third.revision } });
  const entries = await history(id);
  expect(entries).toMatchObject([
    of("SAVE_QUERY", { name: [null, DIGEST], visibility: [null, "PRIVATE"], document: [null, TEXT] }),
    of("SAVE_QUERY", { name: [DIGEST, DIGEST], visibility: ["PRIVATE", "UNIT"] }),
    of("SAVE_QUERY", { name: ["用户查询", "查询"], document: [TEXT, TEXT], version: ["1", "2"] }),
    of("DELETE_QUERY", { name: ["查询", null], document: [TEXT, null] }),
  ]);
  expect(JSON.stringify(entries)).not.toContain("张三");
});
