-- previousFigures: what was gathered, report_versions ref (scope, year, unit_path, number), units ref (successor_id)
select p.predecessors, v.number, v.status, v.format, v.cells
from (select count(*) as predecessors from units where successor_id = ?) p
left join (select s.* from report_versions s where (((s.unit_path >= ? and s.unit_path < ?)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and ((s.unit_path >= ? and s.unit_path < ?))) or (s.status = 'PUBLISHED' and 1=1))) v on v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by v.number desc;

-- previousFigures: what was gathered, report_versions ref (scope, year, unit_path, number), units ref (successor_id)
select p.predecessors, v.number, v.status, v.format, v.cells
from (select count(*) as predecessors from units where successor_id = ?) p
left join (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v on v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by v.number desc;

-- previousFigures: what was gathered, report_versions ref (scope, year, unit_path, number), units ref (successor_id)
select p.predecessors, v.number, v.status, v.format, v.cells
from (select count(*) as predecessors from units where successor_id = ?) p
left join (select s.* from report_versions s where (1=1 or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and 1=1) or (s.status = 'PUBLISHED' and 1=1))) v on v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by v.number desc;
