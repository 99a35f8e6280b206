import { text } from "../../kernel/text.js";
import type { Place } from "../../reading/index.js";
import { readFigure } from "./figure-text.js";
import type { Findings } from "./findings.js";
import { APPLICANT_KEYS, cellOf } from "./form-labels.js";
import type { Certainty } from "./labels.js";

/** The columns of a row whose blanks were dropped: 自然人 and 总计, or 总计 alone. */
export const shortRow = (count: number): readonly string[] | null => {
  if (count >= APPLICANT_KEYS.length) return APPLICANT_KEYS;
  if (count === 2) return ["naturalPerson", "total"];
  return count === 1 ? ["total"] : null;
};

export interface PrintedFigure {
  readonly row: string;
  readonly column: string;
  readonly printed: string;
  readonly place: Place;
  readonly certainty: Certainty;
}

/** Reads one figure of the form, and tells what is strange about it. */
export function takeFigure(
  findings: Findings,
  { row, column, printed, place, certainty }: PrintedFigure,
): void {
  const cell = cellOf(row, column);
  if (!cell) return;
  const read = readFigure(printed, cell);
  if (!read)
    return findings.doubt(
      "VALUE_NOT_UNDERSTOOD",
      text(`${cell.label}：不是可以取用的数`, `${cell.labelEn}: not a figure that can be taken`),
      place,
      printed,
    );
  if (read.isMark)
    findings.doubt(
      "BLANK_MARK",
      text(
        `${cell.label}：以符号代替数字，按空白处理`,
        `${cell.labelEn}: a sign instead of a figure is taken for a blank`,
      ),
      place,
      printed,
    );
  if (read.isConverted)
    findings.doubt(
      "CONVERTED",
      text(
        `${cell.label}：原文以元为单位，已折算为万元`,
        `${cell.labelEn}: printed in yuan, converted to 10,000 yuan`,
      ),
      place,
      printed,
    );
  findings.cell({ code: cell.code, value: read.value, text: printed, place, certainty });
}
