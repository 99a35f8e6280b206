import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { openConsole, type Console, type Visit } from "../harness/console.js";
import { reportAt } from "../reports/factories.js";

const CODE = "371003003";
const CLERK = `clerk.${CODE}`;

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const quiet = async ({ axe, complaints }: Visit) => expect([await axe(), complaints]).toEqual([[], []]);
/** The page looks again when it is back on line, as it does every fifteen seconds. */
const later = (page: Page) => page.evaluate("dispatchEvent(new Event('online'))");
const cell = (page: Page, code: string) => page.locator(`input[name="${code}"]`);

it("an officer returns a report: the clerk's open page shows it, and the bell tells it, without a reload", async () => {
  const { app, address } = console_;
  const office = {
    code: CODE,
    name: "",
    clerk: app.as(CLERK),
    reviewer: app.as(`reviewer.${CODE}`),
    reviewerLogin: "",
  };
  await reportAt(app, "SUBMITTED", office, 2024);
  const clerk = await console_.open(CLERK, `/report/${CODE}/2024/form`);
  await clerk.page.getByText("已报送").first().waitFor();
  await clerk.page.evaluate("window.neverReloaded = true");
  const { page } = await console_.open("officer.371003", `/report/${CODE}/2024/form`);
  await page.getByRole("button", { name: "退回" }).click();
  const form = page.getByRole("dialog");
  await form
    .getByLabel(/理由|原因/)
    .first()
    .fill("总计与分项不符");
  await form.getByRole("button", { name: "确定" }).click();
  await form.waitFor({ state: "detached" });
  await later(clerk.page);
  await clerk.page.locator(".tag").getByText("已退回").waitFor();
  await clerk.page.getByRole("status").filter({ hasText: "本页已更新" }).waitFor();
  await clerk.page
    .getByRole("status")
    .filter({ hasText: /^新消息：.*退回/ })
    .waitFor({ state: "attached" });
  await clerk.page.getByRole("button", { name: /1 条未读/ }).click();
  await clerk.page.getByRole("link", { name: /2024 · 年报被退回/ }).waitFor();
  await quiet(clerk);
  await clerk.picture("news");
  await clerk.page.keyboard.press("Escape");
  await clerk.page.getByRole("button", { name: "消息", exact: true }).waitFor();
  expect(await clerk.page.evaluate("window.neverReloaded")).toBe(true);
  // Who comes to the page of work finds it there; what was read stays read.
  await clerk.page.goto(address);
  await clerk.page.getByRole("row").filter({ hasText: "2024 年年度报告" }).getByText("已退回").waitFor();
  await clerk.page.getByRole("button", { name: "消息", exact: true }).waitFor();
});

it("what is typed stays while a colleague saves; both are joined when she wants to see it", async () => {
  const { app } = console_;
  const visit = await console_.open(CLERK, `/report/${CODE}/2024/form`);
  const { page } = visit;
  await cell(page, "proactive.licences.decisions").fill("8");
  await page.getByText("1 处改动未保存").waitFor();
  const { data } = await app.as(CLERK).query(`{ unit(code: "${CODE}") { report(year: 2024) { revision } } }`);
  const { revision } = (data as { unit: { report: { revision: number } } }).unit.report;
  await app.as(CLERK).query(
    `mutation ($revision: Int) { saveReport(input: { unitCode: "${CODE}", year: 2024, expectedRevision: $revision,
      cells: [{ code: "proactive.penalties.decisions", value: 17 }] }) { problems { message } } }`,
    { revision },
  );
  await later(page);
  const told = page.getByRole("status").filter({ hasText: "他人已修改这份年报" });
  await told.waitFor();
  await quiet(visit);
  expect(await cell(page, "proactive.licences.decisions").inputValue()).toBe("8");
  expect(await cell(page, "proactive.penalties.decisions").inputValue()).toBe("0");
  await page.getByRole("button", { name: "查看" }).click();
  await told.waitFor({ state: "detached" });
  expect(await cell(page, "proactive.licences.decisions").inputValue()).toBe("8");
  expect(await cell(page, "proactive.penalties.decisions").inputValue()).toBe("17");
  await page.getByText("1 处改动未保存").waitFor();
  await page.keyboard.press("Control+s");
  await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
});
