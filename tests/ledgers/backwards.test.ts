import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

interface Page {
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: Record<"hasNextPage" | "hasPreviousPage", boolean> &
    Record<"startCursor" | "endCursor", string | null>;
}

const CONNECTION = "{ nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
const PAGING = "$first: Int, $after: String, $last: Int, $before: String";
const GIVEN = "first: $first, after: $after, last: $last, before: $before";

const ofUnit = (field: string): string =>
  `query (${PAGING}) { unit(code: "371003003") { list: ${field}(${GIVEN}) ${CONNECTION} } }`;
const ofDistrict = (field: string): string =>
  `query (${PAGING}) { unit(code: "371003") { list: ${field}(${GIVEN}, subtree: true) ${CONNECTION} } }`;
const ofRoot = (field: string): string => `query (${PAGING}) { list: ${field}(${GIVEN}) ${CONNECTION} }`;

async function ask(client: Client, document: string, variables: object): Promise<Page> {
  const { data, errors } = await client.query(document, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data.unit?.list ?? data.list) as Page;
}

/** Every item of a list from its end to its beginning, in pages of 37. */
async function backwards(client: Client, document: string): Promise<string[]> {
  let [found, before]: [string[], string | null] = [[], null];
  for (;;) {
    const { nodes, pageInfo }: Page = await ask(client, document, { last: 37, before });
    expect(pageInfo.hasNextPage).toBe(before !== null);
    found = [...nodes.map(({ id }) => id), ...found];
    if (!pageInfo.hasPreviousPage) return found;
    before = pageInfo.startCursor;
  }
}

describe("a list read backwards", () => {
  it.each([
    ["the requests of a unit", "clerk.371003003", ofUnit("requests")],
    ["the requests of a district", "officer.371003", ofDistrict("requests")],
    ["the disclosures of a unit", "clerk.371003003", ofUnit("disclosures")],
    ["the disclosures of a district", "officer.371003", ofDistrict("disclosures")],
    ["the remedies of a unit", "clerk.371003003", ofUnit("remedies")],
    ["figures from other offices", "clerk.371003003", ofUnit("suppliedCounts")],
    ["the register", "officer.371003", ofRoot("units")],
    ["users", "admin.371003", ofRoot("users")],
  ])("%s, is the same list", async (_what, login, document) => {
    const client = app.as(login);
    const forwards = (await ask(client, document, { first: 100 })).nodes.map(({ id }) => id);
    expect(forwards.length).toBeGreaterThan(0);
    const all = await backwards(client, document);
    expect(all.slice(0, 100)).toEqual(forwards);
    expect(new Set(all).size).toBe(all.length);
  });

  it("takes no cursor of the other direction beside its own", async () => {
    const { pageInfo } = await ask(app.anonymous, ofRoot("units"), { first: 1 });
    const mixed = { last: 1, after: pageInfo.endCursor };
    const { errors } = await app.anonymous.query(ofRoot("units"), mixed);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: ["after"] });
  });
});
