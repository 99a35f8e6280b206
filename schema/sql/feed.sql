-- feedCounts: what was gathered, remedies range (unit_id, concluded_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'concluded' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.concluded_on >= ? and r.concluded_on <= ? union all select r.unit_id as unitId, 'pending' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, units const (id), remedies range (unit_id, concluded_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'concluded' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.concluded_on >= ? and r.concluded_on <= ? union all select r.unit_id as unitId, 'pending' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, remedies range (unit_id, concluded_on, id), remedies range (unit_id, lodged_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'concluded' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where 1=1) r where r.unit_id in (?…) and r.concluded_on >= ? and r.concluded_on <= ? union all select r.unit_id as unitId, 'pending' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where 1=1) r where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, disclosures range (unit_id, formed_on, id), disclosures ref (unit_id, formed_on, id), disclosures ref (unit_id, published_on, id), disclosures range (unit_id, published_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'issued' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on >= ? and r.formed_on <= ? union all select r.unit_id as unitId, 'repealed' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.repealed_on >= ? and r.repealed_on <= ? union all select r.unit_id as unitId, 'inForce' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ? and (r.repealed_on is null or r.repealed_on > ?) union all select r.unit_id as unitId, 'published' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on >= ? and r.published_on <= ? union all select r.unit_id as unitId, 'publishedTotal' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ? and (r.repealed_on is null or r.repealed_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, disclosures range (unit_id, formed_on, id), units unique_subquery (id), disclosures ref (unit_id, formed_on, id), disclosures ref (unit_id, published_on, id), disclosures range (unit_id, published_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'issued' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on >= ? and r.formed_on <= ? union all select r.unit_id as unitId, 'repealed' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.repealed_on >= ? and r.repealed_on <= ? union all select r.unit_id as unitId, 'inForce' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ? and (r.repealed_on is null or r.repealed_on > ?) union all select r.unit_id as unitId, 'published' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on >= ? and r.published_on <= ? union all select r.unit_id as unitId, 'publishedTotal' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ? and (r.repealed_on is null or r.repealed_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, disclosures range (unit_id, formed_on, id), disclosures ref (unit_id, formed_on, id), disclosures range (unit_id, published_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'issued' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on >= ? and r.formed_on <= ? union all select r.unit_id as unitId, 'repealed' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.repealed_on >= ? and r.repealed_on <= ? union all select r.unit_id as unitId, 'inForce' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ? and (r.repealed_on is null or r.repealed_on > ?) union all select r.unit_id as unitId, 'published' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on >= ? and r.published_on <= ? union all select r.unit_id as unitId, 'publishedTotal' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where (1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ? and (r.repealed_on is null or r.repealed_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, information_requests range (unit_id, counted_on, id), information_requests range (unit_id, decided_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, units const (id), information_requests range (unit_id, counted_on, id), information_requests range (unit_id, decided_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: what was gathered, information_requests range (unit_id, counted_on, id), information_requests range (unit_id, decided_on, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where 1=1) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where 1=1) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where 1=1) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where 1=1) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
group by m.unitId, m.phase, m.first, m.second;

-- feedCounts: supplied_counts ref (unit_id, year, id)
select m.unitId, m.phase, m.first, m.second, count(*) as count
from (select r.unit_id as unitId, 'signedOff' as phase, r.indicator as first, null as second, r.id as id, r.from_on as since, r.quantity as quantity from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null) m
group by m.unitId, m.phase, m.first, m.second;

-- feedMembers: what was gathered, units const (id), remedies range (unit_id, concluded_on, id), remedies range (unit_id, lodged_on, id)
select m.*
from (select r.unit_id as unitId, 'concluded' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.concluded_on >= ? and r.concluded_on <= ? union all select r.unit_id as unitId, 'pending' as phase, r.route as first, r.ruling as second, r.id as id, r.lodged_on as since, null as quantity from (select s.* from remedies s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)) m
order by m.since, m.id;

-- feedMembers: what was gathered, disclosures range (unit_id, formed_on, id), units unique_subquery (id), disclosures ref (unit_id, formed_on, id), disclosures range (unit_id, published_on, id)
select m.*
from (select r.unit_id as unitId, 'issued' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on >= ? and r.formed_on <= ? union all select r.unit_id as unitId, 'repealed' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.repealed_on >= ? and r.repealed_on <= ? union all select r.unit_id as unitId, 'inForce' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ? and (r.repealed_on is null or r.repealed_on > ?) union all select r.unit_id as unitId, 'published' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on >= ? and r.published_on <= ? union all select r.unit_id as unitId, 'publishedTotal' as phase, r.document_kind as first, null as second, r.id as id, r.formed_on as since, null as quantity from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.document_kind is not null and r.published_on <= ? and (r.repealed_on is null or r.repealed_on > ?)) m
order by m.since, m.id;

-- feedMembers: what was gathered, information_requests range (unit_id, counted_on, id), information_requests range (unit_id, decided_on, id)
select m.*
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
order by m.since, m.id;

-- feedMembers: what was gathered, units const (id), information_requests range (unit_id, counted_on, id), information_requests range (unit_id, decided_on, id)
select m.*
from (select r.unit_id as unitId, 'received' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ? union all select r.unit_id as unitId, 'carriedIn' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on < ? and (r.decided_on is null or r.decided_on > ?) union all select r.unit_id as unitId, 'decided' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ? union all select r.unit_id as unitId, 'carriedOut' as phase, r.applicant_kind as first, r.outcome as second, r.id as id, r.counted_on as since, null as quantity from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)) m
order by m.since, m.id;

-- feedMembers: supplied_counts ref (unit_id, year, id)
select m.*
from (select r.unit_id as unitId, 'signedOff' as phase, r.indicator as first, null as second, r.id as id, r.from_on as since, r.quantity as quantity from (select s.* from supplied_counts s where (s.unit_id in (?…))) r where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null) m
order by m.since, m.id;

-- feedMembers: units const (id), supplied_counts ref (unit_id, year, id)
select m.*
from (select r.unit_id as unitId, 'signedOff' as phase, r.indicator as first, null as second, r.id as id, r.from_on as since, r.quantity as quantity from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null) m
order by m.since, m.id;

-- feedMembers: supplied_counts ref (unit_id, year, id)
select m.*
from (select r.unit_id as unitId, 'signedOff' as phase, r.indicator as first, null as second, r.id as id, r.from_on as since, r.quantity as quantity from (select s.* from supplied_counts s where 1=1) r where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null) m
order by m.since, m.id;

-- keptKinds: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on)
select distinct r.unit_id as unitId, r.applicant_kind as first
from (select s.* from information_requests s where (s.unit_id in (?…))) r
where r.unit_id in (?…) and r.counted_on <= ?;

-- keptKinds: units const (id), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on)
select distinct r.unit_id as unitId, r.applicant_kind as first
from (select s.* from information_requests s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where r.unit_id in (?…) and r.counted_on <= ?;

-- keptKinds: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on)
select distinct r.unit_id as unitId, r.applicant_kind as first
from (select s.* from information_requests s where 1=1) r
where r.unit_id in (?…) and r.counted_on <= ?;

-- keptKinds: disclosures ref (unit_id, published_on, id)
select distinct r.unit_id as unitId, r.document_kind as first
from (select s.* from disclosures s where ((s.unit_id in (?…)) or (s.published_on is not null and (s.unit_id in (?…))) or (s.status = 'PUBLISHED' and 1=1))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.formed_on <= ?;

-- keptKinds: disclosures ref (unit_id, published_on, id), units unique_subquery (id)
select distinct r.unit_id as unitId, r.document_kind as first
from (select s.* from disclosures s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) or (s.published_on is not null and (s.unit_id in (select id from units where ((path >= ? and path < ?))))) or (s.status = 'PUBLISHED' and 1=1))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.formed_on <= ?;

-- keptKinds: disclosures range (unit_id, formed_on, id)
select distinct r.unit_id as unitId, r.document_kind as first
from (select s.* from disclosures s where (1=1 or (s.published_on is not null and 1=1) or (s.status = 'PUBLISHED' and 1=1))) r
where r.unit_id in (?…) and r.status = 'PUBLISHED' and r.formed_on <= ?;

-- keptKinds: supplied_counts ref (unit_id, year, id)
select distinct r.unit_id as unitId, r.indicator as first
from (select s.* from supplied_counts s where (s.unit_id in (?…))) r
where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null;

-- keptKinds: units const (id), supplied_counts ref (unit_id, year, id)
select distinct r.unit_id as unitId, r.indicator as first
from (select s.* from supplied_counts s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null;

-- keptKinds: supplied_counts ref (unit_id, year, id)
select distinct r.unit_id as unitId, r.indicator as first
from (select s.* from supplied_counts s where 1=1) r
where r.unit_id in (?…) and r.year = ? and r.signed_off_at is not null;

-- keptKinds: remedies ref (unit_id, concluded_on, id)
select distinct r.unit_id as unitId, r.route as first
from (select s.* from remedies s where (s.unit_id in (?…))) r
where r.unit_id in (?…) and r.lodged_on <= ?;

-- keptKinds: units const (id), remedies ref (unit_id, concluded_on, id)
select distinct r.unit_id as unitId, r.route as first
from (select s.* from remedies s where (s.unit_id in (select id from units where ((path >= ? and path < ?))))) r
where r.unit_id in (?…) and r.lodged_on <= ?;

-- keptKinds: remedies range (unit_id, lodged_on, id)
select distinct r.unit_id as unitId, r.route as first
from (select s.* from remedies s where 1=1) r
where r.unit_id in (?…) and r.lodged_on <= ?;
