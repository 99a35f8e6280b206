import { migration } from "../src/platform/db/index.js";

export const createHistorySeals = migration(
  89,
  "CreateHistorySeals",
  (t) => `create table if not exists history_seals (
  number ${t.int} primary key,
  at ${t.instant} not null,
  algorithm ${t.key(8)} not null,
  previous ${t.key(64)} not null,
  root ${t.key(64)} not null
) ${t.tail}`,
);
