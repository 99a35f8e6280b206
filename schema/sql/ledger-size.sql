-- ledgerSize: proposals all, stagings index (id)
select substr(r.assigned_on, 1, 4) as year, count(*) as many
from (select s.* from proposals s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.assigned_on is not null
group by substr(r.assigned_on, 1, 4);

-- ledgerSize: information_requests index (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select substr(r.counted_on, 1, 4) as year, count(*) as many
from (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.counted_on is not null
group by substr(r.counted_on, 1, 4);

-- ledgerSize: remedies all, stagings index (id)
select substr(r.lodged_on, 1, 4) as year, count(*) as many
from (select s.* from remedies s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.lodged_on is not null
group by substr(r.lodged_on, 1, 4);

-- ledgerSize: disclosures all, stagings index (id)
select substr(r.published_on, 1, 4) as year, count(*) as many
from (select s.* from disclosures s where ((1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.published_on is not null
group by substr(r.published_on, 1, 4);

-- ledgerSize: interpretations all, stagings index (id)
select substr(r.published_on, 1, 4) as year, count(*) as many
from (select s.* from interpretations s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.published_on is not null
group by substr(r.published_on, 1, 4);

-- ledgerSize: what was gathered, units eq_ref (id), disclosures all, stagings index (id)
select u.id, u.path, c.many
from (select r.unit_id, count(*) as many from (select s.* from disclosures s where ((1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r group by r.unit_id) c
join units u on u.id = c.unit_id;

-- ledgerSize: what was gathered, units eq_ref (id), information_requests index (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select u.id, u.path, c.many
from (select r.unit_id, count(*) as many from (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r group by r.unit_id) c
join units u on u.id = c.unit_id;

-- ledgerSize: what was gathered, units eq_ref (id), interpretations all, stagings index (id)
select u.id, u.path, c.many
from (select r.unit_id, count(*) as many from (select s.* from interpretations s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r group by r.unit_id) c
join units u on u.id = c.unit_id;

-- ledgerSize: what was gathered, units eq_ref (id), proposals all, stagings index (id)
select u.id, u.path, c.many
from (select r.unit_id, count(*) as many from (select s.* from proposals s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r group by r.unit_id) c
join units u on u.id = c.unit_id;

-- ledgerSize: what was gathered, units eq_ref (id), remedies all, stagings index (id)
select u.id, u.path, c.many
from (select r.unit_id, count(*) as many from (select s.* from remedies s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r group by r.unit_id) c
join units u on u.id = c.unit_id;

-- registerSize: units index (path)
select u.id, u.path
from units u;
