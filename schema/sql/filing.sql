-- workingFilings: reports const (unit_id, year, scope), report_filings ref (report_id, unit_id), findings ref (report_id, unit_id), report_versions index_subquery (report_id, unit_id)
select r.unit_id as unitId, r.status, r.due_on as dueOn, r.submitted_at as submittedAt, r.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, r.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection, count(case when d.severity = ? and d.status in (?…) then 1 end) as openErrors, count(case when d.severity = ? and d.status in (?…) then 1 end) as openWarnings
from (select s.* from reports s where (s.unit_id in (?…))) r
left join (select s.* from report_filings s where ((s.unit_id in (?…)) or s.report_id in (select v.report_id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = r.id
left join (select s.* from findings s where (s.unit_id in (?…))) d on d.report_id = r.id and d.unit_id = r.unit_id
where r.unit_id in (?…) and r.year = ? and r.scope = 'OWN'
group by r.unit_id, r.status, r.due_on, r.submitted_at, r.first_submitted_at, f.first_due_on, f.resubmit_by, f.missed_due_on, f.missed_on, f.under_correction;

-- workingFilings: reports range (unit_id, year, scope), report_filings eq_ref (report_id), findings ref (report_id, unit_id), units range (path), report_versions index_subquery (report_id, unit_id)
select r.unit_id as unitId, r.status, r.due_on as dueOn, r.submitted_at as submittedAt, r.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, r.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection, count(case when d.severity = ? and d.status in (?…) then 1 end) as openErrors, count(case when d.severity = ? and d.status in (?…) then 1 end) as openWarnings
from (select s.* from reports s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = r.id
left join (select s.* from findings s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) d on d.report_id = r.id and d.unit_id = r.unit_id
where r.unit_id in (?…) and r.year = ? and r.scope = 'OWN'
group by r.unit_id, r.status, r.due_on, r.submitted_at, r.first_submitted_at, f.first_due_on, f.resubmit_by, f.missed_due_on, f.missed_on, f.under_correction;

-- workingFilings: reads nothing, report_versions index_subquery (report_id, unit_id)
select r.unit_id as unitId, r.status, r.due_on as dueOn, r.submitted_at as submittedAt, r.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, r.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection, count(case when d.severity = ? and d.status in (?…) then 1 end) as openErrors, count(case when d.severity = ? and d.status in (?…) then 1 end) as openWarnings
from (select s.* from reports s where 0=1) r
left join (select s.* from report_filings s where (0=1 or s.report_id in (select v.report_id from report_versions v where (0=1 or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = r.id
left join (select s.* from findings s where 0=1) d on d.report_id = r.id and d.unit_id = r.unit_id
where r.unit_id in (?…) and r.year = ? and r.scope = 'OWN'
group by r.unit_id, r.status, r.due_on, r.submitted_at, r.first_submitted_at, f.first_due_on, f.resubmit_by, f.missed_due_on, f.missed_on, f.under_correction;
