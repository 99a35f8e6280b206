import { formatScaled, parseScaled, type Scaled } from "../kernel/decimal.js";
import { text, type Text } from "../kernel/text.js";
import type { Figure, CellValues, Format } from "./format.js";

/** Largest number in a cell, in whole units: the limit of the API's Int. */
export const MAX_CELL = 2_147_483_647;

const SHAPE = /^([+-]?)\d{1,40}(?:\.(\d{1,40}))?$/;

type Fault = "notANumber" | "negative" | "fractional" | "tooManyDecimals" | "overLimit";

const PROBLEMS: Readonly<Record<Fault, Text>> = {
  notANumber: text("不是数字", "is not a number"),
  negative: text("不能为负数", "must not be negative"),
  fractional: text("必须是整数，不能有小数", "must be a whole number"),
  tooManyDecimals: text("最多六位小数", "takes at most six decimals"),
  overLimit: text(`超出上限 ${MAX_CELL}`, `exceeds the limit of ${MAX_CELL}`),
};

/** Reads the text of a cell; the problem names the cell and never repeats the text. */
export function readCellValue(cell: Figure, raw: string): { value: Scaled } | { problem: Text } {
  const result = read(cell, raw);
  if (typeof result === "number") return { value: result };
  const { zh, en } = PROBLEMS[result];
  return { problem: text(`${cell.label}：${zh}`, `${cell.labelEn}: ${en}`) };
}

function read(cell: Figure, raw: string): Scaled | Fault {
  const match = SHAPE.exec(raw);
  if (!match) return "notANumber";
  const [, sign, fraction = ""] = match;
  if (sign === "+" && cell.kind !== "integer") return "notANumber";
  if (sign === "-" && cell.kind !== "integer" && /[1-9]/.test(raw)) return "negative";
  const decimals = fraction.replace(/0+$/, "").length;
  if (decimals > cell.scale) return cell.scale === 0 ? "fractional" : "tooManyDecimals";
  const plain = raw.replace(/^([+-]?)0+(?=\d)/, "$1").replace("+", "");
  const [whole = "", rest = ""] = plain.split(".");
  const value = parseScaled(decimals > 0 ? `${whole}.${rest.slice(0, decimals)}` : whole, cell.scale);
  return value === null || Math.abs(value) > MAX_CELL * 10 ** cell.scale ? "overLimit" : value;
}

/** The shortest exact decimal of a stored value: 1_500_000 of 万元 is "1.5". */
export const showCellValue = (figure: Pick<Figure, "scale">, value: Scaled): string =>
  formatScaled(value, figure.scale);

export interface Completed {
  readonly values: (Scaled | null)[];
  /** Positions of computed totals; given totals are not included. */
  readonly computed: ReadonlySet<number>;
}

/**
 * Fills the totals that were not given. The cells of a form come in an order in which every part stands before its
 * total but the parts' own totals, which stand earlier still, so one pass is enough: 总计 of each result row is ready
 * when （七）总计 of the 总计 column sums them. A blank part counts as 0; a total of blanks alone stays blank.
 *
 * （七）总计 · 总计 is the sum of the results' totals and never of the （七） row: if someone gave a wrong number
 * in that row, T3.ROW_TOTAL then shows it.
 */
export function completeTotals(format: Format, given: CellValues): Completed {
  const values = format.cells.map((cell) => given[cell.position] ?? null);
  const computed = new Set<number>();
  for (const { position, parts } of format.cells) {
    if (parts.length === 0 || values[position] !== null) continue;
    const known = parts
      .map((code) => values[format.position(code) ?? -1] ?? null)
      .filter((value) => value !== null);
    if (known.length === 0) continue;
    values[position] = known.reduce((sum, value) => sum + value, 0);
    computed.add(position);
  }
  return { values, computed };
}
