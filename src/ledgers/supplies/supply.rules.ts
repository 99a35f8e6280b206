import { yearOf, type CalendarDate } from "../../kernel/calendar-date.js";
import { formatScaled, parseScaled } from "../../kernel/decimal.js";
import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { dateProblems, lineProblems, type DateLimits } from "../../records/index.js";
import { MOST_QUANTITY, SUPPLY_INDICATORS, type SupplyIndicator } from "./supply-indicators.data.js";
import type { SupplyRow } from "./supply.entity.js";

/** What a clerk enters of another office's figure. */
export interface SupplyFields {
  readonly indicator: string;
  readonly supplier: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly quantity: string;
}

const SUPPLIER_LENGTH = 120;

/** What is wrong with it in itself. */
export function supplyProblems(fields: SupplyFields, limits: DateLimits): Problem[] {
  const indicator = SUPPLY_INDICATORS.get(fields.indicator);
  return [
    ...(indicator ? quantityProblems(fields.quantity, indicator) : [unknownIndicator()]),
    ...lineProblems(fields.supplier, ["input", "supplier"], SUPPLIER_LENGTH),
    ...periodProblems(fields, limits),
  ];
}

function unknownIndicator(): Problem {
  const codes = [...SUPPLY_INDICATORS.keys()];
  return invalidInput(
    ["input", "indicator"],
    text(`须为 ${codes.join("、")} 之一`, `One of ${codes.join(", ")}`),
  );
}

function quantityProblems(quantity: string, { scale, name }: SupplyIndicator): Problem[] {
  const value = parseScaled(quantity, scale);
  if (value !== null && value >= 0 && value <= MOST_QUANTITY * 10 ** scale) return [];
  const message =
    scale === 0
      ? text(
          `${name.zh}须为 0 至 ${MOST_QUANTITY} 的整数`,
          `${name.en}: a whole number from 0 to ${MOST_QUANTITY}`,
        )
      : text(
          `${name.zh}须为 0 至 ${MOST_QUANTITY}，最多 ${scale} 位小数`,
          `${name.en}: from 0 to ${MOST_QUANTITY}, with ${scale} decimals at most`,
        );
  return [invalidInput(["input", "quantity"], message)];
}

function periodProblems({ from, to }: SupplyFields, limits: DateLimits): Problem[] {
  const problems = [
    ...dateProblems(from, ["input", "from"], limits),
    ...dateProblems(to, ["input", "to"], {
      ...limits,
      notBefore: { date: from, what: text("起始日期", "the first day") },
    }),
  ];
  if (problems.length > 0 || yearOf(from) === yearOf(to)) return problems;
  const message = text(
    "起止日期须在同一年内：年报的统计期限为 1 月 1 日至 12 月 31 日",
    "Both days lie in one year, as a report's figures do",
  );
  return [invalidInput(["input", "to"], message)];
}

/** Two figures for one day would count it twice. */
export function overlapProblems(
  { indicator, supplier, from, to }: SupplyFields,
  others: readonly SupplyRow[],
): Problem[] {
  const overlapping = others.find(
    (other) =>
      other.indicator === indicator &&
      other.supplier === supplier &&
      other.fromOn <= to &&
      other.toOn >= from,
  );
  if (!overlapping) return [];
  const period = `${overlapping.fromOn} – ${overlapping.toOn}`;
  const message = text(
    `${supplier}已报送 ${period} 的该项数据，期间不能重叠`,
    `${supplier} has supplied this for ${period}: periods do not overlap`,
  );
  return [{ code: "ALREADY_EXISTS", path: ["input", "from"], message }];
}

/** The columns that hold it; the quantity in its shortest exact form. */
export function columnsOf(fields: SupplyFields): Pick<SupplyRow, keyof ReturnType<typeof placed>> {
  const scale = SUPPLY_INDICATORS.get(fields.indicator)?.scale ?? 0;
  const value = parseScaled(fields.quantity, scale);
  if (value === null) throw new Error("a quantity is checked before it is stored");
  return { ...placed(fields), quantity: formatScaled(value, scale) };
}

const placed = ({ indicator, supplier, from, to, quantity }: SupplyFields) => ({
  indicator,
  supplier,
  year: yearOf(from),
  fromOn: from,
  toOn: to,
  quantity,
});
