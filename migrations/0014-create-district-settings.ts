import { migration } from "../src/platform/db/index.js";

export const createDistrictSettings = migration(
  14,
  "CreateDistrictSettings",
  (t) => `create table if not exists district_settings (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  setting ${t.key(60)} not null,
  value ${t.text} not null,
  changed_at ${t.instant} not null,
  changed_by ${t.string(120)} not null,
  unique (unit_id, setting),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
