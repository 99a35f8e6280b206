-- placesOf: memberships ref (user_id, unit_id, role), units eq_ref (id)
select n.id, n.path
from (select s.* from memberships s where 1=1) m
join units n on n.id = m.unit_id
where m.user_id = ?;

-- rolesOf: memberships range (user_id, unit_id, role), units eq_ref (id)
select m.user_id as userId, m.unit_id as unitId, m.role
from (select s.* from memberships s where (s.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?))))) m
join units n on n.id = m.unit_id
where m.user_id in (?…)
order by n.path, m.role;

-- userPage: units range (path), users ref (unit_id)
select count(*) as total
from (select s.* from users s where (s.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?))))) u
where 1=1;

-- userPage: units range (path), users ref (unit_id)
select count(*) as total
from (select s.* from users s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) u
where 1=1;

-- userPage: units range (path), users ref (unit_id)
select u.id, u.login, u.display_name as displayName, u.unit_id as unitId, u.disabled_at as disabledAt, u.created_at as createdAt
from (select s.* from users s where (s.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?))))) u
where (1=1 and 1=1)
order by u.login asc
limit ?;

-- userPage: units range (path), users ref (unit_id)
select u.id, u.login, u.display_name as displayName, u.unit_id as unitId, u.disabled_at as disabledAt, u.created_at as createdAt
from (select s.* from users s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) u
where (1=1 and 1=1)
order by u.login asc
limit ?;

-- usersByIds: reads nothing
select u.id, u.login, u.display_name as displayName, u.unit_id as unitId, u.disabled_at as disabledAt, u.created_at as createdAt
from (select s.* from users s where 0=1) u
where u.id in (?…);
