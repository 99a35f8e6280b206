-- proposalCounts: proposals range (unit_id, assigned_on, id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where (s.unit_id in (?…))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- proposalCounts: units const (id), proposals range (unit_id, assigned_on, id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- quotedFigures: proposals range (unit_id, assigned_on, id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where (s.unit_id in (?…))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- quotedFigures: units const (id), proposals range (unit_id, assigned_on, id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;

-- quotedFigures: proposals range (unit_id, assigned_on, id)
select g.*, count(*) as count
from (select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction, case when r.answered_on is null then 0 else 1 end as answered, case when r.answered_on is null and r.due_on < ? then 1 else 0 end as overdue from (select s.* from proposals s where 1=1) r where r.unit_id in (?…) and (r.assigned_on >= ? and r.assigned_on <= ?)) g
group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue;
