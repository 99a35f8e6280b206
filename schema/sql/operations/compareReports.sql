-- units const (code)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.code in (?…)
order by u.path;

-- units ref (parent_id)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.parent_id in (?…)
order by u.path;

-- report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells, v.stated
from (select s.* from report_versions s where (0=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 0=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = ? and v.year in (?…) and (v.unit_path between ? and ?) and v.status in (?…);
