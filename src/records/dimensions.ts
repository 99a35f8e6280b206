import { dayNumber } from "../kernel/calendar-date.js";
import { text, type Text } from "../kernel/text.js";
import { raw, sql } from "../platform/db/index.js";
import { UNIT_KINDS, type UnitKind, type UnitRow } from "../units/index.js";
import type { Column, Columns, Key, LedgerDimension, LedgerField } from "./data-set.js";

const KIND_NAMES: Readonly<Record<UnitKind, Text>> = {
  PROVINCE: text("省级政府", "Province"),
  CITY: text("设区的市", "City"),
  DISTRICT: text("县（市、区）", "District"),
  SUBDISTRICT: text("街道", "Sub-district"),
  TOWN: text("镇、乡", "Town"),
  DEPARTMENT: text("部门", "Department"),
  ZONE: text("功能区", "Zone"),
};
const KINDS = Object.keys(UNIT_KINDS) as UnitKind[];

export const UNIT_COLUMN: Column = { name: "unitId", sql: raw("r.unit_id") };

export const textOf = (columns: Columns, name: string): string | null => {
  const value = columns[name];
  return value == null ? null : String(value);
};

/** A key that is its own label, as people typed it. */
export const plainKey = (value: string): Key => ({ key: value, label: text(value, value), place: value });

export const noKey = (label: Text): Key => ({ key: null, label, place: "" });

const unitKey = ({ code, name, path }: UnitRow): Key => ({ key: code, label: text(name, name), place: path });

const unit: LedgerDimension = {
  label: text("单位", "Unit"),
  columns: () => [UNIT_COLUMN],
  needs: "units",
  keys: (known) => (columns) => [unitKey(known.unit(String(columns["unitId"])))],
};

const NOT_BELOW_ONE = noKey(text("（无）", "(none)"));

const above = (kind: UnitKind): LedgerDimension => ({
  label: KIND_NAMES[kind],
  columns: () => [UNIT_COLUMN],
  needs: "above",
  keys: (known) => (columns) => {
    const found = known.ofKind(known.unit(String(columns["unitId"])), kind);
    return [found ? unitKey(found) : NOT_BELOW_ONE];
  },
});

const unitKind: LedgerDimension = {
  label: text("单位类别", "Kind of unit"),
  columns: () => [UNIT_COLUMN],
  needs: "units",
  keys: (known) => (columns) => {
    const { kind } = known.unit(String(columns["unitId"]));
    return [{ key: kind, label: KIND_NAMES[kind], place: KINDS.indexOf(kind) }];
  },
};

/** The same key of time one year earlier. */
const yearBefore = (key: string): string => `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`;

const time = (label: Text, name: "year" | "month", keyOf: (value: string) => Key): LedgerDimension => ({
  label,
  columns: (date) => [{ name, sql: sql`substr(${raw(date)}, 1, ${raw(name === "year" ? "4" : "7")})` }],
  keys: () => (columns) => [keyOf(String(columns[name]))],
  yearBefore,
});

const quarterOf = (month: string): Key => {
  const [year, quarter] = [month.slice(0, 4), Math.ceil(Number(month.slice(5)) / 3)];
  const key = `${year}-Q${quarter}`;
  return { key, label: text(`${year}年第${quarter}季度`, key), place: key };
};

const monthOf = (month: string): Key => ({
  key: month,
  label: text(`${month.slice(0, 4)}年${Number(month.slice(5))}月`, month),
  place: month,
});

/** Dimensions of every ledger: where and when. */
export const COMMON_DIMENSIONS = {
  UNIT: unit,
  DISTRICT: above("DISTRICT"),
  CITY: above("CITY"),
  PROVINCE: above("PROVINCE"),
  UNIT_KIND: unitKind,
  YEAR: time(text("年", "Year"), "year", (year) => ({
    key: year,
    label: text(`${year}年`, year),
    place: year,
  })),
  QUARTER: time(text("季度", "Quarter"), "month", quarterOf),
  MONTH: time(text("月", "Month"), "month", monthOf),
} as const satisfies Record<string, LedgerDimension>;

/** A column whose values and order come from a table of terms. */
export function termsDimension(
  label: Text,
  column: Column,
  terms: Readonly<Record<string, Text>>,
  none: Text,
): LedgerDimension {
  const keys = new Map(
    Object.entries(terms).map(([key, name], place) => [key, { key, label: name, place }] as const),
  );
  return {
    label,
    columns: () => [column],
    keys: () => (columns) => {
      const value = textOf(columns, column.name);
      return [value === null ? noKey(none) : (keys.get(value) ?? plainKey(value))];
    },
  };
}

/** A column of typed text. */
export const typedDimension = (label: Text, column: Column, none: Text): LedgerDimension => ({
  label,
  columns: () => [{ ...column, typed: true }],
  keys: () => (columns) => {
    const value = textOf(columns, column.name);
    return [value === null ? noKey(none) : plainKey(value)];
  },
});

/** A label: only the number of different values can be measured. */
export const labelField = (key: string, label: Text, column: Column): LedgerField => ({
  key,
  label,
  unit: "个",
  numeric: false,
  columns: [column],
  valueOf: ([value]) => value ?? "",
});

export const UNIT_FIELD = labelField("UNIT", text("单位", "Units"), UNIT_COLUMN);

/** Calendar days from one date to another; computed after reading, as databases differ in date arithmetic. */
export const daysField = (label: Text, from: string, to: string): LedgerField => ({
  key: "DAYS",
  label,
  unit: "天",
  numeric: true,
  columns: [
    { name: "daysFrom", sql: raw(from) },
    { name: "daysTo", sql: raw(to) },
  ],
  valueOf: ([first, last]) => dayNumber(String(last)) - dayNumber(String(first)),
});
