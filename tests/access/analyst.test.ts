import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../harness/app.js";
import { faults } from "../reports/factories.js";
import { all } from "./selections.js";
import { forbiddenTo, startWorld, type Target, type World } from "./tenants.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const UNIT = "371003003";
const NODE = "query ($id: ID!) { node(id: $id) { id } }";
const LISTS = ["requests", "remedies", "proposals", "interpretations", "suppliedCounts"];

const analyst = (): Client => world.people.as("analyst");
const reader = (): Client => world.people.as("case reader");

const casesOf = (code: string): Target[] =>
  world.tenants
    .find((tenant) => tenant.code === code)
    ?.targets.filter(({ kind, type }) => kind === "ledger" && type !== "Disclosure") ?? [];

describe("P1 an analyst has statistics of the ledgers, and no case", () => {
  it.each(LISTS)("neither %s nor how many there are, below the district either", async (field) => {
    for (const arguments_ of ["", ...(field === "suppliedCounts" ? [] : ["(subtree: true)"])])
      for (const code of [UNIT, "371003"]) {
        const document = `{ unit(code: "${code}") { ${field}${arguments_} { totalCount nodes { id } } } }`;
        const answer = await analyst().query(document);
        expect([faults(answer), answer.data.unit]).toEqual([["FORBIDDEN"], { [field]: null }]);
        expect(faults(await reader().query(document))).toEqual([]);
      }
  });

  it("nor activity, in one ledger or in all", async () => {
    const schema = world.app.app.schema;
    const document = `{ unit(code: "${UNIT}") { activity(from: "2022-01-01", to: "2022-12-31") { ${all(schema, "Activity")} } } }`;
    expect(faults(await analyst().query(document))).toEqual(["FORBIDDEN"]);
    expect(faults(await reader().query(document))).toEqual([]);
  });

  it("nor a record by its id, which answers as one that does not exist", async () => {
    const targets = casesOf(UNIT);
    expect(new Set(targets.map(({ type }) => type)).size).toBe(5);
    for (const { id } of targets) {
      expect((await analyst().query(NODE, { id })).data.node).toBeNull();
      expect((await reader().query(NODE, { id })).data.node).toEqual({ id });
    }
  });

  it("nor what the ledgers say of a cell that everybody reads", async () => {
    const document = `{ unit(code: "${UNIT}") { report(year: 2022) { cells { ledgerValue difference records { totalCount } } } } }`;
    const cells = async (client: Client) => {
      const { data } = await client.query(document);
      const found = data.unit.report.cells as { ledgerValue: string; difference: string; records: object }[];
      return found.filter(
        ({ ledgerValue, difference, records }) =>
          ledgerValue !== null || difference !== null || records !== null,
      );
    };
    expect(await cells(analyst())).toEqual([]);
    expect((await cells(reader())).length).toBeGreaterThan(10);
    expect(await cells(world.people.as("public"))).toEqual([]);
  });
});

describe("P1 a case reader", () => {
  it("is granted by an administrator, and reads the cases of that subtree without personal data", async () => {
    expect(forbiddenTo("case reader", world.tenants[0] as never)).toContain("personal");
    const users = await world.people.as("admin").query(`{ users { nodes { id login } } }`);
    const { id: userId } = users.data.users.nodes.find(
      ({ login }: { login: string }) => login === "analyst.371003",
    );
    const change = (field: string) =>
      world.people
        .as("admin")
        .query(
          `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { problems { code } } }`,
          {
            input: { userId, unitCode: "371003", role: "CASE_READER" },
          },
        );
    expect((await change("grantRole")).data.grantRole.problems).toEqual([]);
    const document = `{ unit(code: "${UNIT}") { requests { nodes { subject applicant { name } } } } }`;
    const nodes = (await analyst().query(document)).data.unit.requests.nodes;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ applicant }: { applicant: unknown }) => applicant === null)).toBe(true);
    await change("revokeRole");
    expect(faults(await analyst().query(document))).toEqual(["FORBIDDEN"]);
  });
});
