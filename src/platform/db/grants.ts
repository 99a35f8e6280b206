import { createConnection } from "mysql2/promise";
import type { AnyTable } from "./table.js";

/** As MySQL stores it: name and host. */
const USER = /^[\w-]{1,32}$/;

/**
 * What the server's own user may do, as statements in the database they are for: reading and adding everywhere, changing
 * and deleting in each table that is not append-only, and no DDL.
 */
export function serviceGrants(user: string, tables: readonly AnyTable[]): string[] {
  if (!USER.test(user)) throw new RangeError(`a database user's name, without its host: ${user}`);
  const account = `'${user}'@'%'`;
  const changing = tables.filter(({ appendOnly }) => appendOnly !== true);
  return [
    `grant select, insert on * to ${account}`,
    ...changing.map(({ name }) => `grant update, delete on ${name} to ${account}`),
  ];
}

/** Under an owner's URL with GRANT OPTION. */
export async function grantService(
  ownerUrl: string,
  user: string,
  tables: readonly AnyTable[],
): Promise<void> {
  const connection = await createConnection(ownerUrl);
  try {
    for (const statement of serviceGrants(user, tables)) await connection.query(statement);
  } finally {
    await connection.end();
  }
}
