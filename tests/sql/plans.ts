import mysql, { type Connection, type RowDataPacket } from "mysql2";
import { setUp } from "../../src/platform/db/mysql-session.js";
import type { Collected, Plans, Statement } from "./files.js";

/** Few rows are read whole whatever index there is. */
const GROWN = 5_000;

/** Tables whose rows are as many as settings, forms or unfinished work, however long a server runs. */
const STAY_SMALL = [
  "disclosure_catalogue",
  "district_settings",
  "filing_deadlines",
  "installation_facts",
  "peer_groups",
  "recheck_marks",
  "reckoning_terms",
  "schema_migrations",
];

/** One table of a plan. */
interface Step {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly rows: number | null;
}

export interface Explained {
  readonly plans: Plans;
  /** What reads the whole of a table that grows: `request.sql requestFiles: information_requests`. */
  readonly scans: readonly string[];
}

/** How MariaDB would run each statement if every table were large. */
export async function explained(url: string, files: Collected): Promise<Explained> {
  const connection = mysql.createConnection(url);
  try {
    await setUp(connection, "mariadb", { statementSeconds: null, lockWaitSeconds: 10 });
    await grow(connection);
    return await explainAll(connection, files);
  } finally {
    connection.end();
  }
}

async function rowsOf<Row>(connection: Connection, text: string, parameters: readonly unknown[] = []) {
  const [rows] = await connection.promise().query<RowDataPacket[]>(text, [...parameters]);
  return rows as Row[];
}

/** Copies of every row, each with ids, codes and paths of its own, that refer to each other as the first ones do. */
async function grow(connection: Connection): Promise<void> {
  const columns = await rowsOf<{ name: string; home: string; type: string; lone: number }>(
    connection,
    `select c.table_name as home, c.column_name as name, c.column_type as type, exists (
       select 1 from information_schema.statistics s where s.table_schema = c.table_schema and s.table_name = c.table_name
         and s.column_name = c.column_name and s.non_unique = 0 and 1 = (
         select count(*) from information_schema.statistics t where t.table_schema = s.table_schema
           and t.table_name = s.table_name and t.index_name = s.index_name)) as lone
     from information_schema.columns c where c.table_schema = database()`,
  );
  await rowsOf(connection, "set foreign_key_checks = 0");
  for (const table of new Set(columns.map(({ home }) => home))) {
    const own = columns.filter(({ home }) => home === table);
    const [{ count } = { count: 0 }] = await rowsOf<{ count: number }>(
      connection,
      `select count(*) as count from ${table}`,
    );
    if (count > 0 && !STAY_SMALL.includes(table)) {
      const names = own.map(({ name }) => name).join(", ");
      const values = own.map((column) => copied(column)).join(", ");
      const copies = `(select seq as copy from seq_1_to_${Math.ceil(GROWN / count)}) copies`;
      await rowsOf(connection, `insert into ${table} (${names}) select ${values} from ${table}, ${copies}`);
    }
    // Every page is counted, so that the plans are the same each time.
    await rowsOf(connection, `alter table ${table} stats_persistent = 1, stats_sample_pages = 65535`);
    await rowsOf(connection, `analyze table ${table}`);
  }
}

function copied({ name, type, lone }: { name: string; type: string; lone: number }): string {
  if (lone === 1 && type.startsWith("int")) return `${name} + copy * 10000`;
  if (/(^|_)path$/.test(name)) return `concat('copy', copy, '/', ${name})`;
  if (!/(^|_)id$|^account$/.test(name) && lone !== 1) return name;
  const length = /^(?:var)?char\((\d+)\)/.exec(type)?.[1];
  return length === undefined ? name : `left(md5(concat(${name}, copy)), ${Math.min(Number(length), 16)})`;
}

async function explainAll(connection: Connection, files: Collected): Promise<Explained> {
  const columns = await indexedColumns(connection);
  const plans = new Map<Statement, string>();
  const scans = new Set<string>();
  for (const [file, statements] of files)
    for (const statement of statements.filter(({ text }) => EXPLAINED.test(text))) {
      const steps = await planOf(connection, statement);
      plans.set(statement, [...new Set(steps.map((step) => words(step, columns)))].join(", "));
      for (const { table } of steps.filter(scansWhole))
        scans.add(`${[file, statement.by].filter(Boolean).join(" ")}: ${table}`);
    }
  return { plans, scans: [...scans].sort() };
}

const EXPLAINED = /^(select|update|delete|with)\b/i;
const TRIED = 20;

/** The plan is no plan where a row is asked for by its key and is not there: then that of another time is taken. */
async function planOf(connection: Connection, { sent }: Statement): Promise<Step[]> {
  let steps: Step[] = [];
  for (const { text: given, parameters } of sent.slice(0, TRIED)) {
    const { text, tables } = unfenced(given);
    const found = await rowsOf<Step>(connection, `explain ${text}`, parameters);
    steps = found.map((step) => ({ ...step, table: (step.table && tables.get(step.table)) ?? step.table }));
    if (steps.every(({ table }) => table !== null)) break;
  }
  return steps;
}

const scansWhole = ({ table, type, rows }: Step): boolean =>
  (type === "ALL" || type === "index") &&
  Number(rows) > GROWN / 2 &&
  !table?.startsWith("<") &&
  !STAY_SMALL.includes(table ?? "");

/** Tables and the columns of the index, and nothing that changes with a row more or less. */
function words({ table, type, key }: Step, columns: ReadonlyMap<string, string>): string {
  if (table === null) return "reads nothing";
  if (table.startsWith("<")) return "what was gathered";
  const by = (key ?? "").split(",").map((name) => columns.get(`${table}.${name}`) ?? name);
  return `${table} ${type?.toLowerCase() ?? ""}${key === null ? "" : ` (${by.join(") (")})`}`;
}

async function indexedColumns(connection: Connection): Promise<Map<string, string>> {
  const rows = await rowsOf<{ name: string; columns: string }>(
    connection,
    `select concat(table_name, '.', index_name) as name, group_concat(column_name order by seq_in_index separator ', ')
       as columns from information_schema.statistics where table_schema = database() group by table_name, index_name`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** A plan names aliases, and each fenced table has the same one: here it is told apart, and the table of each alias. */
function unfenced(text: string): { text: string; tables: Map<string, string> } {
  let apart = text;
  for (const [start, table] of fences(text)) {
    const inside = apart.indexOf(start);
    const end = closing(apart, inside);
    const renamed = apart.slice(inside, end).replace(/\bs\b(?!')/g, `${table}_s`);
    apart = apart.slice(0, inside) + renamed + apart.slice(end);
  }
  const plain = apart.replace(/[`"]/g, "");
  const named = plain.matchAll(
    /\b(?:from|join|update)\s+(\w+)(?:\s+(?:as\s+)?(?!set|where|on|left|join|order|group)(\w+))?/gi,
  );
  return { text: apart, tables: new Map([...named].map(([, table = "", alias = table]) => [alias, table])) };
}

const fences = (text: string): [string, string][] =>
  [...text.matchAll(/\(select s\.\* from (\w+) s\b/g)].map(([start, table = ""]) => [start, table]);

function closing(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")" && --depth === 0) return i;
  }
  return text.length;
}
