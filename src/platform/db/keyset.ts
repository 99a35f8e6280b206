import { allOf, anyOf, joinSql, raw, sql, type Sql } from "./sql.js";

interface Reading {
  readonly size: number;
  readonly backwards: boolean;
}

interface Keyset {
  /** The rows on the far side of the key. */
  readonly beyond: Sql;
  /** `order by ... limit ...`: one row more than the page holds. */
  readonly tail: Sql;
  /** What stands behind `order by`. */
  readonly order: Sql;
}

/**
 * How a page of a list is read that is ordered by columns, all of them in one direction, which together tell rows apart.
 * `key`: the values of these columns in the row next to the page, null at the end of the list. Read backwards, the rows
 * come in the opposite order.
 */
export function keyset(
  columns: readonly string[],
  direction: "asc" | "desc",
  { size, backwards }: Reading,
  key: readonly (string | number)[] | null,
): Keyset {
  const ascending = (direction === "asc") !== backwards;
  const further = raw(ascending ? ">" : "<");
  const order = raw(columns.map((column) => `${column} ${ascending ? "asc" : "desc"}`).join(", "));
  const equal = (column: string, i: number): Sql => sql`${raw(column)} = ${key?.[i]}`;
  const cases = columns.map((column, i) =>
    allOf([...columns.slice(0, i).map(equal), sql`${raw(column)} ${further} ${key?.[i]}`]),
  );
  return {
    beyond: key === null ? raw("1=1") : anyOf(cases),
    tail: joinSql([raw("order by "), order, sql` limit ${size + 1}`], ""),
    order,
  };
}
