import { backfill } from "../src/platform/db/index.js";

/** Of each report that was ever submitted: a first version bears the date that the first submission was under. */
export const fillReportFilings = backfill(58, "FillReportFilings", async (runner) => {
  await runner.query(
    `insert into report_filings (report_id, unit_id, first_due_on, resubmit_by, first_published_at, under_correction)
     select r.id, r.unit_id, v.due_on,
       case when r.status = 'RETURNED' and r.due_on <> v.due_on then r.due_on end,
       (select min(p.published_at) from report_versions p where p.report_id = r.id),
       case when r.published_at is not null and r.status <> 'PUBLISHED' then 1 else 0 end
     from reports r join report_versions v on v.report_id = r.id and v.unit_id = r.unit_id and v.number = 1
     where r.id not in (select f.report_id from report_filings f)`,
  );
});
