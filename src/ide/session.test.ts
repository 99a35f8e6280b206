import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { signInMutation } from "./session.js";

it("the page signs in as the contract says", () => {
  const schema = buildSchema(readFileSync("schema/contract.graphql", "utf8"));
  expect(validate(schema, parse(signInMutation))).toEqual([]);
});
