import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { text } from "../../kernel/text.js";
import { faultOf } from "./faults.js";
import type { SqliteHandle } from "./sqlite-connections.js";

const SUFFIX = "-server";

/** Another server uses this file: the two would count budgets and running operations separately. */
export class AlreadyServed extends Error {
  override readonly name = "AlreadyServed";
}

/**
 * Ensures that one server alone uses a SQLite file; commands of the operator may run beside it. The lock is the
 * operating system's, on a file next to the database, so that it ends with the process. Returns a function that
 * releases the lock.
 */
export function holdAlone(url: string): () => void {
  if (!url.startsWith("sqlite:") || url === "sqlite::memory:") return () => undefined;
  const named = url.slice("sqlite:".length);
  // Resolves links, so that one file has one name.
  const file = existsSync(named) ? realpathSync(named) : named;
  const Sqlite = createRequire(import.meta.url)("libsql") as new (file: string) => SqliteHandle;
  const lock = new Sqlite(file + SUFFIX);
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (faultOf(error) !== "LOCKED") throw error;
    const { zh, en } = text(
      `已有一个服务器在使用数据库文件 ${file}；SQLite 只供一个服务器使用，请先停止它，或改用 MySQL / MariaDB`,
      `another server is using the database file ${file}; SQLite serves one server alone: stop that one, or use MySQL or MariaDB`,
    );
    throw new AlreadyServed(`${zh} · ${en}`);
  }
  return () => lock.close();
}
