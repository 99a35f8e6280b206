import { createHash } from "node:crypto";
import { newId, type Database } from "../platform/db/index.js";
import { readInThread } from "../reading/index.js";
import type { TenantScope } from "../kernel/tenant-scope.js";
import type { Digest } from "./digest-file.js";
import type { UploadRow } from "./upload.entity.js";
import { storeUpload } from "./upload.store.js";

const PROGRAM = new URL("./digest.worker.js", import.meta.url);
/** The parts of a file are counted long before its time is up; a large workbook takes seconds by right. */
const READING_MS = { sheet: 15_000, other: 5_000 };

export interface FileAtHand {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Bringing {
  readonly database: Database;
  readonly scope: TenantScope;
  readonly userId: string;
  readonly now: Date;
}

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Reads a file on a thread of its own, and keeps it with what was read as its user's. Throws Unreadable. */
export async function bringIn(
  { name, bytes }: FileAtHand,
  { database, scope, userId, now }: Bringing,
): Promise<UploadRow> {
  const sha256 = hashOf(bytes);
  const size = bytes.length;
  const timeMs = READING_MS[isSheet(bytes, name) ? "sheet" : "other"];
  const digest = await readInThread<Digest>({ program: PROGRAM, bytes, name, timeMs });
  const createdAt = now.toISOString();
  const row: UploadRow = { id: newId(), userId, name, bytes: size, sha256, ...digest, createdAt };
  await database.write(scope, (session) => storeUpload(session, row, bytes));
  return row;
}

const isSheet = (bytes: Uint8Array, name: string): boolean =>
  /\.csv$/i.test(name) ||
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("xl/worksheets/");
