import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWorld, type World } from "../access/tenants.js";
import { drive, type Driven } from "./driving.js";
import { collected, keep, kept, written, type Collected } from "./files.js";
import { Statements } from "./observed.js";
import { explained } from "./plans.js";

const ROOT = resolve(import.meta.dirname, "../..");
const HOW_TO_UPDATE =
  "schema/sql/ is not what the server sends: read the difference, and run `npm run emit-sql` if it is meant";

const statements = new Statements();
let world: World;
let driven: Driven;
let files: Collected;
beforeAll(async () => {
  statements.watch();
  world = await startWorld({ observe: statements.observe });
  driven = await drive(world, statements);
  files = collected(driven.operations, driven.all);
});
afterAll(async () => {
  statements.unwatch();
  await world.app.close();
});

/** `src/…/request.read-model.ts requestFiles`: the functions of each read model that send a statement. */
function sendingFunctions(): string[] {
  const readModels = readdirSync(join(ROOT, "src"), { recursive: true })
    .map((name) => `src/${String(name)}`)
    .filter((file) => file.endsWith(".read-model.ts"));
  return readModels.flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .split(/^(?=(?:export )?(?:async function|function|const) )/m)
      .filter((declaration) => /\bsession\.query\b/.test(declaration))
      .map((declaration) => `${file} ${/(?:function|const) (\w+)/.exec(declaration)?.[1]}`),
  );
}

it("runs every function of a read model that sends a statement", () => {
  const seen = new Set(driven.all.flatMap(({ frames }) => frames.map(({ file, name }) => `${file} ${name}`)));
  expect(sendingFunctions().length).toBeGreaterThan(50);
  expect(sendingFunctions().filter((one) => !seen.has(one))).toEqual([]);
});

const AT_THE_START =
  "Counted at the start of a server and every five minutes, by an index, for the price of statistics.";
const BY_THE_OPERATOR = "Asked by a command of the operator.";
const WORDS_WITHIN =
  "A word anywhere in a name: the register of units is read, which has 82,000 in the whole country.";

/** Why a whole table may be read, by file, function and table. */
const WHOLE_TABLES: Readonly<Record<string, string>> = {
  "ledger-size.sql ledgerSize: disclosures": AT_THE_START,
  "ledger-size.sql ledgerSize: information_requests": AT_THE_START,
  "history.sql historyCount: history":
    "Counted for an auditor of a whole tree, who filters by nothing; all else goes by an index.",
  "ledger-size.sql ledgerSize: interpretations": AT_THE_START,
  "ledger-size.sql ledgerSize: proposals": AT_THE_START,
  "ledger-size.sql ledgerSize: remedies": AT_THE_START,
  "ledger-size.sql registerSize: units": AT_THE_START,
  "rebuilding.sql portions: report_sums": BY_THE_OPERATOR,
  "rebuilding.sql yearsWithVersions: report_sums": BY_THE_OPERATOR,
  "request.sql unitIdsWithApplicants: request_applicants": BY_THE_OPERATOR,
  "dashboard.sql dashboardPage: dashboards": "as of saved queries",
  "saved-query.sql savedQueryPage: saved_queries":
    "Own, the unit's, and the superior offices' for all: no index serves the three, and a district saves dozens.",
  "unit.sql unitPage: units": WORDS_WITHIN,
  "unit.sql unitsWhere: units": WORDS_WITHIN,
  "units-then.sql unitsBelowThen: unit_places": "A row for each move of a unit: reforms are rare.",
};

it("sends what schema/sql/ says, by plans that read no whole table that grows", async () => {
  const { plans, scans } = await explained(world.app.config.databaseUrl, files);
  const emitted = written(files, plans);
  if (process.env["UPDATE_SQL"] === "true") keep(emitted);
  expect(Object.fromEntries(kept()), HOW_TO_UPDATE).toEqual(Object.fromEntries(emitted));
  expect(scans).toEqual(Object.keys(WHOLE_TABLES).sort());
});
