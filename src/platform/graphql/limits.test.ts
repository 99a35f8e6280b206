import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, TOY_ALLOWANCE, toyApp, type ToyApp } from "../http/toy-app.fixture.js";

let toy: ToyApp;
beforeAll(async () => {
  toy = await toyApp({ compile: { afterUses: 1 } });
});
afterAll(() => toy.app.close());

const withLimit = (request: number) => toyApp({ allowanceOf: () => ({ ...TOY_ALLOWANCE, request }) });
const repeat = (times: number, of: (i: number) => string) =>
  Array.from({ length: times }, (_, i) => of(i)).join(" ");
const nested = (depth: number) =>
  `{ tree { ${"parent { ".repeat(depth - 2)} name ${"}".repeat(depth - 2)} } }`;
const bomb = (levels: number) =>
  `{ tree { ...F0 } } ${repeat(levels, (i) => `fragment F${i} on Tree { a: parent { ...F${i + 1} } b: parent { ...F${i + 1} } }`)}
  fragment F${levels} on Tree { name }`;
const flatBomb = `{ tree { ...F0 } } ${repeat(22, (i) => `fragment F${i} on Tree { ...F${i + 1} ...F${i + 1} }`)}
  fragment F22 on Tree { name }`;

async function refused(query: string, variables?: Record<string, unknown>) {
  const started = performance.now();
  const { status, body } = await ask(toy, query, variables);
  expect(performance.now() - started).toBeLessThan(1000);
  expect([status, body.data, body.errors?.length]).toEqual([400, undefined, 1]);
  return body.errors?.[0];
}

describe("TOO_COMPLEX, at once", () => {
  it.each([
    ["too deep", nested(21), "The query is more than 20 fields deep", { limit: 20 }],
    [
      "too deep by fragments",
      `{ tree { ...A } } fragment A on Tree { ${"parent { ".repeat(10)} ...B ${"}".repeat(10)} }
        fragment B on Tree { ${"parent { ".repeat(10)} name ${"}".repeat(10)} }`,
      "The query is more than 20 fields deep",
      { limit: 20 },
    ],
    [
      "too wide",
      `{ ${repeat(21, (i) => `r${i}: hello`)} }`,
      "The query has more than 20 root fields",
      { limit: 20 },
    ],
    [
      "too wide by fragments",
      `{ ${repeat(6, (i) => `...A${i}`)} } ${repeat(6, (i) => `fragment A${i} on Query { ${repeat(4, (j) => `r${i}${j}: hello`)} }`)}`,
      "The query has more than 20 root fields",
      { limit: 20 },
    ],
    [
      "61 aliases",
      `{ tree { ${repeat(61, (i) => `a${i}: name`)} } }`,
      "The query has more than 60 aliases",
      { limit: 60 },
    ],
    ["2000 aliases", `{ ${repeat(2000, (i) => `a${i}: hello`)} }`, "The query has more than 2000 tokens", {}],
    [
      "61 directives",
      `{ tree { ${repeat(61, () => "name @skip(if: false)")} } }`,
      "The query has more than 60 directives",
      { limit: 60 },
    ],
    ["a fragment bomb", bomb(22), expect.stringMatching(/^With its fragments spread/), {}],
    ["a flat fragment bomb", flatBomb, expect.stringMatching(/^With its fragments spread/), {}],
    [
      "two sign-ins by alias",
      'mutation { a: signIn(login: "a") b: signIn(login: "b") }',
      "signIn may be asked only once in a request",
      { limit: 1, field: "signIn" },
    ],
    [
      "two sign-ins by fragments",
      'mutation { ...S ...T } fragment S on Mutation { signIn(login: "a") } fragment T on Mutation { x: signIn(login: "b") ... on Mutation { y: signIn(login: "c") } }',
      "signIn may be asked only once in a request",
      { limit: 1, field: "signIn" },
    ],
    [
      "two sign-ins in two operations",
      'mutation A { signIn(login: "a") } mutation B { signIn(login: "b") }',
      "signIn may be asked only once in a request",
      { limit: 1, field: "signIn" },
    ],
  ])("%s", async (_name, query, message, details) => {
    const error = await refused(query);
    expect([error?.message, error?.extensions]).toEqual([message, { code: "TOO_COMPLEX", ...details }]);
  });

  it("one deep enough, wide enough passes", async () => {
    expect((await ask(toy, nested(20))).status).toBe(200);
    expect((await ask(toy, `{ ${repeat(20, (i) => `r${i}: hello`)} }`)).body.errors).toBeUndefined();
    expect((await ask(toy, 'mutation { signIn(login: "a") }')).body.data).toEqual({ signIn: "token of a" });
  });
});

it("a ring of fragments is no valid query", async () => {
  const ring =
    "{ tree { ...A } } fragment A on Tree { parent { ...B } } fragment B on Tree { parent { ...A } }";
  const error = await refused(ring);
  expect(error?.message).toMatch(/^Fragment A contains itself/);
});

describe("the price", () => {
  const DEEP = "{ leaves { tree { leaves { tree { leaves { name } } } } } }";

  it("multiplies nested lists, and names what costs most", async () => {
    const error = await refused(`query($n: Int) { hello costly: trees(first: $n) { nodes ${DEEP} } }`, {
      n: 100,
    });
    // 1 + (1 + 100 * (1 + 50 * (1 + 1 + 50 * (1 + 1 + 50 * 1)))), and 1 for hello
    const price = 1 + 1 + (1 + 100 * (1 + 50 * (1 + (1 + 50 * (1 + (1 + 50))))));
    expect(error?.extensions).toEqual({ code: "TOO_COMPLEX", price, limit: 200_000, field: "costly" });
    expect(error?.message).toContain(`would cost ${price}, most of it in costly`);
  });

  const prices: [query: string, variables: Record<string, unknown>, price: number][] = [
    ["{ hello }", {}, 1],
    ["{ trees(first: 3) { nodes { name colour } totalCount } }", {}, 1 + 1 + 3 * 2 + 1],
    ["{ trees { edges { cursor node { name } } } }", {}, 1 + 1 + 50 * 3],
    ["query($n: Int = 4) { trees(first: $n) { nodes { name } } }", {}, 1 + 1 + 4],
    ["query($n: Int = 4) { trees(first: $n) { nodes { name } } }", { n: 9 }, 1 + 1 + 9],
    ["query($n: Int) { trees(first: $n) { nodes { name } } }", { n: null }, 1 + 1 + 50],
    ["{ trees(first: 2147483647) { nodes { name } } }", {}, 1 + 1 + 100],
    ['{ tree { list(codes: ["a", "b", "c"]) { name } } }', {}, 1 + 1 + 3],
    ["query($c: [String!]) { tree { list(codes: $c) { name } } }", { c: ["a"] }, 1 + 1 + 1],
    ["{ tree { list(codes: []) { name } } }", {}, 1 + 1 + 50],
    ["{ tree { list(colours: [RED]) { name } } }", {}, 1 + 1 + 50],
    [
      "{ trees(first: 2) { ...C } } fragment C on TreeConnection { nodes { ...T } } fragment T on Tree { name }",
      {},
      4,
    ],
  ];
  it.each(prices)("of %s %j is %3$i", async (query, variables, price) => {
    const strict = await withLimit(price - 1);
    const exact = await withLimit(price);
    const codes = (await ask(strict, query, variables)).body.errors?.map((e) => [
      e.extensions.code,
      e.extensions.price,
    ]);
    expect(codes).toEqual([["TOO_COMPLEX", price]]);
    const passed = (await ask(exact, query, variables)).body.errors?.map((e) => e.extensions.code) ?? [];
    expect(passed).not.toContain("TOO_COMPLEX");
    await Promise.all([strict.app.close(), exact.app.close()]);
  });
});

it("GraphiQL's introspection passes", async () => {
  const { getIntrospectionQuery } = await import("graphql");
  const { status, body } = await ask(toy, getIntrospectionQuery({ inputValueDeprecation: true }));
  expect([status, body.errors]).toEqual([200, undefined]);
});

it("introspection is priced by the size of the schema", async () => {
  const query = (times: number) =>
    `{ __schema { ${repeat(times, (i) => `a${i}: types { name fields { name } }`)} } }`;
  const strict = await withLimit(1000);
  expect((await ask(strict, query(1))).body.errors).toBeUndefined();
  expect((await ask(strict, query(20))).body.errors?.[0]?.extensions).toMatchObject({
    code: "TOO_COMPLEX",
    field: "__schema",
  });
  await strict.app.close();
});

it("one field 1900 times over is refused before it takes long", async () => {
  const error = await refused(`{ tree { ${repeat(1900, () => "name")} } }`);
  expect(error).toEqual({
    message: "The query selects the same fields too many times",
    extensions: { code: "TOO_COMPLEX" },
  });
});
