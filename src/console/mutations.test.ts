import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, isEnumType } from "graphql";
import { expect, it } from "vitest";

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const steps = schema.getType("RecordMutation");

/** Mutations that no page sends, each with its reason. */
const FOR_PROGRAMS: Readonly<Record<string, string>> = {
  signIn: "a browser signs in by POST /session, which keeps the token in a cookie",
  renewSession: "a browser renews by POST /session/renew",
  signOut: "a browser signs out by POST /session/end",
  importTable: "startTableImport does the same in the background, with progress",
  importDisclosures: "startTableImport enters the rows of a file",
  importInterpretations: "startTableImport enters the rows of a file",
  explainFindings: "explainFinding, a finding at a time: each wants its own reason",
};

/** The pages' own texts: what they send stands in them as a name or in a document. */
const pages = readdirSync("src/console", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/^(?:generated|help)\/|\.test\.ts$|^texts\./.test(name))
  .map((name) => readFileSync(`src/console/${name}`, "utf8"))
  .join("\n");

/** By mutation: from where a person takes it; null: from nowhere. */
function placeOf(mutation: string): "step" | "page" | "program" | null {
  // A record's page offers each of its steps, and a finding's those of a finding.
  if (isEnumType(steps) && steps.getValue(mutation)) return "step";
  if (new RegExp(`"${mutation}"|\\b${mutation}\\(`).test(pages)) return "page";
  return mutation in FOR_PROGRAMS ? "program" : null;
}

it("a person can take every step of the API on some page, but those that only programs need", () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.filter((mutation) => placeOf(mutation) === null)).toEqual([]);
  const programs = mutations.filter((mutation) => placeOf(mutation) === "program").sort();
  expect(programs).toEqual(Object.keys(FOR_PROGRAMS).sort());
  expect(mutations.filter((mutation) => placeOf(mutation) === "page").length).toBeGreaterThan(30);
});
