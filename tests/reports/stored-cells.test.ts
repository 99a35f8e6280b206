import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { formatOf, unpack } from "../../src/forms/index.js";
import { VERSIONS } from "../../src/reports/index.js";
import { sql } from "../../src/platform/db/index.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { newOffice, reportAt } from "./factories.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

it("a submitted report is the same bytes on every database", async () => {
  const office = await newOffice(app);
  const figures = {
    "proactive.fees.amount": "59.2449",
    "proactive.licences.decisions": "1234567",
    "requests.received.enterprise": "3",
    "requests.granted.enterprise": "2",
    "requests.carriedOut.enterprise": "1",
  };
  await reportAt(app, "SUBMITTED", office, 2025, figures);
  const [stored] = await app.app.database.read(TenantScope.system("test"), (session) =>
    session.query<{ cells: Uint8Array; format: string }>(
      sql`select v.cells, v.format from ${session.from(VERSIONS, "v")}`,
    ),
  );
  if (!stored) throw new Error("a submitted report has a version");
  const format = formatOf(stored.format);
  const values = unpack(format, stored.cells);
  expect(values[format.position("proactive.fees.amount") ?? -1]).toBe(59_244_900);
  expect(values[format.position("requests.total.total") ?? -1]).toBe(2);
  expect(createHash("sha256").update(stored.cells).digest("hex")).toMatchInlineSnapshot(
    `"dd6fdb8562eea574cd0a3309df659e34c7c5b0e5fe07bf28d43c48db2334c7d5"`,
  );
});
