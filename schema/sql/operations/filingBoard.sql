-- reports range (unit_id, year, scope), report_filings eq_ref (report_id), findings ref (report_id, unit_id), units range (path), report_versions index_subquery (report_id, unit_id)
select r.unit_id as unitId, r.status, r.due_on as dueOn, r.submitted_at as submittedAt, r.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, r.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection, count(case when d.severity = ? and d.status in (?…) then 1 end) as openErrors, count(case when d.severity = ? and d.status in (?…) then 1 end) as openWarnings
from (select s.* from reports s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = r.id
left join (select s.* from findings s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) d on d.report_id = r.id and d.unit_id = r.unit_id
where r.unit_id in (?…) and r.year = ? and r.scope = 'OWN'
group by r.unit_id, r.status, r.due_on, r.submitted_at, r.first_submitted_at, f.first_due_on, f.resubmit_by, f.missed_due_on, f.missed_on, f.under_correction;

-- units range (path)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where ((u.path >= ? and u.path < ?))
order by u.path
limit ?;

-- units const (code)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.code in (?…)
order by u.path;

-- sessions const (id), users const (id), password_states const (user_id), memberships ref (user_id, unit_id, role), units eq_ref (id)
select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional, m.role, n.id as unitId, n.path
from sessions s
join (select s.* from users s where 1=1) u on u.id = s.user_id
left join (select s.* from password_states s where 1=1) p on p.user_id = u.id
left join (select s.* from memberships s where 1=1) m on m.user_id = u.id
left join units n on n.id = m.unit_id
where u.disabled_at is null and s.id = ? and s.user_id = ? and s.revoked_at is null and s.expires_at > ?
order by n.path, m.role;

-- filing_deadlines all, units eq_ref (id)
select u.path, d.due_on as dueOn
from filing_deadlines d
join units u on u.id = d.unit_id
where d.year = ?
order by u.path desc;

-- report_versions range (scope, year, unit_path, number), report_filings eq_ref (report_id), report_versions index_subquery (report_id, unit_id), units unique_subquery (id)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt, coalesce(f.first_due_on, v.due_on) as firstDueOn, f.resubmit_by as resubmitBy, f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
left join (select s.* from report_filings s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.report_id in (select v.report_id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.report_id = v.report_id
where v.scope = ? and v.year in (?…) and (v.unit_path in (?…) or v.unit_path between ? and ?) and v.status in (?…);
