import { statedIn, type Sections } from "../src/audit/index.js";
import { packStated } from "../src/forms/index.js";
import { backfill } from "../src/platform/db/index.js";
import { inTransaction } from "./in-transaction.js";

interface Filed {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly sections: string;
}

const BATCH = 500;

/** Reads what the texts of each version state beyond the form, of all versions that were submitted before. */
export const fillStated = backfill(112, "FillStated", async (runner) => {
  for (let after = "", rows: Filed[]; ; after = rows.at(-1)?.id ?? "") {
    rows = (await runner.query(
      `select d.version_id as id, d.unit_id as unitId, v.year, d.sections
       from version_documents d join report_versions v on v.id = d.version_id and v.unit_id = d.unit_id
       where d.version_id > ? order by d.version_id limit ${BATCH}`,
      [after],
    )) as Filed[];
    await inTransaction(runner, async () => {
      for (const { id, unitId, year, sections } of rows) {
        const stated = packStated(statedIn(JSON.parse(sections) as Sections, year));
        if (stated === "") continue;
        await runner.query("update report_versions set stated = ? where id = ? and unit_id = ?", [
          stated,
          id,
          unitId,
        ]);
      }
    });
    if (rows.length < BATCH) return;
  }
});
