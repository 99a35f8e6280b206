import { mapInTurns } from "../../kernel/fair-queue.js";
import { text } from "../../kernel/text.js";
import {
  allOf,
  joinSql,
  raw,
  sql,
  type Session,
  type Sql,
  type TenantTable,
} from "../../platform/db/index.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import { PICKED_BELOW, type Tallied, type TalliedValue } from "../answer/index.js";
import type { Columns, Value, Column, LedgerField } from "../../records/index.js";

export interface GroupedRows {
  readonly table: TenantTable<{ unitId: string }>;
  readonly where: Sql;
  /** Columns to group by. */
  readonly columns: readonly Column[];
  /** Conditions on `r`, of filter 1 and on. */
  readonly filters: readonly Sql[];
  /** True if noise is needed: the statement then also reads r.cell_key. */
  readonly keyed: boolean;
}

type RawRow = Record<string, Value | null> & {
  readonly met: number;
  readonly many: number;
  readonly keySum?: number | string;
  readonly picked?: number | string;
};

/** Most combinations that are read: no answer shows more, and reading would block others. */
const MOST_COMBINATIONS = 100_000;

/** Number of records for each combination of columns and filters. One statement. */
export async function talliedRows(session: Session, rows: GroupedRows): Promise<Tallied[]> {
  const found = await read(session, rows, rows.columns);
  return mapInTurns(found, (row) => talliedOf(row, rows.columns));
}

/**
 * The same by the values of a field, of records with a value: distributions are computed from single cases. One
 * statement.
 */
export async function talliedValues(
  session: Session,
  rows: GroupedRows,
  field: LedgerField,
): Promise<TalliedValue[]> {
  const where = allOf([rows.where, ...field.columns.map((column) => sql`${column.sql} is not null`)]);
  const found = await read(session, { ...rows, where }, [...rows.columns, ...field.columns]);
  return mapInTurns(found, (row) => {
    const values = field.columns.map(({ name }) => row[name] ?? "");
    return { ...talliedOf(row, rows.columns), value: field.valueOf(values) };
  });
}

async function read(session: Session, rows: GroupedRows, all: readonly Column[]): Promise<RawRow[]> {
  const columns = [...new Map(all.map((column) => [column.name, column])).values()];
  const selected = columns.map(({ name, sql: column }) => sql`${column} as ${raw(name)}`);
  const groups = columns.flatMap(({ name, typed }) => [
    raw(`g.${name}`),
    ...(typed ? [raw(`hex(g.${name})`)] : []),
  ]);
  const found = await session.query<RawRow>(
    sql`select ${raw([...columns.map(({ name }) => `g.${name}`), "g.met"].join(", "))}, count(*) as many${rows.keyed ? KEYS : NONE} from (
          select ${joinSql([...selected, sql`${bitsOf(rows.filters)} as met`, ...(rows.keyed ? [raw("coalesce(r.cell_key, 0) as cellKey")] : [])], ", ")}
          from ${session.fromCounted(rows.table, "r")} where ${rows.where}) g
        group by ${joinSql([...groups, raw("g.met")], ", ")}
        limit ${MOST_COMBINATIONS + 1}`,
  );
  if (found.length > MOST_COMBINATIONS) throw tooMany(columns);
  return found;
}

const KEYS = raw(
  `, sum(g.cellKey) as keySum, sum(case when g.cellKey < ${PICKED_BELOW} then 1 else 0 end) as picked`,
);
const NONE = raw("");

/** Filter 0 is met by every record, so bit 0 is always set. */
const bitsOf = (filters: readonly Sql[]): Sql =>
  joinSql(
    [
      raw("1"),
      ...filters.map((condition, i) => sql`case when ${condition} then ${raw(String(2 << i))} else 0 end`),
    ],
    " + ",
  );

function talliedOf(row: RawRow, columns: readonly Column[]): Tallied {
  const values: Columns = Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
  const tallied = { columns: values, met: Number(row.met), count: Number(row.many) };
  if (row.keySum === undefined) return tallied;
  return { ...tallied, noise: { sum: Number(row.keySum), picked: Number(row.picked), part: () => "" } };
}

const tooMany = (columns: readonly Column[]): TooComplex => {
  const names = columns.map(({ name }) => name).join(" × ");
  return new TooComplex(
    text(
      `${names} 的组合超过 ${MOST_COMBINATIONS} 种，请缩小范围或减少维度`,
      `More than ${MOST_COMBINATIONS} combinations of ${names}: ask for less, or by fewer dimensions`,
    ),
    { limit: MOST_COMBINATIONS },
  );
};
