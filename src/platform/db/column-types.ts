/** The column types of our schema on each kind of server, limited to those that behave alike on both. */
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
  /** The text after the closing bracket of `create table`. */
  tail: string;
}

/**
 * Comparison by bytes, known to MariaDB, MySQL, TiDB and OceanBase. Texts that people consider equal are matched by a
 * folded column of ours.
 */
export const CHARACTERS = "character set utf8mb4 collate utf8mb4_bin";

export const MYSQL: ColumnTypes = {
  key: (n) => `varchar(${n})`,
  id: `char(16)`,
  string: (n) => `varchar(${n})`,
  text: "mediumtext",
  bytes: "blob",
  int: "int",
  bool: "tinyint(1)",
  date: `char(10)`,
  instant: `char(24)`,
  tail: `engine=InnoDB default ${CHARACTERS}`,
};

export const SQLITE: ColumnTypes = {
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
