import { formatScaled, parseScaled } from "../kernel/decimal.js";
import { type Language, text, type Text } from "../kernel/text.js";
import {
  type Cell,
  type FormIndicator,
  TABLE_NAMES,
  indicator,
  type TableKey,
  formatByCode,
  type Format,
} from "../forms/index.js";
import type { FaultDetail, Place, Fault, LinearRule } from "./rule.js";
import { bindRule, type BoundTerm } from "./engine.js";

export const detailText = (detail: FaultDetail, key: string): string => String(detail[key] ?? "");

export const detailList = (detail: FaultDetail, key: string): readonly string[] => {
  const value = detail[key];
  return typeof value === "object" ? value : [];
};

const MOST_NAMED = 10;

/** The first ten names of a list, on one line. */
export const firstNames = (detail: FaultDetail, key: string, comma: string): string => {
  const names = detailList(detail, key);
  return names.slice(0, MOST_NAMED).join(comma) + (names.length > MOST_NAMED ? " …" : "");
};

/** The exact difference of two decimals of at most six places. */
export const difference = (expected: string | null, actual: string | null): string => {
  const scaled = (value: string | null): number => parseScaled(value ?? "0", 6) ?? 0;
  return formatScaled(Math.abs(scaled(expected) - scaled(actual)), 6);
};

export const uncertaintyNote = (detail: FaultDetail, language: Language): string =>
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

export const firstCells = (places: readonly Place[], language: Language): string => {
  const names = places.slice(0, SAMPLE).map(({ code }) => cellName(code, language));
  const rest = places.length > SAMPLE ? { zh: " 等", en: " and others" }[language] : "";
  return names.join({ zh: "；", en: "; " }[language]) + rest;
};

/** Every cell with its value, and with its year if there are two years. */
export const cellsWithValues = (places: readonly Place[], language: Language): string => {
  const manyYears = new Set(places.map(({ year }) => year)).size > 1;
  return places
    .map(({ code, year, value, computed }) => {
      const when = manyYears ? { zh: `${year}年 `, en: `${year} ` }[language] : "";
      const how = computed ? { zh: "（自动合计）", en: " (computed)" }[language] : "";
      return `${when}${fullName(code, language)} ${value ?? { zh: "空白", en: "blank" }[language]}${how}`;
    })
    .join({ zh: "；", en: "; " }[language]);
};

/** The stored part of a fault, from which its message is made. */
export type StoredFault = Pick<Fault, "rule" | "places" | "expected" | "actual" | "detail" | "said">;

/** 表三 自然人列：一、本年新收 12 + 二、上年结转 0 = 12，而 三（七）总计 10 + 四、结转下年度 1 = 11，相差 1 */
export function linearMessage(rule: LinearRule, fault: StoredFault): Text {
  const format = formatByCode(String(fault.detail.format));
  const at = String(fault.detail.at);
  if (!format || fault.places.length === 0) return rule.title;
  const sentence = new Sentence(rule, format, at, fault);
  return text(sentence.in("zh"), sentence.in("en"));
}

const WORDS = {
  zh: {
    blank: "空白",
    nothing: "各列之和 0",
    lastYear: (year: number) => `上年（${year}年）`,
    column: (name: string) => `${name}列`,
    colon: "：",
    computed: "（自动合计）",
    differs: (left: string, right: string, by: number) => `${left}，而 ${right}，相差 ${by}`,
    exceeds: (left: string, right: string, by: number) => `${left}，不应大于 ${right}，超出 ${by}`,
    negative: (right: string) => `${right}，不应小于 0`,
  },
  en: {
    blank: "blank",
    nothing: "the sum of the columns is 0",
    lastYear: (year: number) => `last year's (${year}) `,
    column: (name: string) => `column ${name}`,
    colon: ": ",
    computed: " (computed)",
    differs: (left: string, right: string, by: number) => `${left}, but ${right}; difference ${by}`,
    exceeds: (left: string, right: string, by: number) => `${left} should not exceed ${right}; over by ${by}`,
    negative: (right: string) => `${right} should not be below 0`,
  },
} as const;

/** One language's wording of a linear fault. The stored places are in the order of the rule's cells, left first. */
class Sentence {
  private readonly figures: readonly (Cell | FormIndicator | undefined)[];

  constructor(
    private readonly rule: LinearRule,
    private readonly format: Format,
    private readonly at: string,
    private readonly fault: StoredFault,
  ) {
    this.figures = fault.places.map(
      ({ code }) => format.cells[format.position(code) ?? -1] ?? indicator(code),
    );
  }

  in(language: Language): string {
    const words = WORDS[language];
    const bound = bindRule(this.rule, this.format, this.at);
    const leftCount = bound.left.reduce((sum, { codes }) => sum + codes.length, 0);
    const left = this.side(language, bound.left, 0, this.fault.expected);
    const right = this.side(language, bound.right, leftCount, this.fault.actual);
    const by = Math.abs(toNumber(this.fault.expected) - toNumber(this.fault.actual));
    const head = this.head(language) + words.colon;
    if (bound.left.length === 0) return head + words.negative(right);
    return head + (this.rule.op === "=" ? words.differs(left, right, by) : words.exceeds(left, right, by));
  }

  private head(language: Language): string {
    const figure = this.figures.at(-1);
    if (!figure) return this.at;
    const table = TABLE_NAMES[figure.table][language];
    const place = this.byColumn
      ? WORDS[language].column(figure.columnName[language])
      : figure.rowName[language];
    return `${table} ${place}`;
  }

  private side(language: Language, terms: readonly BoundTerm[], from: number, sum: string | null): string {
    let next = from;
    const shown = terms.flatMap(({ term, codes }) => {
      const start = next;
      next += codes.length;
      const places = this.fault.places.slice(start, next);
      if (term.as) return [`+ ${term.as[language]} ${sum ?? ""}`];
      const sign = term.minus ? "−" : "+";
      return places
        .map((place, i) => ({ place, name: this.name(language, start + i, term.lastYear) }))
        .filter(({ place }) => codes.length === 1 || toNumber(place.value) !== 0)
        .map(({ place, name }) => `${sign} ${name} ${shownValue(place, language)}`);
    });
    if (shown.length === 0) return WORDS[language].nothing;
    const joined = shown.join(" ").replace(/^\+ /, "");
    return shown.length > 1 ? `${joined} = ${sum}` : joined;
  }

  /** Names a cell by what differs: the row along a column, the column along a row. */
  private name(language: Language, index: number, lastYear: true | undefined): string {
    const figure = this.figures[index];
    const place: Place | undefined = this.fault.places[index];
    const name = (this.byColumn ? figure?.rowName : figure?.columnName)?.[language] ?? place?.code ?? "";
    return lastYear && place ? WORDS[language].lastYear(place.year) + name : name;
  }

  private get byColumn(): boolean {
    return this.rule.forEach === "column";
  }
}

const shownValue = ({ value, computed }: Place, language: Language): string =>
  (value ?? WORDS[language].blank) + (computed ? WORDS[language].computed : "");

const toNumber = (value: string | null): number => parseScaled(value ?? "0", 0) ?? 0;
