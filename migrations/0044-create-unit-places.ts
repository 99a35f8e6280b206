import { migration } from "../src/platform/db/index.js";

// Where a unit stood before each of its moves; where it stands now is in `units`.
export const createUnitPlaces = migration(
  44,
  "CreateUnitPlaces",
  (t) => `create table if not exists unit_places (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  parent_id ${t.id} null,
  until_day ${t.date} not null,
  unique (unit_id, until_day),
  foreign key (unit_id) references units (id),
  foreign key (parent_id) references units (id)
) ${t.tail}`,
);
