import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type Console, type Visit } from "../harness/console.js";

const ANALYST = "analyst.371003";

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

const quiet = async ({ axe, complaints }: Visit) => expect([await axe(), complaints]).toEqual([[], []]);

/** A question as the page of questions writes it. */
const BY_YEAR = `query ($input: RequestStatisticsInput!) {
  requestStatistics(input: $input) {
    dimensions { key label }
    measures { name label unit formula }
    rows { keys labels values states numerators denominators note }
    totals { keys labels values states numerators denominators note }
    coverage { asOf units groups suppressed threshold protection notes }
  }
}`;

async function save(name: string, document: string, variables: object): Promise<void> {
  const input = { name, unitCode: "371003", visibility: "SUBTREE", document, variables };
  const { data } = await console_.app
    .as(ANALYST)
    .query(`mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { problems { message } } }`, {
      input,
    });
  expect(data).toEqual({ saveQuery: { problems: [] } });
}

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly panels: readonly { readonly show: string; readonly query: { readonly name: string } }[];
}

it("an analyst arranges saved questions, and whoever it is shared with sees them at its address by their own right", async () => {
  const count = {
    scope: { under: "371003" },
    groupBy: ["YEAR"],
    measures: [{ name: "件数", function: "COUNT" }],
  };
  await save("历年申请", BY_YEAR, { input: { ...count, where: { years: [2021, 2022, 2023] } } });
  await save("本单位申请", BY_YEAR, { input: { ...count, scope: { under: "371003003" } } });
  const visit = await console_.open(ANALYST, "/questions/saved");
  const { page } = visit;
  await page.getByRole("link", { name: "历年申请" }).click();
  await page.getByRole("button", { name: "加入看板" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "新建看板" }).click();
  await page.getByLabel("名称", { exact: true }).fill("主任看板");
  await page.getByLabel("可见范围").selectOption("SUBTREE");
  await page.getByLabel("添加查询").selectOption({ label: "本单位申请" });
  await page.getByRole("button", { name: "上移 · 本单位申请" }).click();
  await page.getByLabel("样式 · 历年申请").selectOption("CHART");
  await quiet(visit);
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("link", { name: "主任看板" }).click();
  await page.getByRole("region", { name: "历年申请" }).getByRole("img").waitFor();
  expect(await page.getByRole("region", { name: "历年申请" }).getByRole("table").count()).toBe(0);
  await quiet(visit);
  await visit.picture("dashboard");
  const { data } = await console_.app
    .as(ANALYST)
    .query("{ dashboards { nodes { id name panels { show query { name } } } } }");
  const [stored] = (data as { dashboards: { nodes: readonly Stored[] } }).dashboards.nodes;
  expect(stored).toMatchObject({
    name: "主任看板",
    panels: [
      { show: "BOTH", query: { name: "本单位申请" } },
      { show: "CHART", query: { name: "历年申请" } },
    ],
  });
  const address = new URL(page.url()).pathname;
  const clerk = await console_.open("clerk.371003104", address);
  await clerk.page.getByRole("heading", { name: "主任看板" }).waitFor();
  // The neighbour's ledger stays the neighbour's: the clerk is refused where the analyst counts.
  await clerk.page.getByRole("region", { name: "本单位申请" }).getByRole("alert").waitFor();
  expect(await clerk.page.getByRole("button", { name: "编辑" }).count()).toBe(0);
  await page.getByRole("button", { name: "删除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await page.getByText("还没有看板。").waitFor();
});

it("an answer of two dimensions is a list or a table of two directions, with the same figures", async () => {
  const input = {
    scope: { under: "371003" },
    groupBy: ["YEAR", "OUTCOME"],
    measures: [{ name: "件数", function: "COUNT" }],
    where: { years: [2022, 2023] },
  };
  await save("各年结果", BY_YEAR, { input });
  const visit = await console_.open(ANALYST, "/questions/saved");
  const { page } = visit;
  await page.getByRole("link", { name: "各年结果" }).click();
  await page.getByLabel("排法").selectOption("YEAR");
  const table = page.getByRole("table", { name: "结果：件数" });
  await table.waitFor();
  await quiet(visit);
  const { data } = await console_.app.as(ANALYST).query(BY_YEAR, { input });
  const { rows } = (
    data as { requestStatistics: { rows: { keys: string[]; labels: string[]; states: string[] }[] } }
  ).requestStatistics;
  const years = [...new Set(rows.map(({ keys }) => keys[0]))].sort();
  const outcomes = [...new Set(rows.map(({ labels }) => labels[1]))];
  expect(await table.getByRole("columnheader").allTextContents()).toHaveLength(1 + years.length);
  expect(await table.getByRole("rowheader").allTextContents()).toEqual(outcomes);
  const shown = (await table.getByRole("cell").allTextContents()).filter((text) => text !== "");
  expect(shown).toHaveLength(rows.length);
});
