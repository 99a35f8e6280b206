import { buildSchema, type GraphQLObjectType } from "graphql";
import { expect, it } from "vitest";
import { describeNames } from "./descriptions.js";

const SDL = `
  type Query { "own words" trees(first: Int): TreeConnection! }
  type Mutation { plantTree(input: PlantTreeInput!): PlantTreePayload! }
  type TreeConnection { edges: [TreeEdge!]! }
  type TreeEdge { node: Tree }
  type Tree { name: String kind: Kind }
  enum Kind { OAK }
  input PlantTreeInput { name: String }
  type PlantTreePayload { tree: Tree }
`;

it("describes what has no description, by coordinate before name", () => {
  const schema = buildSchema(SDL);
  const words = {
    ...{ ".name": "a name", "Tree.name": "a tree's name", "(first:)": "how many", ".trees": "not used" },
    ...{ "(input:)": "the input", "Kind.OAK": "an oak", Kind: "kinds of trees", toString: "no entry" },
  };
  const used = describeNames(schema, words);
  const fieldsOf = (type: string) => (schema.getType(type) as GraphQLObjectType).getFields();
  expect(fieldsOf("Query").trees).toMatchObject({
    description: "own words",
    args: [{ description: "how many" }],
  });
  expect([fieldsOf("Tree").name?.description, fieldsOf("PlantTreeInput").name?.description]).toEqual([
    "a tree's name",
    "a name",
  ]);
  expect(fieldsOf("Mutation").plantTree?.args[0]?.description).toBe("the input");
  expect(schema.getType("Kind")?.description).toBe("kinds of trees");
  expect([...used].sort()).toEqual(["(first:)", "(input:)", ".name", "Kind", "Kind.OAK", "Tree.name"]);
});

it("describes inputs, payloads, edges and connections by what they are named after", () => {
  const schema = buildSchema(SDL);
  describeNames(schema, {});
  expect(
    ["PlantTreeInput", "PlantTreePayload", "TreeEdge", "Tree"].map(
      (name) => schema.getType(name)?.description,
    ),
  ).toEqual([
    "plantTree 的输入 · The input of plantTree",
    "plantTree 的结果 · What plantTree answers",
    "列表中的一项及其游标 · An item of a list of Tree, with its cursor",
    undefined,
  ]);
});
