import { text } from "../../kernel/text.js";
import { sql } from "../../platform/db/index.js";
import { column, lastDayOf, UNIT_COLUMNS, type Ledger } from "../../records/index.js";
import { INTERPRETATIONS } from "./interpretation.entity.js";
import { quotedFigures } from "./interpretation.read-model.js";
import { INTERPRETATION_DATA } from "./interpretation.statistics.js";
import { INTERPRETATION_STATES } from "./interpretation.terms.js";

/** 政策解读 */
export const INTERPRETATION_LEDGER: Ledger = {
  name: "interpretations",
  tables: [INTERPRETATIONS],
  states: INTERPRETATION_STATES,
  dataSet: INTERPRETATION_DATA,
  // They feed no cell: the text is held against them.
  kept: {
    ledger: "interpretations",
    table: INTERPRETATIONS,
    dimensions: ["document_class"],
    kept: (year) => sql`r.voided = 0 and r.document_published_on <= ${lastDayOf(year)}`,
  },
  figures: { read: quotedFigures },
  lines: [
    ...["documentTitle", "documentNumber", "documentLink", "title", "authorUnit", "interpreter"],
    ...["contact", "signedOffBy", "address", "channel"],
  ],
  connections: { InterpretationConnection: "Interpretation" },
  lists: {
    Interpretation: {
      title: text("政策解读台账", "Interpretations"),
      columns: [
        ...UNIT_COLUMNS,
        column("documentTitle", "文件标题", "Document"),
        column("documentNumber", "文号", "Number"),
        column("documentClass", "文件类别", "Class"),
        column("wideEffect", "涉及面广", "Wide effect"),
        column("documentPublishedOn", "文件公布日期", "Document published"),
        column("documentLink", "文件链接", "Document's address"),
        column("dueOn", "解读期限", "Due"),
        column("form", "解读形式", "Form"),
        column("title", "解读标题", "Title"),
        column("authorUnit", "解读单位", "Author"),
        column("interpreter", "解读人", "Interpreter"),
        column("contact", "联系方式", "Contact"),
        column("signedOffBy", "签发人", "Signed off by"),
        column("publishedOn", "解读发布日期", "Published"),
        column("address", "解读链接", "Address"),
        column("channel", "发布渠道", "Channel"),
        column("state", "状态", "State"),
      ],
    },
  },
};
