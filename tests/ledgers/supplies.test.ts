import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  faults,
  fieldOf,
  newLogin,
  newOffice,
  signedIn,
  type Office,
  type Problem,
} from "../reports/factories.js";
import { revisionOf } from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

const SUPPLY = `id supplier from to quantity signedOffAt signedOffBy revocation { at by reason } revision unit { code }`;
const PROBLEMS = "problems { code message path ... on TransitionRefused { state legalSteps } }";
const mutation = (name: string, type: string, record = `supply { ${SUPPLY} }`): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${record} ${PROBLEMS} } }`;
const MUTATIONS = {
  recordSupply: mutation("recordSupply", "RecordSupplyInput"),
  amendSupply: mutation("amendSupply", "AmendSupplyInput"),
  signOffSupply: mutation("signOffSupply", "SignOffSupplyInput"),
  revokeSupplySignOff: mutation("revokeSupplySignOff", "RevokeSupplySignOffInput"),
  deleteSupply: mutation("deleteSupply", "DeleteSupplyInput", "deletedId"),
};
type Name = keyof typeof MUTATIONS;

interface Supply {
  readonly id: string;
  readonly supplier: string;
  readonly quantity: string;
  readonly signedOffAt: string | null;
  readonly revision: number;
}
interface Answered {
  readonly supply?: Supply | null;
  readonly deletedId?: string | null;
  readonly problems: readonly (Problem & { state?: string; legalSteps?: readonly string[] })[];
}

/** A step is based on the revision that the figure has now, unless another is given. */
async function ask(client: Client, name: Name, input: object) {
  const { supplyId } = input as { readonly supplyId?: string };
  const based = supplyId === undefined ? {} : { expectedRevision: await revisionOf(client, supplyId) };
  return client.query(MUTATIONS[name], { input: { ...based, ...input } });
}
const call = async (client: Client, name: Name, input: object): Promise<Answered> =>
  fieldOf<Answered>(await ask(client, name, input));
const complaints = ({ problems }: Answered): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

async function done(client: Client, name: Name, input: object): Promise<Supply> {
  const { supply, problems } = await call(client, name, input);
  if (!supply) throw new Error(JSON.stringify(problems));
  return supply;
}

const licences = (more: object = {}): object => ({
  unitCode: office.code,
  indicator: "proactive.licences.decisions",
  supplier: "行政审批服务局",
  from: "2025-01-01",
  to: "2025-06-30",
  quantity: "298",
  ...more,
});
const entered = (more: object = {}): Promise<Supply> => done(office.clerk, "recordSupply", licences(more));

const LIST = `query ($unit: String!, $year: Int, $first: Int, $after: String) {
  unit(code: $unit) { suppliedCounts(year: $year, first: $first, after: $after) {
    nodes { ${SUPPLY} } totalCount pageInfo { hasNextPage endCursor } } } }`;
interface List {
  readonly nodes: readonly Supply[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const list = async (client: Client, more: object = {}): Promise<List> =>
  fieldOf<{ suppliedCounts: List }>(await client.query(LIST, { unit: office.code, ...more })).suppliedCounts;

describe("a figure from another office", () => {
  it("is entered by one, and signed off by another", async () => {
    const made = await entered({ quantity: 298 });
    expect(made).toEqual({
      id: expect.any(String),
      supplier: "行政审批服务局",
      from: "2025-01-01",
      to: "2025-06-30",
      quantity: "298",
      signedOffAt: null,
      signedOffBy: null,
      revocation: null,
      revision: 1,
      unit: { code: office.code },
    });
    const signed = await done(office.reviewer, "signOffSupply", { supplyId: made.id, signedOffBy: "王五" });
    expect(signed).toMatchObject({
      signedOffAt: "2026-01-20T01:00:00.000Z",
      signedOffBy: "王五",
      revision: 2,
    });
    const other = await entered({ supplier: "公安局" });
    const mine = await done(office.reviewer, "signOffSupply", { supplyId: other.id });
    expect(mine).toMatchObject({ signedOffBy: expect.stringContaining("REVIEWER") });
  });

  it("is not signed off by who entered it", async () => {
    const login = await newLogin(app, office.code, "CLERK");
    const grant = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { problems { code } } }`;
    const users = `query ($under: String) { users(under: $under, first: 100) { nodes { id login } } }`;
    const admin = app.as("admin.371003");
    const { nodes } = fieldOf<{ nodes: { id: string; login: string }[] }>(
      await admin.query(users, { under: office.code }),
    );
    const userId = nodes.find((user) => user.login === login)?.id;
    fieldOf(await admin.query(grant, { input: { userId, unitCode: office.code, role: "REVIEWER" } }));
    const both = await signedIn(app, login);
    const { id: supplyId } = await done(both, "recordSupply", licences());
    expect(complaints(await call(both, "signOffSupply", { supplyId }))).toEqual([
      "NOT_ALLOWED_NOW input.supplyId",
    ]);
    const amended = await done(office.clerk, "amendSupply", { supplyId, quantity: "300" });
    expect(amended).toMatchObject({ quantity: "300", revision: 2 });
    expect(await done(both, "signOffSupply", { supplyId })).toMatchObject({ revision: 3 });
  });

  it("is exact", async () => {
    const fees = { indicator: "proactive.fees.amount" };
    expect((await entered({ ...fees, quantity: "59237.244900" })).quantity).toBe("59237.2449");
    const more = { ...fees, supplier: "财政局" };
    expect(
      complaints(await call(office.clerk, "recordSupply", licences({ ...more, quantity: "0.1234567" }))),
    ).toEqual(["INVALID_INPUT input.quantity"]);
  });

  it("is refused with all that is wrong, and then not stored", async () => {
    const wrong = licences({ supplier: "", from: "2025-12-31", to: "2026-01-21", quantity: "1.5" });
    expect(complaints(await call(office.clerk, "recordSupply", wrong))).toEqual([
      "INVALID_INPUT input.quantity",
      "INVALID_INPUT input.supplier",
      "INVALID_INPUT input.to",
    ]);
    const twoYears = await call(office.clerk, "recordSupply", licences({ to: "2026-01-10" }));
    expect(complaints(twoYears)).toEqual(["INVALID_INPUT input.to"]);
    expect(twoYears.problems[0]?.message).toContain("同一年");
    const unknown = await call(
      office.clerk,
      "recordSupply",
      licences({ indicator: "requests.received.total" }),
    );
    expect(complaints(unknown)).toEqual(["INVALID_INPUT input.indicator"]);
    expect(unknown.problems[0]?.message).toContain("proactive.coercions.decisions");
    expect((await list(office.clerk)).totalCount).toBe(0);
  });

  it("covers no day twice", async () => {
    await entered();
    const again = await call(
      office.clerk,
      "recordSupply",
      licences({ from: "2025-06-30", to: "2025-12-31" }),
    );
    expect(complaints(again)).toEqual(["ALREADY_EXISTS input.from"]);
    expect(again.problems[0]?.message).toContain("2025-01-01 – 2025-06-30");
    const second = await entered({ from: "2025-07-01", to: "2025-12-31" });
    await entered({ supplier: "公安局" });
    await entered({ indicator: "proactive.penalties.decisions" });
    expect(
      complaints(await call(office.clerk, "amendSupply", { supplyId: second.id, from: "2025-06-01" })),
    ).toEqual(["ALREADY_EXISTS input.from"]);
    const longer = { supplyId: second.id, from: "2025-08-01" };
    expect(await done(office.clerk, "amendSupply", longer)).toMatchObject({ from: "2025-08-01" });
  });

  it("not even when it is entered twice at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => call(office.clerk, "recordSupply", licences())));
    expect(answers.flatMap(complaints)).toEqual(Array(2).fill("ALREADY_EXISTS input.from"));
    expect((await list(office.clerk)).totalCount).toBe(1);
  });

  it("stands once it is signed off, until the sign-off is taken back with a reason", async () => {
    const { id: supplyId } = await entered();
    await done(office.reviewer, "signOffSupply", { supplyId });
    for (const [who, name] of [
      [office.clerk, "amendSupply"],
      [office.reviewer, "signOffSupply"],
      [office.clerk, "deleteSupply"],
    ] as const)
      expect((await call(who, name, { supplyId })).problems).toMatchObject([
        { code: "TRANSITION_REFUSED", state: "SIGNED_OFF", legalSteps: ["revokeSupplySignOff"] },
      ]);
    expect(faults(await ask(office.clerk, "revokeSupplySignOff", { supplyId, reason: "误" }))).toEqual([
      "FORBIDDEN",
    ]);
    expect(complaints(await call(office.reviewer, "revokeSupplySignOff", { supplyId, reason: "" }))).toEqual([
      "INVALID_INPUT input.reason",
    ]);
    const reason = "与统计口径不符";
    const revoked = await done(office.reviewer, "revokeSupplySignOff", { supplyId, reason });
    expect(revoked).toMatchObject({
      signedOffAt: null,
      signedOffBy: null,
      revocation: { at: "2026-01-20T01:00:00.000Z", reason },
      revision: 3,
    });
    const again = await call(office.reviewer, "revokeSupplySignOff", { supplyId, reason });
    expect(again.problems).toMatchObject([
      { state: "ENTERED", legalSteps: ["amendSupply", "signOffSupply", "deleteSupply"] },
    ]);
    const { deletedId } = await call(office.clerk, "deleteSupply", { supplyId });
    expect(deletedId).toBe(supplyId);
    expect((await list(office.clerk)).totalCount).toBe(0);
    expect(faults(await ask(office.clerk, "deleteSupply", { supplyId }))).toEqual(["NOT_FOUND"]);
  });

  it("is changed by one of two at once", async () => {
    const { id: supplyId } = await entered();
    const stale = { supplyId, expectedRevision: 2, quantity: "1" };
    expect(complaints(await call(office.clerk, "amendSupply", stale))).toEqual([
      "STALE_REVISION input.expectedRevision",
    ]);
    const [amended, signed] = await Promise.all([
      call(office.clerk, "amendSupply", { supplyId, quantity: "1", expectedRevision: 1 }),
      call(office.reviewer, "signOffSupply", { supplyId, expectedRevision: 1 }),
    ]);
    expect([...complaints(amended), ...complaints(signed)]).toEqual([
      "STALE_REVISION input.expectedRevision",
    ]);
  });

  it("is seen and changed by whom it concerns", async () => {
    const { id: supplyId } = await entered();
    for (const login of ["officer.371003", "case-reader.371003"]) {
      expect(await list(app.as(login))).toMatchObject({ nodes: [{ id: supplyId }] });
      expect(faults(await ask(app.as(login), "amendSupply", { supplyId }))).toEqual(["FORBIDDEN"]);
      expect(faults(await ask(app.as(login), "recordSupply", licences()))).toEqual(["FORBIDDEN"]);
    }
    expect(faults(await ask(office.reviewer, "recordSupply", licences()))).toEqual(["FORBIDDEN"]);
    expect(faults(await ask(office.clerk, "signOffSupply", { supplyId }))).toEqual(["FORBIDDEN"]);
    const node = "query ($id: ID!) { node(id: $id) { ... on SuppliedCount { supplier } } }";
    expect((await office.clerk.query(node, { id: supplyId })).data.node).toEqual({
      supplier: "行政审批服务局",
    });
    for (const client of [app.as("clerk.371003104"), app.as("officer.371002")]) {
      expect(faults(await client.query(LIST, { unit: office.code }))).toEqual(["NOT_FOUND"]);
      expect((await client.query(node, { id: supplyId })).data.node).toBeNull();
      for (const name of ["amendSupply", "signOffSupply", "deleteSupply"] as const)
        expect(faults(await ask(client, name, { supplyId }))).toEqual(["NOT_FOUND"]);
    }
    expect((await list(office.clerk)).nodes).toMatchObject([{ revision: 1, quantity: "298" }]);
  });

  it("is listed by year, the newest period first", async () => {
    await entered();
    await entered({ from: "2025-07-01", to: "2025-12-31", quantity: "2" });
    await entered({ from: "2024-01-01", to: "2024-12-31", quantity: "3" });
    const quantities = ({ nodes }: List) => nodes.map(({ quantity }) => quantity);
    expect(quantities(await list(office.clerk))).toEqual(["2", "298", "3"]);
    expect(quantities(await list(office.clerk, { year: 2024 }))).toEqual(["3"]);
    const first = await list(office.clerk, { year: 2025, first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const rest = await list(office.clerk, { year: 2025, first: 1, after: first.pageInfo.endCursor });
    expect([quantities(first), quantities(rest), rest.pageInfo.hasNextPage]).toEqual([["2"], ["298"], false]);
  });
});
