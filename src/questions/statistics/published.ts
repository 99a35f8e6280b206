import type { Session } from "../../platform/db/index.js";
import { packedVersions, YearFigures } from "../compare/index.js";
import { indicator } from "../../forms/index.js";
import type { Tallied } from "../answer/index.js";
import { textOf, type Column, type LedgerDataSet, type PublishedTable } from "../../records/index.js";
import type { LedgerUnits } from "./ledger-units.js";
import type { StatisticsQuery } from "./statistics-query.js";

/** Dimensions by which a report is identified: unit and year. */
const OF_A_REPORT = ["UNIT", "DISTRICT", "CITY", "PROVINCE", "UNIT_KIND", "YEAR"];
/** Above this number of units, reading every report costs more than exact figures are worth. */
const MOST_UNITS = 2_000;

type Data = Pick<LedgerDataSet<string, string, never>, "published" | "dimensions">;
type Query = StatisticsQuery<string, object>;

/** The part of an answer that reports publish, down to 1s and 2s (表三、表四). */
export interface Published {
  readonly table: PublishedTable;
  /** By filter: true if it uses only columns of the table. */
  readonly tells: readonly boolean[];
  /** Of unit, year and the table's two dimensions. */
  readonly columns: readonly Column[];
}

/** The code of the cell that counts records with a table's two dimensions; null for any value. */
export type CellOf = (
  table: PublishedTable,
  first: string | null,
  second: string | null,
) => string | undefined;

export function publishedOf(data: Data, query: Query, { count }: LedgerUnits): Published | null {
  const table = data.published.find(({ basis }) => basis === query.basis);
  if (!table || count > MOST_UNITS) return null;
  const filters = ["years", ...table.filters];
  const isTold = (where: object | null): boolean =>
    Object.entries(where ?? {}).every(([name, value]) => value == null || filters.includes(name));
  const dimensions = [...OF_A_REPORT, ...table.dimensions];
  if (!isTold(query.where) || !query.dimensions.every((one) => dimensions.includes(one))) return null;
  const tells = query.filters.map(({ where, field }) => field === null && isTold(where));
  const read = ["UNIT", "YEAR", ...table.by];
  return { table, tells, columns: read.flatMap((one) => data.dimensions[one]?.columns(query.date) ?? []) };
}

/**
 * True for a group of records if the published report of their unit and year contains exactly this number. If the
 * ledger has changed since, its present number is not public.
 */
export async function publicRecords(
  session: Session,
  { table, cellOf }: Published & { readonly cellOf: CellOf },
  tallied: readonly Tallied[],
  units: LedgerUnits,
): Promise<(record: Tallied) => boolean> {
  const counts = new Map<string, number>();
  for (const record of tallied)
    counts.set(atomOf(table, record), (counts.get(atomOf(table, record)) ?? 0) + record.count);
  const rows = await units.rows();
  const years = [...new Set(tallied.map(({ columns }) => Number(columns["year"])))];
  const versions = await packedVersions(session, { units: rows, years, scope: "OWN", atLeast: "PUBLISHED" });
  const place = new Map(rows.map(({ id }, i) => [id, i]));
  const figures = new Map(
    [...versions].map(([year, ofYear]) => [year, new YearFigures(rows.map(({ path }) => ofYear.get(path)))]),
  );
  return (record) => {
    const { columns } = record;
    const [first = null, second = null] = valuesOf(table, record);
    const code = cellOf(table, first, second);
    const found = code === undefined ? undefined : indicator(code);
    const told =
      found &&
      figures.get(Number(columns["year"]))?.of(found).values[place.get(String(columns["unitId"])) ?? -1];
    return told === counts.get(atomOf(table, record));
  };
}

const valuesOf = ({ by }: PublishedTable, { columns }: Tallied): (string | null)[] =>
  by.map((_, i) => textOf(columns, COLUMNS[by[i] ?? ""] ?? ""));

/** The columns of the dimensions that tables three and four have. */
const COLUMNS: Readonly<Record<string, string>> = {
  APPLICANT_KIND: "applicantKind",
  OUTCOME: "outcome",
  ROUTE: "route",
  RULING: "ruling",
};

const atomOf = (table: PublishedTable, record: Tallied): string =>
  JSON.stringify([record.columns["unitId"], record.columns["year"], ...valuesOf(table, record)]);
