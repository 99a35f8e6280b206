import { migration } from "../src/platform/db/index.js";

/** Of each unit whose history has grown since the seal before; the others stand as that one has them. */
export const createHistorySealedHeads = migration(
  90,
  "CreateHistorySealedHeads",
  (t) => `create table if not exists history_sealed_heads (
  seal ${t.int} not null,
  unit_id ${t.id} not null,
  seq ${t.int} not null,
  hash ${t.key(64)} not null,
  primary key (seal, unit_id)
) ${t.tail}`,
);
