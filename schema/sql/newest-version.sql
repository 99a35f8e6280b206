-- filedVersions: report_versions ref (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id), units unique_subquery (id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ?) and v.status in (?…);

-- filedVersions: report_versions range (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id), units unique_subquery (id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ? or v.unit_path between ? and ?) and v.status in (?…);

-- filedVersions: report_versions range (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id), units unique_subquery (id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);

-- filedVersions: reads nothing, report_versions index_subquery (report_id, unit_id), units unique_subquery (id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and 0=1 and v.status in (?…);

-- filedVersions: report_versions ref (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (?…)) or s.report_id in (select v.report_id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ?) and v.status in (?…);

-- filedVersions: report_versions range (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (?…)) or s.report_id in (select v.report_id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ? or v.unit_path between ? and ?) and v.status in (?…);

-- filedVersions: report_versions range (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (?…)) or s.report_id in (select v.report_id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);

-- filedVersions: reads nothing, report_versions index_subquery (report_id, unit_id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (?…)) or s.report_id in (select v.report_id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and 0=1 and v.status in (?…);

-- filedVersions: report_versions range (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where (0=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where (0=1 or s.report_id in (select v.report_id from report_versions v where (0=1 or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ? or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ? or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: reads nothing
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and 0=1 and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ? or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ? or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: reads nothing
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and 0=1 and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (0=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ?) and v.status in (?…);

-- packedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (0=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);
