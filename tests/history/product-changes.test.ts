import { afterAll, beforeAll, expect, it } from "vitest";
import { recordProductChanges } from "../../src/app/product-changes.js";
import { INSTALLATION_FACTS } from "../../src/platform/installation/index.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { HISTORY } from "../../src/history/index.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ID = "rules and calendar";
const started = (): Promise<void> =>
  recordProductChanges(app.app.database, app.app.calendar, app.clock.now());
const told = () =>
  app.app.database.read(SYSTEM, async (session) =>
    (await session.rows(HISTORY).find({ operation: "changeRules" })).map(({ details, actor }) => [
      actor,
      JSON.parse(details ?? "null") as unknown,
    ]),
  );

interface Product {
  rules: Record<string, string>;
  calendar: Record<string, string>;
}

/** As an earlier release, or another installed calendar, left it. */
const lastStart = (earlier: (product: Product) => void): Promise<void> =>
  app.app.database.write(SYSTEM, async (session) => {
    const facts = session.rows(INSTALLATION_FACTS);
    const product = JSON.parse((await facts.one({ id: ID }))?.value ?? "") as Product;
    earlier(product);
    await facts.update({ id: ID }, { value: JSON.stringify(product) });
  });

it("the first start, and each that finds rules and calendar as they were, say nothing", async () => {
  await started();
  await started();
  expect(await told()).toEqual([]);
});

it("a start with other rules or another calendar says once which, by code and year", async () => {
  await lastStart(({ rules, calendar }) => {
    rules["T3.FLOW"] = "another";
    rules["T9.GONE"] = "withdrawn since";
    delete rules["T3.ROW_TOTAL"];
    delete calendar["2026"];
  });
  await Promise.all([started(), started()]);
  await started();
  expect(await told()).toEqual([
    [null, { rules: ["T3.FLOW", "T3.ROW_TOTAL", "T9.GONE"], calendarYears: ["2026"] }],
  ]);
});
