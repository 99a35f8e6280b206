-- viewerOfSession: sessions const (id), users const (id), password_states const (user_id), memberships ref (user_id, unit_id, role), units eq_ref (id)
select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional, m.role, n.id as unitId, n.path
from sessions s
join (select s.* from users s where 1=1) u on u.id = s.user_id
left join (select s.* from password_states s where 1=1) p on p.user_id = u.id
left join (select s.* from memberships s where 1=1) m on m.user_id = u.id
left join units n on n.id = m.unit_id
where u.disabled_at is null and s.id = ? and s.user_id = ? and s.revoked_at is null and s.expires_at > ?
order by n.path, m.role;
