-- calendarsOf: district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;

-- decisions: district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;

-- settingsOf: district_settings all, units eq_ref (id)
select u.path, d.unit_id as unitId, d.setting, d.value
from district_settings d
join units u on u.id = d.unit_id
order by u.path desc;
