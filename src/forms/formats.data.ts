import { text, type Text } from "../kernel/text.js";
import type { RowSpec } from "./form-table.js";
import type { Format, TableKey, TableSection, TextSection } from "./format.js";
import { PROACTIVE_2019, PROACTIVE_2021 } from "./proactive.data.js";
import { REMEDIES } from "./remedies.data.js";
import { REQUESTS_2019, REQUESTS_2021 } from "./requests.data.js";

/** A format before its rows are multiplied out into cells. */
export interface FormatSpec extends Omit<Format, "cells" | "position"> {
  readonly rows: readonly RowSpec[];
}

/** Names of the tables in labels and messages. */
export const TABLE_NAMES: Readonly<Record<TableKey, Text>> = {
  proactive: text("表二", "Table 2"),
  requests: text("表三", "Table 3"),
  remedies: text("表四", "Table 4"),
};

const TABLES: readonly TableSection[] = [
  { key: "proactive", heading: "二、主动公开政府信息情况" },
  { key: "requests", heading: "三、收到和处理政府信息公开申请情况" },
  { key: "remedies", heading: "四、政府信息公开行政复议、行政诉讼情况" },
];

/** The opening paragraph has no heading on the form; it is called 引言 here. */
const sections = (problems: string): readonly TextSection[] => [
  { key: "INTRODUCTION", heading: "引言" },
  { key: "OVERVIEW", heading: "一、总体情况" },
  { key: "PROBLEMS", heading: problems },
  { key: "OTHER_MATTERS", heading: "六、其他需要报告的事项" },
];

/** The official forms, oldest first. A form's rows never change once reports are packed by it. */
export const FORMAT_SPECS: readonly FormatSpec[] = [
  {
    code: "2019",
    documentNumber: "国办公开办函〔2019〕60号",
    name: "中华人民共和国政府信息公开工作年度报告格式（试行）",
    firstYear: 2019,
    lastYear: 2020,
    sections: sections("五、政府信息公开工作存在的主要问题及改进情况"),
    tables: TABLES,
    rows: [...PROACTIVE_2019, ...REQUESTS_2019, ...REMEDIES],
  },
  {
    code: "2021",
    documentNumber: "国办公开办函〔2021〕30号",
    name: "中华人民共和国政府信息公开工作年度报告格式",
    firstYear: 2021,
    lastYear: null,
    sections: sections("五、存在的主要问题及改进情况"),
    tables: TABLES,
    rows: [...PROACTIVE_2021, ...REQUESTS_2021, ...REMEDIES],
  },
];
