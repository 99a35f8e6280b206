import { fold } from "../kernel/fold.js";
import { raw, sql, withinReach, type Sql } from "../platform/db/index.js";
import type { TenantScope } from "../kernel/tenant-scope.js";

/** Rows of a ledger: read by whoever may read the unit's ledgers, counted by more, written by whoever works for it. */
export const LEDGER_ROWS = {
  readable: (scope: TenantScope, alias: string): Sql => withinReach(scope.ledgers, alias),
  writable: (scope: TenantScope) => scope.writable,
  countable: (scope: TenantScope, alias: string): Sql => withinReach(scope.counted, alias),
};

/** For records with a number: the key by which the number is found, however it is typed. */
export const numberKey = ({ number }: { readonly number?: string | undefined }): { numberKey?: string } =>
  number === undefined ? {} : { numberKey: fold(number) };

/** Condition that a date lies in a year, as a range, so that an index is used. */
export const inYear = (column: string, year: number): Sql =>
  sql`${raw(column)} >= ${`${year}-01-01`} and ${raw(column)} <= ${`${year}-12-31`}`;

/** Condition that a date is missing or after a day. */
export const notBy = (column: string, lastDay: string): Sql =>
  sql`(${raw(column)} is null or ${raw(column)} > ${lastDay})`;

export const firstDayOf = (year: number): string => `${year}-01-01`;
export const lastDayOf = (year: number): string => `${year}-12-31`;
