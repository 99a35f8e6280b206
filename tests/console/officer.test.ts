import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type Console, type Visit } from "../harness/console.js";

const OFFICER = "officer.371003";

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const quiet = async ({ axe, complaints }: Visit) => expect([await axe(), complaints]).toEqual([[], []]);
const statusOf = async (code: string): Promise<string | undefined> => {
  const { data } = await console_.app
    .as(OFFICER)
    .query("query ($code: String!) { unit(code: $code) { report(year: 2023) { status } } }", { code });
  return (data as { unit: { report: { status: string } | null } }).unit.report?.status;
};
const waiting = async (status: string): Promise<string> => {
  const { data } = await console_.app
    .as(OFFICER)
    .query(`{ filingBoard(under: "371003", year: 2023) { filings { status unit { code shortName } } } }`);
  const { filings } = (data as { filingBoard: { filings: { status: string; unit: { code: string } }[] } })
    .filingBoard;
  const found = filings.find((filing) => filing.status === status);
  if (!found) throw new Error(`the demo has no report that is ${status}`);
  return found.unit.code;
};

it("an officer sees who has filed, approves what waits, and compares, with the mouse", async () => {
  const visit = await console_.open(OFFICER, "/district/371003/2023/board");
  const { page } = visit;
  await page.getByText("应报 48，已报 45").waitFor();
  await quiet(visit);
  await visit.picture("board");
  const code = await waiting("SUBMITTED");
  await page.goto(`${console_.address}/report/${code}/2023/form`);
  await page.getByRole("button", { name: "审定" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("已审定").first().waitFor();
  expect(await statusOf(code)).toBe("APPROVED");
  for (const [part, shown] of [
    ["review", "table"],
    ["compare", "table"],
    ["brief", "img"],
  ] as const) {
    await page.goto(`${console_.address}/district/371003/2023/${part}`);
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole(shown).first().waitFor();
    await quiet(visit);
    await visit.picture(part);
  }
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 Word" }).click();
  const file = unzipSync(readFileSync(await (await download).path()));
  const shown = await page.getByRole("article").getByRole("listitem").allTextContents();
  const body = strFromU8(file["word/document.xml"] ?? new Uint8Array());
  expect(shown).toHaveLength(10);
  expect(shown.filter((sentence) => !body.includes(sentence))).toEqual([]);
  const pictures = Object.entries(file).filter(([name]) => name.endsWith(".png"));
  expect(pictures.map(([name, { length }]) => [name, length > 2000])).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => [`word/media/picture${number}.png`, true]),
  );
});

it("an officer returns a report with a reason, and the unit finds it among its work", async () => {
  const { page } = await console_.open(OFFICER, "/report/371003104/2023/form");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const status = await statusOf("371003104");
  expect(status).toBe("RETURNED");
  const back = page.getByRole("button", { name: "退回" });
  expect(await back.getAttribute("aria-disabled")).toBe("true");
  expect(await back.getAttribute("title")).toMatch(/^不能：/);
  const unit = await console_.open("clerk.371003104", "/");
  await unit.page.getByRole("row").filter({ hasText: "2023 年年度报告" }).getByText("已退回").waitFor();
});

it("an administrator adds a user by a form, and learns what is wrong with a password at its field", async () => {
  const visit = await console_.open("admin.371003", "/admin/users/371003");
  const { page } = visit;
  await page.getByRole("table").waitFor();
  await quiet(visit);
  await page.getByRole("button", { name: "新增用户" }).click();
  const form = page.getByRole("dialog");
  await form
    .getByLabel(/^登录名|^用户名|^3 至/)
    .first()
    .fill("new.clerk");
  await form
    .getByLabel(/姓名|显示/)
    .first()
    .fill("新经办人");
  await form.getByLabel(/密码/).fill("short");
  await form.getByRole("button", { name: "确定" }).click();
  await form.getByRole("alert").first().waitFor();
  await form.getByLabel(/密码/).fill("Long-enough-77-password");
  await form.getByRole("button", { name: "确定" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByRole("rowheader", { name: "new.clerk" }).waitFor();
});

it("the public reads without signing in, and without scripts", async () => {
  const visit = await console_.open(null, "/open/371003", { javaScriptEnabled: false });
  await visit.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await visit.page.getByRole("link", { name: /^\d{4}-\d\d-\d\d$/ }).count()).toBeGreaterThan(50);
  expect(visit.complaints).toEqual([]);
});
