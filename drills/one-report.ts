import { ask, signIn } from "./api.js";
import { accountUrl, copyTo, startMariadbOn, temporaryFolder } from "./databases.js";
import type { Drill } from "./drill.js";
import { Server, type Installation } from "./server.js";
import { storedReport } from "./stored.js";
import { verdictOfEdits, type Counts, type Edit } from "./verdict.js";

const UNIT = "371003003";
const YEAR = 2025;
const EDITS_EACH = 25;
/** One cell each, none of them a total. */
const CELLS = [
  "requests.received.naturalPerson",
  "requests.carriedIn.naturalPerson",
  "requests.granted.naturalPerson",
  "requests.partial.naturalPerson",
  "requests.denied.thirdParty.naturalPerson",
  "requests.carriedOut.naturalPerson",
  "proactive.licences.decisions",
  "proactive.penalties.decisions",
];

const SAVE = `mutation ($input: SaveReportInput!) {
  saveReport(input: $input) {
    report { revision } problems { code message ... on StaleRevision { currentRevision } }
  }
}`;

interface Saved {
  readonly saveReport: {
    readonly report: { readonly revision: number } | null;
    readonly problems: readonly { code: string; message: string; currentRevision?: number }[];
  };
}

/** Eight clerks edit one report, each a cell of its own, and try again on the newer revision when another was faster. */
async function eightClerks(installation: Installation, outside: string): Promise<Counts> {
  const server = await Server.start(installation);
  const clerks = await Promise.all(CELLS.map(() => signIn(server.address, `clerk.${UNIT}`)));
  const save = (token: string, cells: object[], expectedRevision: number | null): Promise<Saved> =>
    ask<Saved>({
      ...{ address: server.address, token, document: SAVE },
      variables: { input: { unitCode: UNIT, year: YEAR, cells, expectedRevision } },
    });
  await save(clerks[0] ?? "", [], null);
  const acknowledged: Edit[] = [];
  const edit = async (cell: string, token: string): Promise<void> => {
    let revision = 1;
    for (let n = 1; n <= EDITS_EACH;) {
      const { report, problems } = (await save(token, [{ code: cell, value: `${n}` }], revision)).saveReport;
      const [problem] = problems;
      if (problem && problem.code !== "STALE_REVISION") throw new Error(problem.message);
      revision = report?.revision ?? problem?.currentRevision ?? revision;
      if (report) acknowledged.push({ cell, value: `${n++}`, revision });
    }
  };
  await Promise.all(CELLS.map((cell, i) => edit(cell, clerks[i] ?? "")));
  return { acknowledged: acknowledged.length, ...verdictOfEdits(acknowledged, await storedReport(outside)) };
}

export const ONE_REPORT: readonly Drill[] = [
  {
    name: "one-report",
    database: "SQLite",
    needs: [],
    run: async ({ root, sqlite }) => {
      const databaseUrl = copyTo(temporaryFolder(), await sqlite());
      return eightClerks({ root, databaseUrl }, databaseUrl);
    },
  },
  {
    name: "one-report",
    database: "MariaDB",
    needs: ["mariadbd"],
    run: async ({ root, mariadb }) => {
      const { rootUrl, port } = await startMariadbOn(await mariadb());
      return eightClerks({ root, databaseUrl: accountUrl(port) }, rootUrl);
    },
  },
];
