import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { IMPORTED_FILE_PARTS, IMPORTED_FILES, TABLE_IMPORT_ROWS, UPLOADS } from "../../src/intake/index.js";
import { newId, type Database } from "../../src/platform/db/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { USERS } from "../../src/identity/api.js";
import { SYSTEM, unitOf } from "./rows.js";

/** A report that says `word` and one figure, uploaded by the user; its global id. */
export async function plantUpload(database: Database, userId: string, word: string): Promise<string> {
  const place = { table: 1, sheet: null, row: 1, column: 1, paragraph: null };
  const cell = { code: "proactive.licences.decisions", value: "5", text: "5", place, certainty: "SURE" };
  const understood = {
    ...{ unitName: { value: word, place }, year: { value: 2026, place }, signedOn: null, format: "2021" },
    ...{
      cells: [cell],
      sections: [{ key: "OVERVIEW", body: word, place: null }],
      doubts: [],
      exported: null,
    },
  };
  const [report, sheet] = [JSON.stringify(understood), word].map((text) => gzipSync(text).toString("base64"));
  const sha256 = createHash("sha256").update(word).digest("hex");
  const row = {
    id: newId(),
    userId,
    name: word,
    bytes: 1,
    sha256,
    report: report ?? "",
    sheet: sheet ?? null,
  };
  await database.write(SYSTEM, (session) =>
    session.rows(UPLOADS).insert({ ...row, createdAt: new Date(0).toISOString() }),
  );
  return toGlobalId("Upload", row.id);
}

/** The original of a file that a report of the unit was filled from, named `word`. */
export async function plantImportedFile(
  database: Database,
  { unitCode, reportId }: { readonly unitCode: string; readonly reportId: string },
  word: string,
): Promise<void> {
  const content = gzipSync(word);
  const id = newId();
  await database.write(SYSTEM, async (session) => {
    const unit = await unitOf(session, unitCode);
    await session.rows(IMPORTED_FILES).insert(unit, {
      ...{ id, unitId: unit.id, reportId, name: word, bytes: content.length, erasedAt: null },
      ...{ sha256: createHash("sha256").update(word).digest("hex"), importedAt: new Date(0).toISOString() },
    });
    await session.rows(IMPORTED_FILE_PARTS).insert(unit, { fileId: id, unitId: unit.id, number: 0, content });
  });
}

/** An import of a table into a unit's ledger that a server of long ago is at work on; its global id. */
export async function plantTableImport(
  database: Database,
  unitCode: string,
  word = "台账.csv",
): Promise<string> {
  const id = newId();
  await database.write(SYSTEM, async (session) => {
    const unit = await unitOf(session, unitCode);
    const [user] = await session.rows(USERS).find({}, { limit: 1 });
    await session.rows(TABLE_IMPORT_ROWS).insert(unit, {
      ...{ id, unitId: unit.id, kind: "DISCLOSURES", userId: user?.id ?? "", userName: word, fileName: word },
      ...{ bytes: 1, sha256: createHash("sha256").update(word).digest("hex"), preview: false },
      ...{ state: "WRITING", ending: null, rowsRead: 1, rowsWritten: 0, sinceYear: null, rowCount: 1 },
      ...{ problemCount: 0, problems: null, sheet: null, worker: newId(), attempts: 1, endedAt: null },
      ...{ leasedUntil: "2999-01-01T00:00:00.000Z", createdAt: new Date(0).toISOString() },
    });
  });
  return toGlobalId("TableImport", id);
}
