// Runs five operations of the built server over the demo, each in one HTTP call, and reports what one call takes: our
// files that are executed, SQL statements, and our stack frames above the deepest statement.
import { mkdtempSync, rmSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtFile, fileExporting, ROOT } from "./source.mjs";

const DIST = pathToFileURL(join(ROOT, "dist/")).href;
const NOW = new Date("2026-01-20T09:00:00+08:00");
const CONFIG = {
  ...{ port: 0, host: "127.0.0.1", calendarFile: null, demo: false, logLevel: "silent", production: false },
  ...{ trustedProxies: 0, passwordPolicy: "standard", budgetFactor: 1000 },
  authSecret: "measured with a secret that is long enough",
  personalDataKey: "measured with another secret that is long enough",
};
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
const CASE = "request { id number state revision clock { dueOn workingDaysLeft } } problems { code message }";
const DOCUMENTS = {
  saveReport: `mutation ($input: SaveReportInput!) { saveReport(input: $input) {
    report { id revision findings(statuses: [OPEN]) { id severity rule { code } message } }
    problems { code message } } }`,
  receiveRequest: `mutation ($input: ReceiveRequestInput!) { receiveRequest(input: $input) { ${CASE} } }`,
  decideRequest: `mutation ($input: DecideRequestInput!) { decideRequest(input: $input) { ${CASE} } }`,
  compareReports: `query ($input: CompareReportsInput!) { compareReports(input: $input) {
    columns { year indicator { label } reported total median }
    rows { unit { shortName } values numerators denominators changes ranks } } }`,
  requestStatistics: `query ($input: RequestStatisticsInput!) { requestStatistics(input: $input) {
    rows { labels values states } totals { values } coverage { units groups suppressed protection notes } } }`,
};

const CLERK = "clerk.371003104";
const OFFICER = "officer.371003";
const UNIT = { unitCode: "371003104" };
const cell = (value) => ({ cells: [{ code: "requests.received.naturalPerson", value }] });
const received = (subject) => ({
  ...{ ...UNIT, subject, applicantKind: "NATURAL_PERSON", applicant: { name: "示例·于某" } },
  ...{ receiptChannel: "IN_PERSON", arrivedOn: "2026-01-05" },
});
const decided = ({ id, revision }) => ({
  ...{ requestId: id, expectedRevision: revision },
  ...{ on: "2026-01-12", outcome: "GRANTED", article: "§36(2)" },
});
const compared = (year) => ({
  ...{ under: "371003", years: [year - 1, year] },
  ...{ indicators: ["requests.received.total", "rates.disclosed"] },
  orderBy: { indicator: "requests.received.total", year },
});
const counted = (group) => ({
  scope: { under: "371003", kinds: ["SUBDISTRICT", "TOWN", "DEPARTMENT"] },
  ...{ dateBasis: "DECIDED", where: { outcomeGroups: [group] }, groupBy: ["OUTCOME", "QUARTER"] },
  ...{ measures: [{ name: "件数", function: "COUNT" }], totals: true },
});

/** Our files, statements and frames of each operation, by its name. */
export async function measureOperations() {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-house-"));
  const probe = statementProbe();
  const app = await startServer(`sqlite:${join(folder, "house.sqlite")}`, probe.observe);
  try {
    await app.settled();
    return await run(app, await startCoverage(), probe);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(databaseUrl, observe) {
  const load = (name) => import(pathToFileURL(builtFile(fileExporting(name))).href);
  const { createApp } = await load("createApp");
  const { seedDemo } = await load("seedDemo");
  const { pino } = await import("pino");
  const options = { config: { ...CONFIG, databaseUrl }, clock: { now: () => NOW }, passwordCost: CHEAP };
  const app = await createApp({ ...options, log: pino({ level: "silent" }), observe });
  await seedDemo(app);
  await app.http.listen({ port: 0, host: "127.0.0.1" });
  return app;
}

/** Each operation twice: the first time on another record, so that what runs once in a process is not counted. */
async function run(app, coverage, probe) {
  const clerk = await signIn(app, CLERK);
  const officer = await signIn(app, OFFICER);
  const anybody = null;
  const results = {};
  const twice = async (field, token, ...inputs) => {
    const answers = [];
    for (const input of inputs) {
      await app.settled();
      await coverage.take();
      probe.take();
      answers.push(await ask(app, { field, token, input }));
      results[field] = { files: await coverage.take(), ...probe.take() };
    }
    return answers;
  };
  await twice(
    "saveReport",
    clerk,
    { ...UNIT, year: 2024, ...cell("3") },
    { ...UNIT, year: 2025, ...cell("4") },
  );
  const cases = await twice("receiveRequest", clerk, received("道路硬化结算"), received("征地补偿标准"));
  await twice("decideRequest", clerk, ...cases.map(({ request }) => decided(request)));
  await twice("compareReports", anybody, compared(2022), compared(2023));
  await twice("requestStatistics", officer, counted("GRANTED"), counted("DENIED"));
  return results;
}

async function signIn(app, login) {
  const { DEMO_PASSWORD } = await import(
    pathToFileURL(builtFile(fileExporting("DEMO_PASSWORD", ["seeds"]))).href
  );
  const answer = await post(app, {
    query: SIGN_IN,
    variables: { input: { login, password: DEMO_PASSWORD } },
  });
  return answer.data.signIn.token;
}

async function ask(app, { field, token, input }) {
  const answer = await post(app, { query: DOCUMENTS[field], variables: { input } }, token);
  const result = answer.data?.[field];
  if (!result || answer.errors || result.problems?.length > 0)
    throw new Error(`${field}: ${JSON.stringify(answer)}`);
  return result;
}

async function post(app, payload, token) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const [{ address, port }] = app.http.addresses();
  const url = `http://${address}:${port}/graphql`;
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(payload) })).json();
}

/** Which of our files ran at least one function since the last call; V8 reports counts as differences. */
async function startCoverage() {
  const inspector = new Session();
  inspector.connect();
  await inspector.post("Profiler.enable");
  await inspector.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    take: async () => {
      const { result } = await inspector.post("Profiler.takePreciseCoverage");
      return result
        .filter(({ url }) => url.startsWith(DIST))
        .filter(ranFunction)
        .map(({ url }) => url.slice(DIST.length));
    },
  };
}

/** The module's own code, the range from 0, runs at import. */
const ranFunction = ({ functions }) =>
  functions.some(({ ranges: [range] }) => range.startOffset > 0 && range.count > 0);

/** The statements since the last call, and our frames where the deepest of them left. */
function statementProbe() {
  let statements = [];
  let frames = 0;
  return {
    observe: (statement) => {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 200;
      const own = new Error().stack.split("\n").filter((line) => line.includes(DIST));
      Error.stackTraceLimit = limit;
      // From the resolver on: what lies above it is the executor, which is the same for all.
      const resolver = own.findLastIndex((line) => /[.]resolver[.]js:/.test(line));
      frames = Math.max(frames, resolver < 0 ? own.length : resolver + 1);
      statements.push(statement);
    },
    take: () => {
      const since = { statements, frames };
      statements = [];
      frames = 0;
      return since;
    },
  };
}
