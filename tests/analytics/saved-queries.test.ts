import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIBRARY } from "../../src/library/library.data.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf, newPerson, type Problem } from "../reports/factories.js";

interface Saved {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
  readonly version: number;
  readonly revision: number;
  readonly url: string;
  readonly cost: number | null;
  readonly valid: boolean;
  readonly problems: string[];
}

interface Payload {
  readonly query: Saved | null;
  readonly problems: readonly Problem[];
}

const FIELDS = `id name visibility version revision document variables cost valid problems owner url unit { code }
  versions { nodes { number document variables cost author createdAt } }`;
const SAVE = `mutation ($input: SaveQueryInput!) {
  saveQuery(input: $input) { query { ${FIELDS} } problems { code message path ... on StaleRevision { currentRevision } } }
}`;
const DELETE = `mutation ($input: DeleteQueryInput!) { deleteQuery(input: $input) { deletedId problems { code path } } }`;
const LIST = `query ($under: String, $first: Int, $after: String) {
  savedQueries(under: $under, first: $first, after: $after) { totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } }
}`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on SavedQuery { ${FIELDS} } } }`;

const UNIT = `query ($code: String!) { unit(code: $code) { code name } }`;
const REQUESTS = `query ($code: String!) { unit(code: $code) { requests(subtree: true) { totalCount } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");
const clerk = () => app.as("clerk.371003003");
const foreign = () => app.as("officer.371002");

let number = 0;
const inputOf = (more: object = {}): object => ({
  name: `查询 ${++number}`,
  unitCode: "371003",
  document: UNIT,
  variables: { code: "371003003" },
  ...more,
});

const save = async (client: Client, input: object): Promise<Payload> =>
  fieldOf<Payload>(await client.query(SAVE, { input }));

async function saved(client: Client, more: object = {}): Promise<Saved> {
  const { query, problems } = await save(client, inputOf(more));
  if (!query) throw new Error(JSON.stringify(problems));
  return query;
}

const places = ({ problems }: Payload): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);
const nodeFor = async (client: Client, id: string): Promise<Saved | null> =>
  fieldOf<Saved | null>(await client.query(NODE, { id }));

async function listFor(client: Client, variables: object = {}): Promise<string[]> {
  const { nodes } = fieldOf<{ nodes: Saved[] }>(await client.query(LIST, { first: 100, ...variables }));
  return nodes.map(({ id }) => id);
}

interface Got {
  readonly status: number;
  readonly body: any;
  readonly headers: Record<string, string>;
}

/** Runs a query by its address, as a client of that person would. */
async function get(client: Client, url: string, headers: Record<string, string> = {}): Promise<Got> {
  await client.query("{ __typename }"); // signs in at the first use
  const asked = app.request.get(url).set(headers);
  if (client.token) void asked.set("authorization", `Bearer ${client.token}`);
  const { status, body, headers: got } = await asked;
  return { status, body, headers: got };
}

describe("saving", () => {
  it("keeps a query under a name, with its price", async () => {
    expect(await saved(officer(), { name: "环山街道" })).toMatchObject({
      name: "环山街道",
      visibility: "PRIVATE",
      version: 1,
      revision: 1,
      document: UNIT,
      variables: { code: "371003003" },
      cost: 3,
      valid: true,
      problems: [],
      owner: true,
      unit: { code: "371003" },
      versions: { nodes: [{ number: 1, document: UNIT, variables: { code: "371003003" }, cost: 3 }] },
    });
  });

  it("makes a new version of changed content, none of a new name or visibility", async () => {
    const { id, revision } = await saved(officer());
    const renamed = await save(officer(), {
      ...{ queryId: id, name: "改名", document: UNIT, visibility: "UNIT", expectedRevision: revision },
    });
    expect(renamed).toMatchObject({
      query: { name: "改名", visibility: "UNIT", version: 1, revision: 2, variables: { code: "371003003" } },
      problems: [],
    });
    const changed = await save(officer(), {
      ...{ queryId: id, name: "改名", document: `{ unit(code: "371003") { name } }`, variables: {} },
      expectedRevision: 2,
    });
    expect(changed.query).toMatchObject({ version: 2, revision: 3, visibility: "UNIT" });
    expect(fieldOf<any>(await officer().query(NODE, { id })).versions.nodes).toMatchObject([
      { number: 2, variables: {} },
      { number: 1, document: UNIT },
    ]);
  });

  it.each<[string, object, string, RegExp]>([
    ["a syntax error", { document: "{ unit(" }, "document", /语法错误（第 1 行第 8 列）/],
    [
      "a field that is not there",
      { document: '{ unit(code: "1") { nope } }' },
      "document",
      /类型 Unit 没有字段 nope（第 1 行第 21 列）/,
    ],
    ["a mutation", { document: "mutation { signOut { problems { code } } }" }, "document", /只能是查询/],
    [
      "two operations",
      { document: "query a { __typename } query b { __typename }" },
      "document",
      /恰有一个操作/,
    ],
    ["nothing", { document: "" }, "document", /语法错误/],
    ["only a fragment", { document: "fragment f on Query { __typename }" }, "document", /恰有一个操作/],
    [
      "too many aliases",
      { document: `{ ${Array.from({ length: 61 }, (_, i) => `a${i}: __typename`).join(" ")} }` },
      "document",
      /超过/,
    ],
    ["too many tokens", { document: `{ ${"__typename ".repeat(2001)} }` }, "document", /词元/],
    [
      "a price beyond the caller's",
      {
        document: `query ($code: String!) { unit(code: $code) { children { nodes { children { nodes { children { nodes { children { nodes { name } } } } } } } } } }`,
      },
      "document",
      /费用为 \d+，您每次请求的上限为 200000/,
    ],
    ["a control character", { document: "{ __typename } #\u0007" }, "document", /控制字符/],
    ["a string", { variables: "{code:1}" }, "variables", /JSON 对象/],
    ["an array", { variables: [] }, "variables", /JSON 对象/],
    [
      "a variable of the wrong type",
      { variables: { code: 371003 } },
      "variables",
      /变量 \$code：须为 String/,
    ],
    ["a variable that is missing", { variables: {} }, "variables", /缺少变量 \$code/],
    ["a variable too many", { variables: { code: "371003", kode: 1 } }, "variables", /已声明：\$code/],
    ["no name", { name: "" }, "name", /1 至 120/],
    ["a name of a broken character", { name: "一\ud800" }, "name", /残缺/],
    ["no unit", { unitCode: null }, "unitCode", /所属单位/],
  ])("refuses %s", async (_what, more, place, message) => {
    const before = await listFor(officer());
    const payload = await save(officer(), inputOf(more));
    expect(places(payload)).toEqual([`INVALID_INPUT input.${place}`]);
    expect(payload.problems[0]?.message).toMatch(message);
    expect(await listFor(officer())).toEqual(before);
  });

  it("tells all that is wrong at once", async () => {
    const payload = await save(officer(), inputOf({ name: "", document: "{ nope also }" }));
    expect(places(payload)).toEqual([
      "INVALID_INPUT input.name",
      "INVALID_INPUT input.document",
      "INVALID_INPUT input.document",
    ]);
  });

  it("answers a stale revision, another unit, and a key sent twice", async () => {
    const { id } = await saved(officer());
    const input = { queryId: id, name: "又一次", document: UNIT, expectedRevision: 1 };
    const stale = await save(officer(), { ...input, expectedRevision: 7 });
    expect(stale.problems).toMatchObject([{ code: "STALE_REVISION", currentRevision: 1 }]);
    expect(places(await save(officer(), { ...input, expectedRevision: null }))).toEqual([
      "ALREADY_EXISTS input.expectedRevision",
    ]);
    expect(places(await save(officer(), { ...input, unitCode: "371003003" }))).toEqual([
      "INVALID_INPUT input.unitCode",
    ]);
    const key = { idempotencyKey: "save-once" };
    const [first, second] = [
      await save(officer(), inputOf({ name: "一", ...key })),
      await save(officer(), inputOf({ name: "一", ...key })),
    ];
    expect(second.query?.id).toBe(first.query?.id);
    expect((await nodeFor(officer(), id))?.revision).toBe(1);
  });

  it("is refused where the caller has no role, or one that saves nothing", async () => {
    expect(faults(await foreign().query(SAVE, { input: inputOf() }))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.as("admin.371003").query(SAVE, { input: inputOf() }))).toEqual(["FORBIDDEN"]);
    expect(faults(await app.anonymous.query(SAVE, { input: inputOf() }))).toEqual(["UNAUTHENTICATED"]);
    expect((await saved(app.as("analyst.371003"))).revision).toBe(1);
  });
});

describe("who sees it", () => {
  const people = () => ({
    "its owner": officer(),
    "the unit's analyst": app.as("analyst.371003"),
    "a clerk below": clerk(),
    "its administrator": app.as("admin.371003"),
    "another district": foreign(),
    "the public": app.anonymous,
  });

  it.each([
    ["PRIVATE", ["its owner"]],
    ["UNIT", ["its owner", "the unit's analyst"]],
    ["SUBTREE", ["its owner", "the unit's analyst", "a clerk below"]],
  ])("%s", async (visibility, expected) => {
    const { id, url } = await saved(officer(), { visibility });
    const seen: Record<string, string[]> = { node: [], list: [], run: [], file: [] };
    for (const [who, client] of Object.entries(people())) {
      if (await nodeFor(client, id)) seen.node?.push(who);
      if (client !== app.anonymous && (await listFor(client)).includes(id)) seen.list?.push(who);
      if ((await get(client, url)).status === 200) seen.run?.push(who);
      // It is no table, which only those are told who see it.
      if ((await get(client, `${url}.csv`)).status === 400) seen.file?.push(who);
    }
    expect(seen).toEqual({ node: expected, list: expected, run: expected, file: expected });
  });

  it("a unit's own is seen by those who oversee it, unless it is private, and by no neighbour", async () => {
    const shared = await saved(clerk(), { unitCode: "371003003", visibility: "UNIT" });
    const own = await saved(clerk(), { unitCode: "371003003" });
    expect([await nodeFor(officer(), shared.id), await nodeFor(officer(), own.id)]).toMatchObject([
      { id: shared.id, owner: false },
      null,
    ]);
    expect(await nodeFor(app.as("clerk.371003104"), shared.id)).toBeNull();
    expect(await listFor(officer(), { under: "371003003" })).toEqual([shared.id]);
  });

  it("what cannot be seen answers as what never was", async () => {
    const { id, url } = await saved(officer());
    const strange = Buffer.from("SavedQuery:AAAAAAAAAAAAAAAA").toString("base64url");
    const [hidden, never, malformed] = await Promise.all(
      [url, `/queries/${strange}`, "/queries/nonsense"].map((one) => get(foreign(), one)),
    );
    expect([hidden?.status, hidden?.body]).toEqual([404, never?.body]);
    expect([malformed?.status, malformed?.body]).toEqual([404, never?.body]);
    for (const file of [".csv", ".xlsx", "?version=1"])
      expect(await get(foreign(), url + file)).toMatchObject({ status: 404, body: never?.body as object });
    const input = { queryId: id, name: "别人的", document: UNIT, expectedRevision: 1 };
    expect(faults(await foreign().query(SAVE, { input }))).toEqual(["NOT_FOUND"]);
    expect(faults(await foreign().query(DELETE, { input: { queryId: id, expectedRevision: 1 } }))).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("only its owner changes it; an officer clears away what is shared below", async () => {
    const { id } = await saved(clerk(), { unitCode: "371003003", visibility: "UNIT" });
    const input = { queryId: id, name: "别人的", document: UNIT, expectedRevision: 1 };
    expect(faults(await officer().query(SAVE, { input }))).toEqual(["FORBIDDEN"]);
    expect(
      faults(await app.as("analyst.371003").query(DELETE, { input: { queryId: id, expectedRevision: 1 } })),
    ).toEqual(["FORBIDDEN"]);
    expect((await nodeFor(clerk(), id))?.name).not.toBe("别人的");
    expect(fieldOf(await officer().query(DELETE, { input: { queryId: id, expectedRevision: 1 } }))).toEqual({
      deletedId: id,
      problems: [],
    });
    expect(await nodeFor(clerk(), id)).toBeNull();
  });

  it("a new version and a deletion at the same time leave the query or nothing", async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await saved(clerk(), { unitCode: "371003003" });
      const input = { queryId: id, name: "同时", document: REQUESTS, expectedRevision: 1 };
      const answers = await Promise.all([
        clerk().query(SAVE, { input }),
        clerk().query(DELETE, { input: { queryId: id, expectedRevision: 1 } }),
      ]);
      expect(["", "NOT_FOUND"]).toContain(answers.flatMap(faults).join());
      const { deletedId } = fieldOf<{ deletedId: string | null }>(answers[1]);
      expect((await nodeFor(clerk(), id))?.version).toBe(deletedId === null ? 2 : undefined);
    }
  });

  it("who loses the last role at the unit loses what was saved there", async () => {
    const analyst = await newPerson(app, "371003", "ANALYST");
    const { id } = await saved(analyst);
    expect(await nodeFor(analyst, id)).not.toBeNull();
    const { user } = fieldOf<{ user: { id: string } }>(await analyst.query("{ viewer { user { id } } }"));
    const revoke = `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { problems { code } } }`;
    const input = { userId: user.id, unitCode: "371003", role: "ANALYST" };
    expect(fieldOf(await app.as("admin.371003").query(revoke, { input }))).toEqual({ problems: [] });
    expect(await nodeFor(analyst, id)).toBeNull();
  });
});

it("pages, the newest first, in as many statements for one as for many", async () => {
  const made = [
    await saved(clerk(), { unitCode: "371003003" }),
    await saved(clerk(), { unitCode: "371003003" }),
    await saved(clerk(), { unitCode: "371003003" }),
  ];
  const all = await listFor(clerk(), { under: "371003003" });
  expect(all).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
  const pages: string[] = [];
  let after: string | null = null;
  do {
    const page: any = fieldOf(await clerk().query(LIST, { under: "371003003", first: 2, after }));
    expect(page.totalCount).toBe(all.length);
    pages.push(...page.nodes.map(({ id }: Saved) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(pages).toEqual(all);
  const counted = async (first: number): Promise<number> => {
    app.statements();
    await clerk().query(LIST, { under: "371003003", first });
    return app.statements().length;
  };
  expect(await counted(1)).toBe(await counted(3));
  expect(faults(await clerk().query(LIST, { after: "bm9uZQ" }))).toEqual(["BAD_USER_INPUT"]);
  expect(faults(await clerk().query(LIST, { under: "999" }))).toEqual(["NOT_FOUND"]);
  expect(faults(await app.anonymous.query(LIST))).toEqual(["UNAUTHENTICATED"]);
});

describe("running", () => {
  it("answers as /graphql would, to nobody's cache", async () => {
    const { url } = await saved(officer());
    const { status, body, headers } = await get(officer(), url);
    expect([status, body.data]).toEqual([
      200,
      { unit: { code: "371003003", name: "威海市文登区环山街道办事处" } },
    ]);
    expect(body.extensions.cost.price).toBe(3);
    expect(headers).toMatchObject({
      "cache-control": "private, no-store",
      vary: "authorization, accept-language",
    });
    expect(headers.etag).toBeUndefined();
  });

  it("has the rights of who runs it, never of who saved it", async () => {
    const { url } = await saved(officer(), {
      document: REQUESTS,
      variables: { code: "371003" },
      visibility: "SUBTREE",
    });
    const whole = await get(officer(), url);
    expect(whole.body.data.unit.requests.totalCount).toBeGreaterThan(0);
    const below = await get(clerk(), url);
    expect(below.body.data).toEqual({ unit: { requests: null } });
    expect(below.body.errors).toMatchObject([
      { path: ["unit", "requests"], extensions: { code: "NOT_FOUND" } },
    ]);
    const own = await get(clerk(), `${url}?var.code=${encodeURIComponent('"371003003"')}`);
    expect(own.body.errors).toBeUndefined();
    expect(own.body.data.unit.requests.totalCount).toBeLessThan(whole.body.data.unit.requests.totalCount);
  });

  it("takes an earlier version, and other variables", async () => {
    const { id, url } = await saved(officer());
    await save(officer(), {
      ...{ queryId: id, expectedRevision: 1 },
      name: "第二版",
      document: `{ unit(code: "371003") { code } }`,
      variables: {},
    });
    expect((await get(officer(), url)).body.data).toEqual({ unit: { code: "371003" } });
    expect((await get(officer(), `${url}?version=1`)).body.data.unit.code).toBe("371003003");
    const other = await get(officer(), `${url}?version=1&var.code=%22371003104%22`);
    expect(other.body.data.unit.code).toBe("371003104");
    expect((await get(officer(), `${url}?version=3`)).status).toBe(404);
  });

  it.each([
    ["a variable that the query lacks", "?var.nope=1", ["nope"]],
    ["a name that no variable may have", "?var.__proto__=1", ["var.__proto__"]],
    ["a version that is none", "?version=x", ["version"]],
    ["a slip in a parameter", "?verison=1", ["verison"]],
  ])("refuses %s, and says where", async (_what, search, argument) => {
    const { url } = await saved(officer());
    const { status, body } = await get(officer(), url + search);
    expect([status, body.errors]).toMatchObject([
      400,
      [{ extensions: { code: "BAD_USER_INPUT", argument } }],
    ]);
  });

  it("a query that the schema has outgrown says so, and where", async () => {
    const { id, url } = await saved(officer());
    await outgrow(id);
    expect(await nodeFor(officer(), id)).toMatchObject({
      valid: false,
      cost: null,
      problems: ["类型 Unit 没有字段 mayor（第 2 行第 33 列）"],
    });
    for (const file of ["", ".csv", ".xlsx"]) {
      const { status, body } = await get(officer(), url + file);
      expect([status, body.errors]).toEqual([
        422,
        [
          {
            message: "这个查询已不符合现行接口：类型 Unit 没有字段 mayor（第 2 行第 33 列）",
            extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
          },
        ],
      ]);
    }
  });

  it("a token that is refused is refused here, too; nothing but GET is answered", async () => {
    const { url } = await saved(officer());
    const { status, body } = await app.request.get(url).set("authorization", "Bearer forged");
    expect([status, body.errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect((await app.request.post(url).send({})).status).toBe(404);
  });
});

/** As if a later release had dropped a field that version 1 asks for. */
async function outgrow(id: string): Promise<void> {
  const { TenantScope } = await import("../../src/kernel/tenant-scope.js");
  const { SAVED_QUERY_VERSIONS } = await import("../../src/library/api.js");
  const queryId = Buffer.from(id, "base64url").toString().split(":")[1] ?? "";
  const changed = await app.app.database.write(TenantScope.system("test"), (session) =>
    session
      .rows(SAVED_QUERY_VERSIONS)
      .update(
        { queryId },
        { document: "query ($code: String!) {\n  unit(code: $code) { code name mayor }\n}" },
      ),
  );
  expect(changed).toBe(1);
}

describe("the library", () => {
  const LIBRARY_LIST = "{ libraryQueries { slug name description document variables cost url } }";
  interface Entry {
    readonly slug: string;
    readonly url: string;
    readonly cost: number | null;
  }
  const shown = async (client: Client): Promise<Entry[]> =>
    fieldOf<Entry[]>(await client.query(LIBRARY_LIST));

  it("has a dozen, with permanent names", () => {
    const slugs = LIBRARY.map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThanOrEqual(12);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,60}$/);
  });

  it.each(LIBRARY.map(({ slug }) => slug))("%s fits the schema and runs for an officer", async (slug) => {
    const entry = (await shown(officer())).find((one) => one.slug === slug);
    expect(entry?.cost).toBeGreaterThan(0);
    const { status, body } = await get(officer(), entry?.url ?? "");
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
  });

  it("shows everybody what they may run", async () => {
    const open = LIBRARY.filter(({ permission }) => permission === null).map(({ slug }) => slug);
    const slugs = async (client: Client) => (await shown(client)).map(({ slug }) => slug);
    expect(await slugs(app.anonymous)).toEqual(open);
    expect(await slugs(app.as("admin.371003"))).toEqual(open);
    expect(await slugs(clerk())).toEqual(LIBRARY.map(({ slug }) => slug));
    const [hidden, never] = await Promise.all(
      ["overdue", "nonsense"].map((slug) => get(app.anonymous, `/queries/library.${slug}`)),
    );
    expect([hidden?.status, hidden?.body]).toEqual([404, never?.body]);
  });

  it("gives the public what shared caches may keep, until it changes", async () => {
    const url = "/queries/library.filing-board?var.year=2023&var.under=%22371003%22";
    const first = await get(app.anonymous, url);
    expect([first.status, Object.keys(first.body as object)]).toEqual([200, ["data"]]);
    expect(first.headers["cache-control"]).toBe("public, no-cache");
    const tag = { "if-none-match": first.headers.etag ?? "" };
    app.clock.advance(60_000);
    expect(await get(app.anonymous, url, tag)).toMatchObject({ status: 304, body: {} });
    const other = await get(app.anonymous, url.replace("2023", "2022"), tag);
    expect(other.status).toBe(200);
    // What an officer sees besides is never answered by that tag, nor kept.
    const seen = await get(officer(), url, tag);
    expect([seen.status, seen.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(seen.body.data).not.toEqual(first.body.data);
  });

  it("asks the public to name a unit", async () => {
    const { status, body } = await get(app.anonymous, "/queries/library.filing-board");
    expect([status, body.errors]).toMatchObject([400, [{ message: "缺少变量 $under" }]]);
  });
});
