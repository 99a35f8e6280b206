import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { documentOf, named, SETS, setOf } from "./question";

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));

describe("a question", () => {
  it.each(SETS)("about %s is one that the schema knows, and is recognised however it is laid out", (set) => {
    const document = documentOf(set);
    expect(validate(schema, parse(document))).toEqual([]);
    expect(setOf(document.replace(/\n */g, "\n\t"))).toBe(set);
  });

  it("of another hand is none of the builder's", () =>
    expect(setOf("{ viewer { user { id } } }")).toBeNull());

  it("gives each measure a name of its own, and leaves given ones as they are", () => {
    const measures = [{ name: "数量 2" }, { name: "" }, {}, { name: "在办" }, { name: "" }];
    expect(named(measures, () => "数量").map(({ name }) => name)).toEqual([
      "数量 2",
      "数量",
      "数量 3",
      "在办",
      "数量 4",
    ]);
  });
});
