-- catalogueCategories: disclosure_catalogue all
select r.unit_id as unitId, r.category, r.title, r.synonyms, r.retired_on as retiredOn
from (select s.* from disclosure_catalogue s where 1=1) r
where r.unit_id in (?…);

-- catalogueCategories: units range (path), disclosure_catalogue all
select r.unit_id as unitId, r.category, r.title, r.synonyms, r.retired_on as retiredOn
from (select s.* from disclosure_catalogue s where 1=1) r
where r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?)));

-- unitsNaming: disclosure_catalogue index (unit_id, id)
select distinct c.unit_id as unitId
from (select s.* from disclosure_catalogue s where 1=1) c
where c.names_key like ? escape '!'
order by c.unit_id;
