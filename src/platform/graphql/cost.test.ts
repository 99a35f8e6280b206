import { buildSchema, parse, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, toyApp, type ToyApp } from "../http/toy-app.fixture.js";
import { costOf, documentCosts } from "./cost.js";
import type { Allowance } from "./admission.js";
import { priceOf } from "./price.js";

const SCHEMA = /* GraphQL */ `
  enum Colour {
    RED
  }
  type Leaf {
    name: String!
    tags: [String!]!
  }
  type LeafConnection {
    nodes: [Leaf!]!
    edges: [Leaf!]!
  }
  input Question {
    years: [Int!]
    colours: [Colour!]
    top: Int
  }
  type Query {
    one: Leaf
    many: [Leaf!]!
    filtered(colours: [Colour!]): [Leaf!]!
    keyed(colours: [Colour!], codes: [String!], years: [Int!]): [Leaf!]
    paged(first: Int = 20): LeafConnection!
    heavy: Leaf
    asked(input: Question!): [Float!]!
    small: [Leaf!]!
  }
`;
const PRICES: Record<string, unknown> = {
  heavy: { weight: 30 },
  asked: { weight: 10, multipliers: ["input.years", "input.colours", "input.top"] },
  small: { weight: 1, assumedSize: 4 },
};

function schemaWith(prices: Record<string, unknown>): GraphQLSchema {
  const schema = buildSchema(SCHEMA);
  for (const [name, price] of Object.entries(prices))
    Object.assign(schema.getQueryType()?.getFields()[name] ?? {}, { extensions: { price } });
  return schema;
}

const schema = schemaWith(PRICES);
documentCosts(schema);
const appliedTo = (type: string, name: string): unknown => {
  const object = schema.getType(type);
  const field = object && "getFields" in object ? object.getFields()[name] : undefined;
  return (field?.extensions.directives as { cost?: unknown } | undefined)?.cost;
};

describe("what the SDL tells of a field's cost", () => {
  it.each<[type: string, field: string, cost: unknown]>([
    ["Query", "one", undefined],
    ["Leaf", "tags", undefined],
    ["LeafConnection", "nodes", undefined],
    ["LeafConnection", "edges", undefined],
    ["Query", "many", undefined],
    ["Query", "filtered", undefined],
    ["Query", "keyed", { multipliers: ["codes", "years"] }],
    ["Query", "paged", undefined],
    ["Query", "heavy", { weight: 30 }],
    ["Query", "asked", { weight: 10, multipliers: ["input.years", "input.colours", "input.top"] }],
    ["Query", "small", { assumedSize: 4 }],
  ])("%s.%s", (type, field, cost) => expect(appliedTo(type, field)).toEqual(cost));

  it("a price that cannot be told there stops the start", () => {
    for (const price of [() => 1, 7, { weight: "1" }, null])
      expect(() => documentCosts(schemaWith({ one: price }))).toThrow("the price of one is not");
  });

  it("nor does one that names no argument pass", () => {
    for (const path of ["inputs", "input.year", "input.years.length", "first"])
      expect(() => documentCosts(schemaWith({ asked: { weight: 1, multipliers: [path] } }))).toThrow(
        `the price of asked names no argument: ${path}`,
      );
  });

  it("is what the query is priced with", () => {
    const price = (query: string): number => {
      const document = parse(query);
      return priceOf(schema, document, document.definitions[0] as OperationDefinitionNode, {}).total;
    };
    expect(price("{ one { name } }")).toBe(2);
    expect(price("{ heavy { name } }")).toBe(31);
    expect(price("{ many { name tags } }")).toBe(1 + 50 * 2);
    expect(price("{ small { name } }")).toBe(1 + 4);
    expect(price("{ keyed(colours: [RED], years: [1, 2, 3]) { name } }")).toBe(1 + 3);
    expect(price("{ paged { nodes { name } edges { name } } }")).toBe(1 + 2 * (1 + 20));
    expect(price("{ asked(input: { years: [1, 2], colours: [RED], top: 5 }) }")).toBe(10 * 2 * 1 * 5);
    expect(price("{ asked(input: { years: [] }) }")).toBe(10);
    expect(price("{ asked(input: { top: 2147483647 }) }")).toBe(10 * 100_000);
    expect(costOf(schema.getQueryType()?.getFields().heavy as never).multiplies).toBe("weight");
  });
});

describe("what the answers tell", () => {
  const allowance: Allowance = { caller: "", request: 50, minute: 100 };
  const clock = { now: () => new Date(0) };
  const TREE = "{ trees(first: 9) { nodes { name colour } } }"; // 1 + 1 + 9 * 2
  let toy: ToyApp;
  beforeAll(async () => {
    toy = await toyApp({ clock, allowanceOf: ({ language }) => ({ ...allowance, caller: language }) });
  });
  afterAll(() => toy.app.close());

  it("is the price, the limit, the budget and what is left of it; compiled or not", async () => {
    for (const left of [80, 60, 40, 20]) {
      const { body } = await ask(toy, TREE);
      expect(body.errors).toBeUndefined();
      expect(body.extensions).toEqual({ cost: { price: 20, limit: 50, budget: 100, left } });
    }
  });

  it("nothing runs, and nothing is spent, on what is too dear for a request", async () => {
    const { status, body, headers } = await ask(toy, "{ trees(first: 30) { nodes { name colour } } }");
    expect([status, headers["retry-after"], body.data]).toEqual([400, undefined, undefined]);
    expect(body.errors?.[0]?.extensions).toEqual({
      code: "TOO_COMPLEX",
      price: 62,
      limit: 50,
      field: "trees",
    });
    expect(body.extensions).toEqual({ cost: { price: 62, limit: 50, budget: 100, left: 20 } });
  });

  it("RATE_LIMITED is 429 and says when to come back; others are served", async () => {
    const query = "{ trees(first: 10) { nodes { name colour } } }";
    for (const accept of ["application/graphql-response+json", "application/json"]) {
      const { status, body, headers } = await ask(toy, query, {}, { accept });
      expect([status, headers["retry-after"], body.data]).toEqual([429, "2", undefined]);
      expect(body.errors).toEqual([
        {
          message: "The minute's budget of 100 is spent: try again in 2 seconds",
          extensions: { code: "RATE_LIMITED", retryAfterSeconds: 2 },
        },
      ]);
      expect(body.extensions).toEqual({ cost: { price: 22, limit: 50, budget: 100, left: 20 } });
    }
    const other = await ask(toy, query, {}, { "accept-language": "zh" });
    expect([other.status, other.body.extensions]).toEqual([
      200,
      { cost: { price: 22, limit: 50, budget: 100, left: 78 } },
    ]);
  });

  it("what could not be priced says nothing of it", async () => {
    for (const query of ["{", "{ nothing }", "query ($p: PointInput!) { echo(point: $p) }"])
      expect((await ask(toy, query)).body.extensions).toBeUndefined();
  });
});
