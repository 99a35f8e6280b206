import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type Console, type Visit } from "../harness/console.js";

const CLERK = "clerk.371003003";
const UNIT = "371003003";

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const quiet = async ({ axe, complaints }: Visit) => expect([await axe(), complaints]).toEqual([[], []]);

interface Disclosure {
  readonly title: string;
  readonly status: string;
  readonly formedOn: string;
}

async function stored(text: string): Promise<readonly Disclosure[]> {
  const { data } = await console_.app
    .as(CLERK)
    .query(
      `query ($text: String) { unit(code: "${UNIT}") { disclosures(filter: { text: $text }, orderBy: FORMED_ASC) { nodes { title status formedOn } } } }`,
      { text },
    );
  return (data as { unit: { disclosures: { nodes: readonly Disclosure[] } } }).unit.disclosures.nodes;
}

async function register(title: string, formedOn: string): Promise<void> {
  const input = { unitCode: UNIT, title, category: "财政信息", channels: ["WEBSITE"], formedOn };
  const { data, errors } = await console_.app
    .as(CLERK)
    .query(
      `mutation ($input: RegisterDisclosureInput!) { registerDisclosure(input: $input) { problems { message } } }`,
      {
        input,
      },
    );
  expect([data, errors]).toEqual([{ registerDisclosure: { problems: [] } }, undefined]);
}

it("a ledger is put in order, saved as a file that comes in again as known, and one step is taken for many rows", async () => {
  await register("批量甲", "2026-01-05");
  await register("批量乙", "2026-01-06");
  const visit = await console_.open(CLERK, `/ledgers/disclosures/${UNIT}`);
  const { page } = visit;
  const titles = page.getByRole("rowheader");
  await page.getByRole("table").waitFor();
  await page.getByRole("main").getByRole("searchbox").fill("批量");
  await expect.poll(() => titles.allTextContents()).toHaveLength(2);
  const formed = page.getByRole("columnheader", { name: /形成/ });
  await formed.getByRole("button").click();
  await expect.poll(() => titles.first().textContent()).toMatch("批量甲");
  expect(await formed.getAttribute("aria-sort")).toBe("ascending");
  await formed.getByRole("button").click();
  await expect.poll(() => titles.first().textContent()).toMatch("批量乙");
  await quiet(visit);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 .csv" }).click();
  const file = await (await download).path();
  expect(readFileSync(file, "utf8")).toContain("批量甲");
  await page.getByRole("button", { name: "导入表格" }).click();
  const form = page.getByRole("dialog");
  await form
    .locator("input[type=file]")
    .setInputFiles({ name: "台账.csv", mimeType: "text/csv", buffer: readFileSync(file) });
  await form.getByText(/读到 2 行/).waitFor();
  await page.keyboard.press("Escape");

  await page.getByLabel("全选本页").check();
  await page.getByRole("button", { name: "批量办理（2）" }).click();
  await quiet(visit);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /审查/ }).click();
  await dialog.getByRole("button", { name: "确定" }).click();
  await dialog.getByText("共 2 条：已办 2 条，未办 0 条").waitFor();
  await quiet(visit);
  await visit.picture("bulk");
  expect((await stored("批量")).map(({ status }) => status)).toEqual(["SECRECY_REVIEW", "SECRECY_REVIEW"]);
});
