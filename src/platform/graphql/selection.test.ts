import {
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import { describe, expect, it } from "vitest";
import { asksFor } from "./selection.js";

function infoOf(document: string) {
  const { definitions } = parse(document);
  const operation = definitions.find(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    fieldNodes: operation?.selectionSet.selections.filter((s): s is FieldNode => s.kind === Kind.FIELD) ?? [],
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

describe("what is asked for below a field", () => {
  it.each([
    ["{ a { rows { changes } } }", true],
    ["{ a { rows { values } } }", false],
    ["{ a { rows { different: changes } } }", true],
    ["{ a { rows { changes: values } } }", false],
    ["{ a { ... on A { rows { changes } } } }", true],
    ["{ a { ...F } } fragment F on A { rows { ...G } } fragment G on R { changes }", true],
    ["{ a { ...F } } fragment F on A { rows { values } } fragment G on R { changes }", false],
    ["{ a { b } a { rows { changes } } }", true],
    ["{ a }", false],
  ])("%s", (document, expected) => {
    expect(asksFor(infoOf(document), "changes")).toBe(expected);
  });
});
