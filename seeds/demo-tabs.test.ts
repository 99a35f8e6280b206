import { readFileSync } from "node:fs";
import { buildSchema, getVariableValues, Kind, parse, validate, type OperationDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { tabs } from "./demo-tabs.js";

const schema = buildSchema(readFileSync("schema/contract.graphql", "utf8"));
const operations = (query: string): OperationDefinitionNode[] =>
  parse(query).definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);

describe("the tabs of the main job", () => {
  it.each(tabs.map((tab) => [operations(tab.query)[0]?.name?.value, tab] as const))(
    "%s fits the contract",
    (_name, tab) => {
      expect(validate(schema, parse(tab.query))).toEqual([]);
      for (const operation of operations(tab.query)) {
        const given = JSON.parse(tab.variables ?? "{}") as Record<string, unknown>;
        const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
        expect(errors).toBeUndefined();
      }
    },
  );

  it("cover the main job in the order of the tour", () => {
    expect(tabs.map((tab) => operations(tab.query)[0]?.name?.value)).toEqual([
      "FilingBoard",
      "CompareReports",
      "ReportAndFindings",
      "SaveReport",
      "SubmitReport",
    ]);
  });
});
