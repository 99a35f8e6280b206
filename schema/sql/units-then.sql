-- unitsBelowThen: unit_places all, units eq_ref (id)
select p.unit_id as unitId, u.path, a.path as parentPath
from unit_places p
join units u on u.id = p.unit_id
left join units a on a.id = p.parent_id
where p.until_day > ?
order by p.until_day;
