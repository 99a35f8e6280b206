import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type Console, type Visit } from "../harness/console.js";

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const quiet = async ({ axe, complaints }: Visit) => expect([await axe(), complaints]).toEqual([[], []]);

it("anybody opens the help of a page with ?, reads on among all topics, and finds it by search", async () => {
  const visit = await console_.open("clerk.371003003", "/report/371003003/2023/text");
  const { page } = visit;
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("?");
  const panel = page.getByRole("dialog");
  await panel.getByText("59+876=935").waitFor();
  await quiet(visit);
  await visit.picture("help");
  await panel.getByRole("link", { name: "全部帮助和术语" }).click();
  await panel.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/help");
  await page.getByRole("rowheader", { name: "行政区划代码" }).waitFor();
  await quiet(visit);
  await visit.picture("help-all");
  await page.getByRole("searchbox").fill("911");
  await page.keyboard.press("Enter");
  await page.getByRole("rowheader", { name: "年报：正文" }).waitFor();
});

it("the search finds a cell of the form by its label, and leads to it and to the comparison", async () => {
  const visit = await console_.open("clerk.371003003", "/search?q=国家秘密 商业企业");
  const { page } = visit;
  const row = page.getByRole("row").filter({ hasText: "requests.denied.stateSecret.enterprise" });
  await row.first().waitFor();
  await quiet(visit);
  await visit.picture("search");
  await row.getByRole("link", { name: "本单位年报的这一格" }).click();
  await page.locator('input[name="requests.denied.stateSecret.enterprise"]:focus').waitFor();
  const officer = await console_.open("officer.371003", "/search?q=rates.disclosed");
  await officer.page
    .getByRole("row")
    .filter({ hasText: "rates.disclosed" })
    .getByRole("link", { name: "比较" })
    .click();
  await officer.page.getByRole("heading", { name: "比较", level: 1 }).waitFor();
  await officer.page
    .getByRole("columnheader", { name: /公开率/ })
    .first()
    .waitFor();
});
