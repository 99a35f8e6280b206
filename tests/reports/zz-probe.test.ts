import { expect, it } from "vitest";
import { startTestApp } from "../harness/app.js";
import { newOffice, reportAt, findingsOf, saved, wholeReport } from "./factories.js";
it("boots", async () => {
  const t = Date.now();
  const app = await startTestApp();
  console.log("boot", Date.now() - t);
  const office = await newOffice(app);
  console.log("office", Date.now() - t);
  const r = await reportAt(app, "PUBLISHED", office);
  console.log("published", Date.now() - t, r);
  console.log(await findingsOf(office.clerk, office.code, 2025));
  await app.close();
  expect(r.status).toBe("PUBLISHED");
});
