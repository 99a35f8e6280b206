import { asOperator, type Call } from "../access/index.js";
import type { ReportRow } from "../reports/index.js";
import { append } from "../history/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { newId, sql, type Session } from "../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import { joined, partsOf } from "./parts.js";
import { IMPORTED_FILE_PARTS, IMPORTED_FILES, type ImportedFileRow } from "./imported-file.entity.js";

/** A file at hand, with its bytes. */
export interface BroughtFile {
  readonly name: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

interface Target {
  readonly unit: UnitRow;
  readonly report: Pick<ReportRow, "id">;
}

/** Keeps the file that a report was filled from; the same file is kept once, and again after it was erased. */
export async function keepFile(
  { session, now }: Call,
  { unit, report: { id: reportId } }: Target,
  { name, sha256, content }: BroughtFile,
): Promise<void> {
  const [importedAt, unitId] = [now.toISOString(), unit.id];
  const known = await session.rows(IMPORTED_FILES).one({ reportId, sha256 });
  if (known && known.erasedAt === null) return;
  const id = known?.id ?? newId();
  if (known) await session.rows(IMPORTED_FILES).update({ id, unitId }, { importedAt, name, erasedAt: null });
  else
    await session.rows(IMPORTED_FILES).insert(unit, {
      ...{ id, unitId, reportId, sha256, name },
      ...{ bytes: content.length, importedAt, erasedAt: null },
    });
  for await (const parts of partsOf(content))
    await session
      .rows(IMPORTED_FILE_PARTS)
      .insert(unit, ...parts.map((part) => ({ ...part, fileId: id, unitId })));
}

/** Newest first. */
export const importedFilesOf = (session: Session, reportIds: readonly string[]): Promise<ImportedFileRow[]> =>
  session
    .rows(IMPORTED_FILES)
    .find({ reportId: [...reportIds] }, { orderBy: { importedAt: "DESC", id: "ASC" } });

/** null: no such file for this caller, or it was erased. */
export async function openFile(
  session: Session,
  id: string,
): Promise<{ readonly file: ImportedFileRow; readonly content: Buffer } | null> {
  const file = await session.rows(IMPORTED_FILES).one({ id, erasedAt: null });
  if (!file) return null;
  const parts = await session.query<{ content: Uint8Array }>(
    sql`select p.content from ${session.from(IMPORTED_FILE_PARTS, "p")} where p.file_id = ${id} order by p.number`,
  );
  const contents = parts.map(({ content }) => content);
  return { file, content: await joined(contents, file.bytes) };
}

/** The units that keep files which were imported before a day. */
export async function unitsWithFiles(session: Session, before: CalendarDate): Promise<UnitRow[]> {
  const rows = await session.query<{ unitId: string }>(
    sql`select distinct f.unit_id as unitId from ${session.from(IMPORTED_FILES, "f")}
        where f.erased_at is null and f.imported_at < ${startOf(before)}`,
  );
  return unitsByIds(
    session,
    rows.map(({ unitId }) => unitId),
  );
}

/** Deletes the bytes of a unit's files that were imported before a day; names and hashes stay. Returns of how many. */
export async function eraseFiles(
  session: Session,
  unit: UnitRow,
  before: CalendarDate,
  now: Date,
): Promise<number> {
  const call = asOperator(session, now, "eraseImportedFile");
  const kept = await session.rows(IMPORTED_FILES).find({ unitId: unit.id, erasedAt: null });
  const files = kept.filter(({ importedAt }) => importedAt < startOf(before));
  for (const { id, reportId, name, sha256 } of files) {
    await session.rows(IMPORTED_FILE_PARTS).delete({ fileId: id, unitId: unit.id });
    await session.rows(IMPORTED_FILES).update({ id, unitId: unit.id }, { erasedAt: now.toISOString() });
    append(call, {
      unit,
      subject: { type: "AnnualReport", id: reportId },
      details: { file: name, sha256 },
    });
  }
  return files.length;
}

/** Midnight in China. */
const startOf = (date: CalendarDate): string => new Date(`${date}T00:00:00+08:00`).toISOString();
