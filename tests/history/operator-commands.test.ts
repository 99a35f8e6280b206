import { readdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { pino } from "pino";
import { openAppDatabase, TABLES } from "../../src/app/app-database.js";
import { INFORMATION_REQUESTS } from "../../src/ledgers/requests/request.entity.js";
import { HISTORY, type HistoryRow } from "../../src/history/index.js";
import { sealHistory, type Operation } from "../../src/history/api.js";
import type { Database, Session } from "../../src/platform/db/index.js";
import { UNITS } from "../../src/units/unit.entity.js";
import { changed, wholeDigestOf, SYSTEM } from "../access/rows.js";
import { received } from "../ledgers/cases.js";
import { newOffice } from "../reports/factories.js";
import { startTestApp, TEST_SECRETS } from "../harness/app.js";

const COMMANDS = new URL("../../src/cli/", import.meta.url);

interface Case {
  readonly args?: readonly string[];
  /** What there is to do for the command. */
  readonly given?: () => Promise<unknown>;
  /** The operations of its entries in the history; none of a command that changes nothing. */
  readonly leaves: readonly Operation[];
}

const NOTHING: Case = { leaves: [] };

/** What is not run here: no database is theirs to change, or none that has rows. */
const NOT_RUN = ["check-schema", "emit-roles", "emit-schema", "import-reports", "seed-national"];

const planted = (work: (session: Session) => Promise<unknown>) => database.write(SYSTEM, work);

const uprooted = () =>
  planted((session) => session.rows(UNITS).update({ code: "371004" }, { parentId: null }));

/** One open request with a day that no calendar gives it. */
const misdated = () =>
  planted(async (session) => {
    const requests = session.rows(INFORMATION_REQUESTS);
    const [open] = await requests.find({ decidedOn: null }, { limit: 1 });
    if (!open) throw new Error("one request is open");
    await requests.update({ id: open.id, unitId: open.unitId }, { dueOn: "2027-12-31" });
  });

/** The sealed heads are those of today. */
const sealedLongAgo = () => sealHistory(database, SYSTEM, new Date("2026-02-01T00:00:00Z"));

/** Every command of the operator: whoever adds one says here what it leaves in the history. */
const CASES: Readonly<Record<string, Case>> = {
  "blank-personal-data": { args: ["--before", "2026-01-01"], leaves: ["blankApplicant"] },
  "check-schema": { ...NOTHING, args: ["contract"] },
  "create-admin": {
    args: [
      "--login",
      "first",
      "--name",
      "张三",
      "--unit",
      "371004",
      "--unit-name",
      "新区",
      "--generate",
    ].concat(["--unit-kind", "DISTRICT", "--under", "3710"]),
    leaves: ["createUnit", "createUser"],
  },
  // These two write files of the product, and open no database.
  "emit-roles": NOTHING,
  "emit-schema": NOTHING,
  // With its own test: tests/reports/import-folder.test.ts.
  "import-reports": { leaves: ["applyImport", "importFolder"] },
  migrate: NOTHING,
  "place-root": { args: ["--all"], given: uprooted, leaves: ["moveUnit"] },
  "prune-history": { given: sealedLongAgo, leaves: ["pruneHistory"] },
  "rebuild-area-sums": { leaves: ["rebuildAreaSums"] },
  "reckon-clocks": { args: ["--apply"], given: misdated, leaves: ["reckonAgain"] },
  // Fills an empty MariaDB alone: what it loads comes with its past.
  "seed-national": NOTHING,
  "verify-history": NOTHING,
};
let url: string;
let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const app = await startTestApp({ seed: "reports" });
  const { clerk, code } = await newOffice(app);
  await received(clerk, code, "2026-01-05");
  url = app.config.databaseUrl;
  await app.app.close();
  drop = () => app.drop();
  database = await openAppDatabase({ databaseUrl: url }, pino({ level: "silent" }));
});
afterAll(async () => {
  await database.close();
  await drop();
});

const { argv, env } = process;
beforeEach(() => {
  // Later than any entry's retention: commands go by the system's clock.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-03-01T09:00:00+08:00") });
  vi.spyOn(console, "log").mockReturnValue(undefined);
  process.env = {
    ...env,
    ...{ DATABASE_URL: url, AUTH_SECRET: TEST_SECRETS.authSecret },
    ...{ PERSONAL_DATA_KEY: TEST_SECRETS.personalDataKey, LOG_LEVEL: "silent" },
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Object.assign(process, { argv, env });
  process.exitCode = undefined;
});

const entries = (): Promise<HistoryRow[]> =>
  database.read(SYSTEM, (session) => session.rows(HISTORY).find({}));

/** Rows that people see: sessions, locks, and the history itself are kept besides. */
const MACHINERY = new Set(TABLES.filter(({ machinery }) => machinery === true).map(({ name }) => name));

it("every command has a case", () => {
  const commands = readdirSync(COMMANDS).filter((file) =>
    /^await runCommand\(/m.test(readFileSync(new URL(file, COMMANDS), "utf8")),
  );
  expect(commands.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual(Object.keys(CASES).sort());
});

it.each(Object.entries(CASES).filter(([name]) => !NOT_RUN.includes(name)))(
  "%s leaves in the history what it changed",
  async (name, { args = [], given, leaves }) => {
    await given?.();
    const known = new Set((await entries()).map(({ unitId, seq }) => `${unitId} ${seq}`));
    const before = await wholeDigestOf(database);
    process.argv = ["node", name, ...args];
    await import(new URL(`${name}.ts`, COMMANDS).pathname);
    expect(process.exitCode).toBeUndefined();
    const fresh = (await entries()).filter(({ unitId, seq }) => !known.has(`${unitId} ${seq}`));
    expect([...new Set(fresh.map(({ operation }) => operation))].sort()).toEqual([...leaves].sort());
    const tables = changed(before, await wholeDigestOf(database)).filter((table) => !MACHINERY.has(table));
    if (leaves.length === 0) expect(tables).toEqual([]);
  },
);
