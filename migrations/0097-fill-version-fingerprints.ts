import type { QueryRunner } from "typeorm";
import { inTransaction } from "./in-transaction.js";
import { figurePrintsOf, fingerprintsOf, packPrints, type Sections } from "../src/audit/index.js";
import { backfill } from "../src/platform/db/index.js";

interface Filed {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly sections: string;
}

const BATCH = 500;

/** Of each version that was submitted before there were fingerprints. */
export const fillVersionFingerprints = backfill(97, "FillVersionFingerprints", async (runner) => {
  for (let after = "", rows: Filed[]; ; after = rows.at(-1)?.id ?? "") {
    rows = (await runner.query(
      `select d.version_id as id, d.unit_id as unitId, v.year, d.sections
       from version_documents d join report_versions v on v.id = d.version_id
       left join version_fingerprints f on f.version_id = d.version_id
       where f.version_id is null and d.version_id > ? order by d.version_id limit ${BATCH}`,
      [after],
    )) as Filed[];
    await inTransaction(runner, () => insertAll(runner, rows));
    if (rows.length < BATCH) return;
  }
});

async function insertAll(runner: QueryRunner, rows: readonly Filed[]): Promise<void> {
  for (const { id, unitId, year, sections } of rows) {
    const texts = JSON.parse(sections) as Sections;
    await runner.query(
      "insert into version_fingerprints (version_id, unit_id, texts, figures) values (?, ?, ?, ?)",
      [
        id,
        unitId,
        Buffer.from(packPrints(fingerprintsOf(texts))),
        Buffer.from(packPrints(figurePrintsOf(texts, year))),
      ],
    );
  }
}
