import { backfill } from "../src/platform/db/index.js";

/** What stands beside a verdict was written by the district office, over the unit's own words. */
export const fillJudgements = backfill(99, "FillJudgements", async (runner) => {
  await runner.query(
    `update findings set judgement = explanation, explanation = null
     where judgement is null and status in ('ACCEPTED', 'FALSE_ALARM')`,
  );
});
