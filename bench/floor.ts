// The floor: what any server would have to do. node:http and mysql2, the statements of the real one, plain objects.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createPool, type Pool, type PoolConnection, type RowDataPacket } from "mysql2/promise";
import { newId } from "../src/platform/db/index.js";
import type { CaseKey } from "./case.js";
import { ANSWERS } from "./floor-answers.js";
import { NATIONAL_ANSWERS } from "./national-answers.js";
import type { Recording } from "./recording.js";
import { filled } from "./replay.js";

interface Asked {
  readonly variables?: { readonly input?: { readonly expectedRevision?: number } };
}
type Results = RowDataPacket[][];

const { DATABASE_URL = "", RECORDING = "{}" } = process.env;
const answers = { ...ANSWERS, ...NATIONAL_ANSWERS };
const recording = JSON.parse(RECORDING) as Recording;
const pool = createPool({ uri: DATABASE_URL, connectionLimit: 10 });

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
  const key = request.url?.slice(1) as CaseKey;
  const revision = variables?.input?.expectedRevision;
  const statements = filled(recording[key] ?? [], revision ?? 0, newId, new Date());
  const results = await (revision === undefined ? run(pool, statements) : runOnOne(statements));
  const body = `${JSON.stringify({ data: answers[key](results, revision ?? 0) })}\n`;
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(body);
}

/** What writes holds a transaction, which is committed as the server's is. */
async function runOnOne(statements: readonly string[]): Promise<Results> {
  const connection = await pool.getConnection();
  try {
    return await run(connection, statements);
  } finally {
    connection.release();
  }
}

async function run(on: Pool | PoolConnection, statements: readonly string[]): Promise<Results> {
  const results: Results = [];
  for (const statement of statements) results.push((await on.query<RowDataPacket[]>(statement))[0]);
  return results;
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(0, "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.once("SIGTERM", () => process.exit());
