import { escaped, widthOf, XML } from "../sheet.js";

/** A cell or a range of a sheet: `D5`, `B3:B9`. */
export interface Reference {
  readonly sheet: string;
  readonly cells: string;
}

export interface SheetCell {
  readonly at: string;
  readonly style: number;
  readonly text?: string;
  /** An exact decimal; null is a blank. */
  readonly number?: string | null;
  /** The cell shows what this comes to; `number` or `text` is the result known now. */
  readonly formula?: string;
}

export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly cells: readonly SheetCell[];
  readonly merged: readonly string[];
  readonly landscape: boolean;
}

/** Places in cellXfs of SHEET_STYLES. */
export const STYLE = { plain: 0, title: 1, head: 2, label: 3, figure: 4, deviating: 5, text: 6 } as const;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const font = (size: number, more = ""): string =>
  `<font>${more.includes("<b/>") ? "<b/>" : ""}<sz val="${size}"/>${more.replace("<b/>", "")}<name val="宋体"/></font>`;
const edge = (side: string): string => `<${side} style="thin"><color auto="1"/></${side}>`;
const xf = (fontId: number, border: number, alignment: string): string =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment} wrapText="1"/></xf>`;
const CENTRE = 'horizontal="center" vertical="center"';

export const SHEET_STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  `<fonts count="4">${font(11)}${font(14, "<b/>")}${font(10)}${font(10, '<b/><color rgb="FFC00000"/>')}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(edge).join("")}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `${xf(1, 0, CENTRE)}${xf(2, 1, CENTRE)}${xf(2, 1, 'vertical="center"')}${xf(2, 1, CENTRE)}${xf(3, 1, CENTRE)}`,
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");

/** A sheet that prints on A4, as wide as a page. */
export function* sheetXml({ widths, cells, merged, landscape }: Sheet, selected: boolean): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0"/></sheetViews>`;
  yield `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width.toFixed(2)}" customWidth="1"/>`).join("")}</cols>`;
  yield "<sheetData>";
  const spans = spansOf(merged);
  for (const [row, inRow] of byRows(cells)) {
    const height = Math.max(...inRow.map((cell) => heightOf(cell, widths, spans)));
    yield `<row r="${row}" ht="${height}" customHeight="1">${[...inRow].sort(inOrder).map(cellXml).join("")}</row>`;
  }
  yield "</sheetData>";
  if (merged.length > 0)
    yield `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  yield '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.3"/>';
  yield `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

interface Span {
  readonly columns: number;
  readonly rows: number;
}

function spansOf(merged: readonly string[]): ReadonlyMap<string, Span> {
  return new Map(
    merged.map((range) => {
      const [from = "", to = ""] = range.split(":");
      const columns = columnIndex(to) - columnIndex(from) + 1;
      return [from, { columns, rows: rowOf({ at: to }) - rowOf({ at: from }) + 1 }];
    }),
  );
}

const LINE_HEIGHT = 13.5;
const MOST_HEIGHT = 409;

/** Programs set no height of their own for merged cells, and LibreOffice for none: in points, by the text's width. */
function heightOf(
  { at, text = "", style }: SheetCell,
  widths: readonly number[],
  spans: ReadonlyMap<string, Span>,
) {
  const { columns, rows } = spans.get(at) ?? { columns: 1, rows: 1 };
  if (rows > 1) return LINE_HEIGHT + 4;
  const first = columnIndex(at);
  const width = widths.slice(first, first + columns).reduce((sum, one) => sum + one, 0) - 1;
  const lines = Math.max(1, Math.ceil((widthOf(text) * 1.05) / Math.max(width, 2)));
  return Math.min(MOST_HEIGHT, lines * LINE_HEIGHT + (style === STYLE.title ? 12 : 4));
}

/** The place of a cell's column, the first being 0. */
export const columnIndex = (cell: string): number =>
  [...cell.replace(/\d+/, "")].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const rowOf = ({ at }: Pick<SheetCell, "at">): number => Number(/\d+$/.exec(at)?.[0]);
const columnOf = ({ at }: SheetCell): string => at.replace(/\d+$/, "").padStart(3);
const inOrder = (a: SheetCell, b: SheetCell): number => (columnOf(a) < columnOf(b) ? -1 : 1);

function byRows(cells: readonly SheetCell[]): [number, SheetCell[]][] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) rows.set(rowOf(cell), [...(rows.get(rowOf(cell)) ?? []), cell]);
  return [...rows].sort(([a], [b]) => a - b);
}

function cellXml({ at, style, text, number, formula }: SheetCell): string {
  const place = `<c r="${at}" s="${style}"`;
  if (formula !== undefined) {
    const known = number ?? null;
    return known === null
      ? `${place} t="str"><f>${escaped(formula)}</f><v>${escaped(text ?? "")}</v></c>`
      : `${place}><f>${escaped(formula)}</f><v>${known}</v></c>`;
  }
  if (number !== undefined) return number === null ? `${place}/>` : `${place}><v>${number}</v></c>`;
  if (text === undefined || text === "") return `${place}/>`;
  return `${place} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}
