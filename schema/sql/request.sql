-- endedWithApplicant: information_requests ref (unit_id, decided_on, state, outcome, used_days, due_on, served_on, staging), request_applicants eq_ref (request_id), stagings unique_subquery (id)
select r.id
from (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
join (select s.* from request_applicants s where 1=1) a on a.request_id = r.id
where r.unit_id = ? and r.state in (?…) and coalesce(r.served_on, r.decided_on) < ?
order by r.id;

-- requestFiles
INSERT INTO history(unit_id, seq, at, on_date, actor_id, actor, role, operation, readers, subject_type, subject_id, revision, changes, reason, details, request_id, copy_of, algorithm, previous, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- requestFiles
INSERT INTO history(unit_id, seq, at, on_date, actor_id, actor, role, operation, readers, subject_type, subject_id, revision, changes, reason, details, request_id, copy_of, algorithm, previous, hash)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), …;

-- requestFiles
INSERT INTO history_keys(subject_id, unit_id, sealed)
VALUES (?, ?, ?);

-- requestFiles: units range (path), information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), history ref (subject_type, subject_id, revision), stagings index (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation, h.subject_id as subjectId, h.revision, h.reason, h.details
from (select s.* from history s where ((s.unit_id = ? or 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1))) h
join (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
where h.revision is not null and (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by h.subject_id, h.revision;

-- requestFiles: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), history ref (subject_type, subject_id, revision), stagings unique_subquery (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation, h.subject_id as subjectId, h.revision, h.reason, h.details
from (select s.* from history s where ((s.unit_id = ? or 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1) or (s.readers = ? and 1=1))) h
join (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
where h.revision is not null and r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by h.subject_id, h.revision;

-- requestFiles: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), history ref (subject_type, subject_id, revision), stagings index (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation, h.subject_id as subjectId, h.revision, h.reason, h.details
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
join (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
where h.revision is not null and r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by h.subject_id, h.revision;

-- requestFiles: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), history ref (subject_type, subject_id, revision), stagings index (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation, h.subject_id as subjectId, h.revision, h.reason, h.details
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
join (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
where h.revision is not null and (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by h.subject_id, h.revision;

-- requestFiles: units const (id), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), history ref (subject_type, subject_id, revision), stagings index (id), units range (path)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation, h.subject_id as subjectId, h.revision, h.reason, h.details
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
join (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
where h.revision is not null and r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by h.subject_id, h.revision;

-- requestFiles: history_keys const (subject_id)
select k.subject_id as subjectId, k.sealed
from (select s.* from history_keys s where 1=1) k
where k.subject_id in (?…);

-- requestFiles: history_heads const (unit_id), history eq_ref (unit_id, seq)
select n.seq - ? as seq, h.hash
from history_heads n
left join (select s.* from history s where 1=1) h on h.unit_id = n.unit_id and h.seq = n.seq - ?
where n.unit_id = ?;

-- requestFiles: information_requests ref (unit_id, decided_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- requestFiles: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by r.id;

-- requestFiles: units const (id), information_requests ref (unit_id, decided_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- requestFiles: units range (path), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.state in (?…) and r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)))
order by r.id;

-- requestFiles: information_requests range (unit_id, counted_on, id), stagings unique_subquery (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- requestFiles: history_heads range (unit_id)
update history_heads
set seq = seq + ?, untold = untold + ?
where unit_id = ?;

-- unitIdsWithApplicants: request_applicants index (request_id, unit_id)
select distinct a.unit_id as unitId
from (select s.* from request_applicants s where 1=1) a;
