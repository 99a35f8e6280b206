import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breakingChanges, breakIsAnnounced, contractDeviations } from "./schema-contract.js";

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

describe("a breaking change", () => {
  it("is found", () => {
    expect(breakingChanges(contract, changed("TOWN CITY", "TOWN"))).toEqual([
      "CITY was removed from enum type Kind.",
    ]);
    expect(breakingChanges(contract, contract)).toEqual([]);
  });

  it.each([
    ["# Changelog\n\n## Unreleased\n\n- Breaking: CITY is gone\n", true],
    ["## [Unreleased]\nBreaking: CITY is gone\n## 0.1.0\n", true],
    ["## Unreleased\n- Added: ZONE\n\n## 0.1.0\n- Breaking: CITY is gone\n", false],
    ["## 0.1.0\nBreaking: CITY is gone\n", false],
    ["", false],
  ])("is announced by %j: %s", (changelog, announced) => {
    expect(breakIsAnnounced(changelog)).toBe(announced);
  });
});
