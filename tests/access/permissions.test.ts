import { printSchemaWithDirectives } from "@graphql-tools/utils";
import {
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  parse,
  print,
  type FieldDefinitionNode,
  type GraphQLField,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERMISSIONS, permissionsOf, ROLES, type Permission, type Role } from "../../src/access/index.js";
import { HISTORY } from "../../src/history/index.js";
import { USERS } from "../../src/identity/identity.entity.js";
import { sql } from "../../src/platform/db/index.js";
import { closeByDefault } from "../../src/platform/graphql/schema.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { outcomesOf, type Operation } from "./operation.js";
import { OPERATIONS } from "./operations.js";
import { CALLERS, LOGINS, People, type Caller } from "./people.js";
import { changed, digestOf, SYSTEM } from "./rows.js";

let app: TestApp;
let people: People;
let recordedBefore: ReadonlySet<string>;
beforeAll(async () => {
  app = await startTestApp();
  people = await People.of(app);
  recordedBefore = new Set((await entriesOf(Object.values(LOGINS))).map(placeOf));
});
afterAll(() => app.close());

interface Recorded {
  readonly unitId: string;
  readonly seq: number;
  readonly operation: string;
  readonly requestId: string | null;
}

const placeOf = ({ unitId, seq }: Recorded): string => `${unitId}/${seq}`;

/** What these users have done, by the history. */
const entriesOf = (logins: readonly (string | null)[]): Promise<Recorded[]> =>
  app.app.database.read(SYSTEM, (session) =>
    session.query<Recorded>(
      sql`select h.unit_id as unitId, h.seq, h.operation, h.request_id as requestId
          from ${session.from(HISTORY, "h")} join ${session.from(USERS, "u")} on u.id = h.actor_id where u.login in ${logins.filter(Boolean)}`,
    ),
  );

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
  const expected = outcomesOf(operation);
  const told = CALLERS.map((caller, i) => [caller, expected[i] ?? "?"] as const);
  const ask = async (caller: Caller, variables: object): Promise<string> => {
    const client = await clientFor(operation, caller);
    return outcomeOf(operation, await client.query(operation.document, variables));
  };

  // Who is refused leaves the record as it is: the next one tries on the same.
  const refused = told.filter(([, outcome]) => outcome !== "OK");
  it.runIf(refused.length > 0)(refused.map((one) => one.join(": ")).join(", "), async () => {
    const variables = await operation.variables(app);
    await app.settled();
    const before = await digestOf(app);
    const outcomes = [];
    for (const [caller] of refused) outcomes.push([caller, await ask(caller, variables)]);
    expect(outcomes).toEqual(refused);
    expect(changed(before, await digestOf(app))).toEqual([]);
  });

  it.each(told.filter(([, outcome]) => outcome === "OK"))("%s: %s", async (caller, outcome) => {
    expect(await ask(caller, await operation.variables(app))).toBe(outcome);
  });
});

it("names the request in the history of every mutation", async () => {
  const entries = (await entriesOf(Object.values(LOGINS))).filter(
    (entry) => !recordedBefore.has(placeOf(entry)),
  );
  const operations = [...new Set(entries.map(({ operation }) => operation))];
  expect(entries.filter(({ requestId }) => requestId === null).map(({ operation }) => operation)).toEqual([]);
  expect(operations.length).toBeGreaterThan(40);
});

const clientFor = (operation: Operation, caller: Caller) =>
  operation.ownSession ? people.inNewSession(caller) : Promise.resolve(people.as(caller));

it("asks of a wrong token, and of nothing else, that it be the caller's: 401 for the whole request", async () => {
  const answer = await people.as("forged").query("{ rules { code } reportFormats { code } }");
  expect([answer.status, answer.data]).toEqual([401, undefined]);
});

const printed = (): Record<string, string> => {
  const [query, mutation] = ["Query", "Mutation"].map((name) =>
    parse(printSchemaWithDirectives(app.app.schema)).definitions.find(
      (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === name,
    ),
  ) as ObjectTypeDefinitionNode[];
  const demand = ({ directives }: FieldDefinitionNode): string =>
    (directives ?? [])
      .filter(({ name }) => name.value !== "cost")
      .map(print)
      .join(" ");
  return Object.fromEntries(
    [query, mutation].flatMap((type) =>
      (type?.fields ?? []).map((field) => [field.name.value, demand(field)]),
    ),
  );
};

it("prints on each root field who may use it", () => {
  expect(printed()).toMatchSnapshot();
});

describe("the table of roles", () => {
  const ROLE_NAMES = Object.keys(ROLES) as Role[];
  const permissionsOn = (directive: string): Permission[] =>
    [...directive.matchAll(/"([^"]+)"/g)].map(([, permission]) => permission as Permission);

  it("names no permission that opens nothing", () => {
    const onFields = new Set(Object.values(printed()).flatMap(permissionsOn));
    expect(Object.keys(PERMISSIONS).filter((name) => !onFields.has(name as Permission))).toEqual([
      // The lists below a unit and below `node`.
      "ledger:read",
      // `reviewDisclosure`, for the first and the final review.
      "disclosure:approve",
      // `deleteQuery` of another's.
      "query:clear",
    ]);
  });

  it("agrees with the table of callers: who holds no permission of a field is refused, some holder is served", async () => {
    const rolesOf = new Map<Caller, readonly Role[]>();
    for (const caller of CALLERS) {
      if (caller === "forged") continue;
      const { data } = await people.as(caller).query("{ viewer { memberships { role } } }");
      const { memberships } = (data as { viewer: { memberships: { role: Role }[] } }).viewer;
      rolesOf.set(
        caller,
        memberships.map(({ role }) => role),
      );
    }
    const demands = printed();
    for (const operation of OPERATIONS) {
      const permissions = permissionsOn(demands[operation.field] ?? "");
      if (permissions.length === 0) continue;
      const served = CALLERS.filter((_, i) => ["OK", "PR"].includes(outcomesOf(operation)[i] ?? ""));
      const holders = CALLERS.filter((caller) =>
        rolesOf.get(caller)?.some((role) => permissionsOf(role).some((held) => permissions.includes(held))),
      );
      expect({ field: operation.field, strangers: served.filter((one) => !holders.includes(one)) }).toEqual({
        field: operation.field,
        strangers: [],
      });
      expect([operation.field, served.length > 0]).toEqual([operation.field, true]);
    }
  });

  it("lets whoever writes or counts rows read what lies behind them as far as the role goes", () => {
    const seeing = (rows: string): Role[] =>
      ROLE_NAMES.filter((role) => (ROLES[role].sees as readonly string[]).includes(rows));
    expect(seeing("working")).toEqual(expect.arrayContaining(seeing("writable")));
    expect(seeing("submitted")).toEqual(expect.arrayContaining(seeing("working")));
    expect(seeing("counted")).toEqual(expect.arrayContaining(seeing("ledgers")));
    expect(seeing("above")).toEqual(PERMISSIONS["query:save"]);
    expect(seeing("administered")).toEqual(PERMISSIONS["user:read"]);
    // 申请人信息: for the unit's own people only.
    expect(seeing("personal").filter((role) => ROLES[role].reach !== "unit")).toEqual([]);
  });
});

it("grants each permission to somebody, and never to two ends of one step", () => {
  const holders = Object.values<readonly string[]>(PERMISSIONS);
  expect(holders.filter((roles) => roles.length === 0)).toEqual([]);
  // Whoever drafts does not approve, whoever approves does not draft (初审、终审 and 审定 are three pairs of eyes).
  expect(PERMISSIONS["report:approve"]).not.toContain("CLERK");
  expect(PERMISSIONS["report:save"]).not.toContain("OFFICER");
});

it("lets nobody but the unit's own people write its ledgers, and nobody but the district's office add up", () => {
  const ledgers = /^(catalogue|disclosure|supply|none|request|remedy|proposal|interpretation):/;
  const holders = Object.entries<readonly string[]>(PERMISSIONS).filter(([name]) => ledgers.test(name));
  expect(holders.length).toBe(14);
  expect(new Set(holders.flatMap(([, roles]) => roles))).toEqual(new Set(["CLERK", "REVIEWER"]));
  expect(PERMISSIONS["rollUp:save"]).toEqual(["OFFICER"]);
  expect(PERMISSIONS["rollUp:submit"]).toEqual(["OFFICER"]);
  expect(PERMISSIONS["ledger:read"]).not.toContain("ADMIN");
});

it("does not build a schema with a root field that says nothing about access", () => {
  const open = { type: GraphQLString, resolve: () => "open by mistake" };
  const access = { directive: { name: "public", args: {} }, check: () => undefined };
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
