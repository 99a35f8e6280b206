import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { UPLOADS } from "../../src/intake/index.js";
import { newId, type Database } from "../../src/platform/db/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { SYSTEM } from "./rows.js";

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
