import type { Sql, TenantTable } from "../platform/db/index.js";

/**
 * How the records of one ledger count in an annual report, as data. A phase is one way of counting in a year
 * (received, decided ...); a cell of the report names phases and the values of dimensions. The report's count of a cell
 * and its list of records are both made from this, so that they cannot differ.
 */
export interface LedgerFeed {
  /** The name of the ledger in the registry. */
  readonly ledger: string;
  readonly table: TenantTable<{ unitId: string }>;
  /** The date column by which a cell's records are listed. */
  readonly since: string;
  /** The condition on `r` under which a record shows that its unit keeps this ledger in a year. */
  readonly kept: (year: number) => Sql;
  /** One or two columns by which a cell picks its records. */
  readonly dimensions: readonly [first: string, second: string | null];
  /** The condition on `r` under which a record counts in a year in that way. */
  readonly phases: Readonly<Record<string, (year: number) => Sql>>;
  /** The column of decimals that is summed; null: each record counts 1. */
  readonly quantity: string | null;
}
