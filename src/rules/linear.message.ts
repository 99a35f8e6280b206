import { parseScaled } from "../kernel/decimal.js";
import { text, type Language, type Text } from "../kernel/text.js";
import { TABLE_NAMES, formatByCode, indicator, type Figure, type Format } from "../forms/index.js";
import { bindRule, type BoundTerm } from "./linear.js";
import type { Fault, LinearRule, Place } from "./rule.js";

/** What of a fault is stored and makes its message. */
export type StoredFault = Pick<Fault, "rule" | "places" | "expected" | "actual" | "detail">;

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
  private readonly figures: readonly (Figure | undefined)[];

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

  /** Down a column the rows differ; along a row the columns do. */
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
