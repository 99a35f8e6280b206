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

const ask = async <Answer>(login: string, document: string): Promise<Answer> =>
  (await console_.app.as(login).query(document)).data as Answer;

it("an administrator gives several users a role at once, and sees who was refused", async () => {
  const visit = await console_.open("admin.371003", "/admin/users/371003");
  const { page } = visit;
  for (const login of ["analyst.371003", "auditor.371003"])
    await page.getByRole("checkbox", { name: `请选择 ${login}` }).check();
  await page.getByRole("button", { name: "批量任职（2）" }).click();
  const window = page.getByRole("dialog");
  await window.getByLabel("角色").selectOption("CASE_READER");
  await quiet(visit);
  await window.getByRole("button", { name: "任职", exact: true }).click();
  await window.getByRole("row").filter({ hasText: "analyst.371003" }).getByText("已办").waitFor();
  // An auditor holds no other role.
  await window.getByRole("row").filter({ hasText: "auditor.371003" }).getByText(/✖/).waitFor();
  const held = await ask<{ viewer: { memberships: { role: string }[] } }>(
    "analyst.371003",
    "{ viewer { memberships { role } } }",
  );
  expect(held.viewer.memberships.map(({ role }) => role).sort()).toEqual(["ANALYST", "CASE_READER"]);
});

it("an officer adds a day to the calendar, names peers, and puts a template in place and takes it back", async () => {
  const visit = await console_.open("officer.371003", "/admin/calendar/371003");
  const { page } = visit;
  await page.getByLabel("年度").selectOption("2026");
  await page.getByRole("rowheader", { name: "2026-02-17 二" }).waitFor();
  await page.getByRole("button", { name: "增加一日" }).click();
  await page.getByLabel("日期").fill("2026-04-20");
  await page.getByLabel("公布文件").fill("本区通知");
  await quiet(visit);
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("期限已按新日历重新计算").waitFor();
  const { unit } = await ask<{ unit: { settings: { key: string; decided: unknown }[] } }>(
    "officer.371003",
    '{ unit(code: "371003") { settings { key decided } } }',
  );
  expect(unit.settings.find(({ key }) => key === "calendar.days")?.decided).toEqual([
    { date: "2026-04-20", kind: "OFF", notice: "本区通知" },
  ]);
  await page.getByRole("link", { name: "可比组" }).click();
  await page.getByRole("button", { name: "新建可比组" }).click();
  await page.getByLabel(/^名称/).fill("沿海镇");
  for (const name of ["泽库镇", "侯家镇"]) await page.getByRole("checkbox", { name }).check();
  await quiet(visit);
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("row").filter({ hasText: "沿海镇" }).getByText("泽库镇、侯家镇").waitFor();
  await page.getByRole("link", { name: "文书模板" }).click();
  const reasons = page.getByRole("row").filter({ hasText: "说明理由" });
  await reasons.getByText("系统自带").waitFor();
  const download = await page.request.get(`${console_.address}/letter-templates/371003/REASONS.docx`);
  await reasons.getByRole("button", { name: "查看、更换" }).click();
  const window = page.getByRole("dialog");
  await window.getByText("示例街道办事处").first().waitFor();
  await quiet(visit);
  const file = { mimeType: "application/octet-stream", buffer: await download.body() };
  await window
    .getByLabel(/上传新的模板/)
    .setInputFiles({ name: "坏.docx", ...file, buffer: Buffer.from("x") });
  await window.getByRole("alert").waitFor();
  await window.getByLabel(/上传新的模板/).setInputFiles({ name: "模板.docx", ...file });
  await reasons.getByText("文登区").waitFor({ state: "attached" });
  await window.getByRole("button", { name: "恢复原模板" }).click();
  await reasons.getByText("系统自带").waitFor({ state: "attached" });
});

it("a clerk of two units chooses one, and menu, work and ledgers follow, also into the catalogue", async () => {
  const visit = await console_.open("clerk.371003", "/");
  const { page } = visit;
  await page.getByRole("heading", { name: "威海市文登区泽库镇人民政府" }).waitFor();
  await page.getByLabel("当前单位").selectOption({ label: "泽库镇" });
  await page.getByRole("heading", { name: "威海市文登区泽库镇人民政府" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "依申请公开" }).click();
  await page.getByText("威海市文登区泽库镇人民政府").waitFor();
  await quiet(visit);
  await page.getByLabel("当前单位").selectOption({ label: "环山路街道" });
  await page.waitForURL(/\/ledgers\/requests\/371003003$/);
  await page.reload();
  expect(await page.getByLabel("当前单位").inputValue()).toBe("371003003");
  await page.getByRole("link", { name: "管理" }).click();
  await page.getByRole("button", { name: "新增事项" }).click();
  await page.getByLabel(/^类目/).fill("财政信息");
  await page.getByLabel(/^标题/).fill("预算公开");
  await page.getByLabel(/^依据/).fill("第二十条第（七）项");
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await page.getByRole("row").filter({ hasText: "预算公开" }).first().waitFor();
  await quiet(visit);
});
