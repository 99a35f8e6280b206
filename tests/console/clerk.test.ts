import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { enginesFound, type Engine } from "../harness/browser-setup.js";
import { openConsole, paste, type Console, type Visit } from "../harness/console.js";

const CLERK = "clerk.371003003";
const REPORT = "/report/371003003/2023";

let console_: Console;
const opens = (engine?: Engine): void => {
  beforeAll(async () => {
    console_ = await openConsole({ ...(engine && { engine }) });
  });
  afterAll(() => console_.close());
};

/** What the API says of the report, to whoever keeps it. */
async function stored(codes: readonly string[]) {
  const { data } = await console_.app.as(CLERK).query(
    `query ($codes: [String!]) { unit(code: "371003003") { report(year: 2023) {
      status revision cells(codes: $codes) { value source } sections { key body } findings(statuses: [OPEN]) { rule { code } } } } }`,
    { codes },
  );
  return (data as { unit: { report: StoredReport } }).unit.report;
}

interface StoredReport {
  readonly status: string;
  readonly revision: number;
  readonly cells: readonly { readonly value: string | null; readonly source: string }[];
  readonly sections: readonly { readonly key: string; readonly body: string }[];
  readonly findings: readonly { readonly rule: { readonly code: string } }[];
}

const cell = (page: Page, code: string) => page.locator(`input[name="${code}"]`);
const quiet = async ({ axe, complaints }: Visit) => expect([await axe(), complaints]).toEqual([[], []]);
const saved = (page: Page) => page.getByRole("status").filter({ hasText: "已保存" }).waitFor();

describe.each(enginesFound())("a clerk's day in %s", (engine) => {
  opens(engine);

  it("begins with the sign-in, which offers the demo's accounts and refuses a wrong password in words", async () => {
    const visit = await console_.open(null);
    const { page } = visit;
    await page.getByLabel("用户名").fill(CLERK);
    await page.getByLabel("密码", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByRole("alert").filter({ hasText: /密码/ }).waitFor();
    await quiet(visit);
    await visit.picture("sign-in");
    await page.getByRole("button", { name: "示例·环山街道经办人" }).click();
    await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
    await page.getByRole("link", { name: /2023 年年度报告/ }).waitFor();
    await quiet(visit);
    await visit.picture("work");
    expect(
      await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"),
    ).not.toMatch(/eyJ/);
  });

  it("puts the report right by keyboard alone: 911 is 935, 100 % is 50 %, the totals tie", async () => {
    const visit = await console_.open(CLERK, `${REPORT}/form`);
    const { page } = visit;
    await page.getByRole("heading", { name: /^问题/ }).waitFor();
    await quiet(visit);
    await cell(page, "requests.received.naturalPerson").focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.name")).toBe("requests.received.total");
    await visit.picture("report");
    await page.keyboard.type("1");
    await page.getByText("填写中即时检查").waitFor();
    await page.getByText("1 处改动未保存").waitFor();
    await page.keyboard.press("Control+s");
    await saved(page);
    await page.goto(`${console_.address}${REPORT}/text`);
    const text = page.getByRole("textbox", { name: "一、总体情况" });
    await text.waitFor();
    await quiet(visit);
    await visit.picture("text");
    const body = await text.inputValue();
    const sum = page.getByRole("listitem").filter({ hasText: "59 + 876 = 935" });
    const takeOver = { name: "采用建议" };
    await sum.getByRole("button", takeOver).click();
    expect(await text.inputValue()).toBe(body.replace("911条", "935条"));
    await sum.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "撤销" }).click();
    expect(await text.inputValue()).toBe(body);
    await sum.getByRole("button", takeOver).click();
    await sum.waitFor({ state: "detached" });
    await page.getByRole("link", { name: /^表格/ }).click();
    await page
      .getByRole("listitem")
      .filter({ hasText: "下降100%" })
      .getByRole("button", takeOver)
      .first()
      .click();
    await page.getByText("下降100%").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "正文", exact: true }).click();
    expect(await text.inputValue()).toBe(
      body.replace("911条", "935条").replace("同比下降100%", "同比下降50%"),
    );
    await page.keyboard.press("Control+s");
    await saved(page);
    const report = await stored(["requests.received.total"]);
    expect(report.cells).toEqual([{ value: "1", source: "ENTERED" }]);
    const rules = report.findings.map(({ rule }) => rule.code);
    for (const gone of ["T3.FLOW", "T3.ROW_TOTAL", "N01_CHANNEL_SUM", "N09_YOY"])
      expect(rules).not.toContain(gone);
  });

  it("takes a block of Excel, undoes it, and keeps what is typed through a reload", async () => {
    const { page } = await console_.open(CLERK, `${REPORT}/form`);
    const first = cell(page, "proactive.regulations.issued");
    await first.waitFor();
    await paste(first, "１\t2\t3\n4\t5\t6");
    const figures = () =>
      page
        .locator("section.proactive input")
        .evaluateAll((inputs) => inputs.slice(0, 6).map((i) => (i as unknown as { value: string }).value));
    expect(await figures()).toEqual(["１", "2", "3", "4", "5", "6"]);
    await page.reload();
    await page.getByText("上次离开时有未保存的改动，已恢复。").waitFor();
    expect(await figures()).toEqual(["１", "2", "3", "4", "5", "6"]);
    await page.getByRole("button", { name: "放弃改动" }).click();
    expect(await figures()).toEqual(["0", "0", "0", "0", "0", "0"]);
    await first.focus();
    await page.keyboard.type("7");
    await page.keyboard.press("Control+z");
    expect(await first.inputValue()).toBe("0");
  });

  it("meets a colleague's change: what both changed is asked, the rest joined", async () => {
    const { page } = await console_.open(CLERK, `${REPORT}/form`);
    await paste(cell(page, "proactive.licences.decisions"), "8");
    await paste(cell(page, "proactive.coercions.decisions"), "9");
    const { revision } = await stored([]);
    await console_.app.as(CLERK).query(
      `mutation ($revision: Int) { saveReport(input: { unitCode: "371003003", year: 2023,
      expectedRevision: $revision, cells: [{ code: "proactive.licences.decisions", value: 5 }, { code: "proactive.penalties.decisions", value: 17 }]
    }) { problems { message } } }`,
      { revision },
    );
    await page.getByRole("button", { name: "保存" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "现在的：5" }).check();
    await dialog.getByRole("button", { name: "保存" }).click();
    await saved(page);
    const codes = ["licences", "coercions", "penalties"].map((row) => `proactive.${row}.decisions`);
    expect((await stored(codes)).cells.map(({ value }) => value)).toEqual(["5", "9", "17"]);
  });

  it("goes on after the session ended elsewhere, with what was typed", async () => {
    const { page, context } = await console_.open(CLERK, `${REPORT}/form`);
    await paste(cell(page, "proactive.coercions.decisions"), "3");
    await context.clearCookies();
    await context.addCookies([{ name: "gongkai_session", value: "ended", url: console_.address }]);
    await page.getByRole("button", { name: "保存" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("密码").focus();
    await page.keyboard.type("gongkai-demo");
    await dialog.getByRole("button", { name: "登录" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await cell(page, "proactive.coercions.decisions").inputValue()).toBe("3");
    await page.getByRole("button", { name: "保存" }).click();
    await saved(page);
    expect((await stored(["proactive.coercions.decisions"])).cells[0]?.value).toBe("3");
  });
});

describe("a report from Word", () => {
  opens();

  it("is read beside what is stored, and what is chosen is taken; a broken file is refused in words", async () => {
    const visit = await console_.open(CLERK, "/report/371003003/2025/form");
    const { page } = visit;
    await page.getByRole("button", { name: "导入 Word" }).click();
    const drawer = page.getByRole("dialog");
    const file = drawer.getByLabel(/^选择/);
    const name = "年报.docx";
    const mimeType = "application/octet-stream";
    await file.setInputFiles({ name, mimeType, buffer: Buffer.from("PK not a zip") });
    await drawer.getByRole("alert").waitFor();
    const published = await console_.app.request
      .get("/reports/371003003/2022.docx")
      .responseType("arraybuffer");
    await file.setInputFiles({ name, mimeType, buffer: published.body as Buffer });
    await drawer.getByText(/2022/).first().waitFor();
    const [before] = [visit.complaints.length];
    await drawer.getByRole("button", { name: /^采用所选 \d+ 格、4 段/ }).click();
    await drawer.waitFor({ state: "detached" });
    await page.getByText("草稿").first().waitFor();
    const { data } = await console_.app
      .as(CLERK)
      .query(
        `{ unit(code: "371003003") { report(year: 2025) { cells(codes: ["requests.received.naturalPerson"]) { value source } } } }`,
      );
    const { cells } = (data as { unit: { report: StoredReport } }).unit.report;
    expect(cells).toEqual([{ value: "2", source: "IMPORTED" }]);
    // The one complaint is the refused upload's.
    expect([before, visit.complaints.length]).toEqual([1, 1]);
  });
});

describe("ledgers in the browser", () => {
  opens();

  it("receive a request by a form that says what is missing, and show hostile text as text", async () => {
    const visit = await console_.open(CLERK, "/ledgers/requests/371003003");
    const { page } = visit;
    await page.getByRole("table").waitFor();
    await quiet(visit);
    await page.getByRole("button", { name: "登记申请" }).click();
    const form = page.getByRole("dialog");
    await quiet(visit);
    await form.getByRole("button", { name: "确定" }).click();
    await form.getByRole("alert").first().waitFor();
    const hostile = `<img src=x onerror="document.title='owned'"> 道路工程结算`;
    await form.getByLabel(/^申请内容/).fill(hostile);
    await form.getByLabel(/^申请人类别/).selectOption({ label: "自然人" });
    await form.getByLabel(/^收到的渠道/).selectOption({ label: "当面" });
    await form.getByLabel(/^收到日期/).fill("2026-01-19");
    await form.getByLabel(/^姓名或名称/).fill("示例申请人");
    await form.getByLabel(/^联系方式/).fill("0631-0000000");
    await form.getByRole("button", { name: "确定" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByRole("cell", { name: hostile }).waitFor();
    await page.getByRole("row").filter({ hasText: hostile }).getByRole("link").click();
    await page.getByRole("heading", { name: "期限日历" }).waitFor();
    await page.getByText(/应于 2026-02-\d\d 前答复/).waitFor();
    await quiet(visit);
    await visit.picture("request");
    expect(await page.title()).not.toBe("owned");
  });

  it("are not there for the neighbour", async () => {
    const { page } = await console_.open("clerk.371003104", "/ledgers/requests/371003003");
    await page.getByText("没有这个页面，或者不在您的权限之内。").waitFor();
    await page.goto(`${console_.address}${REPORT}/form`);
    await page.getByText("看不到这份年报").waitFor();
  });

  it("fits a phone: what waits, and the report, without scrolling sideways", async () => {
    const visit = await console_.open(CLERK, "/", { viewport: { width: 375, height: 700 } });
    await visit.page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
    for (const path of ["/", `${REPORT}/text`]) {
      await visit.page.goto(console_.address + path);
      await visit.page.getByRole("main").getByRole("heading").first().waitFor();
      const wide = await visit.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect([path, wide]).toEqual([path, 0]);
    }
    await quiet(visit);
  });
});
