-- areasBelow: units range (kind, path)
select u.path, u.kind
from units u
where (u.path >= ? and u.path < ?) and u.kind in (?…)
order by u.path;

-- deleteSums: report_sums range (stage, kind, year, path)
delete from report_sums
where stage in (?…) and kind in (?…) and year = ? and (path >= ? and path < ?);

-- holdSums: report_sums range (stage, kind, year, path)
UPDATE report_sums
SET held = held + 1
WHERE (stage in (?…) and kind in (?…) and year = ? and (path >= ? and path < ?)) AND (1=1);

-- portions: report_versions ref (scope, year, unit_path, number), report_sums index (stage, kind, year, path), what was gathered
select distinct v.year
from (select s.* from report_versions s where (1=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 1=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = 'OWN' union select distinct year
from report_sums
order by year;

-- portions: units ref (parent_id)
select path
from units
where parent_id is null
order by path;

-- storedSums: report_sums range (stage, kind, year, path)
select stage, path, format, filed, cells
from report_sums
where stage in (?…) and kind in (?…) and year = ? and (path >= ? and path < ?);

-- storedVersions: report_versions range (scope, year, unit_path, number)
select v.unit_path as path, v.number, v.status, v.format, v.cells
from (select s.* from report_versions s where (1=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 1=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = 'OWN' and v.year = ? and (v.unit_path >= ? and v.unit_path < ?) and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by v.unit_path;

-- yearsWithVersions: report_versions ref (scope, year, unit_path, number), report_sums index (stage, kind, year, path), what was gathered
select distinct v.year
from (select s.* from report_versions s where (1=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 1=1) or (s.status = 'PUBLISHED' and 1=1))) v
where v.scope = 'OWN' union select distinct year
from report_sums
order by year;
