import { text, type Text } from "../kernel/text.js";
import { column, rowsOf, type ColumnSpec, type RowSpec } from "./form-table.js";

/** Only provinces and cities with districts may make 规章. */
const LAWMAKERS = { onlyFor: ["PROVINCE", "CITY"], basis: "立法法(2023)§91,§93" } as const;

const row = rowsOf("proactive");

/** Makes rows of the block of the table that an item of the regulation heads. */
const blockOf =
  (block: string) =>
  (key: string, name: Text, columns: readonly ColumnSpec[], more: Partial<RowSpec> = {}): RowSpec =>
    row(key, name, columns, { block, ...more });

const documents = blockOf("第二十条第（一）项");
const licences = blockOf("第二十条第（五）项");
const penalties = blockOf("第二十条第（六）项");
const fees = blockOf("第二十条第（八）项");
const procurement = blockOf("第二十条第（九）项");

const stock2021 = [
  column("issued", "本年制发件数", "issued this year"),
  column("repealed", "本年废止件数", "repealed this year"),
  column("inForce", "现行有效件数", "in force"),
];
const decisions2021 = [column("decisions", "本年处理决定数量", "decisions this year")];
const amount2021 = [
  column("amount", "本年收费金额（单位：万元）", "fees collected this year (10,000 yuan)", {
    kind: "decimal",
  }),
];

/** Table 二 of the form of 2021: 10 cells. */
export const PROACTIVE_2021: readonly RowSpec[] = [
  documents("regulations", text("规章", "regulations"), stock2021, LAWMAKERS),
  documents("normativeDocuments", text("行政规范性文件", "normative documents"), stock2021),
  licences("licences", text("行政许可", "licences"), decisions2021),
  penalties("penalties", text("行政处罚", "penalties"), decisions2021),
  penalties("coercions", text("行政强制", "coercive measures"), decisions2021),
  fees("fees", text("行政事业性收费", "administrative fees"), amount2021, { unit: "万元" }),
];

const stock2019 = [
  column("made", "本年新制作数量", "made this year"),
  column("published", "本年新公开数量", "published this year"),
  column("publishedTotal", "对外公开总数量", "published in all"),
];
// Items on the list, not cases: there is no identity between these and the decisions.
const items2019 = [
  column("itemsLastYear", "上一年项目数量", "items last year"),
  column("itemsDelta", "本年增/减", "change this year", { kind: "integer" }),
];
const decisions2019 = [...items2019, column("decisions", "处理决定数量", "decisions")];
const procurement2019 = [
  column("projects", "采购项目数量", "projects"),
  column("amount", "采购总金额", "total amount", { kind: "decimal" }),
];
const ITEMS = { unit: "项/件" };
const UNPRINTED = { unit: "项 / 金额(单位未印在表上，实填有元、万元)" };

/** Table 二 of the trial form of 2019: 22 cells. */
export const PROACTIVE_2019: readonly RowSpec[] = [
  documents("regulations", text("规章", "regulations"), stock2019),
  documents("normativeDocuments", text("规范性文件", "normative documents"), stock2019),
  licences("licences", text("行政许可", "licences"), decisions2019, ITEMS),
  licences("otherServices", text("其他对外管理服务事项", "other services"), decisions2019, ITEMS),
  penalties("penalties", text("行政处罚", "penalties"), decisions2019, ITEMS),
  penalties("coercions", text("行政强制", "coercive measures"), decisions2019, ITEMS),
  fees("fees", text("行政事业性收费", "administrative fees"), items2019, { unit: "项" }),
  procurement("procurement", text("政府集中采购", "procurement"), procurement2019, UNPRINTED),
];
