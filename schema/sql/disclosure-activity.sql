-- overdueDrafts: disclosures ref (unit_id, published_on, id), stagings index (id)
select r.unit_id as unitId, count(*) as count
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.published_on is null and r.status <> 'WITHDRAWN' and r.due_on >= ? and r.due_on <= ? and r.due_on < ?
group by r.unit_id;

-- overdueDrafts: disclosures ref (unit_id, published_on, id), stagings index (id), units unique_subquery (id)
select r.unit_id as unitId, count(*) as count
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.published_on is null and r.status <> 'WITHDRAWN' and r.due_on >= ? and r.due_on <= ? and r.due_on < ?
group by r.unit_id;

-- publishedIn: disclosures range (unit_id, published_on, id), stagings index (id), disclosure_catalogue all
select r.unit_id as unitId, r.channels as channels, min(r.category) as category, sum(r.items) as items, sum(case when r.published_on > r.due_on then 1 else 0 end) as lateRecords, null as title, null as synonyms, null as retiredOn
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.published_on >= ? and r.published_on <= ?
group by r.unit_id, r.channels, r.category_key union all select c.unit_id, null, c.category, 0, 0, c.title, c.synonyms, c.retired_on
from (select s.* from disclosure_catalogue s where 1=1) c
where c.unit_id in (?…);

-- publishedIn: disclosures range (unit_id, published_on, id), stagings unique_subquery (id), units unique_subquery (id), disclosure_catalogue all
select r.unit_id as unitId, r.channels as channels, min(r.category) as category, sum(r.items) as items, sum(case when r.published_on > r.due_on then 1 else 0 end) as lateRecords, null as title, null as synonyms, null as retiredOn
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.published_on >= ? and r.published_on <= ?
group by r.unit_id, r.channels, r.category_key union all select c.unit_id, null, c.category, 0, 0, c.title, c.synonyms, c.retired_on
from (select s.* from disclosure_catalogue s where 1=1) c
where c.unit_id in (?…);

-- publishedIn: disclosures range (unit_id, published_on, id), stagings unique_subquery (id), disclosure_catalogue all
select r.unit_id as unitId, r.channels as channels, min(r.category) as category, sum(r.items) as items, sum(case when r.published_on > r.due_on then 1 else 0 end) as lateRecords, null as title, null as synonyms, null as retiredOn
from (select s.* from disclosures s where ((1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.published_on >= ? and r.published_on <= ?
group by r.unit_id, r.channels, r.category_key union all select c.unit_id, null, c.category, 0, 0, c.title, c.synonyms, c.retired_on
from (select s.* from disclosure_catalogue s where 1=1) c
where c.unit_id in (?…);

-- publishedLate: disclosures range (unit_id, published_on, id), stagings unique_subquery (id)
select r.title, r.published_on as publishedOn, r.due_on as dueOn
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id = ? and r.status = 'PUBLISHED' and r.published_on >= ? and r.published_on <= ? and r.published_on > r.due_on
order by r.published_on, r.id;
