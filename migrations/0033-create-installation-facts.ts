import { migration } from "../src/platform/db/index.js";

export const createInstallationFacts = migration(
  33,
  "CreateInstallationFacts",
  (t) => `create table if not exists installation_facts (
  id ${t.key(80)} primary key,
  value ${t.text} not null
) ${t.tail}`,
);
