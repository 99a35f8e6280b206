import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealHistory, verifyHistory } from "../../src/history/api.js";
import { unitByCode } from "../../src/units/index.js";
import { openSource } from "../access/source.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { received, stepped } from "../ledgers/request-steps.js";
import { newOffice, type Office } from "../reports/factories.js";

const FIRST = "Auditors-first-1";
const PASSWORD = "Auditors-own-word-2";

let app: TestApp;
let office: Office;
let auditor: Client;
let auditorId: string;
let source: DataSource;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
  const request = await received(office.clerk, office.code, { applicant: { name: "李某" } });
  await stepped(office.clerk, "askCorrection", request, { deadline: "2026-02-10" });
  await stepped(office.clerk, "recordCorrection", request);
  await office.clerk.query(
    "query ($id: ID!) { node(id: $id) { ... on InformationRequest { applicant { name } } } }",
    {
      id: request.id,
    },
  );
  ({ client: auditor, id: auditorId } = await newAuditor("auditor.of.the.district", "371003"));
  source = await openSource(app.config.databaseUrl, { tripwire: false });
  await sealHistory(app.app.database, SYSTEM, app.clock.now());
});
afterAll(async () => {
  await source.destroy();
  await app.close();
});

const send = async (client: Client, field: string, type: string, input: object): Promise<any> => {
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code message path } ${field === "signIn" ? "token" : "user { id }"} } }`;
  const { data, errors } = await client.query(document, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[field];
};

async function newAuditor(login: string, unitCode: string): Promise<{ client: Client; id: string }> {
  const account = { login, displayName: "审计员甲", password: FIRST, unitCode, roles: ["AUDITOR"] };
  const { user, problems } = await send(app.as("admin.371003"), "createUser", "CreateUserInput", account);
  expect(problems).toEqual([]);
  const signedIn = async (password: string): Promise<Client> =>
    app.withToken((await send(app.anonymous, "signIn", "SignInInput", { login, password })).token);
  const client = await signedIn(FIRST);
  await send(client, "changePassword", "ChangePasswordInput", {
    currentPassword: FIRST,
    newPassword: PASSWORD,
  });
  return { client: await signedIn(PASSWORD), id: user.id };
}

const VERIFY = `query ($root: String) { verifyHistory(root: $root) { units entries root sealedAt faults { kind unitId sequence } } }`;
const verified = async (root: string | null = null): Promise<any> =>
  (await auditor.query(VERIFY, { root })).data.verifyHistory;

describe("verifying the history", () => {
  it("finds a whole history whole, against the seals and a root that was kept", async () => {
    const { faults, units, entries, root } = await verified();
    expect(faults).toEqual([]);
    expect(units).toBeGreaterThan(1);
    expect(entries).toBeGreaterThan(5);
    expect((await verified(root)).faults).toEqual([]);
    expect((await verified("0".repeat(64))).faults).toMatchObject([{ kind: "SEAL_BROKEN", unitId: null }]);
    expect((await verifyHistory(app.app.database, SYSTEM, root)).faults).toEqual([]);
  });

  it("seals once a day, and only what has grown", async () => {
    expect(await sealHistory(app.app.database, SYSTEM, app.clock.now())).toBeNull();
    const tomorrow = new Date(app.clock.now().getTime() + 86_400_000);
    const second = await sealHistory(app.app.database, SYSTEM, tomorrow);
    expect(second).toMatchObject({
      number: 2,
      previous: (await verified()).root === second?.root ? second?.previous : "",
    });
    const [{ n }] = await source.query("select count(*) as n from history_sealed_heads where seal = 2");
    expect(Number(n)).toBeLessThan(5);
    expect((await verified()).faults).toEqual([]);
  });

  const unitId = (): Promise<string> =>
    app.app.database.read(SYSTEM, async (session) => (await unitByCode(session, office.code))?.id ?? "");

  it.each<[string, string, string, string]>([
    [
      "alters a reason",
      "update history set reason = '改' where unit_id = ? and seq = 2",
      "ALTERED",
      "update history set reason = null where unit_id = ? and seq = 2",
    ],
    [
      "alters who did it",
      "update history set actor = concat(actor, '?') where unit_id = ? and seq = 1",
      "ALTERED",
      "update history set actor = substr(actor, 1, length(actor) - 1) where unit_id = ? and seq = 1",
    ],
    [
      "renumbers",
      "update history set seq = 999 where unit_id = ? and seq = 2",
      "MISSING",
      "update history set seq = 2 where unit_id = ? and seq = 999",
    ],
    [
      "alters a seal",
      "update history_sealed_heads set seq = seq - 1 where unit_id = ? and seal = 1",
      "SEAL_BROKEN",
      "update history_sealed_heads set seq = seq + 1 where unit_id = ? and seal = 1",
    ],
  ])("finds it where somebody with the database's password %s", async (_what, tamper, kind, mend) => {
    const id = await unitId();
    await source.query(tamper, [id]);
    expect((await verified()).faults.map((fault: any) => fault.kind)).toContain(kind);
    await source.query(
      mend
        .replace("length(", "char_length(")
        .replace("char_length(", source.options.type === "better-sqlite3" ? "length(" : "char_length("),
      [id],
    );
    expect((await verified()).faults).toEqual([]);
  });

  it("finds what was deleted, in the middle and at the end", async () => {
    const id = await unitId();
    const rows: Record<string, unknown>[] = await source.query(
      "select * from history where unit_id = ? order by seq",
      [id],
    );
    const put = async (row: Record<string, unknown>): Promise<void> => {
      const names = Object.keys(row);
      await source.query(
        `insert into history (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
        Object.values(row),
      );
    };
    for (const [row, kind] of [
      [rows[1], "MISSING"],
      [rows.at(-1), "CUT_OFF"],
    ] as const) {
      await source.query("delete from history where unit_id = ? and seq = ?", [id, row?.["seq"]]);
      const { faults } = await verified();
      expect(faults).toContainEqual({ kind, unitId: expect.any(String), sequence: Number(row?.["seq"]) });
      await put(row ?? {});
    }
    expect((await verified()).faults).toEqual([]);
  });

  it("is the auditor's alone, of the own tree", async () => {
    for (const login of ["admin.371003", "officer.371003", "clerk.371003003"])
      expect(
        (await app.as(login).query(VERIFY, {})).errors?.map(({ extensions }) => extensions["code"]),
      ).toEqual(["FORBIDDEN"]);
    expect((await app.anonymous.query(VERIFY, {})).errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    const mine = await verified();
    const before = await verifyHistory(app.app.database, SYSTEM);
    // An entry of another district, and one of no unit.
    await app.as("officer.371002").query("{ viewer { user { id } } }");
    await send(app.anonymous, "signIn", "SignInInput", { login: "nobody.at.all", password: FIRST });
    const after = await verifyHistory(app.app.database, SYSTEM);
    expect(after.entries).toBe(before.entries + 2);
    expect(await verified()).toEqual(mine);
    expect(
      (await auditor.query(`{ history { nodes { unit { code } } } }`)).data.history.nodes.map(
        ({ unit }: any) => unit?.code ?? null,
      ),
    ).not.toContain(null);
  });
});

describe("an auditor", () => {
  const READ = `query ($code: String!) { unit(code: $code) { settings { key value } requests { totalCount nodes { number } } report(year: 2025) { id }
    } history(unit: $code, first: 100) { nodes { operation actor reason } } }`;

  it("reads the whole history and the settings of the tree, and no case", async () => {
    const { data, errors } = await auditor.query(READ, { code: office.code });
    expect(errors?.map(({ path, extensions }) => [path?.join("."), extensions["code"]])).toEqual([
      ["unit.requests", "FORBIDDEN"],
    ]);
    expect(data.unit).toMatchObject({ requests: null, report: null });
    expect(data.unit.settings.length).toBeGreaterThan(5);
    const operations = data.history.nodes.map(({ operation }: any) => operation);
    expect(operations).toEqual(
      expect.arrayContaining(["RECEIVE_REQUEST", "ASK_CORRECTION", "READ_APPLICANT"]),
    );
    const elsewhere = await auditor.query(READ, { code: "371002001" });
    expect(elsewhere.errors?.map(({ extensions }) => extensions["code"])).toContain("NOT_FOUND");
  });

  it("holds no other role: neither is granted beside the other", async () => {
    const admin = app.as("admin.371003");
    const grant = async (userId: string, role: string): Promise<string[]> => {
      const input = { userId, unitCode: "371003003", role };
      return (await send(admin, "grantRole", "GrantRoleInput", input)).problems.map(({ code }: any) => code);
    };
    expect(await grant(auditorId, "CLERK")).toEqual(["NOT_ALLOWED_NOW"]);
    expect(await grant(auditorId, "AUDITOR")).toEqual([]);
    const clerk = (await app.as("clerk.371003003").query("{ viewer { user { id } memberships { role } } }"))
      .data.viewer;
    expect(await grant(clerk.user.id, "AUDITOR")).toEqual(["NOT_ALLOWED_NOW"]);
    expect(
      (await app.as("clerk.371003003").query("{ viewer { memberships { role } } }")).data.viewer.memberships,
    ).toEqual(clerk.memberships);
    const both = {
      login: "both.at.once",
      displayName: "甲",
      password: FIRST,
      unitCode: "371003",
      roles: ["CLERK", "AUDITOR"],
    };
    expect((await send(admin, "createUser", "CreateUserInput", both)).problems).toMatchObject([
      { code: "NOT_ALLOWED_NOW", path: ["input", "roles"] },
    ]);
  });
});
