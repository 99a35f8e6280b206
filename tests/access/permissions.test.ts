import { GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLField } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERMISSIONS, ROLES } from "../../src/access/index.js";
import { closeByDefault } from "../../src/platform/graphql/schema.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { OPERATIONS, type Operation } from "./operations.js";
import { CALLERS, People, type Caller } from "./people.js";
import { changed, digestOf } from "./rows.js";

let app: TestApp;
let people: People;
beforeAll(async () => {
  app = await startTestApp();
  people = await People.of(app);
});
afterAll(() => app.close());

const SHORT: Readonly<Record<string, string>> = { UNAUTHENTICATED: "UA", FORBIDDEN: "FB", NOT_FOUND: "NF" };

function outcomeOf({ field }: Operation, { data, errors }: Answer): string {
  const [code] = (errors ?? []).map(({ extensions }) => String(extensions.code));
  if (code !== undefined) return SHORT[code] ?? code;
  const answer = (data as Record<string, { problems?: object[] } | null>)[field];
  if (!answer) return "NF";
  return answer.problems?.length ? "PR" : "OK";
}

const rootFields = (): GraphQLField<unknown, unknown>[] =>
  [app.app.schema.getQueryType(), app.app.schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );

it("has a row for every root field", () => {
  const rows = new Set(OPERATIONS.map(({ field }) => field));
  expect([...rows].sort()).toEqual(
    rootFields()
      .map(({ name }) => name)
      .sort(),
  );
});

const rows = OPERATIONS.map(
  (operation) => [[operation.field, operation.when].filter(Boolean).join(" "), operation] as const,
);

describe.each(rows)("%s", (_name, operation) => {
  const expected = operation.outcomes.split(" ");
  let untouched: Promise<object> | undefined;
  /** Who is refused leaves the record as it is: the next one may try on the same. */
  const variablesFor = (outcome: string): Promise<object> =>
    outcome === "OK" ? operation.variables(app) : (untouched ??= operation.variables(app));

  it.each(CALLERS.map((caller, i) => [caller, expected[i] ?? "?"] as const))(
    "%s: %s",
    async (caller, outcome) => {
      const variables = await variablesFor(outcome);
      const client = await clientFor(operation, caller);
      const before = await digestOf(app.app.database);
      const answer = await client.query(operation.document, variables);
      expect(outcomeOf(operation, answer)).toBe(outcome);
      if (outcome === "OK") return;
      expect(changed(before, await digestOf(app.app.database))).toEqual([]);
    },
  );
});

const clientFor = (operation: Operation, caller: Caller) =>
  operation.ownSession ? people.inNewSession(caller) : Promise.resolve(people.as(caller));

it("asks of a wrong token, and of nothing else, that it be the caller's: 401 for the whole request", async () => {
  const answer = await people.as("forged").query("{ rules { code } reportFormats { code } }");
  expect([answer.status, answer.data]).toEqual([401, undefined]);
});

it("prints in each root field's description what it demands", () => {
  const demands = Object.fromEntries(
    rootFields().map(({ name, description }) => [name, description?.split("\n").at(-1)]),
  );
  expect(demands).toMatchSnapshot();
});

it("knows these roles and permissions, and no others", () => {
  expect({ ROLES, PERMISSIONS }).toMatchSnapshot();
});

it("grants each permission to somebody, and never to two ends of one step", () => {
  const holders = Object.values<readonly string[]>(PERMISSIONS);
  expect(holders.filter((roles) => roles.length === 0)).toEqual([]);
  // Whoever drafts does not approve, whoever approves does not draft (初审、终审 and 审定 are three pairs of eyes).
  expect(PERMISSIONS["report:approve"]).not.toContain("CLERK");
  expect(PERMISSIONS["report:save"]).not.toContain("OFFICER");
});

it("does not build a schema with a root field that says nothing about access", () => {
  const open = { type: GraphQLString, resolve: () => "open by mistake" };
  const access = { description: { zh: "公开", en: "Public." }, check: () => undefined };
  const schemaOf = (fields: object) =>
    new GraphQLSchema({
      query: new GraphQLObjectType({ name: "Query", fields: { fine: { ...open, extensions: { access } } } }),
      mutation: new GraphQLObjectType({ name: "Mutation", fields: fields as Record<string, typeof open> }),
    });
  expect(() => closeByDefault(schemaOf({ forgotten: open }))).toThrow("Mutation.forgotten");
  expect(() => closeByDefault(schemaOf({ half: { ...open, extensions: { access: {} } } }))).toThrow(
    "Mutation.half",
  );
  expect(() => closeByDefault(schemaOf({ said: { ...open, extensions: { access } } }))).not.toThrow();
});
