import { text } from "../../kernel/text.js";
import { column, UNIT_COLUMNS, type Ledger } from "../../records/index.js";
import { REQUEST_LETTERS } from "./letter.entity.js";
import { INFORMATION_REQUESTS, RECKONING_TERMS, REQUEST_APPLICANTS } from "./request.entity.js";
import { REQUEST_DATA } from "./request.statistics.js";
import { REQUEST_STATES } from "./request.terms.js";

/** 依申请公开. Its open requests are handed over with the cases about them, by the ledger of remedies. */
export const REQUEST_LEDGER: Ledger = {
  name: "requests",
  tables: [INFORMATION_REQUESTS, REQUEST_APPLICANTS, REQUEST_LETTERS, RECKONING_TERMS],
  states: REQUEST_STATES,
  dataSet: REQUEST_DATA,
  lines: [
    "subject",
    "subjects",
    "number",
    "documentNumber",
    "article",
    "contact",
    "deliveryAddress",
    "creditCode",
  ],
  connections: { RequestConnection: "InformationRequest" },
  lists: {
    InformationRequest: {
      title: text("依申请公开台账", "Requests"),
      columns: [
        ...UNIT_COLUMNS,
        column("number", "编号", "Number"),
        column("subject", "申请内容", "Subject"),
        column("applicantKind", "申请人类别", "Applicant"),
        column("receiptChannel", "接收渠道", "Channel"),
        column("arrivedOn", "到达日期", "Came in"),
        column("receivedOn", "收到日期", "Received"),
        column("state", "状态", "State"),
        column("clock.dueOn", "答复期限", "Due"),
        column("clock.workingDaysLeft", "剩余工作日", "Working days left"),
        column("outcome", "办理结果", "Outcome"),
        column("article", "依据", "Article"),
        column("documentNumber", "答复文号", "Document number"),
        column("decidedOn", "决定日期", "Decided"),
        column("servedOn", "送达日期", "Served"),
      ],
    },
  },
};
