import { buildSchema, GraphQLError } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, toyApp, type ToyApp } from "../http/toy-app.fixture.js";
import { notFound } from "../../kernel/fault.js";
import { formatError } from "./errors.js";

let toy: ToyApp;
beforeAll(async () => {
  toy = await toyApp();
});
afterAll(() => toy.app.close());

describe("a fault of the caller", () => {
  it("keeps its code and its words, in the caller's language", async () => {
    const { data, errors } = (await ask(toy, '{ fail(how: "fault") }')).body;
    expect({ data, errors }).toEqual({
      data: { fail: null },
      errors: [
        {
          message: "Not found, or not within your scope",
          locations: [{ line: 1, column: 3 }],
          path: ["fail"],
          extensions: { code: "NOT_FOUND" },
        },
      ],
    });
    const chinese = await ask(toy, '{ fail(how: "fault") }', {}, { "accept-language": "fr" });
    expect(chinese.body.errors?.[0]?.message).toBe("没有找到，或不在您的权限范围内");
  });

  it("names the argument", async () => {
    const { body } = await ask(toy, '{ fail(how: "argument") }');
    expect(body.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", argument: ["input", "first"] });
  });

  it("a first out of range", async () => {
    for (const first of [-1, 0, 101, 2147483647]) {
      const { body } = await ask(toy, `{ trees(first: ${first}) { totalCount } }`);
      expect(body.errors).toMatchObject([
        {
          message: "first must be from 1 to 100",
          extensions: { code: "BAD_USER_INPUT", argument: ["first"] },
        },
      ]);
    }
  });
});

describe("GraphQL's own complaints: the place, and no value, no guess", () => {
  const refusals: [query: string, variables: Record<string, unknown>, code: string, message: string][] = [
    [
      "{ hello",
      {},
      "GRAPHQL_PARSE_FAILED",
      "Syntax error (line 1, column 8): The document ends here: a } may be missing",
    ],
    [
      "{ s3cret^ }",
      {},
      "GRAPHQL_PARSE_FAILED",
      "Syntax error (line 1, column 9): The character U+005E is not allowed here",
    ],
    ["{ helo }", {}, "GRAPHQL_VALIDATION_FAILED", "Type Query has no field helo (line 1, column 3)"],
    [
      '{ hello(nam: "s3cret") }',
      {},
      "GRAPHQL_VALIDATION_FAILED",
      "Query.hello has no argument nam (line 1, column 9)",
    ],
    ['{ hello(times: "s3cret") }', {}, "GRAPHQL_VALIDATION_FAILED", "Int is expected (line 1, column 16)"],
    [
      "{ echo(colours: S3CRET) }",
      {},
      "GRAPHQL_VALIDATION_FAILED",
      "One of Colour is expected: RED, BLUE (line 1, column 17)",
    ],
    [
      "{ echo(point: { x: 1, s3cret: 2 }) }",
      {},
      "GRAPHQL_VALIDATION_FAILED",
      "PointInput has no s3cret (line 1, column 23)",
    ],
    ["{ echo(point: { y: 2 }) }", {}, "GRAPHQL_VALIDATION_FAILED", "x is missing (line 1, column 15)"],
    ['{ echo(point: { x: 1, on: "s3cret" }) }', {}, "BAD_USER_INPUT", "A date is expected, as YYYY-MM-DD"],
    ["{ echo(amount: true) }", {}, "BAD_USER_INPUT", "A decimal number is expected, as a string or a number"],
    [
      "{ tree }",
      {},
      "GRAPHQL_VALIDATION_FAILED",
      "Field tree needs a selection of subfields (line 1, column 3)",
    ],
    [
      "{ hello(times: $t) }",
      {},
      "GRAPHQL_VALIDATION_FAILED",
      "Variable $t is not declared (line 1, column 16)",
    ],
    ["query($t: Int!) { hello(times: $t) }", {}, "BAD_USER_INPUT", "Variable $t is missing"],
    [
      "query($t: Int!) { hello(times: $t) }",
      { t: "s3cret" },
      "BAD_USER_INPUT",
      "Variable $t: Int is expected",
    ],
    [
      "query($p: PointInput) { echo(point: $p) }",
      { p: { x: 1, next: { x: 2, tags: ["a", { s3cret: 1 }] } } },
      "BAD_USER_INPUT",
      "Variable $p.next.tags.1: String is expected",
    ],
    [
      "query($p: PointInput) { echo(point: $p) }",
      { p: { x: 1, on: "s3cret" } },
      "BAD_USER_INPUT",
      "Variable $p.on: A date is expected, as YYYY-MM-DD",
    ],
    [
      "query($p: PointInput) { echo(point: $p) }",
      { p: { y: 1 } },
      "BAD_USER_INPUT",
      "Variable $p: x is missing",
    ],
    [
      "query($p: PointInput) { echo(point: $p) }",
      { p: { x: 1, z: "s3cret" } },
      "BAD_USER_INPUT",
      "Variable $p: PointInput has no z",
    ],
    [
      "query($c: [Colour!]) { echo(colours: $c) }",
      { c: ["RED", "S3CRET"] },
      "BAD_USER_INPUT",
      "Variable $c.1: One of Colour is expected: RED, BLUE",
    ],
    ["query($t: Int) { hello(times: $t) }", { t: null }, "BAD_USER_INPUT", "Argument times must not be null"],
    [
      "query A { hello } query B { hello }",
      {},
      "OPERATION_RESOLUTION_FAILURE",
      "Name one operation of the document in operationName",
    ],
  ];
  it.each(refusals)("%s %j", async (query, variables, code, message) => {
    const { body, text } = await ask(toy, query, variables);
    expect(body.errors?.map((e) => [e.extensions.code, e.message])).toEqual([[code, message]]);
    expect(text).not.toMatch(/did you mean|hello\?|stack/i);
    if (!message.includes("s3cret")) expect(text).not.toMatch(/s3cret/i);
  });

  it("in Chinese, too", async () => {
    const { body } = await ask(toy, "{ helo }", {}, { "accept-language": "zh-CN,en;q=0.8" });
    expect(body.errors?.[0]?.message).toBe("类型 Query 没有字段 helo（第 1 行第 3 列）");
  });

  it("with 200 for a client of the older media type, 400 for one of the newer", async () => {
    expect((await ask(toy, "{ helo }", {}, { accept: "application/json" })).status).toBe(200);
    expect((await ask(toy, "{ helo }")).status).toBe(400);
  });
});

describe("everything else is masked", () => {
  const logged: object[] = [];
  const scope = {
    language: "en",
    requestId: "r1",
    schema: buildSchema("type Query { a: Int }"),
    log: { error: (details: object) => void logged.push(details) },
  } as const;
  const told = {
    message: "leak",
    locations: [{ line: 1, column: 1 }],
    path: ["a"],
    extensions: { code: "X", stacktrace: ["s"], exception: 1 },
  };
  const masked = {
    message: "Internal server error, request r1",
    locations: told.locations,
    path: told.path,
    extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r1" },
  };

  it.each([
    ["an error of a driver", new Error("SELECT")],
    [
      "a GraphQLError that a resolver threw, whatever it calls itself",
      new GraphQLError("leak", { path: ["a"], extensions: { code: "BAD_USER_INPUT" } }),
    ],
    ["a thing that is no error", { message: "leak" }],
  ])("%s", (_name, error) => expect(formatError(told, error, scope)).toEqual(masked));

  it("but a fault below GraphQL's wrappings is found", () => {
    const wrapped = new GraphQLError("a", {
      originalError: new GraphQLError("b", { originalError: notFound() }),
    });
    expect(formatError(told, wrapped, scope).extensions).toEqual({ code: "NOT_FOUND" });
  });

  it("a ring of causes does not hang the log", () => {
    const ring = new Error("ring");
    ring.cause = ring;
    expect(formatError(told, ring, scope)).toEqual(masked);
    expect(logged.length).toBeGreaterThan(0);
  });
});
