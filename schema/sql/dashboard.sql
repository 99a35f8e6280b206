-- dashboards const (id), units unique_subquery (id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.owner_id AS t_owner_id, t.name AS t_name, t.visibility AS t_visibility, t.panels AS t_panels, t.revision AS t_revision, t.created_at AS t_created_at
FROM dashboards t
WHERE ((1=1 AND t.id in (?…))) AND ((((t.unit_id in (?…)) and (t.visibility <> 'PRIVATE' or t.owner_id = ?)) or (t.visibility = 'SUBTREE' and t.unit_id in (select id from units where path in (?…)))));

-- dashboards const (id), units unique_subquery (id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.owner_id AS t_owner_id, t.name AS t_name, t.visibility AS t_visibility, t.panels AS t_panels, t.revision AS t_revision, t.created_at AS t_created_at
FROM dashboards t
WHERE ((1=1 AND t.id in (?…))) AND ((((t.unit_id in (select id from units where ((path >= ? and path < ?)))) and (t.visibility <> 'PRIVATE' or t.owner_id = ?)) or (t.visibility = 'SUBTREE' and t.unit_id in (select id from units where path in (?…)))));

-- dashboardPage: dashboards all, units range (path)
select count(*) as total
from (select s.* from dashboards s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d;

-- dashboardPage: dashboards all, units range (path)
select count(*) as total
from (select s.* from dashboards s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where ((d.created_at < ?) or (d.created_at = ? and d.id < ?))
order by d.created_at desc, d.id desc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where ((d.created_at > ?) or (d.created_at = ? and d.id > ?))
order by d.created_at asc, d.id asc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where 1=1
order by d.created_at asc, d.id asc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where 1=1
order by d.created_at desc, d.id desc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where ((d.created_at < ?) or (d.created_at = ? and d.id < ?))
order by d.created_at desc, d.id desc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where ((d.created_at > ?) or (d.created_at = ? and d.id > ?))
order by d.created_at asc, d.id asc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where 1=1
order by d.created_at asc, d.id asc
limit ?;

-- dashboardPage: dashboards all, units range (path)
select d.id, d.unit_id as unitId, d.owner_id as ownerId, d.name, d.visibility, d.panels, d.revision, d.created_at as createdAt
from (select s.* from dashboards s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) d
where 1=1
order by d.created_at desc, d.id desc
limit ?;
