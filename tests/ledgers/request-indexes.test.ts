import { afterAll, beforeAll, expect, it } from "vitest";
import { Viewer } from "../../src/access/index.js";
import { REQUEST_DATA } from "../../src/ledgers/requests/api.js";
import { cellCounting } from "../../src/derivation/index.js";
import { ledgerStatistics } from "../../src/questions/statistics/ledger-statistics.js";
import { requestActivityOf } from "../../src/ledgers/requests/request-activity.read-model.js";
import { raw, sql, type Session, type Sql } from "../../src/platform/db/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { databaseKind } from "../harness/database.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { plant } from "./planted-rows.js";

const CODES = ["371003001", "371003002", "371003003"];
const YEAR = { from: "2024-01-01", to: "2024-12-31" };
const MANY = 400;

let app: TestApp;
let officer: Viewer;
beforeAll(async () => {
  app = await startTestApp();
  const day = (i: number): string => `20${20 + (i % 5)}-0${1 + (i % 9)}-1${i % 10}`;
  for (const code of CODES)
    await plant(app, code, {
      requests: Array.from({ length: MANY }, (_, i) => ({ countedOn: day(i), decidedOn: day(i) })),
    });
  const { id, path } = await unit("371003");
  const user = { id, sessionId: id, login: "officer", displayName: "示例" };
  officer = new Viewer(user, [{ unit: { id, path }, role: "OFFICER" }]);
});
afterAll(() => app.close());

const unit = (code: string) => app.app.database.read(SYSTEM, (session) => unitOf(session, code));

/** How the database reads the requests in each statement that `work` sends: by which index, and by it alone? */
async function readings(work: (session: Session) => Promise<unknown>): Promise<string[]> {
  return app.app.database.read(officer.scope, async (session) => {
    const seen: Sql[] = [];
    const query = (statement: Sql) => (seen.push(statement), session.query(statement));
    const watched = new Proxy(session, {
      get: (_, name: keyof Session) => {
        if (name === "query") return query;
        const member: unknown = session[name];
        return typeof member === "function" ? (member.bind(session) as unknown) : member;
      },
    });
    await work(watched);
    const found: string[] = [];
    for (const statement of seen.filter(({ text }) => text.includes("information_requests")))
      found.push(...(await readingOf(session, statement)));
    return found;
  });
}

async function readingOf(session: Session, statement: Sql): Promise<string[]> {
  if (databaseKind() === "sqlite") {
    const rows = await session.query<{ detail: string }>(sql`${raw("explain query plan")} ${statement}`);
    return rows.flatMap(({ detail }) => / s USING (COVERING INDEX \w+|INDEX \w+)/.exec(detail)?.[1] ?? []);
  }
  const rows = await session.query<{ table: string; key: string | null; Extra: string }>(
    sql`${raw("explain")} ${statement}`,
  );
  return rows
    .filter(({ table }) => table === "s")
    .map(({ key, Extra }) => `${/Using index(?! condition)/.test(Extra) ? "COVERING " : ""}INDEX ${key}`);
}

const statistics = (dateBasis: "RECEIVED" | "DECIDED") => (session: Session) =>
  ledgerStatistics(
    { session, viewer: officer, now: app.clock.now() },
    REQUEST_DATA,
    {
      scope: { under: "371003" },
      dateBasis,
      where: { years: [2024] },
      groupBy: dateBasis === "DECIDED" ? ["OUTCOME"] : ["APPLICANT_KIND"],
      measures: [{ name: "n", function: "COUNT" }],
    },
    cellCounting,
  );

it("O8 statistics of decided requests read nothing but their index", async () =>
  expect(await readings(statistics("DECIDED"))).toEqual(["COVERING INDEX requests_by_decision"]));

it("O8 statistics of received requests read nothing but their index", async () =>
  expect(await readings(statistics("RECEIVED"))).toEqual(["COVERING INDEX requests_by_receipt"]));

it("O8 activity of several units reads nothing but them for what came in and what was decided", async () => {
  const ids = await Promise.all(CODES.map(async (code) => (await unit(code)).id));
  const found = await readings((session) => requestActivityOf(session, ids, YEAR, "2026-01-20"));
  expect(found.slice(0, 2)).toEqual([
    "COVERING INDEX requests_by_receipt",
    "COVERING INDEX requests_by_decision",
  ]);
});
