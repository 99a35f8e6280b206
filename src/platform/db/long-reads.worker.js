// @ts-check
// Runs one statement after another on a connection of its own that cannot write, on a thread of its own: whoever reads
// half a million rows keeps nobody waiting. In JavaScript, so that Node finds the same file before and after the build.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

/** @typedef {{ text: string, params: unknown[] } | "more"} Asked */

/** Rows are handed over in pieces: what takes long to unpack at once would hold up the other side. */
const PIECE = 1_000;

const { driver, file } = workerData;
const Connection = createRequire(import.meta.url)(driver);
const connection = new Connection(file, { timeout: 5_000 });
connection.pragma("query_only=ON");
/** @type {Map<string, any>} */
const prepared = new Map();
/** @type {{ rows: unknown[][], told: number }} */
let found = { rows: [], told: 0 };

parentPort?.on("message", (/** @type {Asked} */ asked) => {
  try {
    const columns = asked === "more" ? null : start(asked);
    const rows = found.rows.slice(found.told, (found.told += PIECE));
    const more = found.told < found.rows.length;
    if (!more) found = { rows: [], told: 0 };
    parentPort?.postMessage({ columns, rows, more });
  } catch (error) {
    const { message, code } = /** @type {{ message: string, code?: string }} */ (error);
    parentPort?.postMessage({ error: { message, code } });
  }
});

/** @param {{ text: string, params: unknown[] }} statement */
function start({ text, params }) {
  const statement = prepared.get(text) ?? connection.prepare(text).raw(true);
  prepared.set(text, statement);
  for (const oldest of prepared.keys()) {
    if (prepared.size <= 50) break;
    prepared.delete(oldest);
  }
  found = { rows: statement.all(...params), told: 0 };
  return statement.columns().map((/** @type {{ name: string }} */ { name }) => name);
}
