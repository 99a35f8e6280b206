import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { notFound } from "../kernel/fault.js";
import { sql, type Session } from "../platform/db/index.js";
import { UPLOADS, type UploadRow } from "./upload.entity.js";
import type { Understood } from "./understanding/understand.js";

/** A user's newest uploads are kept; the oldest make room. */
const MOST_UPLOADS = 20;

export async function storeUpload(session: Session, row: UploadRow): Promise<void> {
  await session.rows(UPLOADS).insert(row);
  const kept = await session.query<{ createdAt: string }>(
    sql`select created_at as createdAt from uploads where user_id = ${row.userId} order by created_at desc limit 1 offset ${MOST_UPLOADS}`,
  );
  const oldest = kept[0]?.createdAt;
  if (oldest !== undefined)
    await session.execute(sql`delete from uploads where user_id = ${row.userId} and created_at < ${oldest}`);
}

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
