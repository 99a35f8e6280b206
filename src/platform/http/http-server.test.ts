import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { serverAudits } from "graphql-http";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { healthOf } from "../../kernel/health.js";
import { ask, toyApp, type ToyApp } from "./toy-app.fixture.js";

const SCRIPT = "assets/index-B3x_9-Qa.js";
let toy: ToyApp;
let directory: string;
let health = healthOf(true, true);

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "pages-"));
  for (const page of ["console", "ide"]) {
    const folder = join(directory, page);
    mkdirSync(join(folder, "assets"), { recursive: true });
    writeFileSync(join(folder, "index.html"), `<!doctype html><title>${page}</title>`);
    writeFileSync(join(folder, SCRIPT), "export {};");
    writeFileSync(join(folder, ".stamp"), "secret");
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, ".git/config.js"), "secret");
  }
  writeFileSync(join(directory, "console", `${SCRIPT}.gz`), gzipSync("export {};"));
  toy = await toyApp({ pages: directory, health: () => health });
});
afterAll(async () => {
  await toy.app.close();
  rmSync(directory, { recursive: true });
});

interface Refused {
  errors: { message: string; extensions: object }[];
}
const messageOf = (response: { json: <T>() => T }) => response.json<Refused>().errors[0]?.message;

const json = { "content-type": "application/json" };
const post = (payload: string | Buffer, headers: Record<string, string> = json) =>
  toy.app.inject({ method: "POST", url: "/graphql", payload, headers });

describe("what is refused before GraphQL", () => {
  it.each([
    ["malformed JSON", '{"query": "{ hello }"', json, 400, "请求体不是有效的 JSON"],
    ["an empty body", "", json, 400, "请求体不是有效的 JSON"],
    ["a form", "query={hello}", { "content-type": "application/x-www-form-urlencoded" }, 415, /^请求体须为/],
    ["plain text", '{"query":"{ hello }"}', { "content-type": "text/plain" }, 415, /^请求体须为/],
    ["no content type", '{"query":"{ hello }"}', { "content-type": "" }, 415, /^请求体须为/],
    ["gzip", gzipSync('{"query":"{ hello }"}'), { ...json, "content-encoding": "gzip" }, 415, /^请求体须为/],
    ["an array", '[{"query":"{ hello }"}]', json, 400, /^请求不符合/],
    ["no query", '{"query":""}', json, 400, "请求缺少 query"],
    ["variables as text", '{"query":"{hello}","variables":"{}"}', json, 400, "请求体中的 variables 类型不符"],
  ])("%s", async (_name, payload, headers, status, message) => {
    const response = await post(payload, headers);
    const { errors, ...rest } = response.json<Refused>();
    expect([response.statusCode, rest, errors.length]).toEqual([status, {}, 1]);
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions).toEqual({ code: "BAD_REQUEST" });
    expect(response.headers["content-type"]).toMatch(/json/);
  });

  it("identity is no encoding", async () => {
    const response = await post('{"query":"{ hello }"}', { ...json, "content-encoding": "identity" });
    expect(response.statusCode).toBe(200);
  });

  it("a body of 10 MB, and the next caller is served at once", async () => {
    const client = supertest(toy.app.server);
    const big = JSON.stringify({ query: `{ hello } # ${"x".repeat(10_000_000)}` });
    const refused = await client
      .post("/graphql")
      .set(json)
      .send(big)
      .catch((error: Error) => error);
    if (!(refused instanceof Error))
      expect([refused.status, (refused.body as Refused).errors.length]).toEqual([413, 1]);
    const next = await client.post("/graphql").send({ query: "{ hello }" });
    expect([next.status, (next.body as { data: object }).data]).toEqual([200, { hello: "你好，世界" }]);
    const injected = await post(big);
    expect([injected.statusCode, messageOf(injected)]).toEqual([
      413,
      "请求体过大：最多 256 KB，请分批提交；登录后导入可发往 /graphql/import，最多 8 MB",
    ]);
  });

  it("a mutation by GET", async () => {
    const url = `/graphql?query=${encodeURIComponent('mutation { signIn(login: "a") }')}`;
    const response = await toy.app.inject({ url, headers: { "apollo-require-preflight": "1" } });
    expect([response.statusCode, messageOf(response)]).toEqual([405, "GET 只能用于查询"]);
    expect(response.body).not.toContain("token");
  });

  it("a query by GET passes, with the header that a form cannot send", async () => {
    const url = `/graphql?query=${encodeURIComponent("{ hello }")}`;
    expect((await toy.app.inject({ url, headers: { "apollo-require-preflight": "1" } })).statusCode).toBe(
      200,
    );
    const forged = await toy.app.inject({ url, headers: { "accept-language": "en" } });
    expect([forged.statusCode, messageOf(forged)]).toEqual([400, expect.stringMatching(/^Send appl/)]);
  });

  it("unknown addresses and malformed ones", async () => {
    for (const url of ["/nothing", "/graphql/", "/%zz"]) {
      const response = await toy.app.inject({ method: "POST", url, headers: { "accept-language": "en" } });
      expect([response.statusCode, Object.keys(response.json())]).toEqual([
        url === "/%zz" ? 400 : 404,
        ["errors"],
      ]);
      expect(response.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("what is not HTTP at all", async () => {
    const address = await toy.app.listen({ port: 0, host: "127.0.0.1" }).then(() => toy.app.server.address());
    const answer = await new Promise<string>((resolve) => {
      let read = "";
      const socket = connect((address as AddressInfo).port, "127.0.0.1", () =>
        socket.write("nonsense\r\n\r\n"),
      );
      socket.on("data", (chunk) => (read += chunk.toString())).on("close", () => resolve(read));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 [\s\S]*\{"errors":\[\{"message"/);
  });
});

describe("who calls", () => {
  it("a bad token is 401 even before the query runs, in the caller's language", async () => {
    const english = await ask(toy, "{ hello }", {}, { authorization: "Bearer bad" });
    expect([english.status, english.body.errors?.[0]]).toEqual([
      401,
      { message: "Sign in first", extensions: { code: "UNAUTHENTICATED" } },
    ]);
    const chinese = await ask(
      toy,
      "{ hello }",
      {},
      { authorization: "Bearer bad", "accept-language": "zh-CN" },
    );
    expect(chinese.body.errors?.[0]?.message).toBe("请先登录");
  });

  it("a failing context is masked, under the id of the response", async () => {
    const { status, text, body, headers } = await ask(
      toy,
      "{ hello }",
      {},
      { authorization: "Bearer broken" },
    );
    expect([status, body.errors?.[0]?.extensions]).toEqual([
      500,
      { code: "INTERNAL_SERVER_ERROR", requestId: headers["x-request-id"] },
    ]);
    expect(text).not.toContain("SELECT");
  });

  it("UNAVAILABLE is 503 and says when to come back", async () => {
    const { status, headers, body } = await ask(toy, '{ fail(how: "unavailable") }');
    expect([status, headers["retry-after"], body.errors?.[0]?.message]).toEqual([
      503,
      "5",
      "Try again later",
    ]);
  });
});

it("tells its health: degraded still serves those who read, down is 503", async () => {
  const told = async (reads: boolean, writes: boolean) => {
    health = healthOf(reads, writes);
    const reply = await toy.app.inject("/healthz");
    return [reply.statusCode, reply.json()];
  };
  expect(await told(true, false)).toEqual([200, { status: "degraded", reads: true, writes: false }]);
  expect(await told(false, false)).toEqual([503, { status: "down", reads: false, writes: false }]);
  expect(await told(true, true)).toEqual([200, { status: "ok", reads: true, writes: true }]);
});

it.each([
  ["zh", "/queries/%E0%A4%A.csv", "网址格式有误：% 编码不正确"],
  ["en", "/%", "The address is malformed: its %-encoding is wrong"],
  ["en", "/ide/%zz", "The address is malformed: its %-encoding is wrong"],
])("D11 says in %s that the address %s is malformed", async (language, url, message) => {
  const reply = await toy.app.inject({ url, headers: { "accept-language": language } });
  expect([reply.statusCode, messageOf(reply)]).toEqual([400, message]);
});

describe("the pages", () => {
  it.each([
    ["console", "/"],
    ["console", "/report/371003003/2023/text"],
    ["console", "/console/index.html"],
    ["ide", "/graphiql"],
    ["ide", "/ide/"],
  ])("%s is served at %s, under a policy that lets nothing in from elsewhere", async (page, url) => {
    const reply = await toy.app.inject(url);
    expect([reply.statusCode, reply.headers["content-type"], reply.headers["cache-control"]]).toEqual([
      200,
      "text/html; charset=utf-8",
      "no-cache",
    ]);
    expect(reply.body).toContain(`<title>${page}`);
    const policy = String(reply.headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'self'; script-src 'self';/);
    // The editor alone writes style elements.
    expect(policy.includes("'unsafe-inline'")).toBe(page === "ide");
  });

  it("the console is served at the first step of each of its routes, which a reload asks for", async () => {
    const shell = readFileSync("src/console/shell.tsx", "utf8");
    const rooms = new Set([...shell.matchAll(/<Route path="\/(\w+)/g)].map(([, room = ""]) => room));
    expect(rooms.size).toBeGreaterThan(5);
    for (const room of rooms)
      expect([room, (await toy.app.inject(`/${room}`)).statusCode]).toEqual([room, 200]);
  });

  it("keeps hashed files for good, packed beforehand where they are", async () => {
    const headers = { "accept-encoding": "gzip" };
    const script = await toy.app.inject({ url: `/console/${SCRIPT}`, headers });
    expect([script.statusCode, script.headers["content-type"], script.headers["content-encoding"]]).toEqual([
      200,
      "application/javascript; charset=utf-8",
      "gzip",
    ]);
    expect(gunzipSync(script.rawPayload).toString()).toBe("export {};");
    const plain = await toy.app.inject(`/ide/${SCRIPT}`);
    for (const reply of [script, plain])
      expect(reply.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  it("answers HEAD without a body, and 304 to a client that has the file", async () => {
    for (const url of ["/", `/ide/${SCRIPT}`]) {
      const [page, head] = [await toy.app.inject(url), await toy.app.inject({ method: "HEAD", url })];
      const { etag = "" } = page.headers;
      expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, "", etag]);
      const again = await toy.app.inject({ url, headers: { "if-none-match": String(etag) } });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
    }
  });

  it.each([
    "/ide/.stamp",
    "/console/.stamp",
    "/ide/.git/config.js",
    "/ide/%00",
    "/ide/../http-server.ts",
    "/console/%2e%2e/%2e%2e/etc/passwd",
    "/ide//etc/passwd",
    "/console/assets",
    "/ide/__proto__",
    "/elsewhere",
  ])("has no %s", async (url) => expect((await toy.app.inject(url)).statusCode).toBe(404));
});

it("logs neither bodies nor variables nor tokens nor query strings", async () => {
  await ask(
    toy,
    "query Q($n: String) { hello(name: $n) fail }",
    { n: "v4riable" },
    { authorization: "Bearer t0ken" },
  );
  await toy.app.inject("/graphql?query=%7Bhello%7D&variables=v4riable");
  expect(toy.logged.some((line) => line.path === "/graphql")).toBe(true);
  expect(JSON.stringify(toy.logged)).not.toMatch(/v4riable|t0ken|hello\(/);
});

describe("GraphQL over HTTP", () => {
  const audits = serverAudits({ url: () => listening(), fetchFn: fetch });
  const listening = async () => {
    const address = toy.app.server.address() ?? (await toy.app.listen({ port: 0, host: "127.0.0.1" }));
    return typeof address === "string" ? `${address}/graphql` : `http://127.0.0.1:${address.port}/graphql`;
  };
  // CSRF protection is worth these three: they ask for GET without a preflight.
  const PROTECTED = new Set(["5A70", "D6D5", "6A70"]);

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    "%s %s",
    async (id, _name, audit) => {
      const result = await audit.fn();
      expect(result.status === "ok" ? "ok" : `${result.status}: ${result.reason}`).toMatch(
        PROTECTED.has(id) ? /^(ok|notice)/ : /^ok/,
      );
    },
  );
});

describe("the caller's address", () => {
  it.each([
    [0, "127.0.0.1"],
    [1, "203.0.113.9"],
    [2, "198.51.100.7"],
  ])("behind %i proxies is what the outermost of them saw", async (trustedProxies, address) => {
    const toy = await toyApp({ trustedProxies });
    await ask(toy, "{ __typename }", {}, { "x-forwarded-for": "192.0.2.1, 198.51.100.7, 203.0.113.9" });
    expect(toy.addresses).toEqual([address]);
    await toy.app.close();
  });
});
