-- requestActivityOf: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings unique_subquery (id)
select r.unit_id as unitId, count(*) as open, sum(case when (r.state in (?…) and r.due_on is not null and r.due_on < ?) then 1 else 0 end) as undecidedOverdue, sum(case when r.state = 'REGISTERED' then 1 else 0 end) as unconfirmed
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)
group by r.unit_id;

-- requestActivityOf: units const (id), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings unique_subquery (id)
select r.unit_id as unitId, count(*) as open, sum(case when (r.state in (?…) and r.due_on is not null and r.due_on < ?) then 1 else 0 end) as undecidedOverdue, sum(case when r.state = 'REGISTERED' then 1 else 0 end) as unconfirmed
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.counted_on <= ? and (r.decided_on is null or r.decided_on > ?)
group by r.unit_id;

-- requestActivityOf: information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings unique_subquery (id)
select r.unit_id as unitId, r.applicant_kind as applicantKind, count(*) as count
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ?
group by r.unit_id, r.applicant_kind;

-- requestActivityOf: units const (id), information_requests range (unit_id, counted_on, state, applicant_kind, decided_on, due_on, staging), stagings unique_subquery (id)
select r.unit_id as unitId, r.applicant_kind as applicantKind, count(*) as count
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.counted_on >= ? and r.counted_on <= ?
group by r.unit_id, r.applicant_kind;

-- requestActivityOf: information_requests range (unit_id, decided_on, state, outcome, used_days, due_on, served_on, staging), stagings unique_subquery (id)
select r.unit_id as unitId, r.outcome, r.used_days as usedDays, count(*) as count, sum(case when (r.decided_on is not null and not (r.due_on is not null and coalesce((case when r.state in (?…) then r.decided_on else r.served_on end), ?) > r.due_on)) then 1 else 0 end) as onTime
from (select s.* from information_requests s where ((s.unit_id in (?…)) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ?
group by r.unit_id, r.outcome, r.used_days;

-- requestActivityOf: units const (id), information_requests range (unit_id, decided_on, state, outcome, used_days, due_on, served_on, staging), stagings unique_subquery (id)
select r.unit_id as unitId, r.outcome, r.used_days as usedDays, count(*) as count, sum(case when (r.decided_on is not null and not (r.due_on is not null and coalesce((case when r.state in (?…) then r.decided_on else r.served_on end), ?) > r.due_on)) then 1 else 0 end) as onTime
from (select s.* from information_requests s where ((s.unit_id in (select id from units where ((path >= ? and path < ?)))) and (s.staging is null or s.staging not in (select id from stagings)))) r
where r.unit_id in (?…) and r.state <> 'REGISTERED' and r.decided_on >= ? and r.decided_on <= ?
group by r.unit_id, r.outcome, r.used_days;
