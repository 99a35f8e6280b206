-- units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and (r.due_on is not null and r.state in (?…) and r.due_on >= ? and r.due_on <= ?));

-- units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.due_on as orderedBy
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and (r.due_on is not null and r.state in (?…) and r.due_on >= ? and r.due_on <= ?)) and 1=1)
order by r.due_on asc, r.id asc
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
