import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contractDeviations, namedExceptions, promiseOf, unexcused } from "./schema-contract.js";

const contract = `
  scalar Date
  interface Node { id: ID! }
  enum Kind { TOWN CITY }
  type Unit implements Node { id: ID! kind: Kind! report(year: Int!, first: Int = 50): Date }
  input Filter { text: String kind: Kind = TOWN }
  type Query { unit(code: String!): Unit units(filter: Filter!): [Unit!]! }
`;
/** The contract with one thing changed. */
const changed = (from: string, to: string): string => {
  expect(contract).toContain(from);
  return contract.replace(from, to);
};

describe("the contract", () => {
  it.each([
    ["a type", "scalar Date", "scalar Day scalar Other", ["Date is missing"], "Date", "Day"],
    ["a field", "kind: Kind! report", "report", ["Unit.kind is missing"]],
    ["the type of a field", "kind: Kind! report", "kind: Kind report", ["Unit.kind is Kind, not Kind!"]],
    ["an argument", "year: Int!, ", "", ["Unit.report(year) is missing"]],
    ["the type of an argument", "year: Int!", "year: String!", ["Unit.report(year) is String!, not Int!"]],
    ["a default", "first: Int = 50", "first: Int = 20", ["Unit.report(first) has the default 20, not 50"]],
    ["no default", "kind: Kind = TOWN", "kind: Kind", ['Filter.kind has the default none, not "TOWN"']],
    ["an enum value", "TOWN CITY", "TOWN", ["Kind.CITY is missing"]],
    ["an interface", "Unit implements Node", "Unit", ["Unit implements Node is missing"]],
    ["an input field", "text: String kind", "kind", ["Filter.text is missing"]],
    [
      "the type of an input field",
      "text: String",
      "text: [String!]",
      ["Filter.text is [String!], not String"],
    ],
    [
      "the kind of a type",
      "interface Node",
      "type Node",
      ["Node is of another kind"],
      " implements Node",
      "",
    ],
    ["a root field", "unit(code: String!): Unit ", "", ["Query.unit is missing"]],
    [
      "a new required argument",
      "year: Int!",
      "year: Int!, scope: Kind!",
      ["Unit.report(scope) is required, and is not in the contract"],
    ],
    [
      "a new required input field",
      "text: String",
      "text: String under: ID!",
      ["Filter.under is required, and is not in the contract"],
    ],
  ])("sees %s", (_what, from, to, deviations, alsoFrom = "\0", alsoTo = "") => {
    const schema = changed(from, to).replaceAll(alsoFrom, alsoTo);
    expect(contractDeviations(contract, schema)).toEqual(expect.arrayContaining(deviations));
  });

  it("lets the schema have more than it promises", () => {
    const more = `
      scalar Date scalar Time
      interface Node { id: ID! }
      interface Named { name: String }
      enum Kind { TOWN CITY ZONE }
      type Unit implements Node & Named { id: ID! name: String kind: Kind! report(year: Int!, first: Int = 50, at: Time): Date }
      input Filter { text: String kind: Kind = TOWN under: ID limit: Int! = 5 }
      type Query { unit(code: String!): Unit units(filter: Filter!, sort: Kind! = CITY): [Unit!]! other: Int }
    `;
    expect(contractDeviations(contract, more)).toEqual([]);
  });

  it("fits itself, as it is kept in the project", () => {
    const kept = readFileSync("schema/contract.graphql", "utf8");
    expect(contractDeviations(kept, kept)).toEqual([]);
  });
});

describe("exceptions", () => {
  const broken = changed("TOWN CITY", "TOWN").replace("unit(code: String!): Unit ", "");

  it("excuse what they name, and no more", () => {
    const exceptions = namedExceptions("# why\nKind.CITY is missing # nobody asked\n\n");
    expect(exceptions).toEqual(["Kind.CITY is missing"]);
    expect(unexcused(contractDeviations(contract, broken), exceptions)).toEqual(["Query.unit is missing"]);
  });

  it("do not outlive their reason", () => {
    expect(unexcused([], ["Kind.CITY is missing"])).toEqual([
      "named as an exception, and is none: Kind.CITY is missing",
    ]);
  });
});

describe("a promise", () => {
  it("is all that the schema has, without descriptions", () => {
    const described = changed("enum Kind { TOWN CITY }", '"kinds" enum Kind { "a town" TOWN CITY }');
    const promised = promiseOf(described);
    expect(promised).not.toContain('"');
    expect(contractDeviations(promised, contract)).toEqual([]);
    expect(contractDeviations(contract, promised)).toEqual([]);
  });

  it("does not read descriptions in default values", () => {
    expect(promiseOf('type Query { find(text: String = "all"): Int }')).toContain('text: String = "all"');
  });
});
