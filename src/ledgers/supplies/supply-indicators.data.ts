import { text, type Text } from "../../kernel/text.js";

export interface SupplyIndicator {
  readonly name: Text;
  /** Places behind the point: none for a count. */
  readonly scale: number;
}

const INDICATORS: Readonly<Record<string, SupplyIndicator>> = {
  "proactive.licences.decisions": { name: text("行政许可处理决定数量", "Licensing decisions"), scale: 0 },
  "proactive.penalties.decisions": { name: text("行政处罚处理决定数量", "Penalty decisions"), scale: 0 },
  "proactive.coercions.decisions": { name: text("行政强制处理决定数量", "Coercion decisions"), scale: 0 },
  "proactive.fees.amount": {
    name: text("行政事业性收费金额（万元）", "Fees charged, in 10,000 yuan"),
    scale: 6,
  },
};

/** The cells of table 二 that other offices count for a unit: 条例 §20(5), (6) and (8). */
export const SUPPLY_INDICATORS: ReadonlyMap<string, SupplyIndicator> = new Map(Object.entries(INDICATORS));

/** The most that a cell of the report holds. */
export const MOST_QUANTITY = 2_147_483_647;
