import { describe, expect, it } from "vitest";
import { setUp, type MysqlConnection, type ServerKind } from "./mysql-session.js";

const LIMITS = { statementSeconds: 30, lockWaitSeconds: 2 };

/** A server that accepts settings, except those that a proxy in front of it drops. */
function serverThat(swallows: RegExp | null): MysqlConnection {
  const kept = new Map(Object.entries({ sql_mode: "NO_BACKSLASH_ESCAPES", time_zone: "SYSTEM" }));
  const set = (name: string, value: string): void => {
    if (!swallows?.test(name)) kept.set(name, value);
  };
  const said = (text: string): void => {
    for (const [, name = "", quoted, bare] of text.matchAll(/(\w+) = (?:'([^']*)'|(\d+))/g))
      set(name, quoted ?? bare ?? "");
    if (text.startsWith("set names"))
      for (const name of ["character_set_client", "character_set_results"]) set(name, "utf8mb4");
    if (text.startsWith("set names")) set("collation_connection", "utf8mb4_bin");
    if (text.includes("isolation level"))
      for (const prefix of ["tx", "transaction"]) {
        set(`${prefix}_isolation`, "READ-COMMITTED");
        set(`${prefix}_read_only`, "OFF");
      }
  };
  const query = (text: string): Promise<[unknown, unknown]> => {
    said(text);
    const rows = [...kept].map(([Variable_name, Value]) => ({ Variable_name, Value }));
    return Promise.resolve([text.startsWith("show") ? rows : [], []]);
  };
  return { promise: () => ({ query }), destroy: () => undefined };
}

describe.each<ServerKind>(["mariadb", "mysql"])("D2 a connection to %s", (kind) => {
  it("is set up whatever the server's own configuration", async () => {
    await expect(setUp(serverThat(null), kind, LIMITS)).resolves.toBeUndefined();
  });

  it.each(["sql_mode", "time_zone", "collation_connection", "isolation", "innodb_lock_wait_timeout"])(
    "is refused where it does not keep its %s",
    async (name) => {
      const refused = setUp(serverThat(new RegExp(name)), kind, LIMITS);
      await expect(refused).rejects.toThrow(/does not keep/);
    },
  );
});
