-- historyCount: history all
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.actor_id = ?);

-- historyCount: history ref (subject_type, subject_id, revision)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.subject_type = ? and h.subject_id = ?);

-- historyCount: history ref (unit_id, seq)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.unit_id = ?);

-- historyCount: units range (path), history ref (unit_id, seq)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.unit_id in (select id from units where (path >= ? and path < ?)));

-- historyCount: history all
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where 1=1;

-- historyCount: history all, units range (path)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (h.actor_id = ?);

-- historyCount: history ref (subject_type, subject_id, revision), units unique_subquery (id)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (h.subject_type = ? and h.subject_id = ?);

-- historyCount: units range (path), history ref (unit_id, seq), units unique_subquery (id)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (h.unit_id in (select id from units where (path >= ? and path < ?)));

-- historyCount: history all, units range (path)
select count(*) as total
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where 1=1;

-- historyPage: history range (at, unit_id, seq)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (((h.at < ?) or (h.at = ? and h.unit_id < ?) or (h.at = ? and h.unit_id = ? and h.seq < ?)))
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history range (at, unit_id, seq)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (((h.at > ?) or (h.at = ? and h.unit_id > ?) or (h.at = ? and h.unit_id = ? and h.seq > ?)))
order by h.at asc, h.unit_id asc, h.seq asc
limit ?;

-- historyPage: history index (at, unit_id, seq)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history index (at, unit_id, seq)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.actor_id = ? and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history ref (subject_type, subject_id, revision)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.subject_type = ? and h.subject_id = ? and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history ref (unit_id, seq)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.unit_id = ? and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: units range (path), history ref (unit_id, seq)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
where (h.unit_id in (select id from units where (path >= ? and path < ?)) and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history range (at, unit_id, seq), units range (path)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (((h.at < ?) or (h.at = ? and h.unit_id < ?) or (h.at = ? and h.unit_id = ? and h.seq < ?)))
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history range (at, unit_id, seq), units unique_subquery (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (((h.at > ?) or (h.at = ? and h.unit_id > ?) or (h.at = ? and h.unit_id = ? and h.seq > ?)))
order by h.at asc, h.unit_id asc, h.seq asc
limit ?;

-- historyPage: history index (at, unit_id, seq), units range (path)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history index (at, unit_id, seq), units range (path)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (h.actor_id = ? and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: history ref (subject_type, subject_id, revision), units unique_subquery (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (h.subject_type = ? and h.subject_id = ? and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- historyPage: units range (path), history ref (unit_id, seq), units unique_subquery (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers, h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details, h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) h
where (h.unit_id in (select id from units where (path >= ? and path < ?)) and 1=1)
order by h.at desc, h.unit_id desc, h.seq desc
limit ?;

-- placeByCode: units const (code)
select id, path
from units
where code = ?;

-- unitsKnown: history range (unit_id, seq)
select distinct h.unit_id as unitId
from (select s.* from history s where ((s.unit_id in (?…)) or 0=1 or 0=1)) h
where h.unit_id in (?…);

-- unitsKnown: history range (unit_id, seq), units range (path)
select distinct h.unit_id as unitId
from (select s.* from history s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or 0=1 or 0=1)) h
where h.unit_id in (?…);
