import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

const ADMIN = "admin.371003";
/** A first one: nothing is open with it but to change it. */
const PASSWORD = "planted in a test";
const DEMO = "gongkai-demo";
const WENDENG_LOGINS = [
  "admin.371003",
  "analyst.371003",
  "clerk.371003003",
  "clerk.371003104",
  "officer.371003",
  "reviewer.371003003",
  "reviewer.371003104",
];

const USERS = `query ($under: String, $first: Int, $after: String) {
  users(under: $under, first: $first, after: $after) {
    nodes { id login displayName disabled unit { code } memberships { role unit { code } } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const payload =
  "{ user { id login disabled unit { code } memberships { role unit { code } } } problems { code message path } }";
const CREATE = `mutation ($input: CreateUserInput!) { createUser(input: $input) ${payload} }`;
const GRANT = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) ${payload} }`;
const REVOKE = `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) ${payload} }`;
const DISABLE = `mutation ($input: DisableUserInput!) { disableUser(input: $input) ${payload} }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) ${payload} }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { problems { code } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token viewer { user { id } } problems { code } } }`;

interface User {
  readonly id: string;
  readonly login: string;
  readonly memberships: readonly { readonly role: string; readonly unit: { readonly code: string } }[];
}
interface Payload {
  readonly user: User | null;
  readonly problems: readonly { readonly code: string; readonly path: readonly string[] }[];
}
interface Page {
  readonly nodes: readonly User[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}
interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ask = async (login: string, document: string, variables: object = {}): Promise<Answer> =>
  (await (login === "" ? app.anonymous : app.as(login)).query(document, variables)) as Answer;
const refusals = ({ errors }: Answer): string[] => (errors ?? []).map((e) => e.extensions.code);
const payloadOf = ({ data, errors }: Answer): Payload => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Payload;
};
const pageOf = ({ data }: Answer): Page => data?.users as Page;
const logins = (answer: Answer): string[] => pageOf(answer).nodes.map((user) => user.login);
const rolesOf = ({ user }: Payload): string[] =>
  (user?.memberships ?? []).map((m) => `${m.role} ${m.unit.code}`);

let number = 0;
/** A user of 环山街道 whom no other test touches. */
async function newUser(more: object = {}): Promise<{ id: string; login: string }> {
  const login = `person.${++number}`;
  const input = { login, displayName: "新用户", unitCode: "371003003", password: PASSWORD, ...more };
  const { user } = payloadOf(await ask(ADMIN, CREATE, { input }));
  if (!user) throw new Error("no user");
  return { id: user.id, login };
}

async function signIn(login: string, password = PASSWORD): Promise<{ token: string | null; id?: string }> {
  const { data } = await ask("", SIGN_IN, { input: { login, password } });
  const { token, viewer } = data?.signIn as { token: string | null; viewer: { user: { id: string } } | null };
  return { token, ...(viewer && { id: viewer.user.id }) };
}

async function asToken(token: string | null, query: string): Promise<Answer> {
  const answer = await app.request.post("/graphql").set("authorization", `Bearer ${token}`).send({ query });
  return answer.body as Answer;
}

/** Signed in with a password of the user's own. */
async function ownToken(login: string): Promise<string | null> {
  const { token } = await signIn(login);
  const input = { currentPassword: PASSWORD, newPassword: "chosen by the user" };
  await app.withToken(token ?? "").query(CHANGE, { input });
  return token;
}

/** An officer of the neighbouring district, beyond the administrator's reach. */
const foreigner = async (): Promise<string> => (await signIn("officer.371002", DEMO)).id ?? "";

describe("listing users", () => {
  it("shows an administrator the users of its subtree, with their roles", async () => {
    const page = pageOf(await ask(ADMIN, USERS));
    expect(page.nodes.map((user) => user.login)).toEqual(expect.arrayContaining(WENDENG_LOGINS));
    expect(page.nodes.map((user) => user.login)).not.toContain("officer.371002");
    expect(page.nodes.find((user) => user.login === "clerk.371003104")).toMatchObject({
      disabled: false,
      unit: { code: "371003104" },
      memberships: [{ role: "CLERK", unit: { code: "371003104" } }],
    });
  });

  it("by unit, and by pages", async () => {
    const zeku = ["clerk.371003104", "head.371003104", "reviewer.371003104"];
    expect(logins(await ask(ADMIN, USERS, { under: "371003104" }))).toEqual(zeku);
    const first = await ask(ADMIN, USERS, { under: "371003104", first: 1 });
    expect(pageOf(first)).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const after = pageOf(first).pageInfo.endCursor;
    const second = await ask(ADMIN, USERS, { under: "371003104", first: 2, after });
    expect([...logins(first), ...logins(second)]).toEqual(zeku);
    expect(pageOf(second).pageInfo.hasNextPage).toBe(false);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ first: -1 }],
    [{ first: 2147483647 }],
    [{ after: "not a cursor" }],
    [{ after: Buffer.from("环山").toString("base64url") }],
  ])("refuses %j", async (variables) => {
    expect(refusals(await ask(ADMIN, USERS, variables))).toEqual(["BAD_USER_INPUT"]);
  });

  it("answers for a foreign unit as for none", async () => {
    const none = await ask(ADMIN, USERS, { under: "999999" });
    expect(refusals(none)).toEqual(["NOT_FOUND"]);
    for (const under of ["371002", "3710", "不存在"])
      expect(await ask(ADMIN, USERS, { under })).toEqual(none);
  });

  it.each(["clerk.371003003", "reviewer.371003003", "officer.371003", "analyst.371003", "officer.371002"])(
    "is not for %s",
    async (login) => expect(refusals(await ask(login, USERS))).toEqual(["FORBIDDEN"]),
  );

  it("is not for the public", async () => {
    expect(refusals(await ask("", USERS))).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("creating users", () => {
  const input = {
    login: "li.si",
    displayName: "李四",
    unitCode: "371003003",
    password: PASSWORD,
    roles: ["CLERK"],
  };

  it("makes a user who can sign in, and shows no password", async () => {
    const answer = await ask(ADMIN, CREATE, { input });
    expect(payloadOf(answer)).toMatchObject({
      user: { login: "li.si", disabled: false, unit: { code: "371003003" } },
      problems: [],
    });
    expect(rolesOf(payloadOf(answer))).toEqual(["CLERK 371003003"]);
    expect(JSON.stringify(answer)).not.toContain(PASSWORD);
    expect((await signIn("li.si")).token).toBeTruthy();
  });

  it("answers once per idempotency key", async () => {
    const keyed = { ...input, login: "wang.wu", idempotencyKey: "create-1" };
    const first = await ask(ADMIN, CREATE, { input: keyed });
    expect(payloadOf(first).problems).toEqual([]);
    expect(await ask(ADMIN, CREATE, { input: keyed })).toEqual(first);
    const another = await ask(ADMIN, CREATE, { input: { ...keyed, password: "another-password" } });
    expect(payloadOf(another).problems).toMatchObject([{ code: "KEY_REUSED" }]);
  });

  it("says the same of every login that is taken", async () => {
    const own = payloadOf(await ask(ADMIN, CREATE, { input: { ...input, login: "clerk.371003104" } }));
    expect(own).toMatchObject({
      user: null,
      problems: [{ code: "ALREADY_EXISTS", path: ["input", "login"] }],
    });
    expect(payloadOf(await ask(ADMIN, CREATE, { input: { ...input, login: "officer.371002" } }))).toEqual(
      own,
    );
  });

  it("names everything that is wrong at once, and makes nobody", async () => {
    const wrong = { ...input, login: "Zhao Liu", displayName: "", password: "x8#kQ2-vb" };
    const { user, problems } = payloadOf(await ask(ADMIN, CREATE, { input: wrong }));
    expect(user).toBeNull();
    expect(problems.map((p) => [p.code, p.path.join(".")])).toEqual([
      ["INVALID_INPUT", "input.login"],
      ["INVALID_INPUT", "input.displayName"],
      ["INVALID_INPUT", "input.password"],
    ]);
  });

  it("refuses a foreign unit as one that does not exist", async () => {
    const foreign = { ...input, login: "zhao.liu", unitCode: "371002001" };
    const none = await ask(ADMIN, CREATE, { input: { ...foreign, unitCode: "999999" } });
    expect(refusals(none)).toEqual(["NOT_FOUND"]);
    expect(await ask(ADMIN, CREATE, { input: foreign })).toEqual(none);
    expect((await signIn("zhao.liu")).token).toBeNull();
  });

  it("is not for other roles", async () => {
    const attempt = { ...input, login: "zhao.liu" };
    expect(refusals(await ask("clerk.371003003", CREATE, { input: attempt }))).toEqual(["FORBIDDEN"]);
    expect(refusals(await ask("officer.371003", CREATE, { input: attempt }))).toEqual(["FORBIDDEN"]);
    expect(refusals(await ask("officer.371002", CREATE, { input: attempt }))).toEqual(["NOT_FOUND"]);
    expect((await signIn("zhao.liu")).token).toBeNull();
  });
});

describe("roles", () => {
  it("are granted and revoked, and take effect at the next request", async () => {
    const { id, login } = await newUser();
    const token = await ownToken(login);
    const held = async (): Promise<unknown> =>
      (await asToken(token, "{ viewer { memberships { role unit { code } } } }")).data;
    expect(await held()).toEqual({ viewer: { memberships: [] } });
    const input = { userId: id, unitCode: "371003104", role: "REVIEWER" };
    for (let i = 0; i < 2; i++)
      expect(rolesOf(payloadOf(await ask(ADMIN, GRANT, { input })))).toEqual(["REVIEWER 371003104"]);
    expect(await held()).toEqual({
      viewer: { memberships: [{ role: "REVIEWER", unit: { code: "371003104" } }] },
    });
    for (let i = 0; i < 2; i++) expect(rolesOf(payloadOf(await ask(ADMIN, REVOKE, { input })))).toEqual([]);
    expect(await held()).toEqual({ viewer: { memberships: [] } });
  });

  it("are granted at units within reach only", async () => {
    const { id } = await newUser();
    const input = { userId: id, role: "OFFICER" };
    const none = await ask(ADMIN, GRANT, { input: { ...input, unitCode: "999999" } });
    expect(refusals(none)).toEqual(["NOT_FOUND"]);
    for (const unitCode of ["371002", "3710", "37"])
      expect(await ask(ADMIN, GRANT, { input: { ...input, unitCode } })).toEqual(none);
  });

  it("cannot be taken from oneself as an administrator", async () => {
    const { id } = await signIn(ADMIN, DEMO);
    const input = { userId: id, unitCode: "371003", role: "ADMIN" };
    expect(payloadOf(await ask(ADMIN, REVOKE, { input })).problems).toMatchObject([
      { code: "NOT_ALLOWED_NOW" },
    ]);
  });
});

describe("a user of another tenant is a user who does not exist", () => {
  const absent = Buffer.from("User:AAAAAAAAAAAAAAAA").toString("base64url");

  it.each<[string, string, object]>([
    ["grantRole", GRANT, { unitCode: "371003003", role: "CLERK" }],
    ["revokeRole", REVOKE, { unitCode: "371003003", role: "CLERK" }],
    ["disableUser", DISABLE, {}],
    ["resetPassword", RESET, { newPassword: "another-password" }],
  ])("%s", async (_, document, rest) => {
    const none = await ask(ADMIN, document, { input: { ...rest, userId: absent } });
    expect(refusals(none)).toEqual(["NOT_FOUND"]);
    for (const userId of [await foreigner(), "malformed", ""])
      expect(await ask(ADMIN, document, { input: { ...rest, userId } })).toEqual(none);
    expect((await signIn("officer.371002", DEMO)).token).toBeTruthy();
  });

  it.each(["clerk.371003003", "officer.371003", "officer.371002"])("for %s too", async (login) => {
    const { id } = await newUser();
    for (const [document, rest] of [
      [GRANT, { unitCode: "371003003", role: "CLERK" }],
      [DISABLE, {}],
      [RESET, { newPassword: "another-password" }],
    ] as const)
      expect(refusals(await ask(login, document, { input: { ...rest, userId: id } }))).toEqual(["NOT_FOUND"]);
  });
});

describe("disabling a user", () => {
  it("ends every session, and lets nobody in", async () => {
    const { id, login } = await newUser();
    const { token } = await signIn(login);
    const { user } = payloadOf(await ask(ADMIN, DISABLE, { input: { userId: id } }));
    expect(user).toMatchObject({ login, disabled: true });
    expect(refusals(await asToken(token, "{ viewer { user { id } } }"))).toEqual(["UNAUTHENTICATED"]);
    expect((await signIn(login)).token).toBeNull();
  });

  it("is not done to oneself", async () => {
    const { id } = await signIn(ADMIN, DEMO);
    const { problems } = payloadOf(await ask(ADMIN, DISABLE, { input: { userId: id } }));
    expect(problems).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);
    expect((await signIn(ADMIN, DEMO)).token).toBeTruthy();
  });
});

describe("resetting a password", () => {
  it("replaces it, ends every session and lifts a lock", async () => {
    const { id, login } = await newUser();
    const { token } = await signIn(login);
    for (let i = 0; i < 5; i++) await signIn(login, "wrong-password");
    const answer = await ask(ADMIN, RESET, { input: { userId: id, newPassword: "another-password" } });
    expect(payloadOf(answer)).toMatchObject({ user: { login }, problems: [] });
    expect(JSON.stringify(answer)).not.toContain("another-password");
    expect(refusals(await asToken(token, "{ viewer { user { id } } }"))).toEqual(["UNAUTHENTICATED"]);
    expect((await signIn(login)).token).toBeNull();
    expect((await signIn(login, "another-password")).token).toBeTruthy();
  });

  it("keeps the rules for passwords", async () => {
    const { id, login } = await newUser();
    for (const newPassword of ["x8#kQ2-vb", `horse ${login} battery`]) {
      const { problems } = payloadOf(await ask(ADMIN, RESET, { input: { userId: id, newPassword } }));
      expect(problems).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "newPassword"] }]);
    }
    expect((await signIn(login)).token).toBeTruthy();
  });

  it("is not the way to one's own", async () => {
    const { id } = await signIn(ADMIN, DEMO);
    const input = { userId: id, newPassword: "another-password" };
    expect(payloadOf(await ask(ADMIN, RESET, { input })).problems).toMatchObject([
      { code: "NOT_ALLOWED_NOW" },
    ]);
  });
});
