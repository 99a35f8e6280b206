-- alikeVersions: units ref (parent_id), units const (id)
select u.path
from units u
where u.parent_id = (select o.parent_id from units o where o.id = ?);

-- alikeVersions: report_versions range (scope, year, unit_path, number), version_fingerprints eq_ref (version_id), report_versions index_subquery (id, unit_id), units range (path), report_versions ref (scope, year, unit_path, number), units unique_subquery (id), what was gathered
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson, f.texts as textPrints, f.figures as figurePrints
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
join (select s.* from version_fingerprints s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.version_id in (select v.id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.version_id = v.id
where v.scope = ? and v.year = ? and v.unit_path in (?…) and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') union all select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson, f.texts as textPrints, f.figures as figurePrints
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
join (select s.* from version_fingerprints s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.version_id in (select v.id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.version_id = v.id
where v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by reportId, number desc;

-- alikeVersions: report_versions range (scope, year, unit_path, number), version_fingerprints eq_ref (version_id), report_versions index_subquery (id, unit_id), report_versions ref (scope, year, unit_path, number), what was gathered
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson, f.texts as textPrints, f.figures as figurePrints
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
join (select s.* from version_fingerprints s where ((s.unit_id in (?…)) or s.version_id in (select v.id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.version_id = v.id
where v.scope = ? and v.year = ? and v.unit_path in (?…) and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') union all select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson, f.texts as textPrints, f.figures as figurePrints
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
join (select s.* from version_fingerprints s where ((s.unit_id in (?…)) or s.version_id in (select v.id from report_versions v where ((v.unit_id in (?…)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (v.unit_id in (?…))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.version_id = v.id
where v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by reportId, number desc;

-- markAlike: units ref (parent_id), units const (id)
select u.path
from units u
where u.parent_id = (select o.parent_id from units o where o.id = ?);

-- markAlike: report_versions range (scope, year, unit_path, number), version_fingerprints eq_ref (version_id), report_versions index_subquery (id, unit_id), units range (path), report_versions ref (scope, year, unit_path, number), units unique_subquery (id), what was gathered
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson, f.texts as textPrints, f.figures as figurePrints
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
join (select s.* from version_fingerprints s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.version_id in (select v.id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.version_id = v.id
where v.scope = ? and v.year = ? and v.unit_path in (?…) and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') union all select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson, f.texts as textPrints, f.figures as figurePrints
from (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v
join (select s.* from version_fingerprints s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or s.version_id in (select v.id from report_versions v where (((v.unit_path >= ? and v.unit_path < ?)) or (v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((v.unit_path >= ? and v.unit_path < ?))) or (v.status = 'PUBLISHED' and 1=1))))) f on f.version_id = v.id
where v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by reportId, number desc;
