import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, toyApp, type Answer, type ToyApp } from "../http/toy-app.fixture.js";

let compiled: ToyApp;
let plain: ToyApp;

beforeAll(async () => {
  compiled = await toyApp({ compile: { afterUses: 1 } });
  plain = await toyApp({ compile: false });
});
afterAll(() => Promise.all([compiled.app.close(), plain.app.close()]));

/** The remaining budget depends on earlier queries. */
const withoutId = ({ status, text }: Answer) => ({
  status,
  text: text.replace(/[0-9a-f-]{36}/g, "<id>").replace(/"left":\d+/, '"left":0'),
});

const VARIED = `query($p: PointInput, $i: ID, $a: Decimal, $c: [Colour!] = [BLUE], $f: Boolean = true, $n: Float, $at: DateTime)
  { echo(point: $p, id: $i, amount: $a, colours: $c, flag: $f, f: $n, at: $at) }`;

const CASES: [query: string, variables?: Record<string, unknown>][] = [
  ["{ hello }"],
  ['{ hello(name: "a\\"b\\u2028", times: 2) }'],
  ["query($n: String) { hello(name: $n) }"],
  ["query($n: String) { hello(name: $n) }", { n: null }],
  ["query($n: String) { hello(name: $n) }", { n: "x'`${y}" }],
  ["query($t: Int! = 3) { hello(times: $t) }"],
  ["query($t: Int! = 3) { hello(times: $t) }", { t: 2 }],
  ["query($t: Int! = 3) { hello(times: $t) }", { t: null }],
  ["query($t: Int) { hello(times: $t) }", { t: null }],
  ["query($t: Int) { hello(times: $t) }"],
  ["query($t: Int = 2) { hello(times: $t) }"],
  [VARIED],
  [VARIED, { p: { x: 1 } }],
  [VARIED, { p: { x: 1, y: null, colour: "BLUE", tags: "one", next: { x: 2, amount: 1.5 } } }],
  [VARIED, { p: null, i: 5, a: 0.1, c: "RED", f: false, n: 1, at: "2024-01-01T00:00:00+08:00" }],
  [VARIED, { p: { x: 1, amount: "1.50", on: "2024-02-29" } }],
  [VARIED, { p: { x: "1" } }],
  [VARIED, { p: { x: 1, on: "2024-02-30" } }],
  [VARIED, { p: { x: 1, bogus: true } }],
  [VARIED, { p: {} }],
  [VARIED, { p: [] }],
  [VARIED, { c: ["GREEN"] }],
  [VARIED, { c: [null] }],
  [VARIED, { i: 1.5 }],
  [VARIED, { i: true }],
  [VARIED, { a: true }],
  [VARIED, { n: "1" }],
  [VARIED, { f: "true" }],
  ['query($x: Int! = 4) { echo(point: { x: $x, tags: ["a"], next: { x: 1, colour: BLUE } }) }'],
  ["query($y: Int) { echo(point: { x: 1, y: $y }) }"],
  ["query($c: Colour!) { echo(colours: [RED, $c]) }", { c: "BLUE" }],
  ["{ echo(amount: 1.50, id: 12, colours: RED, f: 1, point: null) }"],
  ["{ tree { __typename name colour leaves { name must on } parent { name later parent { name } } } }"],
  [
    '{ a: tree { ...T } b: tree { ...T list(codes: ["p", "q"]) { name } } } fragment T on Tree { name x: colour }',
  ],
  ["{ trees(first: 2) { nodes { name } edges { cursor node { later } } totalCount } now }"],
  ["{ trees(first: 101) { totalCount } hello }"],
  ["{ tree { name list { name must } } }"],
  ["{ tree { later mustFail } }"],
  ["{ tree { wrong name } }"],
  ["{ forest { name later } }"],
  ["{ named { name ... on Leaf { must } ... on Tree { later } } }"],
  ["{ fail }"],
  ['{ fail(how: "fault") hello }'],
  ['{ fail(how: "argument") }'],
  ['{ fail(how: "foreign") }'],
  ['{ fail(how: "unavailable") }'],
  ["{ failHard hello }"],
  [
    "query($s: Boolean!) { tree { ...N @skip(if: $s) ...N } hello @include(if: $s) } fragment N on Tree { name }",
    { s: true },
  ],
  ["query($s: Boolean!) { tree { name @skip(if: $s) colour @include(if: $s) } }", { s: false }],
  ['{ __typename __type(name: "Tree") { name } }'],
];

describe("a compiled query answers to the byte what graphql-js answers", () => {
  it.each(CASES)("%s %j", async (query, variables) => {
    const expected = await ask(plain, query, variables);
    expect(withoutId(await ask(compiled, query, variables))).toEqual(withoutId(expected));
    expect(withoutId(await ask(compiled, query, variables))).toEqual(withoutId(expected));
    expect(expected.text).not.toContain("SELECT");
  });
});

it("runs the operation that operationName names", async () => {
  const query = "query A { hello } query B { tree { name } }";
  for (const name of ["A", "B", "A"])
    expect(await ask(compiled, query, {}, {}, name).then((a) => Object.keys(a.body.data ?? {}))).toEqual([
      name === "A" ? "hello" : "tree",
    ]);
});

it("compiles a document when it comes back, not the first time", async () => {
  const app = await toyApp();
  for (let i = 0; i < 4; i += 1)
    expect((await ask(app, "{ hello }")).body.data).toEqual({ hello: "你好，世界" });
  await app.app.close();
});

it("keeps a bounded number of documents", async () => {
  const app = await toyApp({ compile: { afterUses: 1, cacheSize: 2 } });
  for (let round = 0; round < 2; round += 1)
    for (let i = 0; i < 5; i += 1)
      expect((await ask(app, `{ a${i}: hello }`)).body.data).toEqual({ [`a${i}`]: "你好，世界" });
  await app.app.close();
});

it("masks what a resolver throws, with a request id that the log has, and without the statement's parameters", async () => {
  for (const app of [compiled, plain]) {
    const { body, text, headers } = await ask(app, "{ fail }");
    const [error] = body.errors ?? [];
    expect(error?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", requestId: headers["x-request-id"] });
    expect(error?.path).toEqual(["fail"]);
    expect(text).not.toMatch(/SELECT|secret|stack/);
    const line = app.logged.find(
      (l) => l.requestId === headers["x-request-id"] && l.msg === "request failed",
    );
    expect(line).toMatchObject({ err: { message: "SELECT secret FROM users", code: "ER_BAD" } });
    expect(JSON.stringify(app.logged)).not.toContain("p4ssw0rd");
  }
});
