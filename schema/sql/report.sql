-- publishedBelow: report_versions range (scope, year, unit_path, number), units eq_ref (id)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number, u.code as unitCode
from (select s.* from report_versions s where (0=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (s.status = 'PUBLISHED' and 1=1))) v
join units u on u.id = v.unit_id
where v.scope in ('OWN', 'SYSTEM') and v.year = ? and v.status = 'PUBLISHED' and (v.unit_path >= ? and v.unit_path < ?)
order by v.unit_path, v.scope, v.number desc
limit 2000;

-- publishedView: report_versions ref (scope, year, unit_path, number)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.scope = ? and v.year = ? and v.unit_path = ? and v.status = 'PUBLISHED'
order by v.report_id, v.number desc;

-- reportViewsByIds: reports const (id), units const (id), report_versions ref (report_id, unit_id)
select r.id, r.unit_id as unitId, u.path as unitPath, r.year, r.scope, r.format, r.status, r.revision, r.unit_name as unitName, r.signed_on as signedOn, r.due_on as dueOn, r.submitted_at as submittedAt, r.published_at as publishedAt, v.id as versionId, v.cells as packed, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.cells end as draftCells, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.sections end as draftSections
from (select s.* from reports s where (s.unit_id in (?…))) r
join units u on u.id = r.unit_id
left join (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v on v.report_id = r.id and v.unit_id = r.unit_id and v.number = r.latest_version
where r.id in (?…);

-- reportViewsByIds: reports const (id), units const (id), report_versions ref (report_id, unit_id)
select r.id, r.unit_id as unitId, u.path as unitPath, r.year, r.scope, r.format, r.status, r.revision, r.unit_name as unitName, r.signed_on as signedOn, r.due_on as dueOn, r.submitted_at as submittedAt, r.published_at as publishedAt, v.id as versionId, v.cells as packed, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.cells end as draftCells, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.sections end as draftSections
from (select s.* from reports s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
join units u on u.id = r.unit_id
left join (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v on v.report_id = r.id and v.unit_id = r.unit_id and v.number = r.latest_version
where r.id in (?…);

-- reportViewsByIds: report_versions ref (report_id, unit_id)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.report_id in (?…)
order by v.report_id, v.number desc;

-- reportViewsByIds: report_versions ref (report_id, unit_id)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.report_id in (?…)
order by v.report_id, v.number desc;

-- reportViewsByIds: report_versions ref (report_id, unit_id)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where (0=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.report_id in (?…)
order by v.report_id, v.number desc;

-- reportViews: reports const (unit_id, year, scope), units const (id), report_versions ref (report_id, unit_id)
select r.id, r.unit_id as unitId, u.path as unitPath, r.year, r.scope, r.format, r.status, r.revision, r.unit_name as unitName, r.signed_on as signedOn, r.due_on as dueOn, r.submitted_at as submittedAt, r.published_at as publishedAt, v.id as versionId, v.cells as packed, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.cells end as draftCells, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.sections end as draftSections
from (select s.* from reports s where (s.unit_id in (?…))) r
join units u on u.id = r.unit_id
left join (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v on v.report_id = r.id and v.unit_id = r.unit_id and v.number = r.latest_version
where r.unit_id in (?…) and r.year in (?…) and r.scope = ?;

-- reportViews: units const (id), reports range (unit_id, year, scope), report_versions ref (report_id, unit_id)
select r.id, r.unit_id as unitId, u.path as unitPath, r.year, r.scope, r.format, r.status, r.revision, r.unit_name as unitName, r.signed_on as signedOn, r.due_on as dueOn, r.submitted_at as submittedAt, r.published_at as publishedAt, v.id as versionId, v.cells as packed, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.cells end as draftCells, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.sections end as draftSections
from (select s.* from reports s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
join units u on u.id = r.unit_id
left join (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v on v.report_id = r.id and v.unit_id = r.unit_id and v.number = r.latest_version
where r.unit_id in (?…) and r.year in (?…) and r.scope = ?;

-- reportViews: report_versions range (scope, year, unit_path, number)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.scope = ? and v.year in (?…) and v.unit_path in (?…)
order by v.report_id, v.number desc;

-- reportViews: report_versions range (scope, year, unit_path, number)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.scope = ? and v.year in (?…) and v.unit_path in (?…)
order by v.report_id, v.number desc;

-- submittedViews: report_versions range (scope, year, unit_path, number)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.scope = ? and v.year in (?…) and v.unit_path in (?…)
order by v.report_id, v.number desc;

-- submittedViews: report_versions ref (scope, year, unit_path, number)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.scope = ? and v.year in (?…) and v.unit_path in (?…)
order by v.report_id, v.number desc;

-- submittedViews: report_versions range (scope, year, unit_path, number)
select v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number
from (select s.* from report_versions s where (1=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 1=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and v.scope = ? and v.year in (?…) and v.unit_path in (?…)
order by v.report_id, v.number desc;

-- versionsByIds: report_versions ref (id, unit_id)
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.id in (?…);

-- versionsByIds: report_versions ref (id, unit_id)
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.id in (?…);

-- versionsOfReports: report_versions ref (report_id, unit_id)
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.report_id in (?…)
order by v.number desc;

-- versionsOfReports: report_versions ref (report_id, unit_id)
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.report_id in (?…)
order by v.number desc;
