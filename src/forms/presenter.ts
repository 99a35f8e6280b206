import { ALL_INDICATORS, anyIndicator, FORMATS, formatIndicators, formatOf } from "./catalog.js";
import type { Format, CellValues, IndicatorSource, TableKey, Figures } from "./format.js";
import type { IndicatorType, ReportFormatType } from "./indicator.types.js";
import { showCellValue } from "./values.js";

const presented = new Map<string, IndicatorType>();

/** Presents an existing code. */
export function presentIndicator(code: string): IndicatorType {
  const known = presented.get(code);
  if (known) return known;
  const found = anyIndicator(code);
  if (!found) throw new Error(`no indicator ${code}`);
  const { label, labelEn, unit, formats, formula, derived, source } = found;
  const { zh: description = null, en: descriptionEn = null } = found.description ?? {};
  const texts = { label, labelEn, formula, description, descriptionEn };
  const fresh: IndicatorType = { code, unit, formats, derived, source, ...texts };
  presented.set(code, fresh);
  return fresh;
}

const presentFormat = (format: Format): ReportFormatType => ({
  code: format.code,
  documentNumber: format.documentNumber,
  name: format.name,
  firstYear: format.firstYear,
  lastYear: format.lastYear,
  indicators: formatIndicators(format).map((found) => presentIndicator(found.code)),
});

export const presentedIndicators = (source: IndicatorSource | null): readonly IndicatorType[] =>
  ALL_INDICATORS.filter((one) => source === null || one.source === source).map(({ code }) =>
    presentIndicator(code),
  );

export const PRESENTED_FORMATS: readonly ReportFormatType[] = FORMATS.map(presentFormat);

const byCode = new Map(PRESENTED_FORMATS.map((format) => [format.code, format]));

export const presentFormatOf = (code: string): ReportFormatType =>
  byCode.get(code) ?? presentFormat(formatOf(code));

/** Value of a field of a typed table. */
type Show<Shown = object | string | number | null> = (values: CellValues) => Shown;

const SEPARATOR = ".";

/** Every code of either form below one table, so that a row the year's form lacks is there with nulls. */
const codesOf = (table: TableKey): readonly string[] => [
  ...new Set(FORMATS.flatMap((f) => f.cells.filter((cell) => cell.table === table).map((cell) => cell.code))),
];

/** Positions of cells are looked up once, not for each report. */
const SHOWS: ReadonlyMap<Format, Readonly<Record<TableKey, Show<object>>>> = new Map(
  FORMATS.map((format) => {
    const table = (key: TableKey): Show<object> => group(format, codesOf(key), 1);
    return [
      format,
      { proactive: table("proactive"), requests: table("requests"), remedies: table("remedies") },
    ];
  }),
);

/** The object whose fields are the codes' parts at `depth`. */
function group(format: Format, codes: readonly string[], depth: number): Show<object> {
  const partOf = (code: string): string => code.split(SEPARATOR)[depth] ?? "";
  const fields = [...new Set(codes.map(partOf))].map((name): readonly [string, Show] => {
    const below = codes.filter((code) => partOf(code) === name);
    const [first = ""] = below;
    const isCell = first.split(SEPARATOR).length === depth + 1;
    return [name, isCell ? cell(format, first) : group(format, below, depth + 1)];
  });
  return (values) => {
    const object: Record<string, unknown> = {};
    for (const [name, show] of fields) object[name] = show(values);
    return object;
  };
}

function cell(format: Format, code: string): Show {
  const found = format.cells[format.position(code) ?? -1];
  if (!found) return () => null;
  const { position, kind } = found;
  if (kind !== "decimal") return (values) => values[position] ?? null;
  return (values) => {
    const value = values[position] ?? null;
    return value === null ? null : showCellValue(found, value);
  };
}

/** The table as the nested object of its GraphQL type. */
export function presentTable(table: TableKey, { format, values }: Figures): object {
  const shows = SHOWS.get(format);
  if (!shows) throw new Error(`no tables of the form ${format.code}`);
  return shows[table](values);
}
