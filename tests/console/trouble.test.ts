import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { openConsole, paste, type Console } from "../harness/console.js";

const CLERK = "clerk.371003003";
const FORM = "/report/371003003/2023/form";
const LICENCES = "proactive.licences.decisions";
const PENALTIES = "proactive.penalties.decisions";

let console_: Console;
// Below a path, as on a district's own host: what is written for the root alone shows as a request elsewhere.
beforeAll(async () => {
  console_ = await openConsole({ pathPrefix: "/gongkai" });
});
afterAll(() => console_.close());

const cell = (page: Page, code: string) => page.locator(`input[name="${code}"]`);
const save = (page: Page) => page.getByRole("button", { name: "保存" });

async function stored(codes: readonly string[]): Promise<(string | null)[]> {
  const { data } = await console_.app
    .as(CLERK)
    .query(
      `query ($codes: [String!]) { unit(code: "371003003") { report(year: 2023) { cells(codes: $codes) { value } } } }`,
      { codes },
    );
  const { unit } = data as { unit: { report: { cells: { value: string | null }[] } } };
  return unit.report.cells.map(({ value }) => value);
}

describe("below a path of another site", () => {
  it("signs in, opens the report, downloads it, and leads to the public's pages and back", async () => {
    const { page, complaints } = await console_.open(null);
    await page.getByRole("button", { name: "示例·环山街道经办人" }).click();
    await page.getByRole("link", { name: /2023 年年度报告/ }).click();
    await cell(page, LICENCES).waitFor();
    expect(page.url()).toMatch(/\/gongkai\/report\/371003003\/2023/);
    await page.goto(`${console_.address}/report/371003003/2022/form`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Word", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    await page.getByRole("link", { name: "公开页面" }).click();
    await page
      .getByRole("link", { name: /文登区/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /文登区/ }).waitFor();
    await page.getByRole("link", { name: "工作人员登录" }).click();
    await page.getByRole("heading", { name: "待办", level: 1 }).waitFor();
    expect(complaints).toEqual([]);
  });
});

/** Takes away what Chrome 87 and Firefox 78 do not have. */
const OF_2020 = `for (const [owner, names] of [
  [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]],
  [String.prototype, ["at", "isWellFormed", "toWellFormed"]],
  [Object, ["hasOwn", "groupBy"]], [Promise, ["withResolvers", "try"]], [Array, ["fromAsync"]], [URL, ["canParse"]],
  [AbortSignal, ["timeout", "any"]], [crypto, ["randomUUID"]], [Element.prototype, ["checkVisibility"]],
  [window, ["structuredClone", "scheduler"]],
]) for (const name of names) delete owner[name];`;

it("works in a browser of 2020: the check while typing, a window, a step", async () => {
  const { page, context, complaints } = await console_.open(null);
  await context.addInitScript(OF_2020);
  await page.reload();
  await page.getByRole("button", { name: "示例·环山街道经办人" }).click();
  await page.getByRole("link", { name: /2023 年年度报告/ }).click();
  await paste(cell(page, "requests.received.total"), "9");
  await page.getByText("填写中即时检查").waitFor();
  await page.getByRole("listitem").filter({ hasText: "59 + 876 = 935" }).first().waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.goto(`${console_.address}/ledgers/requests/371003003`);
  await page.getByRole("button", { name: "登记申请" }).click();
  await page
    .getByRole("dialog")
    .getByLabel(/^申请内容/)
    .fill("道路");
  await page.keyboard.press("Escape");
  expect(complaints).toEqual([]);
});

describe("a bad day", () => {
  it("goes back and forward between the parts of a report, and nothing typed is lost", async () => {
    const { page } = await console_.open(CLERK, FORM);
    await paste(cell(page, LICENCES), "41");
    await page.getByRole("link", { name: "正文", exact: true }).click();
    await page.getByRole("textbox", { name: "一、总体情况" }).waitFor();
    await page.goBack();
    await cell(page, LICENCES).waitFor();
    expect(await cell(page, LICENCES).inputValue()).toBe("41");
    await page.goForward();
    await page.getByRole("textbox", { name: "一、总体情况" }).waitFor();
    // Away to another page altogether, and back.
    await page.goto(`${console_.address}/`);
    await page.goBack();
    await page.goBack();
    await cell(page, LICENCES).waitFor();
    expect(await cell(page, LICENCES).inputValue()).toBe("41");
    await page.getByRole("button", { name: "放弃改动" }).click();
  });

  it("keeps what is typed while a save is under way on a slow line", async () => {
    const { page, context } = await console_.open(CLERK, FORM);
    await paste(cell(page, LICENCES), "51");
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await context.route("**/graphql", async (route) => {
      const saving = route.request().postData()?.includes("SaveReport");
      if (saving) await held;
      await route.continue();
    });
    await save(page).click();
    await paste(cell(page, PENALTIES), "52");
    answer();
    await page.getByText("1 处改动未保存").waitFor();
    expect(await cell(page, PENALTIES).inputValue()).toBe("52");
    expect(await stored([LICENCES])).toEqual(["51"]);
    await save(page).click();
    await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
    expect(await stored([LICENCES, PENALTIES])).toEqual(["51", "52"]);
  });

  it("saves once where the answer to a save is lost", async () => {
    const { page, context } = await console_.open(CLERK, FORM);
    await paste(cell(page, LICENCES), "61");
    let lost = 0;
    await context.route("**/graphql", async (route) => {
      if (lost > 0 || !route.request().postData()?.includes("SaveReport")) return route.continue();
      lost++;
      await route.fetch();
      await route.abort("connectionreset");
    });
    await save(page).click();
    await page.getByRole("alert").waitFor();
    expect(await cell(page, LICENCES).inputValue()).toBe("61");
    expect(await stored([LICENCES])).toEqual(["61"]);
    await save(page).click();
    await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
    expect(await stored([LICENCES])).toEqual(["61"]);
  });

  it("refuses a file that would fill the memory in words, and the page goes on", async () => {
    const { page } = await console_.open(CLERK, FORM);
    await page.getByRole("button", { name: "导入 Word" }).click();
    const drawer = page.getByRole("dialog");
    const bomb = zipSync({
      "[Content_Types].xml": new TextEncoder().encode("<Types/>"),
      "word/document.xml": new Uint8Array(200_000_000),
    });
    const file = { name: "年报.docx", mimeType: "application/octet-stream", buffer: Buffer.from(bomb) };
    await drawer.getByLabel(/^选择/).setInputFiles(file);
    await drawer.getByRole("alert").waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(await cell(page, LICENCES).inputValue()).toBe("61");
  });

  it("keeps what is typed while the server is away, and saves when it is back", async () => {
    const { page } = await console_.open(CLERK, FORM);
    await paste(cell(page, LICENCES), "71");
    await console_.restart(async () => {
      await save(page).click();
      await page.getByRole("alert").waitFor();
      await paste(cell(page, PENALTIES), "72");
    });
    await save(page).click();
    await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
    await page.reload();
    await cell(page, LICENCES).waitFor();
    expect([await cell(page, LICENCES).inputValue(), await cell(page, PENALTIES).inputValue()]).toEqual([
      "71",
      "72",
    ]);
  });
});
