import { migration } from "../src/platform/db/index.js";

export const createSignInThrottles = migration(
  6,
  "CreateSignInThrottles",
  (t) => `create table if not exists sign_in_throttles (
  id ${t.key(64)} primary key,
  failures ${t.int} not null,
  window_from ${t.instant} not null,
  locked_until ${t.instant} null
) ${t.tail}`,
);
