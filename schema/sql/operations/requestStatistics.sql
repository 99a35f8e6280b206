-- units range (path)
select count(*) as units
from units u
where ((u.path >= ? and u.path < ?));

-- units range (path), units eq_ref (id), information_requests ref (unit_id, decided_on, state, outcome, used_days, due_on, served_on, staging), stagings index (id)
select g.outcome, g.month, g.met, count(*) as many
from (select r.outcome as outcome, substr(r.decided_on, 1, 7) as month, 1 as met from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.state <> 'REGISTERED' and r.decided_on is not null)) g
group by g.outcome, g.month, g.met
limit ?;

-- units const (code)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.code in (?…)
order by u.path;

-- sessions const (id), users const (id), password_states const (user_id), memberships ref (user_id, unit_id, role), units eq_ref (id)
select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional, m.role, n.id as unitId, n.path
from sessions s
join (select s.* from users s where 1=1) u on u.id = s.user_id
left join (select s.* from password_states s where 1=1) p on p.user_id = u.id
left join (select s.* from memberships s where 1=1) m on m.user_id = u.id
left join units n on n.id = m.unit_id
where u.disabled_at is null and s.id = ? and s.user_id = ? and s.revoked_at is null and s.expires_at > ?
order by n.path, m.role;

-- district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;
