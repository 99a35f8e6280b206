import { formatScaled } from "../src/kernel/decimal.js";
import { indicator } from "../src/forms/index.js";
import { decode, formOf, READERS, type Results, type UnitRow, type VersionRow } from "./floor-answers.js";
import { NATION, RECEIVED, type NationalKey } from "./national-cases.js";

interface SumRow {
  readonly path: string;
  readonly year: number;
  readonly format: string;
  readonly filed: number;
  readonly packed: Uint8Array;
}

/** What the real server answers to the national questions beyond a district's, made by hand out of the same rows. */
export const NATIONAL_ANSWERS: Readonly<
  Record<Exclude<NationalKey, "oneYear" | "fiveYears">, (results: Results) => object>
> = { province, nation, percentile };

const YEAR = 2024;

/** The column of one indicator in the units' order, and its values in order. */
function columnOf(units: readonly UnitRow[], versions: readonly unknown[]) {
  const found = new Map(
    (versions as VersionRow[]).filter(({ year }) => year === YEAR).map((version) => [version.path, version]),
  );
  const column = units.map(({ path }) => {
    const version = found.get(path);
    if (!version) return null;
    const form = formOf(version.format);
    return decode(version.cells, form.cells.length)[form.position(RECEIVED) ?? -1] ?? null;
  });
  const sorted = Float64Array.from(column.filter((value) => value !== null)).sort();
  return { column, sorted };
}

function ranksOf(column: readonly (number | null)[], sorted: Float64Array): (number | null)[] {
  const rankOf = new Map<number, number>();
  for (let i = 0; i < sorted.length; i++) rankOf.set(sorted[i] ?? 0, sorted.length - i);
  return column.map((value) => (value === null ? null : (rankOf.get(value) ?? null)));
}

function province(results: Results): object {
  const units = (results[2] ?? []) as UnitRow[];
  const { column, sorted } = columnOf(units, results[3] ?? []);
  const ranks = ranksOf(column, sorted);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  const total = formatScaled(
    column.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    0,
  );
  const rows = units.map(({ code, name, path }, i) => ({
    code,
    name,
    path,
    value: column[i],
    rank: ranks[i],
  }));
  rows.sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.path < b.path ? -1 : 1));
  return {
    compareReports: {
      columns: [{ year: YEAR, reported: sorted.length, total, median: (low + high) / 2 }],
      rows: rows.map(({ code, name, value, rank }) => ({
        unit: { code, name },
        values: [value],
        ranks: [rank],
      })),
    },
  };
}

/** After the session come five looks at the tree, of which the last has the peers, the settings and two times versions. */
function percentile(results: Results): object {
  const [asked] = (results[3] ?? []) as UnitRow[];
  const peers = ((results[5] ?? []) as UnitRow[]).filter(({ kind }) => kind === "TOWN");
  const { column, sorted } = columnOf(peers, results[7] ?? []);
  const value = column[peers.findIndex(({ code }) => code === asked?.code)] ?? 0;
  const less = sorted.filter((other) => other < value).length;
  const equal = sorted.filter((other) => other === value).length - 1;
  const rankedPeers = sorted.length - 1;
  const row = {
    unit: { code: asked?.code },
    value,
    rank: sorted.length - less - equal,
    percentile: (less + equal / 2) / rankedPeers,
    rankedPeers,
  };
  return { rankReports: { rows: [row] } };
}

/** Packed like a report where no cell is blank, see packing-sums.ts. */
function nation([, sums, provinces]: Results): object {
  const byPath = new Map((provinces as UnitRow[]).map((unit) => [unit.path, unit]));
  const rows = (sums as SumRow[]).map((row) => {
    const values = decode(row.packed, formOf(row.format).cells.length);
    const figures = NATION.codes.map((code) => {
      const value = READERS.get(code)?.get(row.format)?.(values) ?? null;
      return value && value / 10 ** (indicator(code)?.scale ?? 0);
    });
    const unit = byPath.get(row.path);
    return { unit, year: row.year, values: [...figures, row.filed] };
  });
  rows.sort((a, b) =>
    (a.unit?.path ?? "") < (b.unit?.path ?? "") ? -1 : a.unit === b.unit ? a.year - b.year : 1,
  );
  return {
    areaSums: {
      measures: [
        ...NATION.codes.map((name) => ({ name, unit: indicator(name)?.unit })),
        { name: "reports", unit: "份" },
      ],
      rows: rows.map(({ unit, year, values }) => ({
        keys: [unit?.code, String(year)],
        labels: [unit?.name, `${year}年`],
        values,
      })),
    },
  };
}
