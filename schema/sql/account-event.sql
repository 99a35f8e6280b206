-- accountEventPage: units range (path), units eq_ref (id), account_events ref (unit_id, at, id)
select count(*) as total
from (select s.* from account_events s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) e
where (e.unit_id in (select id from units where (path >= ? and path < ?)));

-- accountEventPage: units range (path), units eq_ref (id), account_events ref (unit_id, at, id)
select e.id, e.unit_id as unitId, e.at, e.kind, e.actor_id as actorId, e.actor, e.user_id as userId, e.login, e.role, e.place_id as placeId, e.detail, e.address
from (select s.* from account_events s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) e
where ((e.unit_id in (select id from units where (path >= ? and path < ?))) and 1=1)
order by e.at desc, e.id desc
limit ?;
