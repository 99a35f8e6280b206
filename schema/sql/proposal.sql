-- proposalCounts: proposals range (unit_id, assigned_on, id), stagings unique_subquery (id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- proposalCounts: units const (id), proposals range (unit_id, assigned_on, id), stagings unique_subquery (id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- proposalFacts: proposals range (unit_id, assigned_on, id), stagings unique_subquery (id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- proposalFacts: units const (id), proposals range (unit_id, assigned_on, id), stagings unique_subquery (id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- proposalFacts: proposals range (unit_id, assigned_on, id), stagings unique_subquery (id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;
