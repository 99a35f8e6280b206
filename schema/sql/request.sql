-- endedWithApplicant: information_requests ref (unit_id, decided_on, state, outcome, used_days, due_on, served_on), request_applicants eq_ref (request_id)
select r.id
from (select s.* from information_requests s where 1=1) r
join (select s.* from request_applicants s where 1=1) a on a.request_id = r.id
where r.unit_id = ? and r.state in (?…) and coalesce(r.served_on, r.decided_on) < ?
order by r.id;

-- requestFiles: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on), request_events ref (request_id, revision)
select e.id, e.unit_id as unitId, e.request_id as requestId, e.revision, e.at, e.on_date as onDate, e.actor_id as actorId, e.actor, e.action, e.note, e.details
from (select s.* from request_events s where (s.unit_id in (?…))) e
join (select s.* from information_requests s where (s.unit_id in (?…))) r on r.id = e.request_id
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by e.request_id, e.revision;

-- requestFiles: units range (path), units eq_ref (id), information_requests ref (unit_id, state, due_on), request_events ref (request_id, revision)
select e.id, e.unit_id as unitId, e.request_id as requestId, e.revision, e.at, e.on_date as onDate, e.actor_id as actorId, e.actor, e.action, e.note, e.details
from (select s.* from request_events s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) e
join (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r on r.id = e.request_id
where (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by e.request_id, e.revision;

-- requestFiles: units const (id), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on), request_events ref (request_id, revision), units eq_ref (id)
select e.id, e.unit_id as unitId, e.request_id as requestId, e.revision, e.at, e.on_date as onDate, e.actor_id as actorId, e.actor, e.action, e.note, e.details
from (select s.* from request_events s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) e
join (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r on r.id = e.request_id
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by e.request_id, e.revision;

-- requestFiles: units range (path), information_requests ref (unit_id, state, due_on), request_events ref (request_id, revision)
select e.id, e.unit_id as unitId, e.request_id as requestId, e.revision, e.at, e.on_date as onDate, e.actor_id as actorId, e.actor, e.action, e.note, e.details
from (select s.* from request_events s where 1=1) e
join (select s.* from information_requests s where 1=1) r on r.id = e.request_id
where (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by e.request_id, e.revision;

-- requestFiles: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on), request_events ref (request_id, revision)
select e.id, e.unit_id as unitId, e.request_id as requestId, e.revision, e.at, e.on_date as onDate, e.actor_id as actorId, e.actor, e.action, e.note, e.details
from (select s.* from request_events s where 1=1) e
join (select s.* from information_requests s where 1=1) r on r.id = e.request_id
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by e.request_id, e.revision;

-- requestFiles: information_requests ref (unit_id, decided_on, id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where (s.unit_id in (?…))) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- requestFiles: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by r.id;

-- requestFiles: units const (id), information_requests ref (unit_id, decided_on, id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- requestFiles: units range (path), information_requests ref (unit_id, counted_on, id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where 1=1) r
where (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by r.id;

-- requestFiles: information_requests range (unit_id, counted_on, id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where 1=1) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- unitIdsWithApplicants: request_applicants index (request_id, unit_id)
select distinct a.unit_id as unitId
from (select s.* from request_applicants s where 1=1) a;
