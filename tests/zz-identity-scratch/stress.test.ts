import { expect, it } from "vitest";
import { startTestApp, statements } from "./app.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { sql } from "../../src/platform/db/index.js";
import { databaseKind } from "../harness/database.js";

it("stress", async () => {
  const app = await startTestApp();
  const q = "mutation($input: SignInInput!){ signIn(input:$input){ token problems { code } } }";
  const go = (login: string, password: string) => app.anonymous.query(q, { input: { login, password } }) as Promise<any>;
  // fresh rows, all at once
  const out = await Promise.all(Array.from({ length: 120 }, (_, i) => go(i % 3 ? `new.${i % 7}` : "clerk.371003003", i % 3 ? "x" : "gongkai-demo")));
  const kinds: Record<string, number> = {};
  for (const o of out) { const k = o.errors ? o.errors[0].extensions.code : (o.data.signIn.token ? "ok" : o.data.signIn.problems[0].code); kinds[k] = (kinds[k] ?? 0) + 1; }
  console.log(databaseKind(), kinds);
  const rows = await app.database.read(TenantScope.system("t"), (s) => s.query(sql`select * from sign_in_throttles`));
  console.log(rows);
  // retries?
  console.log("rollbacks", statements.filter((s) => /rollback/i.test(s)).length, "updates", statements.filter((s) => /set id = id/i.test(s)).length);
  // admin concurrency: reset & sign in
  await app.clock.set(new Date("2024-03-01T02:00:00Z"));
  const tok = (await go("clerk.371003104", "gongkai-demo")).data.signIn.token;
  statements.length = 0;
  await app.identity.viewerOf(`Bearer ${tok}`);
  const text = statements[0]!;
  console.log(statements.length, text);
  const plan = await app.database.read(TenantScope.system("resolve viewer"), async (s) => {
    const { Sql } = await import("../../src/platform/db/index.js");
    return s.query(new Sql((databaseKind() === "sqlite" ? "explain query plan " : "explain ") + text, ["a", "b", "2024"], ""));
  });
  console.log(JSON.stringify(plan, null, 0));
  expect(kinds.INTERNAL_SERVER_ERROR).toBeUndefined();
  await app.close();
});
