-- placesOfUnits: unit_places ref (unit_id, until_day)
select p.id, p.unit_id as unitId, p.parent_id as parentId, p.until_day as untilDay
from unit_places p
where p.unit_id in (?…)
order by p.until_day;

-- successionsOf: unit_successors index_merge (unit_id, successor_id) (successor_id)
select s.unit_id as unitId, s.successor_id as successorId
from unit_successors s
where s.unit_id in (?…) or s.successor_id in (?…)
order by s.unit_id, s.position;

-- wasParent: unit_places ref (parent_id)
select 1
from unit_places
where parent_id = ?
limit 1;
