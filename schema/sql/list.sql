-- listBelow: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id)
select count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units const (id), information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and (r.due_on is not null and r.state in (?…) and r.due_on >= ? and r.due_on <= ?));

-- listBelow: units range (path), units eq_ref (id), information_requests ref (unit_id, decided_on, state, outcome, used_days, due_on, served_on, staging), stagings index (id)
select count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select count(*) as total
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units range (path), units eq_ref (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select count(*) as total
from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units const (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select count(*) as total
from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units range (path), units eq_ref (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select count(*) as total
from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units const (id), remedies ref (unit_id, lodged_on, id), stagings index (id)
select count(*) as total
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units range (path), units eq_ref (id), remedies ref (unit_id, lodged_on, id), stagings unique_subquery (id)
select count(*) as total
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1);

-- listBelow: units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.document_published_on asc, r.id asc
limit ?;

-- listBelow: units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.document_published_on desc, r.id desc
limit ?;

-- listBelow: units range (path), units eq_ref (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy
from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.document_published_on asc, r.id asc
limit ?;

-- listBelow: units range (path), units eq_ref (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy
from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.document_published_on desc, r.id desc
limit ?;

-- listBelow: units const (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy
from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.assigned_on asc, r.id asc
limit ?;

-- listBelow: units const (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy
from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.assigned_on desc, r.id desc
limit ?;

-- listBelow: units range (path), units eq_ref (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy
from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.assigned_on asc, r.id asc
limit ?;

-- listBelow: units range (path), units eq_ref (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy
from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.assigned_on desc, r.id desc
limit ?;

-- listBelow: units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.counted_on asc, r.id asc
limit ?;

-- listBelow: units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.counted_on desc, r.id desc
limit ?;

-- listBelow: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.counted_on asc, r.id asc
limit ?;

-- listBelow: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.counted_on desc, r.id desc
limit ?;

-- listBelow: units range (path), units eq_ref (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.due_on as orderedBy
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and (r.due_on is not null and r.state in (?…) and r.due_on >= ? and r.due_on <= ?)) and 1=1)
order by r.due_on asc, r.id asc
limit ?;

-- listBelow: units const (id), remedies ref (unit_id, lodged_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.lodged_on asc, r.id asc
limit ?;

-- listBelow: units const (id), remedies ref (unit_id, lodged_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.lodged_on desc, r.id desc
limit ?;

-- listBelow: units range (path), units eq_ref (id), remedies ref (unit_id, lodged_on, id), stagings unique_subquery (id)
select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.lodged_on asc, r.id asc
limit ?;

-- listBelow: units range (path), units eq_ref (id), remedies ref (unit_id, lodged_on, id), stagings unique_subquery (id)
select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.lodged_on desc, r.id desc
limit ?;

-- listBelow: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.formed_on asc, r.id asc
limit ?;

-- listBelow: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.formed_on desc, r.id desc
limit ?;

-- listBelow: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.formed_on asc, r.id asc
limit ?;

-- listBelow: units range (path), disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where ((r.unit_id in (select u.id from units u where (u.path >= ? and u.path < ?)) and 1=1) and 1=1)
order by r.formed_on desc, r.id desc
limit ?;

-- listOfUnits: what was gathered, interpretations ref (unit_id, published_on, form), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on asc, r.id asc) as place from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.document_published_on > ?) or (r.document_published_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, interpretations ref (unit_id, document_published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on asc, r.id asc) as place from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), interpretations ref (unit_id, published_on, form), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on asc, r.id asc) as place from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.document_published_on > ?) or (r.document_published_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on asc, r.id asc) as place from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, interpretations range (unit_id, document_published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on desc, r.id desc) as place from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.document_published_on < ?) or (r.document_published_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, interpretations ref (unit_id, document_published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on desc, r.id desc) as place from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), interpretations range (unit_id, document_published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on desc, r.id desc) as place from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.document_published_on < ?) or (r.document_published_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber, r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn, r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter, r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision, r.document_published_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.document_published_on desc, r.id desc) as place from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on asc, r.id asc) as place from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where ((r.unit_id in (?…) and (r.year = ?)) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on asc, r.id asc) as place from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where ((r.unit_id in (?…) and 1=1) and ((r.from_on > ?) or (r.from_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on asc, r.id asc) as place from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on asc, r.id asc) as place from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where ((r.unit_id in (?…) and (r.year = ?)) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on asc, r.id asc) as place from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where ((r.unit_id in (?…) and 1=1) and ((r.from_on > ?) or (r.from_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on asc, r.id asc) as place from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on desc, r.id desc) as place from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where ((r.unit_id in (?…) and (r.year = ?)) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on desc, r.id desc) as place from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where ((r.unit_id in (?…) and 1=1) and ((r.from_on < ?) or (r.from_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on desc, r.id desc) as place from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on desc, r.id desc) as place from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where ((r.unit_id in (?…) and (r.year = ?)) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on desc, r.id desc) as place from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where ((r.unit_id in (?…) and 1=1) and ((r.from_on < ?) or (r.from_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), supplied_counts ref (unit_id, year, id)
select p.*
from (select r.id, r.unit_id as unitId, r.from_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.from_on desc, r.id desc) as place from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, proposals range (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on asc, r.id asc) as place from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.assigned_on > ?) or (r.assigned_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, proposals ref (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on asc, r.id asc) as place from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), proposals range (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on asc, r.id asc) as place from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.assigned_on > ?) or (r.assigned_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on asc, r.id asc) as place from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, proposals range (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on desc, r.id desc) as place from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.assigned_on < ?) or (r.assigned_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, proposals ref (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on desc, r.id desc) as place from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), proposals range (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on desc, r.id desc) as place from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.assigned_on < ?) or (r.assigned_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad, r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber, r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision, r.assigned_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.assigned_on desc, r.id desc) as place from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on asc, r.id asc) as place from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.subject_key like ? escape '!' or r.number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, information_requests ref (unit_id, decided_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on asc, r.id asc) as place from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.counted_on > ?) or (r.counted_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on asc, r.id asc) as place from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on asc, r.id asc) as place from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.subject_key like ? escape '!' or r.number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), information_requests ref (unit_id, decided_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on asc, r.id asc) as place from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.counted_on > ?) or (r.counted_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on asc, r.id asc) as place from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on desc, r.id desc) as place from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.subject_key like ? escape '!' or r.number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, information_requests range (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on desc, r.id desc) as place from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.counted_on < ?) or (r.counted_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on desc, r.id desc) as place from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on desc, r.id desc) as place from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.subject_key like ? escape '!' or r.number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), information_requests range (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on desc, r.id desc) as place from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.counted_on < ?) or (r.counted_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt, r.counted_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.counted_on desc, r.id desc) as place from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, remedies ref (unit_id, concluded_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on asc, r.id asc) as place from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.lodged_on > ?) or (r.lodged_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, remedies ref (unit_id, lodged_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on asc, r.id asc) as place from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), remedies ref (unit_id, concluded_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on asc, r.id asc) as place from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.lodged_on > ?) or (r.lodged_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), remedies ref (unit_id, lodged_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on asc, r.id asc) as place from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, remedies range (unit_id, lodged_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on desc, r.id desc) as place from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.lodged_on < ?) or (r.lodged_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, remedies ref (unit_id, lodged_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on desc, r.id desc) as place from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), remedies range (unit_id, lodged_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on desc, r.id desc) as place from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.lodged_on < ?) or (r.lodged_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, units const (id), remedies ref (unit_id, lodged_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ, r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision, r.lodged_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.lodged_on desc, r.id desc) as place from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and (((r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id not in (?…) and r.category_key in (?…))))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.title_key like ? escape '!' or r.document_number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, published_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.formed_on > ?) or (r.formed_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and (((r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id not in (?…) and r.category_key in (?…))))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.title_key like ? escape '!' or r.document_number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, published_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.formed_on > ?) or (r.formed_on = ? and r.id > ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on asc, r.id asc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and (((r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id not in (?…) and r.category_key in (?…))))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.title_key like ? escape '!' or r.document_number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures range (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.formed_on < ?) or (r.formed_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and (((r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id not in (?…) and r.category_key in (?…))))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and ((r.title_key like ? escape '!' or r.document_number_key like ? escape '!'))) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures range (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and ((r.formed_on < ?) or (r.formed_on = ? and r.id < ?)))) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: what was gathered, disclosures ref (unit_id, formed_on, id), stagings index (id)
select p.*
from (select r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status, r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind, r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision, r.formed_on as orderedBy, r.unit_id as topId, row_number() over (partition by r.unit_id order by r.formed_on desc, r.id desc) as place from (select s.* from disclosures s where ((0=1 or (s.published_on is not null and 0=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where ((r.unit_id in (?…) and 1=1) and 1=1)) p
where p.place <= ?
order by p.place;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and (((r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id not in (?…) and r.category_key in (?…)))))
group by r.unit_id;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and ((r.title_key like ? escape '!' or r.document_number_key like ? escape '!')))
group by r.unit_id;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and (((r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id in (?…) and r.category_key in (?…)) or (r.unit_id not in (?…) and r.category_key in (?…)))))
group by r.unit_id;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and ((r.title_key like ? escape '!' or r.document_number_key like ? escape '!')))
group by r.unit_id;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id), units unique_subquery (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where (((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: disclosures ref (unit_id, formed_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from disclosures s where ((0=1 or (s.published_on is not null and 0=1) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and ((r.subject_key like ? escape '!' or r.number_key like ? escape '!')))
group by r.unit_id;

-- listOfUnits: information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: units const (id), information_requests ref (unit_id, counted_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and ((r.subject_key like ? escape '!' or r.number_key like ? escape '!')))
group by r.unit_id;

-- listOfUnits: units const (id), information_requests ref (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: interpretations ref (unit_id, document_published_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: units const (id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from interpretations s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: proposals ref (unit_id, assigned_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: units const (id), proposals ref (unit_id, assigned_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from proposals s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: remedies ref (unit_id, lodged_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: units const (id), remedies ref (unit_id, lodged_on, id), stagings index (id)
select r.unit_id as topId, count(*) as total
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: supplied_counts ref (unit_id, year, id)
select r.unit_id as topId, count(*) as total
from (select s.* from supplied_counts s where (s.unit_id in (?…))) r
where (r.unit_id in (?…) and (r.year = ?))
group by r.unit_id;

-- listOfUnits: supplied_counts ref (unit_id, year, id)
select r.unit_id as topId, count(*) as total
from (select s.* from supplied_counts s where (s.unit_id in (?…))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;

-- listOfUnits: units const (id), supplied_counts ref (unit_id, year, id)
select r.unit_id as topId, count(*) as total
from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where (r.unit_id in (?…) and (r.year = ?))
group by r.unit_id;

-- listOfUnits: units const (id), supplied_counts ref (unit_id, year, id)
select r.unit_id as topId, count(*) as total
from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where (r.unit_id in (?…) and 1=1)
group by r.unit_id;
