import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const CONSOLE = { "x-gongkai-session": "1" };
const WHO = "{ viewer { user { login } } }";

interface Kept {
  readonly set: string;
  /** What the browser sends back. */
  readonly cookie: string;
}

const kept = (headers: Record<string, unknown>): Kept => {
  const [set = ""] = (headers["set-cookie"] ?? []) as string[];
  return { set, cookie: set.split(";", 1)[0] ?? "" };
};

const signIn = (login: string, password = DEMO_PASSWORD) =>
  app.request.post("/session").set(CONSOLE).send({ login, password });

async function who(headers: Record<string, string>): Promise<unknown> {
  const { body } = await app.request.post("/graphql").set(headers).send({ query: WHO });
  return (
    (body as { data: { viewer: { user: { login: string } | null } } | null }).data?.viewer.user?.login ?? null
  );
}

describe("a browser's sign-in", () => {
  let clerk: Kept;
  beforeAll(async () => {
    clerk = kept((await signIn("clerk.371003003")).headers);
  });

  it("keeps the token where no script and no other site can use it, and never shows it", async () => {
    const { body, headers, text } = await signIn("clerk.371003003");
    expect(body).toEqual({ viewer: { mustChangePassword: false }, problems: [] });
    const { set, cookie } = kept(headers);
    expect(set).toMatch(/^gongkai_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(text).not.toContain(cookie.split("=")[1]);
  });

  it("counts only with the header that a page of another site cannot send", async () => {
    expect(await who({ ...CONSOLE, cookie: clerk.cookie })).toBe("clerk.371003003");
    expect(await who({ cookie: clerk.cookie })).toBeNull();
  });

  it("gives way to a program's bearer token", async () => {
    const headers = { ...CONSOLE, cookie: clerk.cookie, authorization: "Bearer nonsense" };
    expect((await app.request.post("/graphql").set(headers).send({ query: WHO })).status).toBe(401);
  });

  it("refuses a wrong password in the words of signIn, and keeps nothing", async () => {
    const { body, headers } = await signIn("clerk.371003003", "wrong");
    expect((body as { problems: { code: string }[] }).problems).toEqual([
      expect.objectContaining({ code: "SIGN_IN_REFUSED" }),
    ]);
    expect(headers["set-cookie"]).toBeUndefined();
  });

  it("tells what is missing", async () => {
    const { status, body } = await app.request
      .post("/session")
      .set(CONSOLE)
      .send({ login: "clerk.371003003" });
    expect([status, (body as { errors: { message: string }[] }).errors[0]?.message]).toEqual([
      400,
      expect.stringContaining("password"),
    ]);
  });

  it("is renewed, ended for good, and forgotten when it is over", async () => {
    const { cookie } = kept((await signIn("clerk.371003104")).headers);
    const signed = { ...CONSOLE, cookie };
    const renewed = kept((await app.request.post("/session/renew").set(signed).send({})).headers);
    const fresh = { ...CONSOLE, cookie: renewed.cookie };
    expect(await who(fresh)).toBe("clerk.371003104");
    const ended = await app.request.post("/session/end").set(fresh).send({});
    expect(kept(ended.headers).set).toMatch(/^gongkai_session=; Max-Age=0/);
    expect((await app.request.post("/graphql").set(fresh).send({ query: WHO })).status).toBe(401);
    const forgotten = await app.request.post("/session/forget").set(fresh).send({});
    expect([forgotten.status, kept(forgotten.headers).set]).toEqual([
      200,
      expect.stringMatching(/Max-Age=0/),
    ]);
  });
});
