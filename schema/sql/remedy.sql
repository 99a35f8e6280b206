-- remedyChain: remedies ref (unit_id, lodged_on, id), information_requests eq_ref (id), stagings index (id)
select r.id, r.number, r.route, r.request_id as requestId, q.outcome as requestOutcome, q.decided_on as requestDecidedOn, r.review_id as reviewId, r.lodged_on as lodgedOn
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
left join (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) q on q.id = r.request_id and q.unit_id = r.unit_id
where r.unit_id = ? and (r.concluded_on >= ? and r.concluded_on <= ? or (r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)))
order by r.lodged_on, r.id;

-- remedyChain: remedies range (unit_id, concluded_on, id), information_requests eq_ref (id), stagings index (id), units unique_subquery (id)
select r.id, r.number, r.route, r.request_id as requestId, q.outcome as requestOutcome, q.decided_on as requestDecidedOn, r.review_id as reviewId, r.lodged_on as lodgedOn
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
left join (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) q on q.id = r.request_id and q.unit_id = r.unit_id
where r.unit_id = ? and (r.concluded_on >= ? and r.concluded_on <= ? or (r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)))
order by r.lodged_on, r.id;

-- remedyChain: remedies index_merge (unit_id, concluded_on, id) (unit_id, lodged_on, id), information_requests eq_ref (id), stagings unique_subquery (id)
select r.id, r.number, r.route, r.request_id as requestId, q.outcome as requestOutcome, q.decided_on as requestDecidedOn, r.review_id as reviewId, r.lodged_on as lodgedOn
from (select s.* from remedies s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) r
left join (select s.* from information_requests s where (1=1 and (s.staging is null or s.staging not in (select id from stagings)))) q on q.id = r.request_id and q.unit_id = r.unit_id
where r.unit_id = ? and (r.concluded_on >= ? and r.concluded_on <= ? or (r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)))
order by r.lodged_on, r.id;

-- remedyCounts: remedies range (unit_id, lodged_on, id), stagings unique_subquery (id), remedies range (unit_id, concluded_on, id)
select r.unit_id as unitId, 'lodged' as way, null as ruling, count(*) as count
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and (r.lodged_on >= ? and r.lodged_on <= ?)
group by r.unit_id union all select r.unit_id as unitId, 'pending' as way, null as ruling, count(*) as count
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)
group by r.unit_id union all select r.unit_id as unitId, 'concluded' as way, r.ruling as ruling, count(*) as count
from (select s.* from remedies s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and (r.concluded_on >= ? and r.concluded_on <= ?)
group by r.unit_id, r.ruling;

-- remedyCounts: units const (id), remedies range (unit_id, lodged_on, id), stagings unique_subquery (id), remedies range (unit_id, concluded_on, id)
select r.unit_id as unitId, 'lodged' as way, null as ruling, count(*) as count
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and (r.lodged_on >= ? and r.lodged_on <= ?)
group by r.unit_id union all select r.unit_id as unitId, 'pending' as way, null as ruling, count(*) as count
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.lodged_on <= ? and (r.concluded_on is null or r.concluded_on > ?)
group by r.unit_id union all select r.unit_id as unitId, 'concluded' as way, r.ruling as ruling, count(*) as count
from (select s.* from remedies s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and (r.concluded_on >= ? and r.concluded_on <= ?)
group by r.unit_id, r.ruling;
