import { migration } from "../src/platform/db/index.js";

// Apart from the requests, so that a scope that reads these reads no personal data by it.
export const createRequestApplicants = migration(
  26,
  "CreateRequestApplicants",
  (t) => `create table if not exists request_applicants (
  request_id ${t.id} primary key,
  unit_id ${t.id} not null,
  sealed ${t.bytes} not null,
  foreign key (request_id, unit_id) references information_requests (id, unit_id)
) ${t.tail}`,
);
