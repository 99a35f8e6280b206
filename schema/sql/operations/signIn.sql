-- known_places const (id)
SELECT t.id AS t_id, t.account AS t_account, t.seen_at AS t_seen_at
FROM known_places t
WHERE ((1=1 AND t.id = ?)) AND (1=1)
LIMIT 1;

-- sign_in_throttles range (id)
update sign_in_throttles
set failures = failures + 1
where id = ?;

-- sign_in_throttles const (id)
SELECT t.id AS t_id, t.account AS t_account, t.failures AS t_failures, t.window_from AS t_window_from, t.locked_until AS t_locked_until
FROM sign_in_throttles t
WHERE ((1=1 AND t.id = ?)) AND (1=1)
LIMIT 1;

-- sign_in_throttles range (id)
UPDATE sign_in_throttles
SET failures = ?, window_from = ?, locked_until = ?
WHERE ((1=1 AND id = ?)) AND (1=1);

commit;

-- sign_in_throttles range (id)
update sign_in_throttles
set failures = failures + 1
where id = ?;

-- reads nothing
SELECT t.id AS t_id, t.account AS t_account, t.failures AS t_failures, t.window_from AS t_window_from, t.locked_until AS t_locked_until
FROM sign_in_throttles t
WHERE ((1=1 AND t.id = ?)) AND (1=1)
LIMIT 1;

INSERT INTO sign_in_throttles(id, account, failures, window_from, locked_until)
VALUES (?, ?, ?, ?, ?);

-- sign_in_throttles range (id)
UPDATE sign_in_throttles
SET failures = ?, window_from = ?, locked_until = ?
WHERE ((1=1 AND id = ?)) AND (1=1);

commit;

-- users const (login)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.login AS t_login, t.display_name AS t_display_name, t.password_hash AS t_password_hash, t.disabled_at AS t_disabled_at, t.created_at AS t_created_at
FROM users t
WHERE ((1=1 AND t.login = ?)) AND (1=1)
LIMIT 1;

-- users range (id)
UPDATE users
SET password_hash = ?
WHERE ((1=1 AND id = ? AND password_hash = ? AND disabled_at is null)) AND (1=1);

-- sign_in_throttles range (id)
update sign_in_throttles
set failures = failures + 1
where id = ?;

-- sign_in_throttles const (id)
SELECT t.id AS t_id, t.account AS t_account, t.failures AS t_failures, t.window_from AS t_window_from, t.locked_until AS t_locked_until
FROM sign_in_throttles t
WHERE ((1=1 AND t.id = ?)) AND (1=1)
LIMIT 1;

-- sign_in_throttles range (id)
UPDATE sign_in_throttles
SET failures = ?, window_from = ?, locked_until = ?
WHERE ((1=1 AND id = ?)) AND (1=1);

-- sign_in_throttles range (id)
update sign_in_throttles
set failures = failures + 1
where id = ?;

-- reads nothing
SELECT t.id AS t_id, t.account AS t_account, t.failures AS t_failures, t.window_from AS t_window_from, t.locked_until AS t_locked_until
FROM sign_in_throttles t
WHERE ((1=1 AND t.id = ?)) AND (1=1)
LIMIT 1;

-- sign_in_throttles range (id)
DELETE FROM sign_in_throttles
WHERE ((1=1 AND id = ?)) AND (1=1);

-- sign_in_throttles range (id)
DELETE FROM sign_in_throttles
WHERE ((1=1 AND id = ?)) AND (1=1);

-- known_places range (id)
DELETE FROM known_places
WHERE ((1=1 AND id = ?)) AND (1=1);

INSERT INTO known_places(id, account, seen_at)
VALUES (?, ?, ?);

-- units const (id)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.id in (?…)
order by u.path;

INSERT INTO sessions(id, user_id, created_at, expires_at, revoked_at)
VALUES (?, ?, ?, ?, ?);

-- history_heads range (unit_id)
update history_heads
set seq = seq + ?, untold = untold + ?
where unit_id = ?;

-- history_heads const (unit_id), history eq_ref (unit_id, seq)
select n.seq - ? as seq, h.hash
from history_heads n
left join (select s.* from history s where 1=1) h on h.unit_id = n.unit_id and h.seq = n.seq - ?
where n.unit_id = ?;

INSERT INTO history(unit_id, seq, at, on_date, actor_id, actor, role, operation, readers, subject_type, subject_id, revision, changes, reason, details, request_id, copy_of, algorithm, previous, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

commit;

-- reads nothing
select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional, m.role, n.id as unitId, n.path
from sessions s
join (select s.* from users s where 1=1) u on u.id = s.user_id
left join (select s.* from password_states s where 1=1) p on p.user_id = u.id
left join (select s.* from memberships s where 1=1) m on m.user_id = u.id
left join units n on n.id = m.unit_id
where u.disabled_at is null and s.id = ? and s.user_id = ? and s.revoked_at is null and s.expires_at > ?
order by n.path, m.role;
