-- sessions const (id), users const (id), password_states const (user_id), memberships ref (user_id, unit_id, role), units eq_ref (id)
select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional, m.role, n.id as unitId, n.path
from sessions s
join (select s.* from users s where 1=1) u on u.id = s.user_id
left join (select s.* from password_states s where 1=1) p on p.user_id = u.id
left join (select s.* from memberships s where 1=1) m on m.user_id = u.id
left join units n on n.id = m.unit_id
where u.disabled_at is null and s.id = ? and s.user_id = ? and s.revoked_at is null and s.expires_at > ?
order by n.path, m.role;

-- units const (code)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.code in (?…)
order by u.path;

-- district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;

-- information_requests range (unit_id, number_key)
select r.number_key as numberKey
from (select s.* from information_requests s where (s.unit_id in (?…))) r
where r.unit_id = ? and r.number_key >= ? and r.number_key <= ?;

INSERT INTO information_requests(id, unit_id, number, subject, applicant_kind, receipt_channel, arrived_on, received_on, counted_on, split_from_id, state, outcome, article, document_number, decided_on, served_on, decision_arrived_on, terms_id, due_on, provisional, used_days, revision, created_at, cell_key, number_key, subject_key, staging)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, DEFAULT);

INSERT INTO request_applicants(request_id, unit_id, sealed)
VALUES (?, ?, ?);

-- reports ref (unit_id, year, scope)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.year AS t_year, t.scope AS t_scope, t.format AS t_format, t.status AS t_status, t.revision AS t_revision, t.cells AS t_cells, t.sections AS t_sections, t.signed_on AS t_signed_on, t.due_on AS t_due_on, t.open_cells AS t_open_cells, t.unit_name AS t_unit_name, t.tables_changed_on AS t_tables_changed_on, t.latest_version AS t_latest_version, t.first_submitted_at AS t_first_submitted_at, t.submitted_at AS t_submitted_at, t.published_at AS t_published_at
FROM reports t
WHERE ((1=1 AND t.unit_id = ? AND t.scope = ?)) AND ((t.unit_id in (?…)))
ORDER BY t.year ASC;

-- reports range (id, unit_id)
UPDATE reports
SET held = held + 1
WHERE ((1=1 AND id = ? AND unit_id = ?)) AND ((reports.unit_id in (?…)));

-- reports const (id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.year AS t_year, t.scope AS t_scope, t.format AS t_format, t.status AS t_status, t.revision AS t_revision, t.cells AS t_cells, t.sections AS t_sections, t.signed_on AS t_signed_on, t.due_on AS t_due_on, t.open_cells AS t_open_cells, t.unit_name AS t_unit_name, t.tables_changed_on AS t_tables_changed_on, t.latest_version AS t_latest_version, t.first_submitted_at AS t_first_submitted_at, t.submitted_at AS t_submitted_at, t.published_at AS t_published_at
FROM reports t
WHERE ((1=1 AND t.id = ?)) AND ((t.unit_id in (?…)))
LIMIT 1;

-- district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;

-- what was gathered, report_versions ref (scope, year, unit_path, number), units ref (successor_id)
select p.predecessors, v.number, v.status, v.format, v.cells
from (select count(*) as predecessors from units where successor_id = ?) p
left join (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v on v.scope = ? and v.year = ? and v.unit_path = ? and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
order by v.number desc;

-- none_statements ref (unit_id, year, part, ended_at), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings index (id), remedies ref (unit_id, concluded_on, id), disclosures ref (unit_id, published_on, id), supplied_counts ref (unit_id, year, id), proposals range (unit_id, assigned_on, id), interpretations ref (unit_id, published_on, form)
select distinct 0 as place, r.unit_id as unitId, r.part as first
from (select s.* from none_statements s where (s.unit_id in (?…))) r
where r.unit_id in (?…) and r.year = ? and r.ended_at = '' union all select distinct 1 as place, r.unit_id as unitId, r.applicant_kind as first
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.counted_on <= ? union all select distinct 2 as place, r.unit_id as unitId, r.route as first
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.lodged_on <= ? union all select distinct 3 as place, r.unit_id as unitId, r.document_kind as first
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.formed_on <= ? union all select distinct 4 as place, r.unit_id as unitId, r.indicator as first
from (select s.* from supplied_counts s where (s.unit_id in (?…))) r
where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null union all select distinct 5 as place, r.unit_id as unitId, r.kind as first
from (select s.* from proposals s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.assigned_on <= ? union all select distinct 6 as place, r.unit_id as unitId, r.document_class as first
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and r.document_published_on <= ?;

-- what was gathered, disclosures range (unit_id, formed_on, id), stagings index (id), disclosures ref (unit_id, formed_on, id), disclosures ref (unit_id, published_on, id), disclosures range (unit_id, published_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'issued' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on >= ? and r.formed_on <= ? union all select r.unit_id as unitId, 'repealed' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.repealed_on >= ? and r.repealed_on <= ? union all select r.unit_id as unitId, 'inForce' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ? and (r.repealed_on is null or r.repealed_on > ?) union all select r.unit_id as unitId, 'published' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on >= ? and r.published_on <= ? union all select r.unit_id as unitId, 'publishedTotal' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ? and (r.repealed_on is null or r.repealed_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- what was gathered, information_requests range (unit_id, counted_on, id), stagings index (id), stagings unique_subquery (id), information_requests range (unit_id, decided_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- what was gathered, remedies range (unit_id, concluded_on, id), stagings index (id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'concluded' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.concluded_on >= ? and r.concluded_on <= ? union all select r.unit_id as unitId, 'pending' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- disclosures range (unit_id, published_on, id), stagings index (id), disclosure_catalogue all
select r.unit_id as unitId, r.channels as channels, min(r.category) as category, sum(r.items) as items, sum(case when r.published_on > r.due_on then 1 else 0 end) as lateRecords, null as title, null as synonyms, null as retiredOn
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.published_on >= ? and r.published_on <= ?
group by r.unit_id, r.channels, r.category_key union all select c.unit_id, null, c.category, 0, 0, c.title, c.synonyms, c.retired_on
from (select s.* from disclosure_catalogue s where 1=1) c
where c.unit_id in (?…);

-- information_requests ref (unit_id, decided_on, id), stagings index (id)
select r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind, r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn, r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article, r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn, r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn, r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by r.id;

-- history_keys const (subject_id)
select k.subject_id as subjectId, k.sealed
from (select s.* from history_keys s where 1=1) k
where k.subject_id in (?…);

INSERT INTO history_keys(subject_id, unit_id, sealed)
VALUES (?, ?, ?);

-- history_heads range (unit_id)
update history_heads
set seq = seq + ?, untold = untold + ?
where unit_id = ?;

-- history_heads const (unit_id), history eq_ref (unit_id, seq)
select n.seq - ? as seq, h.hash
from history_heads n
left join (select s.* from history s where 1=1) h on h.unit_id = n.unit_id and h.seq = n.seq - ?
where n.unit_id = ?;

INSERT INTO history(unit_id, seq, at, on_date, actor_id, actor, role, operation, readers, subject_type, subject_id, revision, changes, reason, details, request_id, copy_of, algorithm, previous, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), history ref (subject_type, subject_id, revision), stagings index (id)
select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation, h.subject_id as subjectId, h.revision, h.reason, h.details
from (select s.* from history s where (0=1 or (s.readers = ? and 1=1) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))) or (s.readers = ? and (s.unit_id in (?…))))) h
join (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
where h.revision is not null and r.unit_id = ? and r.counted_on <= ? and (r.counted_on >= ? and r.counted_on <= ? or r.decided_on >= ? and r.decided_on <= ? or (r.decided_on is null or r.decided_on > ?))
order by h.subject_id, h.revision;

-- remedies ref (unit_id, lodged_on, id), information_requests eq_ref (id), stagings index (id)
select r.id, r.number, r.route, r.request_id as requestId, q.outcome as requestOutcome, q.decided_on as requestDecidedOn, r.review_id as reviewId, r.lodged_on as lodgedOn
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
left join (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) q on q.id = r.request_id and q.unit_id = r.unit_id
where r.unit_id = ? and (r.concluded_on >= ? and r.concluded_on <= ? or (r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)))
order by r.lodged_on, r.id;

-- interpretations range (unit_id, document_published_on, id), stagings index (id)
select r.unit_id as unitId, max(r.due_on) as dueOn, min(r.published_on) as firstOn
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.document_published_on >= ? and r.document_published_on <= ?)
group by r.unit_id, r.document_key;

-- interpretations range (unit_id, published_on, form), stagings unique_subquery (id)
select r.unit_id as unitId, r.form, count(*) as count
from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.voided = ? and (r.published_on >= ? and r.published_on <= ?)
group by r.unit_id, r.form;

-- disclosures range (unit_id, published_on, id), interpretations ref (unit_id, document_published_on, id), stagings index (id)
select count(*) as count
from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) d
where d.unit_id = ? and d.status = 'PUBLISHED' and d.document_kind is not null and (d.published_on >= ? and d.published_on <= ?) and not exists (select 1 from (select s.* from interpretations s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id = ? and r.voided = ? and r.document_key = d.document_number_key);

-- findings ref (report_id, unit_id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.report_id AS t_report_id, t.rule AS t_rule, t.fingerprint AS t_fingerprint, t.severity AS t_severity, t.status AS t_status, t.fault AS t_fault, t.explanation AS t_explanation, t.judgement AS t_judgement, t.position AS t_position
FROM findings t
WHERE ((1=1 AND t.report_id = ?)) AND ((t.unit_id in (?…)))
ORDER BY t.position ASC, t.fingerprint ASC;

-- findings range (report_id, unit_id)
DELETE FROM findings
WHERE ((1=1 AND id in (?…) AND report_id = ?)) AND ((findings.unit_id in (?…)));

INSERT INTO findings(id, unit_id, report_id, rule, fingerprint, severity, status, fault, explanation, judgement, position)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), …;

-- units const (id)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.id in (?…)
order by u.path;

-- district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;

commit;
