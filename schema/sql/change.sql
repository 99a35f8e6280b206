-- changeCount: units range (path), change_feed ref (unit_id, seq), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id)
select count(*) as total
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and c.unit_id in (select id from units where ((path >= ? and path < ?))));

-- changeCount: change_feed range (number), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id)
select count(*) as total
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)));

-- changeCount: units range (path), change_feed ref (unit_id, seq), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id), units unique_subquery (id)
select count(*) as total
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and c.unit_id in (select id from units where ((path >= ? and path < ?))));

-- changeCount: change_feed range (number), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id), units unique_subquery (id), units range (path)
select count(*) as total
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)));

-- changeCount: change_feed range (number), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id)
select count(*) as total
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where ((0=1 or (s.published_on is not null and 0=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)));

-- changePage: change_feed range (number), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id)
select c.number, c.unit_id as unitId, c.seq, c.kind, c.year, c.status, h.at, h.on_date as onDate, h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId, h.revision
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and 1=1)
order by c.number desc
limit ?;

-- changePage: units range (path), change_feed ref (unit_id, seq), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id)
select c.number, c.unit_id as unitId, c.seq, c.kind, c.year, c.status, h.at, h.on_date as onDate, h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId, h.revision
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and c.unit_id in (select id from units where ((path >= ? and path < ?))) and 1=1)
order by c.number desc
limit ?;

-- changePage: change_feed range (number), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id), units unique_subquery (id), units range (path)
select c.number, c.unit_id as unitId, c.seq, c.kind, c.year, c.status, h.at, h.on_date as onDate, h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId, h.revision
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and 1=1)
order by c.number desc
limit ?;

-- changePage: units range (path), change_feed ref (unit_id, seq), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id), units unique_subquery (id)
select c.number, c.unit_id as unitId, c.seq, c.kind, c.year, c.status, h.at, h.on_date as onDate, h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId, h.revision
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.readers = ? and (s.unit_id in (select id from units where ((path >= ? and path < ?))))))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and c.unit_id in (select id from units where ((path >= ? and path < ?))) and 1=1)
order by c.number desc
limit ?;

-- changePage: change_feed range (number), history eq_ref (unit_id, seq), disclosures unique_subquery (id), stagings unique_subquery (id)
select c.number, c.unit_id as unitId, c.seq, c.kind, c.year, c.status, h.at, h.on_date as onDate, h.actor_id as actorId, h.subject_type as subjectType, h.subject_id as subjectId, h.revision
from (select s.* from change_feed s where (0=1 or (s.readers = ? and 1=1))) c
join (select s.* from history s where 1=1) h on h.unit_id = c.unit_id and h.seq = c.seq
where (c.number > ? and c.number <= ? and (h.subject_type <> 'Disclosure' or exists (select 1 from (select s.* from disclosures s where ((0=1 or (s.published_on is not null and 0=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d where d.id = h.subject_id)) and 1=1)
order by c.number asc
limit ?;

-- feedEnd: reads nothing, history_heads range (untold, unit_id)
select (select max(c.number) from (select s.* from change_feed s where 1=1) c) as number, (select n.unit_id from history_heads n where n.untold > 0 limit 1) as waiting;
