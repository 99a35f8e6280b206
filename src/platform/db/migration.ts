import type { MigrationInterface, QueryRunner } from "typeorm";

/** The column types of our schema on each kind of server: kept to what both do exactly alike. */
export interface ColumnTypes {
  /** An opaque random id, or another short ASCII key of at most n characters; compared byte by byte. */
  key(n: number): string;
  id: string;
  string(n: number): string;
  text: string;
  bytes: string;
  int: string;
  bool: string;
  date: string;
  /** An RFC 3339 instant in UTC with milliseconds, so that text order is time order. */
  instant: string;
  /** What follows the closing bracket of `create table`. */
  tail: string;
}

const ASCII = "character set ascii collate ascii_bin";

const MYSQL: ColumnTypes = {
  key: (n) => `varchar(${n}) ${ASCII}`,
  id: `char(16) ${ASCII}`,
  string: (n) => `varchar(${n})`,
  text: "mediumtext",
  bytes: "blob",
  int: "int",
  bool: "tinyint(1)",
  date: `char(10) ${ASCII}`,
  instant: `char(24) ${ASCII}`,
  tail: "engine=InnoDB default character set utf8mb4 collate utf8mb4_unicode_520_ci",
};

const SQLITE: ColumnTypes = {
  key: (n) => `varchar(${n})`,
  id: "char(16)",
  string: (n) => `varchar(${n})`,
  text: "text",
  bytes: "blob",
  int: "integer",
  bool: "boolean",
  date: "char(10)",
  instant: "char(24)",
  tail: "",
};

export type MigrationClass = new () => MigrationInterface;

/**
 * One DDL statement, written so that it can run again (`if not exists`): MariaDB commits each DDL at once, so a
 * migration of two statements could stop half-way and never be finished.
 */
export function migration(
  number: number,
  title: string,
  statement: (types: ColumnTypes) => string,
): MigrationClass {
  return class implements MigrationInterface {
    // TypeORM orders by the 13 digits at the end of the name.
    name = `${title}${String(number).padStart(13, "0")}`;
    transaction = false;

    async up(runner: QueryRunner): Promise<void> {
      const sqlite = runner.connection.options.type === "better-sqlite3";
      await runner.query(statement(sqlite ? SQLITE : MYSQL));
    }

    down(): Promise<void> {
      return Promise.reject(new Error("restore a backup instead: migrations only go forward"));
    }
  };
}
