// `npm run bench -- imports`: a ledger of 50,000 rows brought in, on MariaDB and on SQLite, and who waits meanwhile.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { asOperator } from "../src/access/index.js";
import { openAppDatabase } from "../src/app/app-database.js";
import { TenantScope } from "../src/kernel/tenant-scope.js";
import type { DisclosureRow } from "../src/ledgers/disclosures/api.js";
import { DISCLOSURES } from "../src/ledgers/disclosures/index.js";
import { newId } from "../src/platform/db/index.js";
import { addRecords } from "../src/records/index.js";
import { unitByCode } from "../src/units/index.js";
import { createBenchDatabase } from "./database.js";
import { DERIVING } from "./district.js";
import { loadTenants } from "./load.js";
import type { Program } from "./program.js";
import { Askers, once } from "./targets.js";

const SCOPE = TenantScope.system("bench");
const SILENT = { debug: () => undefined, warn: () => undefined };
const QUIET_MS = 3_000;
const SAVE_EVERY_MS = 100;
const POLL_EVERY_MS = 500;
const FLOOR_UNIT = "990102002";
const WAIT_AIM_MS = 200;

export interface Bench {
  readonly tell: (what: string) => void;
  readonly closing: (() => Promise<void>)[];
  readonly open: (file: string, env: Readonly<Record<string, string>>) => Promise<Program>;
}

export async function benchImports(bench: Bench, authSecret: string, rows: number): Promise<void> {
  const mariadb = await createBenchDatabase(process.env.DATABASE_URL);
  bench.closing.push(() => mariadb.drop());
  const folder = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
  bench.closing.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  for (const url of [`sqlite:${join(folder, "bench.sqlite")}`, mariadb.url])
    await benchOn(bench, { url, authSecret, rows });
}

interface On {
  readonly url: string;
  readonly authSecret: string;
  readonly rows: number;
}

async function benchOn({ tell, open }: Bench, { url, authSecret, rows }: On): Promise<void> {
  const kind = url.split(":")[0] ?? "";
  await loadTenants(url, authSecret);
  const secrets = { AUTH_SECRET: authSecret, PERSONAL_DATA_KEY: authSecret };
  const env = { DATABASE_URL: url, ...secrets, BUDGET_FACTOR: "9999999", LOG_LEVEL: "error", PORT: "0" };
  const server = await open("../src/main.js", env);
  const askers = await Askers.signIn(server.address);
  const alone = await savesFor(askers, () => sleep(QUIET_MS));
  const { peakMb } = await server.usage();
  const began = performance.now();
  const uploadId = await upload(server.address, askers.token("clerk"), fileOf(rows));
  const read = performance.now();
  const started = await asked<Started>(askers, START, {
    input: { kind: "DISCLOSURES", uploadId, unitCode: DERIVING.unitCode, preview: false },
  });
  const { id } = started.startTableImport.tableImport;
  const waits = await savesFor(askers, () => ended(askers, id));
  const { node: end } = await asked<Polled>(askers, POLL, { id });
  const tookMs = performance.now() - read;
  const usage = await server.usage();
  await server.stop();
  const floorMs = await floor(url, rows);
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  tell(
    `${kind}: ${rows} rows uploaded and read in ${seconds(read - began)} s, ${end.state} with ${end.rowsWritten} in ${seconds(tookMs)} s`,
  );
  tell(
    `${kind}: bare rows with their history in ${seconds(floorMs)} s: b / a ${(tookMs / floorMs).toFixed(2)}; memory ${peakMb.toFixed(0)} -> ${usage.peakMb.toFixed(0)} MB, longest stall ${usage.stallMs.toFixed(0)} ms`,
  );
  tell(`${kind}: ${waited(waits, alone)}`);
}

function waited(waits: readonly number[], alone: readonly number[]): string {
  const worst = Math.max(...waits);
  const kept = worst <= WAIT_AIM_MS ? "kept" : "MISSED";
  return `${waits.length} saves of the same unit meanwhile, median ${at(waits, 0.5)} ms, worst ${at(waits, 1)} ms (aim ${WAIT_AIM_MS}, ${kept}); alone ${at(alone, 0.5)} and ${at(alone, 1)} ms`;
}

const at = (waits: readonly number[], share: number): string =>
  ([...waits].sort((a, b) => a - b)[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0);

const fileOf = (rows: number): string =>
  [
    "标题,类别,公开渠道,条数,形成日期",
    ...Array.from(
      { length: rows },
      (_, i) => `关于第${i}号事项的公告,财政信息,政府网站,1,2024-${two(1 + (i % 12))}-${two(1 + (i % 28))}`,
    ),
  ].join("\n");
const two = (n: number): string => String(n).padStart(2, "0");

async function upload(address: string, token: string, csv: string): Promise<string> {
  const answer = await fetch(`${address}/uploads?name=ledger.csv`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", authorization: `Bearer ${token}` },
    body: csv,
  });
  const { upload: made } = (await answer.json()) as { readonly upload?: { readonly id: string } };
  if (!made) throw new Error(`the file was not read: ${answer.status}`);
  return made.id;
}

const START = `mutation ($input: StartTableImportInput!) { startTableImport(input: $input) { tableImport { id } problems { message } } }`;
const POLL = `query ($id: ID!) { node(id: $id) { ... on TableImport { state rowsWritten endedAt rowProblems { row message } } } }`;
const SAVE = `mutation ($input: ReceiveRequestInput!) { receiveRequest(input: $input) { problems { message } } }`;
const REQUEST = {
  ...{ unitCode: DERIVING.unitCode, subject: "某事项", applicantKind: "NATURAL_PERSON" },
  ...{ applicant: { name: "某甲" }, receiptChannel: "IN_PERSON", receivedOn: "2025-03-04" },
};

interface Started {
  readonly startTableImport: { readonly tableImport: { readonly id: string } };
}
interface Polled {
  readonly node: { readonly state: string; readonly rowsWritten: number; readonly endedAt: string | null };
}

async function asked<Data>(askers: Askers, document: string, variables: object): Promise<Data> {
  const answer = await once(askers.reading({ by: "clerk", document, variables }));
  const { data, errors } = JSON.parse(answer) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(answer.slice(0, 1_000));
  return data;
}

async function ended(askers: Askers, id: string): Promise<Polled["node"]> {
  for (;;) {
    const { node } = await asked<Polled>(askers, POLL, { id });
    if (node.endedAt !== null) return node;
    await sleep(POLL_EVERY_MS);
  }
}

/** How long saves took while something else went on. */
async function savesFor(askers: Askers, work: () => Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  const over = new AbortController();
  const saving = saveOften(askers, waits, over.signal);
  await work();
  over.abort();
  await saving;
  return waits;
}

async function saveOften(askers: Askers, waits: number[], over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const began = performance.now();
    await asked(askers, SAVE, { input: REQUEST });
    waits.push(performance.now() - began);
    await sleep(SAVE_EVERY_MS);
  }
}

/** The least that any import would have to do: the rows and an entry of the history for each, in the same parts. */
async function floor(url: string, rows: number): Promise<number> {
  const database = await openAppDatabase({ databaseUrl: url }, SILENT);
  try {
    const unit = await database.read(SCOPE, (session) => unitByCode(session, FLOOR_UNIT));
    if (!unit) throw new Error(`no unit ${FLOOR_UNIT}`);
    const began = performance.now();
    for (let from = 0; from < rows; from += PART)
      await database.write(SCOPE, async (session) => {
        const call = asOperator(session, new Date(), "importDisclosures");
        const part = Array.from({ length: Math.min(PART, rows - from) }, (_, i) => rowOf(unit.id, from + i));
        const kind = { table: DISCLOSURES, type: "Disclosure" } as const;
        await addRecords(call, kind, { unit, rows: part }, ({ formedOn }) => ({ on: formedOn, note: null }));
      });
    return performance.now() - began;
  } finally {
    await database.close();
  }
}

const PART = 250;
const rowOf = (unitId: string, i: number): DisclosureRow => ({
  ...{ id: newId(), unitId, title: `关于第${i}号事项的公告`, category: "财政信息", channels: 1, items: 1 },
  ...{
    status: "DRAFT",
    formedOn: "2024-01-01",
    dueOn: "2024-01-29",
    publishedOn: null,
    documentKind: null,
  },
  ...{ documentNumber: null, repealedOn: null, revision: 1, createdAt: new Date(0).toISOString() },
});
