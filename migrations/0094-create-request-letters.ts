import { migration } from "../src/platform/db/index.js";

/** Letters about requests, sealed as they name the applicant; they follow their request to another unit. */
export const createRequestLetters = migration(
  94,
  "CreateRequestLetters",
  (t) => `create table if not exists request_letters (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  request_id ${t.id} not null,
  kind ${t.key(32)} not null,
  number ${t.string(100)} null,
  written_on ${t.date} not null,
  sha256 ${t.key(64)} not null,
  sealed ${t.bytes} null,
  created_at ${t.instant} not null,
  unique (request_id, id),
  unique (unit_id, number, id),
  foreign key (request_id, unit_id) references information_requests (id, unit_id)
) ${t.tail}`,
);
