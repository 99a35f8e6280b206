-- savedQueriesByIds: saved_queries const (id), saved_query_versions const (query_id, number), units unique_subquery (id)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where q.id in (?…)
order by q.created_at desc, q.id desc;

-- savedQueriesByIds: saved_queries const (id), saved_query_versions const (query_id, number), units unique_subquery (id)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where q.id in (?…)
order by q.created_at desc, q.id desc;

-- savedQueryPage: saved_queries all, units range (path)
select count(*) as total
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
where 1=1;

-- savedQueryPage: units range (path), saved_queries ref (unit_id, created_at, id), units unique_subquery (id)
select count(*) as total
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
where q.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?));

-- savedQueryPage: saved_queries all, units range (path)
select count(*) as total
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
where 1=1;

-- savedQueryPage: units range (path), saved_queries ref (unit_id, created_at, id), units unique_subquery (id)
select count(*) as total
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
where q.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?));

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and ((q.created_at < ?) or (q.created_at = ? and q.id < ?)))
order by q.created_at desc, q.id desc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and ((q.created_at > ?) or (q.created_at = ? and q.id > ?)))
order by q.created_at asc, q.id asc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and 1=1)
order by q.created_at asc, q.id asc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and 1=1)
order by q.created_at desc, q.id desc
limit ?;

-- savedQueryPage: units range (path), saved_queries ref (unit_id, created_at, id), saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units unique_subquery (id)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (q.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1)
order by q.created_at asc, q.id asc
limit ?;

-- savedQueryPage: units range (path), saved_queries ref (unit_id, created_at, id), saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units unique_subquery (id)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (?…)) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (?…)) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (q.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1)
order by q.created_at desc, q.id desc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and ((q.created_at < ?) or (q.created_at = ? and q.id < ?)))
order by q.created_at desc, q.id desc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and ((q.created_at > ?) or (q.created_at = ? and q.id > ?)))
order by q.created_at asc, q.id asc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and 1=1)
order by q.created_at asc, q.id asc
limit ?;

-- savedQueryPage: saved_queries all, saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units range (path)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (1=1 and 1=1)
order by q.created_at desc, q.id desc
limit ?;

-- savedQueryPage: units range (path), saved_queries ref (unit_id, created_at, id), saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units unique_subquery (id)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (q.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1)
order by q.created_at asc, q.id asc
limit ?;

-- savedQueryPage: units range (path), saved_queries ref (unit_id, created_at, id), saved_query_versions eq_ref (query_id, number), saved_queries eq_ref (id), units unique_subquery (id)
select q.id, q.unit_id as unitId, q.owner_id as ownerId, q.name, q.visibility, q.version, q.revision, q.created_at as createdAt, v.document, v.variables
from (select s.* from saved_queries s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.visibility <> 'PRIVATE' or s.owner_id = ?)) or (s.visibility = 'SUBTREE' and s.unit_id in (select id from units where path in (?…))))) q
join (select s.* from saved_query_versions s where s.query_id in (select q.id from saved_queries q where (((q.unit_id in (select id from units where ((path >= ? and path < ?)))) and (q.visibility <> 'PRIVATE' or q.owner_id = ?)) or (q.visibility = 'SUBTREE' and q.unit_id in (select id from units where path in (?…)))))) v on v.query_id = q.id and v.number = q.version
where (q.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1)
order by q.created_at desc, q.id desc
limit ?;
