// The floor: what any server would have to do. node:http and mysql2, the statements of the real one, plain objects.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createPool, type RowDataPacket } from "mysql2/promise";
import type { CaseKey } from "./cases.js";
import { ANSWERS } from "./floor-answers.js";

const { DATABASE_URL = "", STATEMENTS = "{}" } = process.env;
const statements = JSON.parse(STATEMENTS) as Readonly<Record<CaseKey, readonly string[]>>;
const pool = createPool({ uri: DATABASE_URL, connectionLimit: 10 });

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  JSON.parse(Buffer.concat(chunks).toString());
  const key = request.url?.slice(1) as CaseKey;
  const results: RowDataPacket[][] = [];
  for (const statement of statements[key]) results.push((await pool.query<RowDataPacket[]>(statement))[0]);
  const body = `${JSON.stringify({ data: ANSWERS[key](results) })}\n`;
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(body);
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
