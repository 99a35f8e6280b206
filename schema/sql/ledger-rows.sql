-- talliedRows: disclosures range (unit_id, published_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.status = 'PUBLISHED' and r.published_on is not null)) g
group by g.met
limit ?;

-- talliedRows: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.status = 'PUBLISHED' and r.published_on is not null)) g
group by g.met
limit ?;

-- talliedRows: information_requests ref (unit_id, counted_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on is not null and hex(r.article) in (?…))) g
group by g.met
limit ?;

-- talliedRows: information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on is not null)) g
group by g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.state <> 'REGISTERED' and r.counted_on is not null and hex(r.article) in (?…))) g
group by g.met
limit ?;

-- talliedRows: interpretations range (unit_id, published_on, form), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.voided = ? and r.published_on is not null)) g
group by g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.voided = ? and r.published_on is not null)) g
group by g.met
limit ?;

-- talliedRows: proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and 1=1 and r.assigned_on is not null and hex(r.result_class) in (?…))) g
group by g.met
limit ?;

-- talliedRows: proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and 1=1 and r.assigned_on is not null)) g
group by g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and 1=1 and r.assigned_on is not null and hex(r.result_class) in (?…))) g
group by g.met
limit ?;

-- talliedRows: remedies ref (unit_id, lodged_on, id), stagings index (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and 1=1 and r.lodged_on is not null)) g
group by g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), remedies ref (unit_id, lodged_on, id), stagings unique_subquery (id)
select g.met, count(*) as many
from (select 1 as met from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and 1=1 and r.lodged_on is not null)) g
group by g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), information_requests ref (unit_id, decided_on, state, outcome, used_days, due_on, served_on, staging), stagings index (id)
select g.outcome, g.month, g.met, count(*) as many
from (select r.outcome as outcome, substr(r.decided_on, 1, 7) as month, 1 as met from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.state <> 'REGISTERED' and r.decided_on is not null)) g
group by g.outcome, g.month, g.met
limit ?;

-- talliedRows: disclosures ref (unit_id, formed_on, id), stagings index (id)
select g.unitId, g.month, g.category, g.channels, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.formed_on, 1, 7) as month, r.category as category, r.channels as channels, 1 + case when (r.items is not null) then 2 else 0 end as met from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.status = 'PUBLISHED' and r.formed_on is not null)) g
group by g.unitId, g.month, g.category, hex(g.category), g.channels, g.met
limit ?;

-- talliedRows: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select g.unitId, g.month, g.category, g.channels, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.formed_on, 1, 7) as month, r.category as category, r.channels as channels, 1 + case when (r.items is not null) then 2 else 0 end as met from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.status = 'PUBLISHED' and r.formed_on is not null)) g
group by g.unitId, g.month, g.category, hex(g.category), g.channels, g.met
limit ?;

-- talliedRows: interpretations range (unit_id, published_on, form), stagings index (id)
select g.unitId, g.month, g.form, g.documentClass, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.published_on, 1, 7) as month, r.form as form, r.document_class as documentClass, 1 + case when (r.document_published_on is not null and r.published_on is not null) then 2 else 0 end as met from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.voided = ? and r.published_on is not null)) g
group by g.unitId, g.month, g.form, g.documentClass, g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select g.unitId, g.month, g.form, g.documentClass, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.published_on, 1, 7) as month, r.form as form, r.document_class as documentClass, 1 + case when (r.document_published_on is not null and r.published_on is not null) then 2 else 0 end as met from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.voided = ? and r.published_on is not null)) g
group by g.unitId, g.month, g.form, g.documentClass, g.met
limit ?;

-- talliedRows: proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.unitId, g.month, g.kind, g.resultClass, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.assigned_on, 1, 7) as month, r.kind as kind, r.result_class as resultClass, 1 + case when (r.assigned_on is not null and r.answered_on is not null) then 2 else 0 end + case when (hex(r.result_class) in (?…)) then 4 else 0 end as met from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and 1=1 and r.assigned_on is not null)) g
group by g.unitId, g.month, g.kind, g.resultClass, hex(g.resultClass), g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.unitId, g.month, g.kind, g.resultClass, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.assigned_on, 1, 7) as month, r.kind as kind, r.result_class as resultClass, 1 + case when (r.assigned_on is not null and r.answered_on is not null) then 2 else 0 end + case when (hex(r.result_class) in (?…)) then 4 else 0 end as met from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and 1=1 and r.assigned_on is not null)) g
group by g.unitId, g.month, g.kind, g.resultClass, hex(g.resultClass), g.met
limit ?;

-- talliedRows: information_requests ref (unit_id, counted_on, id), stagings index (id)
select g.unitId, g.month, g.outcome, g.article, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.counted_on, 1, 7) as month, r.outcome as outcome, r.article as article, 1 + case when ((case when r.decided_on is null then null else r.used_days end) is not null) then 2 else 0 end + case when (hex(r.article) in (?…)) then 4 else 0 end as met from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on is not null)) g
group by g.unitId, g.month, g.outcome, g.article, hex(g.article), g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select g.unitId, g.month, g.outcome, g.article, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.counted_on, 1, 7) as month, r.outcome as outcome, r.article as article, 1 + case when ((case when r.decided_on is null then null else r.used_days end) is not null) then 2 else 0 end + case when (hex(r.article) in (?…)) then 4 else 0 end as met from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.state <> 'REGISTERED' and r.counted_on is not null)) g
group by g.unitId, g.month, g.outcome, g.article, hex(g.article), g.met
limit ?;

-- talliedRows: remedies ref (unit_id, lodged_on, id), stagings index (id)
select g.unitId, g.month, g.route, g.ruling, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.lodged_on, 1, 7) as month, r.route as route, r.ruling as ruling, 1 + case when (r.lodged_on is not null and r.concluded_on is not null) then 2 else 0 end as met from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (?…) and 1=1 and r.lodged_on is not null)) g
group by g.unitId, g.month, g.route, g.ruling, g.met
limit ?;

-- talliedRows: units range (path), units eq_ref (id), remedies ref (unit_id, lodged_on, id), stagings unique_subquery (id)
select g.unitId, g.month, g.route, g.ruling, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.lodged_on, 1, 7) as month, r.route as route, r.ruling as ruling, 1 + case when (r.lodged_on is not null and r.concluded_on is not null) then 2 else 0 end as met from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where (r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and 1=1 and r.lodged_on is not null)) g
group by g.unitId, g.month, g.route, g.ruling, g.met
limit ?;

-- talliedValues: disclosures ref (unit_id, formed_on, id), stagings index (id)
select g.unitId, g.month, g.category, g.channels, g.items, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.formed_on, 1, 7) as month, r.category as category, r.channels as channels, r.items as items, 1 + case when (r.items is not null) then 2 else 0 end as met from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and r.status = 'PUBLISHED' and r.formed_on is not null) and r.items is not null)) g
group by g.unitId, g.month, g.category, hex(g.category), g.channels, g.items, g.met
limit ?;

-- talliedValues: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select g.unitId, g.month, g.category, g.channels, g.items, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.formed_on, 1, 7) as month, r.category as category, r.channels as channels, r.items as items, 1 + case when (r.items is not null) then 2 else 0 end as met from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.status = 'PUBLISHED' and r.formed_on is not null) and r.items is not null)) g
group by g.unitId, g.month, g.category, hex(g.category), g.channels, g.items, g.met
limit ?;

-- talliedValues: interpretations range (unit_id, published_on, form), stagings index (id)
select g.unitId, g.month, g.form, g.documentClass, g.daysFrom, g.daysTo, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.published_on, 1, 7) as month, r.form as form, r.document_class as documentClass, r.document_published_on as daysFrom, r.published_on as daysTo, 1 + case when (r.document_published_on is not null and r.published_on is not null) then 2 else 0 end as met from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and r.voided = ? and r.published_on is not null) and r.document_published_on is not null and r.published_on is not null)) g
group by g.unitId, g.month, g.form, g.documentClass, g.daysFrom, g.daysTo, g.met
limit ?;

-- talliedValues: units range (path), units eq_ref (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select g.unitId, g.month, g.form, g.documentClass, g.daysFrom, g.daysTo, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.published_on, 1, 7) as month, r.form as form, r.document_class as documentClass, r.document_published_on as daysFrom, r.published_on as daysTo, 1 + case when (r.document_published_on is not null and r.published_on is not null) then 2 else 0 end as met from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.voided = ? and r.published_on is not null) and r.document_published_on is not null and r.published_on is not null)) g
group by g.unitId, g.month, g.form, g.documentClass, g.daysFrom, g.daysTo, g.met
limit ?;

-- talliedValues: proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.unitId, g.month, g.kind, g.resultClass, g.daysFrom, g.daysTo, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.assigned_on, 1, 7) as month, r.kind as kind, r.result_class as resultClass, r.assigned_on as daysFrom, r.answered_on as daysTo, 1 + case when (r.assigned_on is not null and r.answered_on is not null) then 2 else 0 end + case when (hex(r.result_class) in (?…)) then 4 else 0 end as met from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1 and r.assigned_on is not null) and r.assigned_on is not null and r.answered_on is not null)) g
group by g.unitId, g.month, g.kind, g.resultClass, hex(g.resultClass), g.daysFrom, g.daysTo, g.met
limit ?;

-- talliedValues: units range (path), units eq_ref (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select g.unitId, g.month, g.kind, g.resultClass, g.daysFrom, g.daysTo, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.assigned_on, 1, 7) as month, r.kind as kind, r.result_class as resultClass, r.assigned_on as daysFrom, r.answered_on as daysTo, 1 + case when (r.assigned_on is not null and r.answered_on is not null) then 2 else 0 end + case when (hex(r.result_class) in (?…)) then 4 else 0 end as met from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and 1=1 and r.assigned_on is not null) and r.assigned_on is not null and r.answered_on is not null)) g
group by g.unitId, g.month, g.kind, g.resultClass, hex(g.resultClass), g.daysFrom, g.daysTo, g.met
limit ?;

-- talliedValues: information_requests ref (unit_id, counted_on, id), stagings index (id)
select g.unitId, g.month, g.outcome, g.article, g.workingDays, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.counted_on, 1, 7) as month, r.outcome as outcome, r.article as article, (case when r.decided_on is null then null else r.used_days end) as workingDays, 1 + case when ((case when r.decided_on is null then null else r.used_days end) is not null) then 2 else 0 end + case when (hex(r.article) in (?…)) then 4 else 0 end as met from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on is not null) and (case when r.decided_on is null then null else r.used_days end) is not null)) g
group by g.unitId, g.month, g.outcome, g.article, hex(g.article), g.workingDays, g.met
limit ?;

-- talliedValues: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select g.unitId, g.month, g.outcome, g.article, g.workingDays, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.counted_on, 1, 7) as month, r.outcome as outcome, r.article as article, (case when r.decided_on is null then null else r.used_days end) as workingDays, 1 + case when ((case when r.decided_on is null then null else r.used_days end) is not null) then 2 else 0 end + case when (hex(r.article) in (?…)) then 4 else 0 end as met from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and r.state <> 'REGISTERED' and r.counted_on is not null) and (case when r.decided_on is null then null else r.used_days end) is not null)) g
group by g.unitId, g.month, g.outcome, g.article, hex(g.article), g.workingDays, g.met
limit ?;

-- talliedValues: remedies range (unit_id, concluded_on, id), stagings index (id)
select g.unitId, g.month, g.route, g.ruling, g.daysFrom, g.daysTo, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.lodged_on, 1, 7) as month, r.route as route, r.ruling as ruling, r.lodged_on as daysFrom, r.concluded_on as daysTo, 1 + case when (r.lodged_on is not null and r.concluded_on is not null) then 2 else 0 end as met from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1 and r.lodged_on is not null) and r.lodged_on is not null and r.concluded_on is not null)) g
group by g.unitId, g.month, g.route, g.ruling, g.daysFrom, g.daysTo, g.met
limit ?;

-- talliedValues: units range (path), units eq_ref (id), remedies ref (unit_id, lodged_on, id), stagings unique_subquery (id)
select g.unitId, g.month, g.route, g.ruling, g.daysFrom, g.daysTo, g.met, count(*) as many
from (select r.unit_id as unitId, substr(r.lodged_on, 1, 7) as month, r.route as route, r.ruling as ruling, r.lodged_on as daysFrom, r.concluded_on as daysTo, 1 + case when (r.lodged_on is not null and r.concluded_on is not null) then 2 else 0 end as met from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (select u.id from units u where ((u.path >= ? and u.path < ?))) and 1=1 and r.lodged_on is not null) and r.lodged_on is not null and r.concluded_on is not null)) g
group by g.unitId, g.month, g.route, g.ruling, g.daysFrom, g.daysTo, g.met
limit ?;
