import { text } from "../../kernel/text.js";
import { column, UNIT_COLUMNS, type Ledger } from "../../records/index.js";
import { SUPPLIED_COUNTS } from "./supply.entity.js";
import { SUPPLY_STATES } from "./supply.js";

/** 外部报送数 */
export const SUPPLY_LEDGER: Ledger = {
  name: "supplies",
  tables: [SUPPLIED_COUNTS],
  states: SUPPLY_STATES,
  dataSet: null,
  lines: ["supplier", "signedOffBy", "indicator"],
  connections: { SuppliedCountConnection: "SuppliedCount" },
  lists: {
    SuppliedCount: {
      title: text("外部数据", "Supplied counts"),
      columns: [
        ...UNIT_COLUMNS,
        column("indicator.code", "指标代码", "Indicator code"),
        column("indicator.label", "指标", "Indicator"),
        column("from", "起", "From"),
        column("to", "止", "To"),
        column("quantity", "数量", "Quantity"),
        column("supplier", "提供部门", "Supplier"),
        column("signedOffBy", "确认人", "Signed off by"),
        column("signedOffAt", "确认时间", "Signed off at"),
      ],
    },
  },
};
