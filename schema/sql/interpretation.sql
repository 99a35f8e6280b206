-- documentsNotEntered: disclosures range (unit_id, published_on, id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select count(*) as count
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d
where d.unit_id = ? and d.status = 'PUBLISHED' and d.document_kind is not null and (d.published_on >= ? and d.published_on <= ?) and not exists (select 1 from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id = ? and r.voided = ? and r.document_key = d.document_number_key);

-- documentsNotEntered: disclosures range (unit_id, published_on, id), units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id), stagings unique_subquery (id), units unique_subquery (id)
select count(*) as count
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d
where d.unit_id = ? and d.status = 'PUBLISHED' and d.document_kind is not null and (d.published_on >= ? and d.published_on <= ?) and not exists (select 1 from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id = ? and r.voided = ? and r.document_key = d.document_number_key);

-- documentsNotEntered: disclosures range (unit_id, published_on, id), interpretations ref (unit_id, document_published_on, id), stagings index (id), stagings unique_subquery (id)
select count(*) as count
from (select s.* from disclosures s where ((1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d
where d.unit_id = ? and d.status = 'PUBLISHED' and d.document_kind is not null and (d.published_on >= ? and d.published_on <= ?) and not exists (select 1 from (select s.* from interpretations s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id = ? and r.voided = ? and r.document_key = d.document_number_key);

-- interpretationFacts: interpretations range (unit_id, document_published_on, id), stagings index (id)
select r.unit_id as unitId, max(r.due_on) as dueOn, min(r.published_on) as firstOn
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.document_published_on >= ? and r.document_published_on <= ?)
group by r.unit_id, r.document_key;

-- interpretationFacts: units const (id), interpretations range (unit_id, document_published_on, id), stagings unique_subquery (id)
select r.unit_id as unitId, max(r.due_on) as dueOn, min(r.published_on) as firstOn
from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.document_published_on >= ? and r.document_published_on <= ?)
group by r.unit_id, r.document_key;

-- interpretationFacts: interpretations range (unit_id, document_published_on, id), stagings unique_subquery (id)
select r.unit_id as unitId, max(r.due_on) as dueOn, min(r.published_on) as firstOn
from (select s.* from interpretations s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.document_published_on >= ? and r.document_published_on <= ?)
group by r.unit_id, r.document_key;

-- interpretationFacts: interpretations range (unit_id, published_on, form), stagings unique_subquery (id)
select r.unit_id as unitId, r.form, count(*) as count
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.published_on >= ? and r.published_on <= ?)
group by r.unit_id, r.form;

-- interpretationFacts: units const (id), interpretations range (unit_id, published_on, form), stagings unique_subquery (id)
select r.unit_id as unitId, r.form, count(*) as count
from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.published_on >= ? and r.published_on <= ?)
group by r.unit_id, r.form;

-- interpretationFacts: interpretations range (unit_id, published_on, form), stagings unique_subquery (id)
select r.unit_id as unitId, r.form, count(*) as count
from (select s.* from interpretations s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.published_on >= ? and r.published_on <= ?)
group by r.unit_id, r.form;
