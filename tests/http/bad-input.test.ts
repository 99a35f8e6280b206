import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { demoReports } from "../../seeds/reports.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { SAVE } from "../reports/documents.js";

interface Told {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly object[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}
interface Body {
  readonly data?: unknown;
  readonly errors?: readonly Told[];
}
interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: Body;
}

const CLERK = "clerk.371003003";
const JSON_TYPE = { "content-type": "application/json" };
const UNIT = `query ($code: String!) { unit(code: $code) { code } }`;
const SIGN_IN = `signIn(input: { login: "officer.371003", password: "wrong-password" }) { token }`;
/** What no answer may hold: SQL, names of tables and columns, drivers, stacks, hints at names. */
const INSIDES =
  /\b(?:select|insert|update|delete)\b[\s\S]{0,40}\b(?:from|into|set|where)\b|report_versions|report_events|version_documents|idempotency_keys|filing_deadlines|unit_names|sign_in_throttles|schema_migrations|unit_path|sqlite|libsql|mariadb|mysql|typeorm|apollo.server|node_modules|\/src\/|\.[jt]s:\d|\n\s+at |did you mean|stacktrace/i;

let app: TestApp;
let before: string;
beforeAll(async () => {
  app = await startTestApp({ seed: demoReports().filter(({ unitCode }) => unitCode === "371003003") });
  before = await everything();
});
afterAll(() => app.close());

/** All that a bad request could have changed: the register, a unit's reports, their findings and events, the users. */
async function everything(): Promise<string> {
  const register = await app.anonymous.query(
    "{ units(first: 100) { totalCount nodes { code name revision } } }",
  );
  const reports = await app.as("officer.371003")
    .query(`{ unit(code: "371003003") { reports { id revision status
    cells { value } sections { body } findings { id status explanation judgement } events { nodes { at action: operation } } versions { nodes { number status } } } } }`);
  const users = await app
    .as("admin.371003")
    .query("{ users { nodes { login disabled memberships { role } } } }");
  for (const { errors } of [register, reports, users]) expect(errors).toBeUndefined();
  return JSON.stringify([register.data, reports.data, users.data]);
}

afterEach(async () => {
  const next = await app.request.post("/graphql").send({ query: UNIT, variables: { code: "371003003" } });
  expect([next.status, next.body.data]).toEqual([200, { unit: { code: "371003003" } }]);
  expect(await everything()).toBe(before);
});

async function post(payload: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const { status, text, body } = await app.request
    .post("/graphql")
    .set({ ...JSON_TYPE, ...headers })
    .send(payload as object);
  return { status, text, body: body as Body };
}

/** The only error of an answer that tells nothing of our insides. */
function onlyError({ text, body }: Reply): Told {
  expect(text).not.toMatch(INSIDES);
  expect(body.data ?? null).toBeNull();
  expect(body.errors).toHaveLength(1);
  return body.errors?.[0] as Told;
}

const bearer = (token: string | null): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function tokenOf(login: string): Promise<string> {
  const { body } = await post({
    query: `mutation { signIn(input: { login: "${login}", password: "gongkai-demo" }) { token } }`,
  });
  return (body.data as { signIn: { token: string } }).signIn.token;
}

describe("what is no GraphQL request", () => {
  it("a body of 10 MB", async () => {
    const big = JSON.stringify({ query: `{ viewer { user { login } } } # ${"x".repeat(10_000_000)}` });
    // The server hangs up before it has read all of it: a client sees the answer or a broken connection.
    const answer = await post(big).catch((error: Error) => error);
    if (!(answer instanceof Error)) expect(answer.status).toBe(413);
    const injected = await app.app.http.inject({
      method: "POST",
      url: "/graphql",
      headers: JSON_TYPE,
      payload: big,
    });
    expect([injected.statusCode, injected.json()]).toEqual([
      413,
      {
        errors: [
          {
            message: "请求体过大：最多 256 KB，请分批提交；登录后导入可发往 /graphql/import，最多 8 MB",
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      },
    ]);
  });

  it.each([
    ["malformed JSON", '{"query":"{ viewer { user { login } } }"', {}, 400],
    ["no JSON at all", "select * from users", {}, 400],
    ["nothing", "", {}, 400],
    ["a list of requests", '[{"query":"{ rules { code } }"}]', {}, 400],
    ["no query", '{"variables":{}}', {}, 400],
    ["a query that is no text", '{"query":{"a":1}}', {}, 400],
    ["variables that are no object", '{"query":"{ rules { code } }","variables":"x"}', {}, 400],
    ["plain text", '{"query":"{ rules { code } }"}', { "content-type": "text/plain" }, 415],
    ["a form", "query={rules{code}}", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["an upload", "--x\r\n\r\n--x--", { "content-type": "multipart/form-data; boundary=x" }, 415],
    ["XML", "<query/>", { "content-type": "application/xml" }, 415],
    ["another charset", '{"query":"{ rules { code } }"}', { "content-encoding": "br" }, 415],
  ])("%s", async (_name, payload, headers, status) => {
    const answer = await post(payload, headers);
    expect(answer.status).toBe(status);
    expect(onlyError(answer).extensions).toEqual({ code: "BAD_REQUEST" });
  });

  it("a compressed body, however small", async () => {
    const payload = gzipSync(JSON.stringify({ query: `{ rules { code } } # ${" ".repeat(1_000_000)}` }));
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
    const answer = await app.app.http.inject({ method: "POST", url: "/graphql", headers, payload });
    expect([answer.statusCode, answer.json()]).toEqual([
      415,
      { errors: [{ message: "请求体须为未压缩的 application/json", extensions: { code: "BAD_REQUEST" } }] },
    ]);
  });

  it("a mutation by GET, whatever its headers", async () => {
    const token = await tokenOf("admin.371003");
    const mutation = `mutation { renameUnit(input: { unitCode: "371003003", name: "改名办事处", shortName: "改名", expectedRevision: 1 }) { problems { code } } }`;
    for (const [headers, status] of [
      [{}, 400],
      [{ "apollo-require-preflight": "1" }, 405],
    ] as const) {
      const {
        text,
        body,
        status: answered,
      } = await app.request
        .get("/graphql")
        .query({ query: mutation })
        .set({ ...bearer(token), ...headers });
      expect(answered).toBe(status);
      expect(onlyError({ status, text, body: body as Body }).extensions.code).toBe("BAD_REQUEST");
    }
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"] as const)("%s is not served", async (method) => {
    const answer = await app.app.http.inject({ method, url: "/graphql", headers: JSON_TYPE, payload: "{}" });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(INSIDES);
  });
});

const deep = (levels: number): string =>
  `{ unit(code: "371003003") { ${"parent { ".repeat(levels)}code${" }".repeat(levels)} } }`;
const aliases = (n: number, field: string): string =>
  Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(" ");
/** Each fragment spreads the next one twice: 2^n fields out of n lines. */
const bomb = (n: number): string =>
  [
    '{ unit(code: "371003003") { ...f0 } }',
    ...Array.from(
      { length: n },
      (_, i) => `fragment f${i} on Unit { a: parent { ...f${i + 1} } b: parent { ...f${i + 1} } }`,
    ),
    `fragment f${n} on Unit { code }`,
  ].join("\n");
const flatBomb = (n: number): string =>
  [
    '{ unit(code: "371003003") { ...f0 } }',
    ...Array.from({ length: n }, (_, i) => `fragment f${i} on Unit { ...f${i + 1} ...f${i + 1} }`),
    `fragment f${n} on Unit { code name }`,
  ].join("\n");

describe("what asks for too much", () => {
  const CASES: readonly (readonly [name: string, query: string])[] = [
    ["over-deep", deep(20)],
    [
      "over-wide: pages of lists of lists",
      "{ units(first: 100) { nodes { children { nodes { children { nodes { code } } } } } } }",
    ],
    [
      "over-wide: every report with every cell",
      "{ units(first: 100) { nodes { reports { cells { value indicator { code } } } } } }",
    ],
    ["over-wide: 21 root fields", `{ ${aliases(21, `unit(code: "371003003") { code }`)} }`],
    ["over-aliased", `{ unit(code: "371003003") { ${aliases(61, "code")} } }`],
    ["2,000 aliased signIns", `mutation { ${aliases(2000, SIGN_IN)} }`],
    ["20 aliased signIns", `mutation { ${aliases(20, SIGN_IN)} }`],
    ["2 signIns of different names", `mutation { ${SIGN_IN} again: ${SIGN_IN} }`],
    ["signIns in fragments", `mutation { ...a b: ${SIGN_IN} } fragment a on Mutation { ${SIGN_IN} }`],
    ["a fragment bomb", bomb(18)],
    ["a fragment bomb without aliases", flatBomb(25)],
    ["too many words", `{ unit(code: "371003003") { ${"code ".repeat(2000)} } }`],
    ["too many directives", `{ unit(code: "371003003") { ${"code @include(if: true) ".repeat(61)} } }`],
  ];

  for (const who of ["the public", CLERK])
    it.each(CASES)(`%s, by ${who}`, async (_name, query) => {
      const headers = who === CLERK ? bearer(await tokenOf(CLERK)) : {};
      const answer = await post({ query }, headers);
      expect(onlyError(answer).extensions.code).toBe("TOO_COMPLEX");
    });

  it("introspection without an end", async () => {
    const levels = 9;
    const query = `{ __schema { types { ${"fields { type { ".repeat(levels)} name ${"} }".repeat(levels)} } } }`;
    expect(onlyError(await post({ query })).extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("a ring of fragments", async () => {
    const query = `{ unit(code: "371003003") { ...a } } fragment a on Unit { ...b } fragment b on Unit { ...a }`;
    const answer = await post({ query });
    expect(answer.text).not.toMatch(INSIDES);
    expect(answer.body.errors?.map(({ extensions }) => extensions.code)).toContain(
      "GRAPHQL_VALIDATION_FAILED",
    );
  });

  it("brackets without an end", async () => {
    for (const query of [
      "{".repeat(100_000),
      `{ unit(code: ${"[".repeat(1500)}`,
      `{ unit(code: "${"x".repeat(200_000)}") { code } }`,
    ]) {
      const answer = await post({ query });
      expect(answer.text).not.toMatch(INSIDES);
      expect(answer.text.length).toBeLessThan(1000);
    }
  });

  it("guessing by aliases does not count as tries: the account is not locked by it", async () => {
    await post({ query: `mutation { ${aliases(20, SIGN_IN)} }` });
    expect(await tokenOf("officer.371003")).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it("what is large but sensible is served", async () => {
    for (const query of [
      deep(18),
      `{ ${aliases(20, `unit(code: "371003003") { code }`)} }`,
      "{ units(first: 100) { nodes { code name aliases parent { code } ancestors { code } } } }",
      `{ unit(code: "371003003") { reports { cells { value indicator { code label } } } } }`,
    ])
      expect((await post({ query })).body.errors).toBeUndefined();
  });
});

describe("what does not fit the schema", () => {
  const SECRET = "s3cr3t-value";
  it.each([
    ["an unknown field", "{ unitt { code } }", {}, "类型 Query 没有字段 unitt（第 1 行第 3 列）"],
    [
      "an unknown field that is nearly one",
      `{ unit(code: "1") { cod } }`,
      {},
      "类型 Unit 没有字段 cod（第 1 行第 21 列）",
    ],
    [
      "an unknown argument",
      `{ unit(cod: "${SECRET}", code: "1") { code } }`,
      {},
      /^Query\.unit 没有参数 cod（/,
    ],
    ["an unknown type", "{ ... on Unitt { code } }", {}, /^没有类型 Unitt（/],
    ["a literal of the wrong type", `{ unit(code: 123456789) { code } }`, {}, /^须为 String（/],
    [
      "an unknown value of an enum",
      `{ units(kinds: [${SECRET.replaceAll("-", "_")}]) { totalCount } }`,
      {},
      /^须为 UnitKind 的取值之一：[A-Z, ]*SUBDISTRICT/,
    ],
    ["a variable of the wrong type", UNIT, { code: { [SECRET]: SECRET } }, "变量 $code：须为 String"],
    ["a variable left out", UNIT, {}, "缺少变量 $code"],
    ["null for what must be", UNIT, { code: null }, "变量 $code：须为 String!"],
    [
      "a wrong value deep within",
      SAVE,
      { input: { unitCode: "371003003", year: SECRET } },
      "变量 $input.year：须为 Int",
    ],
    [
      "a fraction for an Int",
      SAVE,
      { input: { unitCode: "371003003", year: 2025.5 } },
      "变量 $input.year：须为 Int",
    ],
    [
      "an Int that is none",
      SAVE,
      { input: { unitCode: "371003003", year: 2147483648 } },
      "变量 $input.year：须为 Int",
    ],
    [
      "an unknown field of an input",
      SAVE,
      { input: { unitCode: "371003003", year: 2025, [`x${SECRET.length}`]: SECRET } },
      "变量 $input：SaveReportInput 没有 x12",
    ],
    ["a missing field of an input", SAVE, { input: { year: 2025 } }, "变量 $input：缺少 unitCode"],
    [
      "a wrong date",
      SAVE,
      { input: { unitCode: "371003003", year: 2025, signedOn: SECRET } },
      "变量 $input.signedOn：须为 YYYY-MM-DD 格式的日期",
    ],
    [
      "a wrong decimal",
      SAVE,
      { input: { unitCode: "371003003", year: 2025, cells: [{ code: "a", value: [SECRET] }] } },
      "变量 $input.cells.0.value：须为小数，以字符串或数字表示",
    ],
  ])("%s", async (_name, query, variables, message) => {
    const answer = await post({ query, variables }, bearer(await tokenOf(CLERK)));
    const told = onlyError(answer);
    expect(told.message).toMatch(message);
    expect(["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]).toContain(told.extensions.code);
    expect(answer.text).not.toContain(SECRET);
    expect(answer.text).not.toContain("123456789");
  });

  it("no operation, or one of many that is not named", async () => {
    const two = "query a { rules { code } } query b { rules { code } }";
    expect(onlyError(await post({ query: two })).extensions.code).toBe("OPERATION_RESOLUTION_FAILURE");
    expect(onlyError(await post({ query: two, operationName: "c" })).extensions.code).toBe(
      "OPERATION_RESOLUTION_FAILURE",
    );
    expect(onlyError(await post({ query: "{" })).extensions.code).toBe("GRAPHQL_PARSE_FAILED");
    expect(onlyError(await post({ query: "subscription { rules { code } }" })).message).toBeTruthy();
  });

  it.each([
    ["an argument that is null", "query ($c: String) { unit(code: $c) { code } }", { c: null }],
    ["a page of nothing", "{ units(first: 0) { totalCount } }", {}],
    ["a page before the first", "{ units(first: -1) { totalCount } }", {}],
    ["a page of everything", "{ units(first: 2147483647) { totalCount } }", {}],
  ])("%s", async (_name, query, variables) => {
    const { extensions } = onlyError(await post({ query, variables }));
    expect(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]).toContain(extensions.code);
  });
});

const base64 = (value: object | string): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

describe("tokens that prove nothing", () => {
  const payloadOf = (token: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
  const signedBy = (secret: string, header: object, payload: object): string => {
    const signed = `${base64(header)}.${base64(payload)}`;
    return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
  };

  const forge: Readonly<Record<string, (token: string) => string>> = {
    "signed by somebody else": (token) => signedBy("guess", { alg: "HS256", typ: "JWT" }, payloadOf(token)),
    "signed with the server's own secret, underived": (token) =>
      signedBy("test secret that is long enough for a key", { alg: "HS256", typ: "JWT" }, payloadOf(token)),
    "alg none": (token) => `${base64({ alg: "none", typ: "JWT" })}.${base64(payloadOf(token))}.`,
    "alg none with a signature": (token) =>
      `${base64({ alg: "none", typ: "JWT" })}.${base64(payloadOf(token))}.${token.split(".")[2]}`,
    "alg NONE": (token) => `${base64({ alg: "NONE" })}.${base64(payloadOf(token))}.x`,
    "another algorithm": (token) => signedBy("guess", { alg: "HS512", typ: "JWT" }, payloadOf(token)),
    "another user's name in it": (token) => {
      const [header, , signature] = token.split(".");
      return `${header}.${base64({ ...payloadOf(token), sub: "AAAAAAAAAAAAAAAA" })}.${signature}`;
    },
    "a longer life": (token) => {
      const [header, , signature] = token.split(".");
      return `${header}.${base64({ ...payloadOf(token), exp: 4102444800 })}.${signature}`;
    },
    "a key of the caller's": (token) =>
      signedBy(
        "k",
        { alg: "HS256", jwk: { kty: "oct", k: base64("k") }, kid: "../../dev/null" },
        payloadOf(token),
      ),
    "cut off": (token) => token.slice(0, -2),
    "no token": () => "nonsense",
    empty: () => "",
    SQL: () => "a'.or.1=1",
  };

  it.each(Object.keys(forge))("%s", async (name) => {
    const token = await tokenOf(CLERK);
    const forged = forge[name]?.(token) ?? "";
    for (const query of ["{ viewer { user { login } } }", UNIT]) {
      const answer = await post(
        { query, variables: query === UNIT ? { code: "371003003" } : {} },
        bearer(forged),
      );
      expect(answer.status).toBe(401);
      expect(onlyError(answer)).toEqual({ message: "请先登录", extensions: { code: "UNAUTHENTICATED" } });
    }
  });

  it.each([
    ["Basic", "Basic Y2xlcmsuMzcxMDAzMDAzOmdvbmdrYWktZGVtbw=="],
    ["without a scheme", "clerk.371003003"],
    ["two tokens", "Bearer a.b.c, Bearer d.e.f"],
    ["a very long one", `Bearer ${"a".repeat(4000)}.b.c`],
  ])("%s", async (_name, authorization) => {
    const answer = await post({ query: "{ viewer { user { login } } }" }, { authorization });
    expect([answer.status, onlyError(answer).extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("one that has expired", async () => {
    const token = await tokenOf(CLERK);
    const query = "{ viewer { user { login } } }";
    expect((await post({ query }, bearer(token))).body.data).toEqual({ viewer: { user: { login: CLERK } } });
    app.clock.advance(61 * 60_000);
    try {
      const answer = await post({ query }, bearer(token));
      expect([answer.status, onlyError(answer).extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    } finally {
      app.clock.advance(-61 * 60_000);
    }
  });

  it("one whose session was ended", async () => {
    const token = await tokenOf(CLERK);
    const ended = await post({ query: "mutation { signOut { problems { code } } }" }, bearer(token));
    expect(ended.body.errors).toBeUndefined();
    const answer = await post({ query: "{ viewer { user { login } } }" }, bearer(token));
    expect([answer.status, onlyError(answer).extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });
});

describe("what is told in English, where that is asked for", () => {
  const english = { "accept-language": "en" };
  it.each([
    ["malformed JSON", "{", {}, "The body is not valid JSON: it ends too early"],
    [
      "a wrong type of content",
      "x",
      { "content-type": "text/plain" },
      "The body must be application/json, not compressed",
    ],
    ["no token of ours", { query: "{ rules { code } }" }, { authorization: "Bearer a.b.c" }, "Sign in first"],
    ["over-deep", { query: deep(20) }, {}, "The query is more than 20 fields deep"],
    [
      "two signIns",
      { query: `mutation { ${aliases(2, SIGN_IN)} }` },
      {},
      "signIn may be asked only once in a request",
    ],
    ["an unknown field", { query: "{ nothing }" }, {}, "Type Query has no field nothing (line 1, column 3)"],
    ["a page of -1", { query: "{ units(first: -1) { totalCount } }" }, {}, "first must be from 1 to 100"],
    ["a variable", { query: UNIT, variables: { code: 1.5 } }, {}, "Variable $code: String is expected"],
    ["nobody signed in", { query: "{ users { totalCount } }" }, {}, "Sign in first"],
    [
      "no such unit",
      { query: `{ units(under: "999999") { totalCount } }` },
      {},
      "Not found, or not within your scope",
    ],
  ])("%s", async (_name, payload, headers, message) => {
    expect(
      onlyError(await post(payload, { ...english, ...(headers as Record<string, string>) })).message,
    ).toBe(message);
    const chinese = onlyError(await post(payload, headers)).message;
    expect(chinese).toMatch(/\p{Script=Han}/u);
  });
});

describe("many bad requests at once", () => {
  it("are each refused, and a good one among them is served", async () => {
    const bad = [
      ...Array.from({ length: 10 }, () => post({ query: bomb(18) })),
      ...Array.from({ length: 10 }, () => post("{")),
      ...Array.from({ length: 10 }, () => post({ query: `mutation { ${aliases(100, SIGN_IN)} }` })),
    ];
    const good = await post({ query: UNIT, variables: { code: "371003003" } });
    expect(good.body.data).toEqual({ unit: { code: "371003003" } });
    for (const answer of await Promise.all(bad)) onlyError(answer);
  });
});
