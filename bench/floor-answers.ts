import { formatScaled } from "../src/kernel/decimal.js";
import { FORMATS, indicator, type Format, type Indicator } from "../src/forms/index.js";
import { DERIVED } from "../src/forms/api.js";
import { COMPARED, TABLES, type CellTree, type Compared } from "./cases.js";
import type { CaseKey } from "./case.js";
import { activity, derivedReport, dueList } from "./floor-ledgers.js";

type Value = number | null;
type Values = readonly Value[];

export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly path: string;
}

export interface VersionRow {
  readonly path: string;
  readonly year: number;
  readonly status: string;
  readonly format: string;
  readonly cells: Uint8Array;
}

interface ReportRow {
  readonly unitId: string;
  readonly status: string;
  readonly format: string;
  readonly packed: Uint8Array;
}

/** The rows of each statement, in the order of the statements: after the session come the unit, its units, the rest. */
export type Results = readonly (readonly unknown[])[];

/** What the real server answers to each case, made by hand out of the same rows. */
export const ANSWERS: Readonly<Record<CaseKey, (results: Results, revision: number) => object>> = {
  oneYear: (results) => comparison(COMPARED.oneYear, results),
  fiveYears: (results) => comparison(COMPARED.fiveYears, results),
  wholeReports,
  deriveReport: derivedReport,
  dueList,
  activity,
};

const FORMS = new Map(FORMATS.map((format) => [format.code, format]));

export function formOf(code: string): Format {
  const form = FORMS.get(code);
  if (!form) throw new Error(`no form ${code}`);
  return form;
}

/** catalog/packing.ts says what stands where; without its checks, and for reports without blanks. */
export function decode(bytes: Uint8Array, count: number): number[] {
  const values = new Array<number>(count).fill(0);
  let at = 2 + ((count + 7) >> 3);
  for (let i = 0; i < count; i++) {
    if ((((bytes[2 + (i >> 3)] ?? 0) >> (i & 7)) & 1) === 0) continue;
    let byte = bytes[at++] ?? 0;
    let value = (byte & 127) >> 1;
    const negative = (byte & 1) === 1;
    for (let weight = 64; byte >= 128; weight *= 128) {
      byte = bytes[at++] ?? 0;
      value += (byte & 127) * weight;
    }
    values[i] = negative ? -value - 1 : value;
  }
  return values;
}

function comparison({ years, codes }: Compared, [, , units, versions]: Results): object {
  const rows = (units as UnitRow[]).map(({ code, name }) => ({
    unit: { code, name },
    values: [] as Value[],
  }));
  const found = new Map((versions as VersionRow[]).map((v) => [`${v.year} ${v.path}`, v]));
  const columns: object[] = [];
  const coverage: object[] = [];
  for (const year of years) {
    const ofYear = (units as UnitRow[]).map(({ path }) => found.get(`${year} ${path}`));
    const reports = ofYear.map((v) => v && decode(v.cells, formOf(v.format).cells.length));
    for (const code of codes) {
      const known = indicator(code);
      const read = READERS.get(code);
      if (!known || !read) throw new Error(`no indicator ${code}`);
      const column = ofYear.map((v, i) => (v ? (read.get(v.format)?.(reports[i] ?? []) ?? null) : null));
      columns.push(columnOf(known, year, column));
      column.forEach((value, i) => rows[i]?.values.push(value && value / 10 ** known.scale));
    }
    coverage.push(coverageOf(year, units as UnitRow[], ofYear));
  }
  return { compareReports: { columns, rows, coverage } };
}

function columnOf({ code, label, unit, scale, kind }: Indicator, year: number, column: Values): object {
  const sorted = Float64Array.from(column.filter((value) => value !== null)).sort();
  const reported = sorted.length;
  const sum = column.reduce<number>((total, value) => total + (value ?? 0), 0);
  const shown = (value: number | undefined): Value => (value === undefined ? null : value / 10 ** scale);
  const [low = 0, high = 0] = [sorted[(reported - 1) >> 1], sorted[reported >> 1]];
  return {
    indicator: { code, label, unit },
    year,
    reported,
    total: kind === "ratio" || reported === 0 ? null : formatScaled(sum, scale),
    mean: reported === 0 ? null : sum / reported / 10 ** scale,
    median: reported === 0 ? null : shown((low + high) / 2),
    minimum: shown(sorted[0]),
    maximum: shown(sorted[reported - 1]),
  };
}

function coverageOf(
  year: number,
  units: readonly UnitRow[],
  versions: readonly (VersionRow | undefined)[],
): object {
  const included = versions.filter((version) => version !== undefined);
  return {
    year,
    expected: units.length,
    included: included.length,
    missing: units.filter((_, i) => !versions[i]).map(({ code }) => ({ code })),
    provisional: units
      .filter((_, i) => versions[i] && versions[i].status !== "PUBLISHED")
      .map(({ code }) => ({ code })),
    formats: [...new Set(included.map(({ format }) => format))].sort(),
  };
}

type Read = (values: readonly number[]) => Value;

/** By indicator and form. */
export const READERS = new Map(
  Object.values(COMPARED)
    .flatMap(({ codes }) => codes)
    .map((code) => [code, new Map(FORMATS.map((form) => [form.code, readerOf(form, code)]))]),
);

function readerOf(form: Format, code: string): Read {
  const position = form.position(code);
  if (position !== undefined) return (values) => values[position] ?? null;
  const spec = DERIVED.find((derived) => derived.code === code);
  if (!spec) return () => null;
  const top = sumOf(form, spec.of);
  const bottom = spec.over && sumOf(form, spec.over);
  if (!bottom) return top;
  return (values) => {
    const [numerator, denominator] = [top(values), bottom(values)];
    return numerator !== null && denominator !== null && denominator > 0 ? numerator / denominator : null;
  };
}

function sumOf(
  form: Format,
  { plus, minus = [] }: { plus: readonly string[]; minus?: readonly string[] },
): Read {
  const at = (codes: readonly string[]) => codes.map((c) => form.position(c)).filter((p) => p !== undefined);
  const [added, taken] = [at(plus), at(minus)];
  return (values) => {
    let sum = 0;
    for (const position of added) sum += values[position] ?? 0;
    for (const position of taken) sum -= values[position] ?? 0;
    return added.length === 0 ? null : sum;
  };
}

function wholeReports([, , units, , reports]: Results): object {
  const found = new Map((reports as ReportRow[]).map((report) => [report.unitId, report]));
  const nodes = (units as UnitRow[]).map(({ id, code, name }) => {
    const report = found.get(id);
    return { code, name, report: report ? wholeReport(report) : null };
  });
  return { units: { nodes } };
}

function wholeReport({ status, format, packed }: ReportRow): object {
  const form = formOf(format);
  return { status, ...WRITERS.get(format)?.(decode(packed, form.cells.length)) };
}

type Write = (values: readonly number[]) => object;

const WRITERS = new Map(FORMATS.map((form) => [form.code, writerOf(form, TABLES)]));

/** Closures over positions: no code is looked up, and no path split, while a request waits. */
function writerOf(form: Format, tree: CellTree): Write {
  const fields = Object.entries(tree).map(([name, below]) => ({
    name,
    write: typeof below === "string" ? leafOf(form, below) : writerOf(form, below),
  }));
  return (values) => {
    const object: Record<string, unknown> = {};
    for (const { name, write } of fields) object[name] = write(values);
    return object;
  };
}

function leafOf(form: Format, code: string): (values: readonly number[]) => string | Value {
  const position = form.position(code);
  if (position === undefined) return () => null;
  const scale = form.cells[position]?.scale ?? 0;
  return (values) => (scale === 0 ? (values[position] ?? null) : formatScaled(values[position] ?? 0, scale));
}
