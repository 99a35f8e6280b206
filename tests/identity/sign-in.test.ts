import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

const PASSWORD = "gongkai-demo";
const LOGIN = "clerk.371003003";
const MINUTE = 60_000;

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    token
    viewer { user { id login displayName } memberships { role unit { code } } }
    problems { code message path }
  }
}`;
const VIEWER = "{ viewer { user { login } memberships { role unit { code } } } }";
const PUBLIC_VIEWER = { viewer: { user: null, memberships: [] } };
const REFUSED = { token: null, viewer: null, problems: [{ code: "SIGN_IN_REFUSED" }] };

interface Answer {
  readonly data: Record<string, { token: string | null; [key: string]: unknown } | null> | null | undefined;
  readonly errors: readonly { readonly extensions: { readonly code: string } }[] | undefined;
}

let app: TestApp;
let now = Date.parse("2026-03-01T00:00:00.000Z");
const forward = (ms: number): void => app.clock.set(new Date((now += ms)));

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
// An hour later whatever an earlier test failed at is forgotten, and its tokens have expired.
beforeEach(() => forward(60 * MINUTE));

async function send(authorization: string | null, query: string, variables: object = {}): Promise<Answer> {
  const request = app.request.post("/graphql");
  if (authorization !== null) request.set("authorization", authorization);
  const { data, errors } = (await request.send({ query, variables })).body as Answer;
  return { data, errors };
}

const attempt = (login: string, password: string): Promise<Answer> =>
  send(null, SIGN_IN, { input: { login, password } });

async function tokenOf(login: string, password = PASSWORD): Promise<string> {
  const token = (await attempt(login, password)).data?.signIn?.token;
  if (!token) throw new Error(`${login} was not let in`);
  return token;
}

const codes = ({ errors }: Answer): string[] | undefined => errors?.map((e) => e.extensions.code);
const bearer = (token: string): string => `Bearer ${token}`;

describe("signing in", () => {
  it("gives a token, and says who it is for", async () => {
    const { data } = await attempt(LOGIN, PASSWORD);
    expect(data?.signIn).toMatchObject({
      viewer: { user: { login: LOGIN }, memberships: [{ role: "CLERK", unit: { code: "371003003" } }] },
      problems: [],
    });
    const answer = await send(bearer(data?.signIn?.token ?? ""), VIEWER);
    expect(answer).toEqual({
      data: {
        viewer: { user: { login: LOGIN }, memberships: [{ role: "CLERK", unit: { code: "371003003" } }] },
      },
    });
  });

  it("forgives capitals and spaces around a login", async () => {
    expect((await attempt(" Clerk.371003003 ", PASSWORD)).data?.signIn?.token).toBeTruthy();
  });

  it("answers a wrong password as a login that does not exist", async () => {
    const wrong = await attempt(LOGIN, "wrong-password");
    expect(wrong.data?.signIn).toMatchObject(REFUSED);
    for (const login of ["nobody.at.all", "", "不存在", "' or 1=1 --", "x".repeat(300)])
      expect(await attempt(login, PASSWORD)).toEqual(wrong);
  });

  it("needs no token", async () => {
    expect(await send(null, VIEWER)).toEqual({ data: PUBLIC_VIEWER });
  });
});

describe("a token that proves nothing is refused, never taken for the public", () => {
  const unsigned = (claims: object): string =>
    [{ alg: "none" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".") + ".";

  it.each<[string, (token: string) => string]>([
    ["forged", (token) => bearer(token.replace(/.{6}$/, "AAAAAA"))],
    ["alg none", (token) => bearer(unsigned(JSON.parse(atob(token.split(".")[1] ?? "")) as object))],
    ["cut", (token) => bearer(token.slice(0, -1))],
    ["another scheme", (token) => `Basic ${token}`],
    ["no scheme", (token) => token],
    ["two tokens", (token) => `Bearer ${token} ${token}`],
    ["garbage", () => "Bearer null"],
    ["empty", () => "Bearer "],
  ])("%s", async (_, spoilt) => {
    const token = await tokenOf(LOGIN);
    expect(codes(await send(spoilt(token), VIEWER))).toEqual(["UNAUTHENTICATED"]);
    expect(codes(await send(spoilt(token), '{ unit(code: "371003") { name } }'))).toEqual([
      "UNAUTHENTICATED",
    ]);
    expect(codes(await send(bearer(token), VIEWER))).toBeUndefined();
  });

  it("expired", async () => {
    const token = await tokenOf(LOGIN);
    forward(60 * MINUTE - 1000);
    expect(codes(await send(bearer(token), VIEWER))).toBeUndefined();
    forward(1000);
    expect(codes(await send(bearer(token), VIEWER))).toEqual(["UNAUTHENTICATED"]);
    expect(codes(await send(bearer(token), "{ __typename }"))).toEqual(["UNAUTHENTICATED"]);
  });

  it("even for signing in", async () => {
    const input = { login: LOGIN, password: PASSWORD };
    expect(codes(await send("Bearer a.b.c", SIGN_IN, { input }))).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("a session", () => {
  const RENEW = "mutation { renewSession { token viewer { user { login } } problems { code } } }";
  const SIGN_OUT =
    "mutation { signOut { viewer { user { login } memberships { role } } problems { code } } }";

  it("is renewed while it lives, for twelve hours at most", async () => {
    let token = await tokenOf(LOGIN);
    for (let hour = 1; hour <= 12; hour++) {
      forward(59 * MINUTE);
      const { data } = await send(bearer(token), RENEW);
      expect(data?.renewSession).toMatchObject({ viewer: { user: { login: LOGIN } }, problems: [] });
      token = data?.renewSession?.token ?? "";
    }
    forward(12 * MINUTE - 1000);
    expect(codes(await send(bearer(token), VIEWER))).toBeUndefined();
    forward(1000);
    expect(codes(await send(bearer(token), RENEW))).toEqual(["UNAUTHENTICATED"]);
  });

  it("ends with signing out, with all its tokens and no other session", async () => {
    const [first, other] = [await tokenOf(LOGIN), await tokenOf(LOGIN)];
    const renewed = (await send(bearer(first), RENEW)).data?.renewSession?.token ?? "";
    expect(await send(bearer(renewed), SIGN_OUT)).toEqual({
      data: { signOut: { viewer: PUBLIC_VIEWER.viewer, problems: [] } },
    });
    for (const token of [first, renewed])
      expect(codes(await send(bearer(token), VIEWER))).toEqual(["UNAUTHENTICATED"]);
    expect(codes(await send(bearer(other), VIEWER))).toBeUndefined();
  });

  it("is needed to renew or end one", async () => {
    expect(codes(await send(null, RENEW))).toEqual(["UNAUTHENTICATED"]);
    expect(codes(await send(null, SIGN_OUT))).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("changing one's own password", () => {
  const CHANGE = `mutation ($input: ChangePasswordInput!) {
    changePassword(input: $input) { user { login } problems { code path } }
  }`;
  const who = "analyst.371003";
  const change = (token: string, currentPassword: string, newPassword: string, idempotencyKey?: string) =>
    send(bearer(token), CHANGE, { input: { currentPassword, newPassword, idempotencyKey } });

  it("needs the current one and keeps the rules", async () => {
    const token = await tokenOf(who);
    expect((await change(token, "wrong-password", "another-password")).data?.changePassword).toEqual({
      user: null,
      problems: [{ code: "INVALID_INPUT", path: ["input", "currentPassword"] }],
    });
    for (const poor of ["x8#kQ2-vb", `horse ${who} battery`, "christopher", "1029384756"])
      expect((await change(token, PASSWORD, poor)).data?.changePassword).toEqual({
        user: null,
        problems: [{ code: "INVALID_INPUT", path: ["input", "newPassword"] }],
      });
    expect(await tokenOf(who)).toBeTruthy();
  });

  it("ends the user's other sessions, and answers a repeated call as the first", async () => {
    const [token, other] = [await tokenOf(who), await tokenOf(who)];
    const done = { data: { changePassword: { user: { login: who }, problems: [] } } };
    expect(await change(token, PASSWORD, "another-password", "change-1")).toEqual(done);
    expect(await change(token, PASSWORD, "another-password", "change-1")).toEqual(done);
    const reused = await change(token, PASSWORD, "a-third-password", "change-1");
    expect(reused.data?.changePassword).toMatchObject({ problems: [{ code: "KEY_REUSED" }] });
    expect(codes(await send(bearer(token), VIEWER))).toBeUndefined();
    expect(codes(await send(bearer(other), VIEWER))).toEqual(["UNAUTHENTICATED"]);
    expect((await attempt(who, PASSWORD)).data?.signIn).toMatchObject(REFUSED);
    expect(await tokenOf(who, "another-password")).toBeTruthy();
  });
});
