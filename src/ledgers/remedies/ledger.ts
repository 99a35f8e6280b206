import { text } from "../../kernel/text.js";
import { column, UNIT_COLUMNS, type Ledger } from "../../records/index.js";
import { openFiles } from "./hand-over.store.js";
import { REMEDIES } from "./remedy.entity.js";
import { REMEDY_DATA } from "./remedy.statistics.js";
import { REMEDY_STATES } from "./remedy.terms.js";

/** 行政复议、行政诉讼 */
export const REMEDY_LEDGER: Ledger = {
  name: "remedies",
  tables: [REMEDIES],
  states: REMEDY_STATES,
  dataSet: REMEDY_DATA,
  // The open requests of a unit go over together with its cases.
  business: ({ vault }) => openFiles(vault),
  lines: ["number", "organ"],
  connections: { RemedyConnection: "Remedy" },
  lists: {
    Remedy: {
      title: text("行政复议、行政诉讼台账", "Reviews and suits"),
      columns: [
        ...UNIT_COLUMNS,
        column("route", "救济途径", "Route"),
        column("number", "案号", "Case number"),
        column("organ", "受理机关", "Organ"),
        column("request.number", "所争议的申请", "Request contested"),
        column("lodgedOn", "提起日期", "Lodged"),
        column("lastDayToLodge", "最后一日", "Last day to lodge"),
        column("late", "逾期提起", "Late"),
        column("concludedOn", "审结日期", "Concluded"),
        column("ruling", "结果", "Ruling"),
        column("disposition", "结案方式", "Disposition"),
        column("note", "备注", "Note"),
      ],
    },
  },
};
