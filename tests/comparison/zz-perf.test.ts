import { it } from "vitest";
import { startTestApp } from "../harness/app.js";
import { sql } from "../../src/platform/db/index.js";
import { formatOfYear, VERSIONS } from "../../src/modules/reports/index.js";
import { compare } from "../../src/modules/comparison/comparison.js";
import { presentComparison } from "../../src/modules/comparison/comparison.presenter.js";
import { readRequest } from "../../src/modules/comparison/comparison-request.js";
import { PUBLIC } from "../../src/access/index.js";
import { databaseKind } from "../harness/database.js";
it("perf", async () => {
  const app = await startTestApp({ seed: "reports" });
  const codes = formatOfYear(2023)!.cells.map((c) => c.code);
  const cpu = (t = process.cpuUsage()) => (t.user + t.system) / 1000;
  const run = async (name: string, input: any, show: (c: any) => unknown) => {
    let best = 1e9,
      parts = "";
    for (let k = 0; k < 6; k++) {
      const N = 60;
      const c0 = process.cpuUsage();
      let s = 0;
      for (let i = 0; i < N; i++) {
        const req = readRequest(input, 2026);
        const res = await app.app.database.read(PUBLIC.scope, (x) => compare(x, req));
        const t = performance.now();
        JSON.stringify(show(presentComparison(res, new Date())));
        s += performance.now() - t;
      }
      const per = cpu(process.cpuUsage(c0)) / N;
      if (per < best) {
        best = per;
        parts = `present+json ${(s / N).toFixed(2)}`;
      }
    }
    console.log(databaseKind(), name, "cpu ms", best.toFixed(2), parts);
  };
  const base = { under: "371003", years: [2023], indicators: codes } as any;
  await run("values", base, (c) => c.rows.map((r: any) => r.values));
  await run("values x1", { ...base, indicators: codes.slice(0, 1) }, (c) => c.rows.map((r: any) => r.values));
  await run("values+ranks+changes", base, (c) => c.rows.map((r: any) => [r.values, r.ranks, r.changes]));
  await run("all", base, (c) => [
    c.columns.map((r: any) => [r.reported, r.total, r.mean, r.median, r.minimum]),
    c.rows.map((r: any) => [r.values, r.ranks, r.changes, r.numerators, r.denominators]),
  ]);
  await run("5y10", { ...base, years: [2019, 2020, 2021, 2022, 2023], indicators: codes.slice(0, 10) }, (c) =>
    c.rows.map((r: any) => r.values),
  );
  if (databaseKind() === "mysql") {
    const s = app.app.database;
    app.statements();
    await s.read(PUBLIC.scope, (x) => compare(x, readRequest(base, 2026)));
    console.log(app.statements().at(-1));
    for (const scope of [PUBLIC.scope]) {
      const rows = await s.read(scope, (x) =>
        x.query(sql`explain select v.unit_path as path, v.year, v.number, v.status, v.format, v.cells from ${x.from(VERSIONS, "v")}
        where v.scope = ${"OWN"} and v.year in ${[2023, 2022]} and (v.unit_path between ${"37/3710/371003/371003-czj/"} and ${"37/3710/371003/371003001/"}) and v.status in ${["SUBMITTED", "APPROVED", "PUBLISHED"]}`),
      );
      console.log(rows);
    }
  }
  await app.close();
}, 120000);
