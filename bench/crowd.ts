// `npm run bench -- crowd`: many at once, and one save beside the worst that an analyst may ask for.
import { performance } from "node:perf_hooks";
import type { Case } from "./case.js";
import { CASES } from "./cases.js";
import { Client, type Target } from "./client.js";
import { DISTRICT } from "./district.js";
import type { Program } from "./program.js";
import type { Askers } from "./targets.js";

const CROWDS = [40, 200];
const FOR_MS = 10_000;
/** So many statistics at once, each asked for again as soon as it is answered. */
const ANALYSTS = 14;

const STATISTIC = `query Statistic($input: RequestStatisticsInput!) {
  requestStatistics(input: $input) { rows { keys values } }
}`;
const WORST = {
  input: {
    scope: { under: DISTRICT },
    groupBy: ["UNIT", "OUTCOME_GROUP"],
    measures: [
      { name: "n", function: "COUNT" },
      { name: "median", function: "MEDIAN", field: "WORKING_DAYS" },
    ],
  },
};

interface Asked {
  /** Of the calls that were served, in milliseconds. */
  readonly waits: readonly number[];
  readonly refused: number;
}

export async function benchCrowd(
  server: Program,
  askers: Askers,
  tell: (what: string) => void,
): Promise<void> {
  const list = askers.of(caseOf("dueList"));
  await ask(list, 16, FOR_MS); // until it is compiled
  const served: number[] = [];
  for (const clients of CROWDS) {
    const { waits, refused } = await ask(list, clients, FOR_MS);
    served.push(waits.length);
    tell(`${clients} clients: ${waits.length} served, ${refused} refused, median ${at(waits, 0.5)} ms`);
  }
  tell(
    `served at ${CROWDS[1]} for each at ${CROWDS[0]}: ${((served[1] ?? 0) / (served[0] ?? 1)).toFixed(2)}`,
  );
  const save = askers.of(caseOf("deriveReport"));
  const alone = await ask(save, 1, FOR_MS / 2);
  await server.usage();
  const statistic = askers.reading({ by: "officer", document: STATISTIC, variables: WORST });
  const [beside, statistics] = await Promise.all([ask(save, 1, FOR_MS), ask(statistic, ANALYSTS, FOR_MS)]);
  tell(`a save alone: median ${at(alone.waits, 0.5)} ms, worst ${at(alone.waits, 1)} ms`);
  tell(`beside ${ANALYSTS} statistics: median ${at(beside.waits, 0.5)} ms, worst ${at(beside.waits, 1)} ms`);
  tell(`${statistics.waits.length} statistics served, ${statistics.refused} refused`);
  tell(`longest stall of the event loop meanwhile: ${(await server.usage()).stallMs.toFixed(0)} ms`);
}

function caseOf(key: Case["key"]): Case {
  const found = CASES.find((one) => one.key === key);
  if (!found) throw new Error(`no case ${key}`);
  return found;
}

/** Each of some clients asks again as soon as it was answered or refused. */
async function ask(target: Target, clients: number, forMs: number): Promise<Asked> {
  const client = new Client(target, clients);
  const [end, waits] = [performance.now() + forMs, [] as number[]];
  let refused = 0;
  const caller = async (): Promise<void> => {
    for (let start = performance.now(); start < end; start = performance.now())
      await client.ask().then(
        () => waits.push(performance.now() - start),
        () => refused++,
      );
  };
  await Promise.all(Array.from({ length: clients }, caller));
  client.close();
  return { waits, refused };
}

function at(waits: readonly number[], quantile: number): string {
  const sorted = [...waits].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? NaN).toFixed(0);
}
