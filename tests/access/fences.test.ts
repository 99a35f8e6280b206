import { HISTORY } from "../../src/history/index.js";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { PUBLIC, ROLES, Viewer, type RequestContext, type Role } from "../../src/access/index.js";
import { EVERYWHERE } from "../../src/kernel/tenant-scope.js";
import { USERS } from "../../src/identity/api.js";
import { DISCLOSURES } from "../../src/ledgers/disclosures/index.js";
import { DISCLOSURE_CATALOGUE } from "../../src/ledgers/disclosures/api.js";
import { INTERPRETATIONS } from "../../src/ledgers/interpretations/api.js";
import { PROPOSALS } from "../../src/ledgers/proposals/api.js";
import { REMEDIES } from "../../src/ledgers/remedies/api.js";
import { FINDINGS } from "../../src/filing/finding.entity.js";
import { type ReportRow, REPORTS } from "../../src/reports/report.entity.js";
import { VERSION_DIFFERENCES, VERSIONS } from "../../src/reports/version.entity.js";
import { INFORMATION_REQUESTS } from "../../src/ledgers/requests/index.js";
import { REQUEST_APPLICANTS } from "../../src/ledgers/requests/api.js";
import { SAVED_QUERIES, SAVED_QUERY_VERSIONS } from "../../src/library/api.js";
import { SUPPLIED_COUNTS } from "../../src/ledgers/supplies/api.js";
import type { UnitRow } from "../../src/units/index.js";
import { allOf, newId, raw, Session, sql, Sql } from "../../src/platform/db/index.js";
import { databaseKind } from "../harness/database.js";
import { databaseReachableFrom, rowsSeenBy } from "./fence-checks.js";
import type { Case } from "./case.js";
import { CASES } from "./isolation-cases.js";
import { check, leakIn } from "./isolation-checks.js";
import { CALLERS, type Caller } from "./people.js";
import { plantReport } from "./plant.js";
import { digestOf, changed, SYSTEM, tenantTables, unitOf } from "./rows.js";
import { startWorld, type World } from "./tenants.js";

let world: World;
let mine: UnitRow;
let theirs: UnitRow;
let clerk: Viewer;
let officer: Viewer;
beforeAll(async () => {
  world = await startWorld();
  const { database, identity } = world.app.app;
  await plantReport(database, { unitCode: "371003104", year: 2024, status: "DRAFT" });
  mine = await database.read(SYSTEM, (session) => unitOf(session, "371003104"));
  theirs = await database.read(SYSTEM, (session) => unitOf(session, "371003003"));
  clerk = await identity.viewerOf(`Bearer ${world.people.as("foreign clerk").token}`);
  officer = await identity.viewerOf(`Bearer ${world.people.as("officer").token}`);
});
afterAll(() => world.app.close());
afterEach(() => vi.restoreAllMocks());

const read = <T>(viewer: Pick<Viewer, "scope">, work: (session: Session) => Promise<T>): Promise<T> =>
  world.app.app.database.read(viewer.scope, work);

/** Does it, and undoes it. */
async function tried<T>(viewer: Pick<Viewer, "scope">, work: (session: Session) => Promise<T>): Promise<T> {
  const undone = new Error("undo");
  let result: T | undefined;
  const writing = world.app.app.database.write(viewer.scope, async (session) => {
    result = await work(session);
    throw undone;
  });
  await writing.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return result as T;
}

const casesOf = (pattern: RegExp): Case[] =>
  CASES.filter(({ about }) => about.some((leaf) => pattern.test(leaf)));
/** From each record to all that it leads to. */
const WALKS = CASES.filter((c) => c.about.length === 0);
const READS = casesOf(
  /^Query\.(node|unit|users|filingBoard|compareReports|savedQueries|\w+Statistics|rankReports|areaSums) |^ReportCell\./,
).concat(WALKS);
/** What is made of many reports. */
const FROM_MANY = /^Query\.(reportStatistics|rankReports) /;
/** Enough of them to show what a table gives away. */
const QUICK = casesOf(/^Query\.(node|unit) /);
const WRITES = casesOf(/^Mutation\.(?!signIn)/);

/** Sound, nobody is told anything; then the tests below each switch a fence off. */
it("with every fence up, the checks find nothing", async () => {
  expect((await check(world, READS, ["foreign clerk"])).leaks).toEqual([]);
  expect(await rowsSeenBy(world, "foreign clerk")).toEqual([]);
  expect(await rowsSeenBy(world, "public")).toEqual([]);
});

describe("fence 1: nothing to forget", () => {
  let caughtBefore = 0;
  async function contextOfARequest(): Promise<{ context: RequestContext; info: object }> {
    const field = world.app.app.schema.getQueryType()?.getFields()["viewer"];
    const { resolve } = field ?? {};
    if (!field || !resolve) throw new Error("no field to listen at");
    const caught: { context: RequestContext; info: object }[] = [];
    field.resolve = (source, args, context, info) => {
      caught.push({ context: context as RequestContext, info });
      return resolve(source, args, context, info);
    };
    try {
      // A document of its own each time: one that was seen before is compiled, and does not come by here.
      const document = `query Caught${++caughtBefore} { unit(code: "371003104") { report(year: 2024) { findings { id } events { nodes { at } } } } viewer { user { id } } }`;
      await world.people.as("foreign clerk").query(document);
    } finally {
      field.resolve = resolve;
    }
    const [first] = caught;
    if (!first) throw new Error("no request came by");
    return first;
  }

  it("no path leads from a request's context to the database", async () => {
    const { context, info } = await contextOfARequest();
    expect(context.viewer.user?.login).toBe("clerk.371003104");
    expect(databaseReachableFrom(context)).toEqual([]);
    expect(databaseReachableFrom(info)).toEqual([]);
  });

  it("nor from a unit of work to what could open another, or to a query builder", async () => {
    const { database } = world.app.app;
    const paths = await read(clerk, (session) => {
      const rows = [session.rows(REPORTS), session.rows(USERS), session.from(REPORTS, "r")];
      return Promise.resolve(databaseReachableFrom({ session, rows }));
    });
    expect(paths).toEqual([]);
    expect(databaseReachableFrom(database)).toEqual(["it is a Database"]);
  });

  it("switched off, turns the check red", async () => {
    const { database } = world.app.app;
    const { context } = await contextOfARequest();
    class Hiding {
      get deep() {
        return { [Symbol("secret")]: new Map([["here", database]]) };
      }
    }
    const leaking: object[] = [
      { ...context, database },
      {
        ...context,
        loaders: Object.assign(Object.create(context.loaders) as object, { read: { database } }),
      },
      { ...context, more: new Hiding() },
    ];
    for (const one of leaking) expect(databaseReachableFrom(one)).toHaveLength(1);
  });

  it("a scope is granted and not made by hand, and opens nothing outside its unit of work", async () => {
    const { constructor: TenantScope } = clerk.scope as unknown as {
      constructor: new (...args: unknown[]) => object;
    };
    expect(() => new TenantScope(Symbol("tenant scope"), clerk.scope)).toThrow("granted");
    expect(() => Object.assign(clerk.scope, { working: EVERYWHERE })).toThrow();
    const kept = await read(SYSTEM_AS_VIEWER, (session) => Promise.resolve(session));
    await expect(kept.rows(REPORTS).find({})).rejects.toThrow();
    await expect(kept.query(sql`select * from ${kept.from(REPORTS, "r")}`)).rejects.toThrow();
  });
});

const SYSTEM_AS_VIEWER = { scope: SYSTEM };

/** Of a catalogue, everything is to be read by everybody. */
const fenced = tenantTables.filter((table) => (table as object) !== DISCLOSURE_CATALOGUE);

const REGISTER =
  /^Mutation\.(setFilingDeadline|changeSetting|saveLetterTemplate|(create|rename|import|amend|remove|move|dissolve)Units?) /;

describe("fence 2: one door for rows", () => {
  const foreignDraft = () => world.tenants[0]?.targets.find(({ type }) => type === "AnnualReport")?.id ?? "";
  const rowId = (globalId: string): string =>
    Buffer.from(globalId, "base64url").toString().split(":")[1] ?? "";
  const units = (rows: readonly { unitId: string }[]) => [...new Set(rows.map(({ unitId }) => unitId))];

  it.each<[string, Parameters<ReturnType<typeof reportsOf>["find"]>[0]]>([
    ["everything", {}],
    ["any of several conditions", [{ year: 2024 }, {}, { status: ["DRAFT", "SUBMITTED", "RETURNED"] }]],
    ["lists", { status: ["DRAFT", "SUBMITTED", "RETURNED", "PUBLISHED"] }],
  ])("%s stays within the scope", async (_what, where) => {
    expect(units(await read(clerk, (session) => session.rows(REPORTS).find(where)))).toEqual([mine.id]);
    // Of the two, and the district's own 本级汇总.
    expect(units(await read(officer, (session) => session.rows(REPORTS).find(where)))).toHaveLength(3);
  });

  it("another tenant's id finds nothing, alone or beside one's own", async () => {
    const id = rowId(foreignDraft());
    const find = (where: Parameters<ReturnType<typeof reportsOf>["find"]>[0]) =>
      read(clerk, (session) => session.rows(REPORTS).find(where));
    expect(await read(SYSTEM_AS_VIEWER, (session) => session.rows(REPORTS).find({ id }))).toHaveLength(1);
    expect(await find({ id })).toEqual([]);
    expect(await find({ unitId: theirs.id })).toEqual([]);
    expect(await find([{ id }, { unitId: theirs.id }])).toEqual([]);
    expect(units(await find({ unitId: [mine.id, theirs.id] }))).toEqual([mine.id]);
  });

  it("no condition at all, or an empty list, is no row; nor has an empty scope any", async () => {
    expect(await read(clerk, (session) => session.rows(REPORTS).find([]))).toEqual([]);
    expect(await read(clerk, (session) => session.rows(REPORTS).find({ id: [] }))).toEqual([]);
    for (const table of [REPORTS, FINDINGS, USERS] as (typeof REPORTS)[])
      expect(await read(PUBLIC, (session) => session.rows(table).find({}))).toEqual([]);
    const undefinedId = { id: undefined as unknown as string };
    await expect(read(clerk, (session) => session.rows(REPORTS).find(undefinedId))).rejects.toThrow(
      "no value",
    );
  });

  it("a row filter that is a bare `a or b` does not widen the condition", async () => {
    const bare = { ...REPORTS, readable: () => raw("t.year = 2024 or t.year = 2022") };
    const own = await read(clerk, (session) => session.rows(REPORTS).find({}));
    const found = await read(clerk, (session) => session.rows(bare).find({ id: own[0]?.id ?? "" }));
    expect(found.map(({ id }) => id)).toEqual([own[0]?.id]);
  });

  it("writes reach no row of others, whatever they ask for", async () => {
    const id = rowId(foreignDraft());
    const write = <T>(work: (rows: ReturnType<typeof reportsOf>) => Promise<T>) =>
      tried(clerk, (session) => work(reportsOf(session)));
    expect(await write((rows) => rows.update({ id }, { status: "PUBLISHED" }))).toBe(0);
    expect(await write((rows) => rows.update({ unitId: theirs.id }, { revision: 9 }))).toBe(0);
    expect(await write((rows) => rows.update({}, { revision: 9 }))).toBe(1);
    expect(await tried(clerk, (session) => session.rows(FINDINGS).delete({ unitId: theirs.id }))).toBe(0);
    const findings = () =>
      read(SYSTEM_AS_VIEWER, (session) => session.rows(FINDINGS).find({ unitId: theirs.id }));
    const before = await findings();
    const all = await tried(clerk, async (session) => {
      await session.rows(FINDINGS).delete({});
      return session.rows(FINDINGS).find({});
    });
    expect(all).toEqual([]);
    expect(before).not.toEqual([]);
    expect(await findings()).toEqual(before);
  });

  it("an insert or update puts no row into another unit", async () => {
    const [own] = await read(clerk, (session) => session.rows(REPORTS).find({}));
    const row: ReportRow = { ...(own as ReportRow), id: newId(), year: 2023 };
    const inserted = (owner: UnitRow, one: ReportRow) =>
      tried(clerk, (session) => session.rows(REPORTS).insert(owner, one));
    await expect(inserted(theirs, { ...row, unitId: theirs.id })).rejects.toThrow(
      "outside the writable scope",
    );
    await expect(inserted(mine, { ...row, unitId: theirs.id })).rejects.toThrow(
      "another unit than its owner",
    );
    await expect(inserted(mine, row)).resolves.toBeUndefined();
    const moved = (unitId: string) =>
      tried(clerk, (session) =>
        session.rows(REPORTS).update({ id: own?.id ?? "", unitId: mine.id }, { unitId }),
      );
    await expect(moved(theirs.id)).rejects.toThrow("another unit");
    await expect(moved(mine.id)).resolves.toBe(1);
    const path = (session: Session) =>
      session.rows(VERSIONS).update({ unitId: mine.id }, { unitPath: theirs.path });
    await expect(tried(clerk, path)).rejects.toThrow("another unit");
  });

  it("an applicant is for the unit's own people alone, and what is not public yet for those who work on it", async () => {
    const { identity } = world.app.app;
    const tables = [REQUEST_APPLICANTS, INFORMATION_REQUESTS, DISCLOSURES];
    const reach = async (caller: Caller) => {
      const viewer = await identity.viewerOf(`Bearer ${world.people.as(caller).token}`);
      return read(viewer, async (session) => {
        const counts = [];
        for (const table of tables)
          counts.push((await session.rows(table as typeof REPORTS).find({})).length);
        const steps = await session.rows(HISTORY).find({ subjectType: "Disclosure" });
        return [...counts, steps.length];
      });
    };
    const found = [];
    for (const caller of CALLERS.slice(2).filter((one) => one !== "foreign officer"))
      found.push([caller, ...(await reach(caller))]);
    expect(found).toEqual([
      // Beside what the other unit has published.
      ["own clerk", 1, 1, 4, 3],
      ["own reviewer", 1, 1, 4, 3],
      ["foreign clerk", 0, 0, 2, 0],
      ["officer", 0, 1, 4, 3],
      ["analyst", 0, 0, 2, 0],
      ["admin", 0, 0, 2, 0],
      ["case reader", 0, 1, 3, 0],
      ["auditor", 0, 0, 2, 3],
    ]);
    const row = { requestId: newId(), unitId: theirs.id, sealed: Buffer.from([1]) };
    const sealed = tried(officer, (session) => session.rows(REQUEST_APPLICANTS).insert(theirs, row));
    await expect(sealed).rejects.toThrow("outside the writable scope");
  });

  it("reading and writing reach differently: an officer reads and an analyst does not, an administrator has users only", async () => {
    const { identity } = world.app.app;
    const reach = async (caller: "analyst" | "admin") => {
      const viewer = await identity.viewerOf(`Bearer ${world.people.as(caller).token}`);
      return read(viewer, async (session) => [
        (await session.rows(REPORTS).find({})).length,
        (await session.rows(VERSIONS).find({ status: "SUBMITTED" })).length,
        (await session.rows(USERS).find({})).length > 0,
      ]);
    };
    expect(await reach("analyst")).toEqual([0, 1, false]);
    expect(await reach("admin")).toEqual([0, 0, true]);
  });

  it.each(fenced.map((table) => [table.name, table] as const))(
    "switched off for %s, turns the checks red",
    async (name, table) => {
      vi.spyOn(table, "readable").mockReturnValue(raw("1=1"));
      for (const caller of ["foreign clerk", "public"] as const)
        expect(await rowsSeenBy(world, caller, [table])).toContainEqual(`${name} by rows, as ${caller}`);
    },
  );

  it.each(["foreign clerk", "public"] as const)(
    "switched off for versions, turns statistics and ranks red, as %s",
    async (caller) => {
      vi.spyOn(VERSIONS, "readable").mockReturnValue(raw("1=1"));
      for (const one of casesOf(FROM_MANY))
        expect(await leakIn(world, [one], caller, "shows a submitted version")).toBe(true);
    },
  );

  // Each of the two tables of a saved query has a fence, and either would do.
  it.each(["foreign clerk", "officer"] as const)(
    "switched off for saved queries and their versions, turns lists and walks red, as %s",
    async (caller) => {
      for (const table of [SAVED_QUERIES, SAVED_QUERY_VERSIONS])
        vi.spyOn(table as object as typeof REPORTS, "readable").mockReturnValue(raw("1=1"));
      for (const cases of [casesOf(/^Query\.savedQueries /), WALKS])
        expect(await leakIn(world, cases, caller, "shows a query of one's own")).toBe(true);
    },
  );

  // Not the history: a record has no events for whom they are not, before any row is looked for.
  const SHOWN: readonly (readonly [string, object, Caller])[] = [
    [REPORTS, "foreign clerk"],
    [FINDINGS, "foreign officer"],
    [VERSIONS, "foreign clerk"],
    [USERS, "foreign officer"],
    [INFORMATION_REQUESTS, "foreign clerk"],
    [REQUEST_APPLICANTS, "officer"],
    [REMEDIES, "foreign officer"],
    [PROPOSALS, "foreign clerk"],
    [INTERPRETATIONS, "foreign clerk"],
    [SUPPLIED_COUNTS, "foreign officer"],
    [DISCLOSURES, "analyst"],
    [VERSION_DIFFERENCES, "foreign officer"],
  ].map(([table, caller]) => [(table as typeof REPORTS).name, table as object, caller as Caller]);
  it.each(SHOWN)(
    "switched off for %s, turns the walks from each record red",
    async (_name, table, caller) => {
      vi.spyOn(table as typeof REPORTS, "readable").mockReturnValue(raw("1=1"));
      expect(await leakIn(world, WALKS, caller, "shows")).toBe(true);
    },
  );

  it("holds by itself, should every permission be granted to everybody", async () => {
    vi.spyOn(Viewer.prototype, "rolesAt").mockReturnValue(new Set(Object.keys(ROLES) as Role[]));
    const writtenBy = async (cases: readonly Case[]): Promise<string[]> => {
      const before = await digestOf(world.app);
      const { leaks } = await check(world, cases, ["foreign clerk"]);
      expect(leaks.filter((leak) => leak.includes("shows"))).toEqual([]);
      await world.app.settled();
      return changed(before, await digestOf(world.app));
    };
    const ofRegister = (one: Case): boolean => REGISTER.test(one.about[0] ?? "");
    const others = WRITES.filter((one) => !ofRegister(one));
    // What the caller does at the own unit is recorded there, and in no history of others.
    const own = ["peer_groups", "history", "history_heads"];
    const foreign = () =>
      read(SYSTEM_AS_VIEWER, (session) => session.rows(HISTORY).find({ unitId: theirs.id }));
    const before = (await foreign()).length;
    expect((await writtenBy([...READS, ...others])).filter((table) => !own.includes(table))).toEqual([]);
    expect(await foreign()).toHaveLength(before);
    // The public register has no tenants, so only permissions keep it; what rests on it is checked again by the server,
    // and what hangs on a unit follows it, under a scope of the system's own.
    const register = ["units", "unit_names", "filing_deadlines", "district_settings", "peer_groups"];
    register.push(
      "recheck_marks",
      "findings",
      "unit_successors",
      "history",
      "history_heads",
      "information_requests",
    );
    const written = await writtenBy(WRITES.filter(ofRegister));
    expect(written.filter((table) => !register.includes(table))).toEqual([]);
  });
});

const reportsOf = (session: Session) => session.rows(REPORTS);

describe("fence 3: one door for SQL", () => {
  it.each(tenantTables.map(({ name }) => name))("%s cannot be named by hand", async (name) => {
    const statements = [
      `select * from ${name}`,
      `select * from ${name.toUpperCase()} t`,
      `select * from \`${name}\``,
      `select u.id from units u join ${name} t on t.unit_id = u.id`,
      `select id from units union select unit_id from ${name}`,
      `select (select count(*) from ${name}) as n`,
      `with t as (select * from ${name}) select * from t`,
      `update ${name} set unit_id = 'x'`,
      `delete from ${name}`,
      `insert into ${name} (unit_id) values ('x')`,
    ];
    for (const statement of statements)
      await expect(read(clerk, (session) => session.query(raw(statement)))).rejects.toThrow("session.from()");
    await expect(read(clerk, (session) => session.execute(raw(`delete from ${name}`)))).rejects.toThrow(
      "session.from()",
    );
  });

  it("what follows a scoped table cannot widen it", async () => {
    const ask = (statementOf: (session: Session) => Sql) =>
      read(clerk, (session) => session.query<{ unit_id: string }>(statementOf(session)));
    const statements: ((session: Session) => Sql)[] = [
      (s) => sql`select r.unit_id from ${s.from(REPORTS, "r")}`,
      (s) => sql`select r.unit_id from ${s.from(REPORTS, "r")} where r.year = 1 or 1=1`,
      (s) =>
        sql`select r.unit_id from ${s.from(REPORTS, "r")} where r.year = 1 or r.unit_id = ${theirs.id} or 1=1`,
      (s) =>
        sql`select r.unit_id from units u left join ${s.from(REPORTS, "r")} on 1=1 or r.unit_id = u.id where r.id is not null`,
      (s) =>
        sql`select r.unit_id from ${s.from(REPORTS, "r")} union select q.unit_id from ${s.from(REPORTS, "q")}`,
    ];
    for (const statement of statements) {
      const rows = await ask(statement);
      expect([...new Set(rows.map((row) => row.unit_id))]).toEqual([mine.id]);
    }
    const nobody = await read(PUBLIC, (s) =>
      s.query(sql`select 1 from ${s.from(REPORTS, "r")} where 1=1 or 1=1`),
    );
    expect(nobody).toEqual([]);
  });

  it("values never become SQL", async () => {
    const evil = "x' or '1'='1";
    const rows = await read(clerk, (s) =>
      s.query(sql`select 1 from ${s.from(REPORTS, "r")} where r.id in ${[evil, evil]}`),
    );
    expect(rows).toEqual([]);
  });

  it("switched off, turns the checks red", async () => {
    vi.spyOn(Session.prototype, "from").mockImplementation(
      (table, alias) => new Sql(`${table.name} ${alias}`, [], alias),
    );
    expect(
      (await rowsSeenBy(world, "foreign clerk")).filter((leak) => leak.includes("by from")),
    ).toHaveLength(fenced.length);
    for (const shown of ["shows a draft", "shows a submitted version"])
      expect(await leakIn(world, QUICK, "foreign clerk", shown)).toBe(true);
  });

  describe("and the planner sees through it", () => {
    const COUNT = 300;
    beforeAll(async () => {
      // Enough rows, of units that nobody asks for, that reading all of them would be the dearer plan.
      const { database } = world.app.app;
      await database.write(SYSTEM, async (session) => {
        const [pattern] = await session.rows(REPORTS).find({ unitId: mine.id });
        const unit = await unitOf(session, "371003104");
        const rows = Array.from({ length: COUNT }, (_, i) => ({
          ...(pattern as ReportRow),
          id: newId(),
          year: 4000 + i,
        }));
        await session.rows(REPORTS).insert(unit, ...rows);
        const [version] = await session.rows(VERSIONS).find({});
        const versions = rows.map(({ id, year }) => ({
          ...(version as NonNullable<typeof version>),
          id: newId(),
          cells: Buffer.from([1]),
          unitId: unit.id,
          unitPath: unit.path,
          reportId: id,
          year,
        }));
        await session.rows(VERSIONS).insert(unit, ...versions);
      });
    });

    /** Where the plan reads `table`, and whether it builds a table of its own first. */
    async function planOf(viewer: Viewer, table: string, statementOf: (session: Session) => Sql) {
      const sqlite = databaseKind() === "sqlite";
      const rows = await read(viewer, (session) =>
        session.query<Record<string, unknown>>(
          sql`${raw(sqlite ? "explain query plan" : "explain")} ${statementOf(session)}`,
        ),
      );
      const lines = rows.map((row) => (sqlite ? String(row["detail"]) : JSON.stringify(row)));
      return {
        materialised: lines.filter((line) => /DERIVED|MATERIALI[SZ]E|CO-ROUTINE/i.test(line)),
        scans: sqlite
          ? lines.filter((line) => new RegExp(`^SCAN (${table}|s)\\b`).test(line))
          : rows
              .filter((row) => row["table"] === "s" && row["key"] === null)
              .map((row) => JSON.stringify(row)),
        reads: lines.filter((line) => (sqlite ? line.startsWith("SEARCH s ") : line.includes('"table":"s"')))
          .length,
      };
    }
    const GOOD = { materialised: [], scans: [], reads: 1 };

    it("a report by unit and year, for a clerk and for an officer", async () => {
      for (const viewer of [clerk, officer])
        expect(
          await planOf(
            viewer,
            "reports",
            (s) =>
              sql`select r.id from ${s.from(REPORTS, "r")} where r.unit_id = ${mine.id} and r.year = 4007`,
          ),
        ).toEqual(GOOD);
    });

    it("a district's versions of one year, as one range of the primary key", async () => {
      for (const viewer of [clerk, officer, PUBLIC])
        expect(
          await planOf(viewer, "report_versions", (s) => {
            const place = allOf([
              sql`v.unit_path >= '37/3710/371003/'`,
              sql`v.unit_path < '37/3710/3710030'`,
            ]);
            return sql`select v.id from ${s.from(VERSIONS, "v")} where v.scope = 'OWN' and v.year = 4007 and ${place}`;
          }),
        ).toEqual(GOOD);
    });
  });
});
