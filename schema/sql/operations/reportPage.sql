-- findings ref (report_id, unit_id)
SELECT t.id AS t_id, t.unit_id AS t_unit_id, t.report_id AS t_report_id, t.rule AS t_rule, t.fingerprint AS t_fingerprint, t.severity AS t_severity, t.status AS t_status, t.fault AS t_fault, t.explanation AS t_explanation, t.judgement AS t_judgement, t.position AS t_position
FROM findings t
WHERE ((1=1 AND t.report_id in (?…))) AND ((t.unit_id in (?…)))
ORDER BY t.position ASC, t.fingerprint ASC;

-- history ref (subject_type, subject_id, revision)
SELECT t.unit_id AS t_unit_id, t.seq AS t_seq, t.at AS t_at, t.on_date AS t_on_date, t.actor_id AS t_actor_id, t.actor AS t_actor, t.role AS t_role, t.operation AS t_operation, t.readers AS t_readers, t.subject_type AS t_subject_type, t.subject_id AS t_subject_id, t.revision AS t_revision, t.changes AS t_changes, t.reason AS t_reason, t.details AS t_details, t.request_id AS t_request_id, t.copy_of AS t_copy_of, t.algorithm AS t_algorithm, t.previous AS t_previous, t.hash AS t_hash
FROM history t
WHERE ((1=1 AND t.subject_type = ? AND t.subject_id in (?…))) AND ((0=1 or (t.readers = ? and 1=1) or (t.readers = ? and (t.unit_id in (?…))) or (t.readers = ? and (t.unit_id in (?…))) or (t.readers = ? and (t.unit_id in (?…))) or (t.readers = ? and (t.unit_id in (?…)))))
ORDER BY t.revision ASC, t.at ASC, t.seq ASC;

-- none_statements ref (unit_id, year, part, ended_at), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings unique_subquery (id), remedies range (unit_id, lodged_on, id), disclosures range (unit_id, formed_on, id), stagings index (id), supplied_counts ref (unit_id, year, id), proposals range (unit_id, assigned_on, id), interpretations range (unit_id, document_published_on, id)
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

-- what was gathered, remedies range (unit_id, concluded_on, id), stagings unique_subquery (id), remedies range (unit_id, lodged_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'concluded' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.concluded_on >= ? and r.concluded_on <= ? union all select r.unit_id as unitId, 'pending' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- what was gathered, disclosures range (unit_id, formed_on, id), stagings unique_subquery (id), disclosures ref (unit_id, formed_on, id), stagings index (id), disclosures range (unit_id, published_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'issued' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on >= ? and r.formed_on <= ? union all select r.unit_id as unitId, 'repealed' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.repealed_on >= ? and r.repealed_on <= ? union all select r.unit_id as unitId, 'inForce' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ? and (r.repealed_on is null or r.repealed_on > ?) union all select r.unit_id as unitId, 'published' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on >= ? and r.published_on <= ? union all select r.unit_id as unitId, 'publishedTotal' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ? and (r.repealed_on is null or r.repealed_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- what was gathered, information_requests range (unit_id, counted_on, id), stagings unique_subquery (id), information_requests range (unit_id, decided_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- reports const (unit_id, year, scope), units const (id), report_versions ref (report_id, unit_id)
select r.id, r.unit_id as unitId, u.path as unitPath, r.year, r.scope, r.format, r.status, r.revision, r.unit_name as unitName, r.signed_on as signedOn, r.due_on as dueOn, r.submitted_at as submittedAt, r.published_at as publishedAt, v.id as versionId, v.cells as packed, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.cells end as draftCells, case when r.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') then null else r.sections end as draftSections
from (select s.* from reports s where (s.unit_id in (?…))) r
join units u on u.id = r.unit_id
left join (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v on v.report_id = r.id and v.unit_id = r.unit_id and v.number = r.latest_version
where r.unit_id in (?…) and r.year in (?…) and r.scope = ?;

-- units const (code)
select u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path, u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn, u.successor_id as successorId, u.credit_code as creditCode, u.revision
from units u
where u.code in (?…)
order by u.path;

-- sessions const (id), users const (id), password_states const (user_id), memberships ref (user_id, unit_id, role), units eq_ref (id)
select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional, m.role, n.id as unitId, n.path
from sessions s
join (select s.* from users s where 1=1) u on u.id = s.user_id
left join (select s.* from password_states s where 1=1) p on p.user_id = u.id
left join (select s.* from memberships s where 1=1) m on m.user_id = u.id
left join units n on n.id = m.unit_id
where u.disabled_at is null and s.id = ? and s.user_id = ? and s.revoked_at is null and s.expires_at > ?
order by n.path, m.role;

-- district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;

-- report_versions ref (report_id, unit_id)
select v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn, v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson
from (select s.* from report_versions s where ((s.unit_id in (?…)) or (s.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED') and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) v
where v.report_id in (?…)
order by v.number desc;
