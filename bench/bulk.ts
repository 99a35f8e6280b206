import type { Connection } from "mysql2/promise";
import { getMetadataArgsStorage, type EntityTarget, type ObjectLiteral } from "typeorm";

const ROWS_A_STATEMENT = 2_000;

interface Column {
  readonly property: string;
  readonly name: string;
  readonly json: boolean;
}

/** Inserts rows of a table by long statements of plain SQL: through the entities half a million would take minutes. */
export async function insertRows<Row extends ObjectLiteral>(
  connection: Connection,
  { name, entity }: { readonly name: string; readonly entity: EntityTarget<Row> },
  rows: readonly Row[],
): Promise<void> {
  const columns = columnsOf(entity as object);
  const insert = `insert into ${name} (${columns.map((column) => column.name).join(", ")}) values ?`;
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const some = rows.slice(at, at + ROWS_A_STATEMENT);
    await connection.query(insert, [some.map((row) => columns.map((column) => valueOf(row, column)))]);
  }
}

const columnsOf = (entity: object): Column[] =>
  getMetadataArgsStorage()
    .columns.filter(({ target }) => target === entity)
    .map(({ propertyName, options: { name, type } }) => ({
      property: propertyName,
      name: name ?? propertyName,
      json: type === "simple-json",
    }));

const valueOf = (row: ObjectLiteral, { property, json }: Column): unknown => {
  const value: unknown = row[property];
  return json && value !== null ? JSON.stringify(value) : value;
};
