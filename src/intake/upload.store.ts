import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { notFound } from "../kernel/fault.js";
import { sql, type Session } from "../platform/db/index.js";
import { joined, partsOf } from "./parts.js";
import { UPLOAD_PARTS, UPLOADS, type UploadRow } from "./upload.entity.js";
import type { Understood } from "./understanding/understand.js";

/** A user's newest uploads are kept; the oldest make room. */
const MOST_UPLOADS = 20;
const MOST_BYTES = 100 * 1024 * 1024;

export async function storeUpload(session: Session, row: UploadRow, content: Uint8Array): Promise<void> {
  await session.rows(UPLOADS).insert(row);
  for await (const parts of partsOf(content))
    await session.rows(UPLOAD_PARTS).insert(...parts.map((part) => ({ ...part, uploadId: row.id })));
  const kept = await session.query<{ id: string; bytes: number }>(
    sql`select id, bytes from uploads where user_id = ${row.userId} order by created_at desc, id`,
  );
  let total = 0;
  const beyond = kept.filter(({ id, bytes }, i) => {
    total += bytes;
    return id !== row.id && (i >= MOST_UPLOADS || total > MOST_BYTES);
  });
  if (beyond.length > 0)
    await session.execute(sql`delete from uploads where id in ${beyond.map(({ id }) => id)}`);
}

/** The file itself; null where it was brought in before files were kept. */
export async function contentOf(session: Session, { id, bytes }: UploadRow): Promise<Buffer | null> {
  const parts = await session.query<{ content: Uint8Array }>(
    sql`select content from upload_parts where upload_id = ${id} order by number`,
  );
  if (parts.length === 0) return null;
  return joined(
    parts.map(({ content }) => content),
    bytes,
  );
}

/** Before its day is over: its work is done. */
export const dropUpload = (session: Session, { id }: UploadRow): Promise<number> =>
  session.rows(UPLOADS).delete({ id });

/** Another user's upload is as one that does not exist. */
export async function uploadOf(session: Session, id: string, userId: string): Promise<UploadRow> {
  const row = await session.rows(UPLOADS).one({ id, userId });
  if (!row) throw notFound();
  return row;
}

const unpack = promisify(gunzip);

export const understoodOf = async ({ report }: UploadRow): Promise<Understood> =>
  JSON.parse((await unpack(Buffer.from(report, "base64"))).toString()) as Understood;

export const sheetOf = async ({ sheet }: UploadRow): Promise<string | null> =>
  sheet === null ? null : (await unpack(Buffer.from(sheet, "base64"))).toString();
