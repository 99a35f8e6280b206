import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const identifiers = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .filter((row) => row.startsWith("| `"))
  .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)])
  .map(([, identifier = ""]) => identifier);

// Indicators are paths in the API, and the derived ones codes alone: those stand in the catalogue's snapshot.
const words = new Set(
  [
    "schema/schema.graphql",
    "src/forms/__snapshots__/catalog.test.ts.snap",
    "src/forms/derived.data.ts",
  ].flatMap((file) => readFileSync(file, "utf8").match(/\w+/g) ?? []),
);

it("docs/glossary.md explains no identifier that the API does not have", () => {
  expect(identifiers.length).toBeGreaterThan(200);
  expect(identifiers.filter((one) => (one.match(/\w+/g) ?? []).some((word) => !words.has(word)))).toEqual([]);
});
