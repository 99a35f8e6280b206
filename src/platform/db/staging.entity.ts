import { Column, Entity, PrimaryColumn, type ObjectLiteral } from "typeorm";
import { raw, sql, type Sql } from "./sql.js";
import { sharedTable, type TenantTable } from "./table.js";

/**
 * Rows that are entered by many transactions and appear by one: while its staging is in this table, a row is there for
 * the unit of work of that staging alone. Deleting the one row here makes all of them visible at once.
 */
@Entity("stagings")
export class StagingRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

export const STAGINGS = sharedTable("stagings", StagingRow, { machinery: true });

/** Condition that a row of a staged table has appeared, or is of this unit of work's own staging. */
export function appeared(alias: string, own: string | null): Sql {
  const staging = raw(`${alias}.staging`);
  const mine = own === null ? raw("") : sql` or ${staging} = ${own}`;
  return sql`(${staging} is null${mine} or ${staging} not in (select id from stagings))`;
}

/** The table with rows that have not appeared: for checks that a key is free, which they must see. */
export const withStaged = <E extends ObjectLiteral>(table: TenantTable<E>): TenantTable<E> => ({
  ...table,
  staged: false,
});
