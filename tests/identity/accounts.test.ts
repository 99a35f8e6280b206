import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Answer, type Client, type TestApp } from "../harness/app.js";
import { plantUser, PLANTED_PASSWORD } from "../access/plant.js";
import { SYSTEM } from "../access/rows.js";
import { SESSIONS, USERS } from "../../src/identity/api.js";
import { fromGlobalId } from "../../src/platform/graphql/global-id.js";

const ADMIN = "admin.371003";
const HOME = "371003003";
const FIRST = "First-one-4-you";
const ADDRESS = "203.0.113.7";

let app: TestApp;
let now = Date.parse("2026-03-01T00:00:00.000Z");
beforeAll(async () => {
  app = await startTestApp({ trustedProxies: 1, passwordPolicy: "mlps3" });
  app.clock.set(new Date(now));
});
afterAll(() => app.close());

const payloads = "problems { code message path }";
const ask = (client: Client, field: string, input: object): Promise<Answer> => {
  const type = `${(field[0] ?? "").toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${payloads} } }`;
  return client.query(document, { input }, { "x-forwarded-for": ADDRESS });
};
const problemsOf = async (answer: Promise<Answer>): Promise<any[]> =>
  (Object.values((await answer).data as object)[0] as { problems: any[] }).problems;
const codes = (answer: Answer): unknown[] => (answer.errors ?? []).map((error) => error.extensions.code);
const done = async (answer: Promise<Answer>): Promise<void> => expect(await problemsOf(answer)).toEqual([]);
const admin = (): Client => app.as(ADMIN);

const WHO = `{ viewer { user { id login } mustChangePassword memberships { role } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  token viewer { user { id } mustChangePassword memberships { role } } problems { code } } }`;
async function signIn(login: string, password: string, from = ADDRESS): Promise<any> {
  const { data } = await app.anonymous.query(
    SIGN_IN,
    { input: { login, password } },
    { "x-forwarded-for": from },
  );
  return data.signIn;
}

let number = 0;
/** Somebody new with a first password. */
async function newcomer(): Promise<{ login: string; userId: string; client: Client }> {
  const login = `newcomer.${++number}`;
  await done(
    ask(admin(), "createUser", {
      login,
      displayName: "新人",
      unitCode: HOME,
      password: FIRST,
      roles: ["CLERK"],
    }),
  );
  const { token, viewer } = await signIn(login, FIRST);
  return { login, userId: viewer.user.id, client: app.withToken(token) };
}
const change = (client: Client, currentPassword: string, newPassword: string) =>
  ask(client, "changePassword", { currentPassword, newPassword });

const EVENTS = `query ($under: String!, $userId: ID, $kinds: [HistoryOperation!], $first: Int, $after: String) {
  history(unit: $under, subtree: true, subject: $userId, operations: $kinds, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { at kind: operation actor unit { code } subject { type } changes { field before after } } } }`;
async function eventsOf(variables: object, client = admin()): Promise<any> {
  const { data, errors } = await client.query(EVENTS, { under: "371003", ...variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data.history, nodes: data.history.nodes.map(told) };
}
/** The fields of an entry by their names. */
const told = ({ changes, ...entry }: any): any => {
  const field = (name: string): any => changes.find((one: any) => one.field === name);
  const [login, role, address, place] = ["login", "role", "address", "place"].map(
    (name) => field(name)?.after ?? null,
  );
  return {
    ...entry,
    login,
    role,
    address,
    place,
    changed: field("displayName") ?? field("reports.onePerson"),
  };
};
const kindsOf = async (variables: object): Promise<string[]> =>
  (await eventsOf(variables)).nodes.map(({ kind }: { kind: string }) => kind);

describe("a first password", () => {
  it("U3 opens nothing but to change it, to see who one is, and to leave", async () => {
    const { client } = await newcomer();
    expect((await client.query(WHO)).data.viewer).toMatchObject({
      mustChangePassword: true,
      memberships: [],
    });
    for (const query of [
      `{ unit(code: "${HOME}") { name } }`,
      "{ rules { code } }",
      "mutation { renewSession { token } }",
      `mutation { saveReport(input: { unitCode: "${HOME}", year: 2025 }) { problems { code } } }`,
    ])
      expect(codes(await client.query(query)), query).toEqual(["FORBIDDEN"]);
    await done(change(client, FIRST, "Chosen-by-the-user-1"));
    expect((await client.query(WHO)).data.viewer).toMatchObject({
      mustChangePassword: false,
      memberships: [{ role: "CLERK" }],
    });
    expect(codes(await client.query(`{ unit(code: "${HOME}") { name } }`))).toEqual([]);
  });

  it("U3 is left by signing out, and comes again with a reset; a demo account has none", async () => {
    const { client, login, userId } = await newcomer();
    await done(change(client, FIRST, "Chosen-by-the-user-1"));
    await done(ask(admin(), "resetPassword", { userId, newPassword: "Second-first-4-you" }));
    const { token, viewer } = await signIn(login, "Second-first-4-you");
    expect(viewer.mustChangePassword).toBe(true);
    const { data } = await app.withToken(token).query("mutation { signOut { problems { code } } }");
    expect(data.signOut.problems).toEqual([]);
    expect((await signIn("clerk.371003003", "gongkai-demo")).viewer.mustChangePassword).toBe(false);
  });

  it("O5 of 等保三级 names each rule that is broken, and forbids the last five", async () => {
    const { client, login } = await newcomer();
    const messages = async (newPassword: string): Promise<string[]> =>
      (await problemsOf(change(client, FIRST, newPassword))).map(({ message }) => message);
    expect(await messages("x8#kQ2-vb")).toEqual([expect.stringContaining("12 至 200")]);
    expect(await messages("correct horse battery staple")).toEqual([expect.stringContaining("3 类")]);
    expect(await messages("Password2026!")).toContainEqual(expect.stringContaining("常见"));
    expect(await messages(`My ${login} horse 7`)).toEqual([expect.stringContaining("登录名")]);
    expect(await messages(FIRST)).toEqual([expect.stringContaining("相同")]);
    let current = FIRST;
    for (const next of ["Horse-battery-1x", "Horse-battery-2y", "Horse-battery-3z"]) {
      await done(change(client, current, next));
      current = next;
    }
    expect(await problemsOf(change(client, current, "Horse-battery-1x"))).toMatchObject([
      { code: "INVALID_INPUT" },
    ]);
    expect(await problemsOf(change(client, current, FIRST))).toMatchObject([{ code: "INVALID_INPUT" }]);
  });
});

describe("a disabled user", () => {
  it("U3 is enabled again by whoever may disable; resetPassword and grantRole say what is wrong", async () => {
    const { client, login, userId } = await newcomer();
    await done(change(client, FIRST, "Horse-battery-1x"));
    await done(ask(admin(), "disableUser", { userId }));
    for (const [field, more] of [
      ["resetPassword", { newPassword: "Second-first-4-you" }],
      ["grantRole", { unitCode: HOME, role: "REVIEWER" }],
    ] as const)
      expect(await problemsOf(ask(admin(), field, { userId, ...more }))).toMatchObject([
        { code: "NOT_ALLOWED_NOW", message: expect.stringContaining("已停用"), path: ["input", "userId"] },
      ]);
    await done(ask(admin(), "enableUser", { userId }));
    expect(codes(await client.query(WHO))).toEqual(["UNAUTHENTICATED"]);
    expect((await signIn(login, "Horse-battery-1x")).viewer).toMatchObject({
      memberships: [{ role: "CLERK" }],
    });
    expect(codes(await ask(app.as("officer.371003"), "enableUser", { userId }))).toEqual(["NOT_FOUND"]);
  });

  it("U3 and any other is renamed, which what was signed does not follow", async () => {
    const { userId } = await newcomer();
    await done(ask(admin(), "renameUser", { userId, displayName: "改名后" }));
    expect(await problemsOf(ask(admin(), "renameUser", { userId, displayName: " " }))).toMatchObject([
      { code: "INVALID_INPUT", path: ["input", "displayName"] },
    ]);
    const { data } = await admin().query(
      `query ($id: ID!) { node(id: $id) { ... on User { displayName } } }`,
      { id: userId },
    );
    expect(data.node.displayName).toBe("改名后");
    expect((await eventsOf({ userId, kinds: ["RENAME_USER"] })).nodes).toMatchObject([
      { changed: { before: "新人", after: "改名后" } },
    ]);
  });

  const planted = async (): Promise<{ login: string; id: string; client: Client }> => {
    const { id, login } = await plantUser(app.app, HOME, "某人");
    const { token } = await signIn(login, PLANTED_PASSWORD);
    return { id: fromGlobalId(id)?.id ?? "", login, client: app.withToken(token) };
  };

  const disabledAt = "2026-03-01T00:00:00.000Z";
  const markDisabled = (id: string): Promise<number> =>
    app.app.database.write(SYSTEM, (session) => session.rows(USERS).update({ id }, { disabledAt }));

  it("G5 the right password of one is refused as a wrong one", async () => {
    const { login, id } = await planted();
    await markDisabled(id);
    expect(await signIn(login, PLANTED_PASSWORD)).toEqual(await signIn("nobody.at.all", PLANTED_PASSWORD));
    const userId = Buffer.from(`User:${id}`).toString("base64url");
    expect((await kindsOf({ userId })).toSorted()).toEqual(["SIGN_IN", "SIGN_IN_FAILED"]);
  });

  it("G5 being disabled alone ends a session that was never revoked", async () => {
    const { client, id } = await planted();
    expect(codes(await client.query(WHO))).toEqual([]);
    await markDisabled(id);
    expect(codes(await client.query(WHO))).toEqual(["UNAUTHENTICATED"]);
  });

  it("G5 an expired session ends a token that has not expired", async () => {
    const { client, id } = await planted();
    const expiresAt = app.clock.now().toISOString();
    await app.app.database.write(SYSTEM, (session) =>
      session.rows(SESSIONS).update({ userId: id }, { expiresAt }),
    );
    expect(codes(await client.query(WHO))).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("account events", () => {
  it("P6 tell sign-ins and failures, from where, in the order in which they happened", async () => {
    const { login, userId } = await newcomer();
    for (let i = 0; i < 6; i += 1) await signIn(login, "wrong-password", "198.51.100.9");
    expect((await kindsOf({ userId })).toSorted()).toEqual([
      ...["CREATE_USER", "GRANT_ROLE", "LOCKED_OUT", "SIGN_IN"],
      // The sixth was refused unseen.
      ...Array<string>(5).fill("SIGN_IN_FAILED"),
    ]);
    const { nodes } = await eventsOf({ userId, kinds: ["LOCKED_OUT", "CREATE_USER"] });
    const home = { unit: { code: HOME }, subject: { type: "USER" }, login, role: null, place: null };
    expect(nodes).toEqual(
      expect.arrayContaining([
        { ...home, at: expect.any(String), kind: "LOCKED_OUT", actor: null, address: "198.51.100.9" },
        {
          ...home,
          at: expect.any(String),
          kind: "CREATE_USER",
          actor: "示例·文登区管理员",
          address: ADDRESS,
          changed: { field: "displayName", before: null, after: expect.any(String) },
        },
      ]),
    );
  });

  it("P2 tell who granted and revoked which role where, and nothing where nothing changed", async () => {
    const { userId } = await newcomer();
    const role = { userId, unitCode: "371003104", role: "REVIEWER" };
    for (const field of ["grantRole", "grantRole", "revokeRole", "revokeRole"])
      await done(ask(admin(), field, role));
    const { nodes } = await eventsOf({ userId, kinds: ["GRANT_ROLE", "REVOKE_ROLE"] });
    expect(nodes.map(({ kind, role: held, place }: any) => [kind, held, place]).toSorted()).toEqual([
      ["GRANT_ROLE", "CLERK", HOME],
      ["GRANT_ROLE", "REVIEWER", "371003104"],
      ["REVOKE_ROLE", "REVIEWER", "371003104"],
    ]);
  });

  it("P6 tell of disabling, enabling and passwords, and hold none", async () => {
    const { client, userId } = await newcomer();
    await done(change(client, FIRST, "Horse-battery-1x"));
    await done(ask(admin(), "resetPassword", { userId, newPassword: "Second-first-4-you" }));
    for (const field of ["disableUser", "disableUser", "enableUser", "enableUser"])
      await done(ask(admin(), field, { userId }));
    const { nodes } = await eventsOf({ userId });
    const kinds = nodes.map(({ kind }: any) => kind).toSorted();
    expect(kinds).toEqual([
      ...["CHANGE_PASSWORD", "CREATE_USER", "DISABLE_USER", "ENABLE_USER"],
      ...["GRANT_ROLE", "RESET_PASSWORD", "SIGN_IN"],
    ]);
    expect(JSON.stringify(nodes)).not.toMatch(/battery|first-4|argon2/i);
  });

  it("P2 tell which setting of a unit an officer changed, from what to what", async () => {
    const setting = (value: boolean | null) =>
      ask(app.as("officer.371003"), "changeSetting", {
        unitCode: "371003104",
        key: "reports.onePerson",
        value,
      });
    await done(setting(true));
    await done(setting(null));
    const { nodes } = await eventsOf({ under: "371003104", kinds: ["CHANGE_SETTING"] });
    expect(nodes.map(({ changed: { before, after } }: any) => `${before} → ${after}`).toSorted()).toEqual([
      "false → true",
      "true → false",
    ]);
    expect(nodes[0]).toMatchObject({
      actor: "示例·文登区政务公开办",
      unit: { code: "371003104" },
      login: null,
    });
  });

  it("come in pages, newest first, and are the administrator's of the place alone", async () => {
    const { userId } = await newcomer();
    app.clock.set(new Date((now += 1)));
    await done(ask(admin(), "disableUser", { userId }));
    const all = await eventsOf({ userId });
    const first = await eventsOf({ userId, first: 2 });
    const rest = await eventsOf({ userId, first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes.slice(0, 4));
    expect(all.nodes[0].kind).toBe("DISABLE_USER");
    for (const under of ["371002", "37", "不存在"])
      expect(codes(await admin().query(EVENTS, { under }))).toEqual(["NOT_FOUND"]);
    expect(codes(await admin().query(EVENTS, { under: "371003", after: "x" }))).toEqual(["BAD_USER_INPUT"]);
    // The officer sees what was done to records, and nothing of accounts.
    expect((await eventsOf({ userId }, app.as("officer.371003"))).nodes).toEqual([]);
    expect(codes(await app.as("analyst.371003").query(EVENTS, { under: "371003" }))).toEqual(["FORBIDDEN"]);
  });
});

// Last, as everybody's token has expired by then.
describe("a password past its time", () => {
  it("O5 of 等保三级 ends after 90 days, as a first one: it must be changed", async () => {
    const { client, login } = await newcomer();
    await done(change(client, FIRST, "Horse-battery-1x"));
    app.clock.set(new Date((now += 90 * 86_400_000 - 1)));
    expect((await signIn(login, "Horse-battery-1x")).viewer.mustChangePassword).toBe(false);
    app.clock.set(new Date((now += 1)));
    expect((await signIn(login, "Horse-battery-1x")).viewer).toMatchObject({
      mustChangePassword: true,
      memberships: [],
    });
  });
});
