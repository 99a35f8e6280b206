import { readFileSync } from "node:fs";
import { buildSchema, isEnumType, isInputObjectType, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOVED_FIELDS } from "../../src/app/moved-fields.data.js";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const SCHEMA = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const COORDINATE = /^(\w+)(?:\.(\w+)(?:\((\w+):\))?)?$/;

/** A document of an old client that names the part of the schema which went away. */
function oldDocument(schema: GraphQLSchema, coordinate: string): string {
  const [, type = "", member, argument] = COORDINATE.exec(coordinate) ?? [];
  const found = schema.getType(type);
  if (member === undefined) return `query ($old: ${type}) { __typename }`;
  if (isInputObjectType(found)) return `query ($old: ${type} = { ${member}: null }) { __typename }`;
  if (isEnumType(found)) return `query ($old: ${type} = ${member}) { __typename }`;
  return `query { ...Old } fragment Old on ${type} { ${member}${argument ? `(${argument}: null)` : ""} }`;
}

describe("an old client is told where things went", () => {
  it.each(Object.entries(MOVED_FIELDS))("%s", async (coordinate, now) => {
    const document = oldDocument(SCHEMA, coordinate);
    const inChinese = await app.anonymous.query(document);
    const inEnglish = await app.anonymous.query(document, {}, { "accept-language": "en" });
    const messages = (answer: typeof inChinese): string => JSON.stringify(answer.errors);
    expect(messages(inChinese)).toContain(JSON.stringify(`：改为 ${now.zh}`).slice(1, -1));
    expect(messages(inEnglish)).toContain(JSON.stringify(`: now ${now.en}`).slice(1, -1));
    expect(inChinese.errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});
