import { text } from "../../kernel/text.js";
import { column, UNIT_COLUMNS, type Ledger } from "../../records/index.js";
import { DISCLOSURE_CATALOGUE, DISCLOSURES } from "./disclosure.entity.js";
import { DISCLOSURE_DATA } from "./disclosure.statistics.js";
import { STATUS_NAMES } from "./disclosure.js";

/** 主动公开 */
export const DISCLOSURE_LEDGER: Ledger = {
  name: "disclosures",
  tables: [DISCLOSURE_CATALOGUE, DISCLOSURES],
  states: STATUS_NAMES,
  dataSet: DISCLOSURE_DATA,
  lines: ["title", "documentNumber", "article", "category", "synonyms", "approver"],
  connections: { DisclosureConnection: "Disclosure" },
  lists: {
    Disclosure: {
      title: text("主动公开台账", "Disclosures"),
      columns: [
        ...UNIT_COLUMNS,
        column("title", "标题", "Title"),
        column("category", "类别", "Category"),
        column("channels", "公开渠道", "Channels"),
        column("items", "条数", "Items"),
        column("status", "状态", "Status"),
        column("documentKind", "文件类别", "Kind of document"),
        column("documentNumber", "文号", "Document number"),
        column("formedOn", "形成或变更日期", "Formed or changed"),
        column("dueOn", "公开期限", "Due"),
        column("publishedOn", "公开日期", "Published"),
        column("late", "逾期", "Late"),
        column("repealedOn", "废止日期", "Repealed"),
      ],
    },
    CatalogueItem: {
      title: text("主动公开事项目录", "Catalogue of disclosures"),
      columns: [
        ...UNIT_COLUMNS,
        column("category", "类别", "Category"),
        column("title", "事项", "Item"),
        column("article", "依据", "Basis"),
        column("synonyms", "同义名称", "Synonyms"),
        column("retiredOn", "停用日期", "Retired"),
      ],
    },
  },
};
