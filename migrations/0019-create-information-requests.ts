import { migration } from "../src/platform/db/index.js";

// due_on, provisional and used_days are what the events amount to, kept for lists; `reckon-clocks` makes them anew.
export const createInformationRequests = migration(
  19,
  "CreateInformationRequests",
  (t) => `create table if not exists information_requests (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  number ${t.string(60)} not null,
  subject ${t.text} not null,
  applicant_kind ${t.key(24)} not null,
  receipt_channel ${t.key(16)} not null,
  arrived_on ${t.date} not null,
  received_on ${t.date} not null,
  counted_on ${t.date} not null,
  split_from_id ${t.id} null,
  state ${t.key(32)} not null,
  outcome ${t.key(40)} null,
  article ${t.string(200)} null,
  document_number ${t.string(100)} null,
  decided_on ${t.date} null,
  served_on ${t.date} null,
  due_on ${t.date} null,
  provisional ${t.bool} not null,
  used_days ${t.int} not null,
  revision ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, number),
  unique (unit_id, counted_on, id),
  unique (unit_id, decided_on, id),
  unique (unit_id, due_on, id),
  foreign key (unit_id) references units (id),
  foreign key (split_from_id, unit_id) references information_requests (id, unit_id)
) ${t.tail}`,
);
