import { formatScaled, parseScaled } from "../kernel/decimal.js";
import type { Language } from "../kernel/text.js";
import { TABLE_NAMES, indicator, type TableKey } from "../forms/index.js";
import type { FaultDetail, Place } from "./rule.js";

export const word = (detail: FaultDetail, key: string): string => String(detail[key] ?? "");

export const listed = (detail: FaultDetail, key: string): readonly string[] => {
  const value = detail[key];
  return typeof value === "object" ? value : [];
};

const MOST_NAMED = 10;

/** A list of names in one line, the first ten of many. */
export const some = (detail: FaultDetail, key: string, comma: string): string => {
  const names = listed(detail, key);
  return names.slice(0, MOST_NAMED).join(comma) + (names.length > MOST_NAMED ? " …" : "");
};

/** Exactly, as both are decimals of at most six places. */
export const difference = (expected: string | null, actual: string | null): string => {
  const scaled = (value: string | null): number => parseScaled(value ?? "0", 6) ?? 0;
  return formatScaled(Math.abs(scaled(expected) - scaled(actual)), 6);
};

export const unsure = (detail: FaultDetail, language: Language): string =>
  detail.missing
    ? { zh: "；有成员缺报，尚不能确定", en: "; members are missing, so this is uncertain" }[language]
    : "";

export const tableKey = (places: readonly Place[]): TableKey | "" =>
  indicator(places[0]?.code ?? "")?.table ?? "";

export const tableOf = (places: readonly Place[], language: Language): string => {
  const table = tableKey(places);
  return table && TABLE_NAMES[table][language];
};

/** 表二 行政处罚 本年处理决定数量 */
const fullName = (code: string, language: Language): string => {
  const figure = indicator(code);
  return figure ? `${TABLE_NAMES[figure.table][language]} ${cellName(code, language)}` : code;
};

const cellName = (code: string, language: Language): string => {
  const figure = indicator(code);
  return figure ? `${figure.rowName[language]} ${figure.columnName[language]}` : code;
};

const SAMPLE = 5;

export const sample = (places: readonly Place[], language: Language): string => {
  const names = places.slice(0, SAMPLE).map(({ code }) => cellName(code, language));
  const rest = places.length > SAMPLE ? { zh: " 等", en: " and others" }[language] : "";
  return names.join({ zh: "；", en: "; " }[language]) + rest;
};

/** Every place with its value; with its year where there are two years. */
export const valued = (places: readonly Place[], language: Language): string => {
  const manyYears = new Set(places.map(({ year }) => year)).size > 1;
  return places
    .map(({ code, year, value, computed }) => {
      const when = manyYears ? { zh: `${year}年 `, en: `${year} ` }[language] : "";
      const how = computed ? { zh: "（自动合计）", en: " (computed)" }[language] : "";
      return `${when}${fullName(code, language)} ${value ?? { zh: "空白", en: "blank" }[language]}${how}`;
    })
    .join({ zh: "；", en: "; " }[language]);
};
