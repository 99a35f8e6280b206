-- webhooks const (id), units const (id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.url AS t_url, t.kinds AS t_kinds, t.secret AS t_secret, t.through AS t_through, t.created_at AS t_created_at
FROM webhooks t
WHERE ((1=1 AND t.id in (?…))) AND ((t.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?)))));

-- reads nothing
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.url AS t_url, t.kinds AS t_kinds, t.secret AS t_secret, t.through AS t_through, t.created_at AS t_created_at
FROM webhooks t
WHERE ((1=1 AND t.id in (?…))) AND (0=1);

-- units const (id), webhooks ref (unit_id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.url AS t_url, t.kinds AS t_kinds, t.secret AS t_secret, t.through AS t_through, t.created_at AS t_created_at
FROM webhooks t
WHERE ((1=1 AND t.unit_id in (?…))) AND ((t.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?)))))
ORDER BY t.created_at ASC, t.id ASC;

-- webhook_deliveries const (id), units const (id)
SELECT t.id AS t_id, t.webhook_id AS t_webhook_id, t.unit_id AS t_unit_id, t.number AS t_number, t.kind AS t_kind, t.body AS t_body, t.state AS t_state, t.attempts AS t_attempts, t.next_at AS t_next_at, t.answered AS t_answered, t.failure AS t_failure, t.created_at AS t_created_at, t.delivered_at AS t_delivered_at
FROM webhook_deliveries t
WHERE ((1=1 AND t.id in (?…))) AND ((t.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?)))));

-- reads nothing
SELECT t.id AS t_id, t.webhook_id AS t_webhook_id, t.unit_id AS t_unit_id, t.number AS t_number, t.kind AS t_kind, t.body AS t_body, t.state AS t_state, t.attempts AS t_attempts, t.next_at AS t_next_at, t.answered AS t_answered, t.failure AS t_failure, t.created_at AS t_created_at, t.delivered_at AS t_delivered_at
FROM webhook_deliveries t
WHERE ((1=1 AND t.id in (?…))) AND (0=1);

-- dueDeliveries: webhook_deliveries range (state, next_at)
select d.id, d.webhook_id as webhookId, d.unit_id as unitId, d.number, d.kind, d.body, d.state, d.attempts, d.next_at as nextAt, d.answered, d.failure, d.created_at as createdAt, d.delivered_at as deliveredAt
from (select s.* from webhook_deliveries s where 1=1) d
where d.state = 'PENDING' and d.next_at <= ?
order by d.next_at, d.number, d.id
limit ?;

-- newestDeliveries: webhook_deliveries ref (webhook_id, number), units eq_ref (id)
select d.id, d.webhook_id as webhookId, d.unit_id as unitId, d.number, d.kind, d.body, d.state, d.attempts, d.next_at as nextAt, d.answered, d.failure, d.created_at as createdAt, d.delivered_at as deliveredAt
from (select s.* from webhook_deliveries s where (s.unit_id in (select id from units where ((path >= ? and path < ?) or (path >= ? and path < ?))))) d
where d.webhook_id = ?
order by d.created_at desc, d.number desc, d.id desc
limit ?;
