-- areaSums: report_sums range (stage, kind, year, path)
select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed
from report_sums s
where ((s.stage = ? and ((s.path >= ? and s.path < ?))) or (s.stage = ? and not ((s.path >= ? and s.path < ?)))) and s.kind = ? and s.year in (?…) and s.filed > 0 and (s.path >= ? and s.path < ?)
order by s.path
limit ?;

-- areaSums: report_sums range (stage, kind, year, path)
select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed
from report_sums s
where ((s.stage = ? and ((s.path >= ? and s.path < ?))) or (s.stage = ? and not ((s.path >= ? and s.path < ?)))) and s.kind = ? and s.year in (?…) and s.filed > 0 and 1=1
order by s.path
limit ?;

-- areaSums: report_sums range (stage, kind, year, path)
select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed
from report_sums s
where ((s.stage = ? and 0=1) or (s.stage = ? and not 0=1)) and s.kind = ? and s.year in (?…) and s.filed > 0 and (s.path >= ? and s.path < ?)
order by s.path
limit ?;

-- areaSums: report_sums ref (stage, kind, year, path)
select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed
from report_sums s
where ((s.stage = ? and 0=1) or (s.stage = ? and not 0=1)) and s.kind = ? and s.year in (?…) and s.filed > 0 and 1=1
order by s.path
limit ?;

-- areaSums: report_sums range (stage, kind, year, path)
select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed
from report_sums s
where s.stage = ? and s.kind = ? and s.year in (?…) and s.filed > 0 and (s.path >= ? and s.path < ?)
order by s.path
limit ?;

-- areaSums: report_sums range (stage, kind, year, path)
select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed
from report_sums s
where s.stage = ? and s.kind = ? and s.year in (?…) and s.filed > 0 and 1=1
order by s.path
limit ?;

-- areaSums: installation_facts const (id)
select value
from installation_facts
where id = ?;
