import type { Connection } from "mysql2/promise";

const ROWS_A_STATEMENT = 2_000;

/** Inserts rows by long statements of plain SQL: through the entities a million would take an hour. */
export async function insertRows(
  connection: Connection,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const properties = Object.keys(rows[0] ?? {});
  const insert = `insert into ${table} (${properties.map(columnOf).join(", ")}) values ?`;
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const some = rows.slice(at, at + ROWS_A_STATEMENT) as Record<string, unknown>[];
    await connection.query(insert, [some.map((row) => properties.map((property) => valueOf(row[property])))]);
  }
}

/** As the entities name them: unitPath is unit_path. */
const columnOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const valueOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Buffer.isBuffer(value) ? JSON.stringify(value) : value;
