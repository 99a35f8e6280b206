import { text } from "../../kernel/text.js";
import type { Place } from "../../reading/index.js";
import { isFigure, isNumber } from "./figure-text.js";
import type { Findings } from "./findings.js";
import {
  APPLICANT_KEYS,
  columnsOfRow,
  groupNamed,
  PROACTIVE_COLUMNS,
  PROACTIVE_ROWS,
  REMEDY_CODES,
  requestRow,
  UNDIVIDED_ROW,
  type Group,
} from "./form-labels.js";

import { bare, labelKey } from "./labels.js";
import type { Item } from "./lines.js";
import { shortRow, takeFigure } from "./take-figure.js";

interface Token {
  readonly text: string;
  readonly place: Place;
}

/** Cells of a table that became lines: one a line, or several with `|`, tabs or blanks between them. */
function tokensOf(items: readonly Item[]): Token[] {
  return items.flatMap((item) => {
    if (item.kind !== "line") return [];
    const parts = item.text.split(/[|｜\t]| {2,}|\u3000/).map((part) => part.trim());
    const cells = parts.flatMap((part) => {
      const words = part.split(/\s+/);
      return words.length > 1 && words.slice(1).every(isFigure) ? words : [part];
    });
    return cells.filter((cell) => cell !== "").map((cell) => ({ text: cell, place: item.place }));
  });
}

/** A row's label and the figures behind it, until the next label. */
interface LineRow {
  readonly row: string;
  readonly place: Place;
  readonly figures: Token[];
}

const LONGEST_LABEL = 4;

/** Joins tokens to labels, and gathers the figures behind each. A label may have been cut into several lines. */
function rowsAmong(tokens: readonly Token[], named: (label: string) => string | null): LineRow[] {
  const rows: LineRow[] = [];
  let waiting: Token[] = [];
  for (const token of tokens) {
    if (isFigure(token.text) && labelKey(token.text) !== "无") {
      rows.at(-1)?.figures.push(token);
      waiting = [];
      continue;
    }
    waiting = [...waiting, token].slice(-LONGEST_LABEL);
    const row = waiting
      .map((_, from) =>
        named(
          waiting
            .slice(-(from + 1))
            .map((one) => one.text)
            .join(""),
        ),
      )
      .find((found) => found !== null);
    if (row === undefined || row === null) continue;
    // The second half of a label that was already named does not start a new row.
    if (rows.at(-1)?.row === row && rows.at(-1)?.figures.length === 0) continue;
    rows.push({ row, place: token.place, figures: [] });
    waiting = [];
  }
  return rows;
}

/** Table 三 out of lines. */
export function readRequestLines(items: readonly Item[], findings: Findings): void {
  let group: Group | null = null;
  const named = (label: string): string | null => {
    const found = groupNamed(label);
    if (found) {
      group = found;
      return found.isRow ? UNDIVIDED_ROW : null;
    }
    return requestRow(label, group)?.value ?? null;
  };
  for (const { row, figures, place } of rowsAmong(tokensOf(items), named)) {
    if (figures.length === 0) continue;
    const columns = figures.length > APPLICANT_KEYS.length ? null : shortRow(figures.length);
    take(findings, row, totalFirst(figures, columns), place);
  }
}

/** Some flattened headers put 总计 first; the figures tell, because the total is their sum. */
function totalFirst(figures: readonly Token[], columns: readonly string[] | null): Taken {
  const numbers = figures.map(({ text: printed }) => Number(bare(printed).replaceAll(",", "")) || 0);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const isWhole = columns?.length === APPLICANT_KEYS.length;
  const isLast = sum(numbers.slice(0, -1)) === numbers.at(-1);
  if (isWhole && !isLast && sum(numbers.slice(1)) === numbers[0])
    return { figures, columns: [APPLICANT_KEYS.at(-1) ?? "", ...APPLICANT_KEYS.slice(0, -1)] };
  return { figures, columns };
}

/** Table 二 out of lines: the headings since the last row tell which form's columns follow. */
export function readProactiveLines(items: readonly Item[], findings: Findings): void {
  const tokens = tokensOf(items);
  const heads = new Set(tokens.flatMap((token) => PROACTIVE_COLUMNS.exact(token.text) ?? []));
  const named = (label: string): string | null =>
    labelKey(label).length > 30 ? null : (PROACTIVE_ROWS.find(label)?.value ?? null);
  for (const { row, figures, place } of rowsAmong(tokens, named)) {
    if (figures.length === 0) continue;
    const layouts = columnsOfRow(row).filter(({ length }) => length === figures.length);
    const columns = layouts.find((layout) => layout.some((key) => heads.has(key))) ?? layouts[0] ?? null;
    take(findings, row, { figures, columns }, place);
  }
}

/** Table 四 out of lines: fifteen figures in the order of the form. */
export function readRemedyLines(items: readonly Item[], findings: Findings): void {
  const figures = tokensOf(items).filter((token) => isFigure(token.text));
  if (figures.length !== REMEDY_CODES.length) {
    if (figures.some((token) => isNumber(token.text)))
      notUnderstood(findings, figures, figures[0]?.place ?? null);
    return;
  }
  for (const [i, { text: printed, place }] of figures.entries()) {
    const [row, column] = REMEDY_CODES[i] ?? ["", ""];
    takeFigure(findings, { row, column, printed, place, certainty: "LIKELY" });
  }
  guessed(findings, figures, figures[0]?.place ?? null);
}

interface Taken {
  readonly figures: readonly Token[];
  readonly columns: readonly string[] | null;
}

function take(findings: Findings, row: string, { figures, columns }: Taken, place: Place): void {
  if (columns === null) return notUnderstood(findings, figures, place);
  for (const [i, { text: printed, place: at }] of figures.entries())
    takeFigure(findings, { row, column: columns[i] ?? "", printed, place: at, certainty: "LIKELY" });
  if (columns.length < APPLICANT_KEYS.length && row.startsWith("requests."))
    guessed(findings, figures, place);
}

const shown = (figures: readonly Token[]): string => figures.map((token) => token.text).join(" ");

function guessed(findings: Findings, figures: readonly Token[], place: Place | null): void {
  findings.doubt(
    "GUESSED_BY_POSITION",
    text(
      "表格已成文字，按数的先后推定各列，请核对",
      "The table has become text; the columns were guessed by the order of the figures: please compare",
    ),
    place,
    shown(figures),
  );
}

function notUnderstood(findings: Findings, figures: readonly Token[], place: Place | null): void {
  findings.doubt(
    "ROW_NOT_UNDERSTOOD",
    text("这些数与表的各列对不上，未取用", "These figures do not fit the columns and were not taken"),
    place,
    shown(figures),
  );
}

const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/(?:行政)?规范性文件/, "proactive.normativeDocuments"],
  [/规章/, "proactive.regulations"],
  [/行政许可/, "proactive.licences"],
  [/行政处罚/, "proactive.penalties"],
  [/行政强制/, "proactive.coercions"],
  [/行政事业性收费/, "proactive.fees"],
];
const STATED: readonly (readonly [column: string, RegExp])[] = [
  ["issued", /(?:制发|制定|出台)[^\d，。；]{0,12}?(\d[\d,]*)/],
  ["repealed", /废止[^\d，。；]{0,12}?(\d[\d,]*)/],
  ["inForce", /现行有效[^\d，。；]{0,12}?(\d[\d,]*)/],
  ["decisions", /(?:处理决定|决定|办理|作出|实施)[^\d，。；]{0,12}?(\d[\d,]*)/],
  ["amount", /(?:收费|金额|收取)[^\d，。；]{0,12}?(\d[\d,]*(?:\.\d+)?(?:万元|元))/],
];

/** Table 二 told in sentences: each sentence is about the subject that it names. */
export function readProactiveSentences(items: readonly Item[], findings: Findings): void {
  for (const item of items) {
    if (item.kind !== "line") continue;
    for (const sentence of bare(item.text).split(/[。;；]/)) {
      const subject = SUBJECTS.find(([words]) => words.test(sentence))?.[1];
      if (!subject) continue;
      for (const [column, words] of STATED) {
        const printed = words.exec(sentence)?.[1];
        if (printed !== undefined)
          takeFigure(findings, { row: subject, column, printed, place: item.place, certainty: "DOUBTFUL" });
      }
    }
  }
}
