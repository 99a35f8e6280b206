import { backfill } from "../src/platform/db/index.js";

/** What is kept of earlier requests was hashed without a key, and would tell a guesser what was in them: none of it stays. */
export const fillKeyedHashes = backfill(74, "FillKeyedHashes", async (runner) => {
  await runner.query("delete from idempotency_keys");
});
