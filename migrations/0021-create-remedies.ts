import { migration } from "../src/platform/db/index.js";

export const createRemedies = migration(
  21,
  "CreateRemedies",
  (t) => `create table if not exists remedies (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  route ${t.key(32)} not null,
  request_id ${t.id} null,
  review_id ${t.id} null,
  number ${t.string(100)} not null,
  organ ${t.string(120)} null,
  lodged_on ${t.date} not null,
  concluded_on ${t.date} null,
  ruling ${t.key(16)} null,
  disposition ${t.key(40)} null,
  note ${t.text} null,
  revision ${t.int} not null,
  recorded_by ${t.string(120)} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, lodged_on, id),
  unique (unit_id, concluded_on, id),
  foreign key (unit_id) references units (id),
  foreign key (request_id, unit_id) references information_requests (id, unit_id),
  foreign key (review_id, unit_id) references remedies (id, unit_id)
) ${t.tail}`,
);
