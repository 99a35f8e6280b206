import type { QueryRunner } from "typeorm";
import { chained, NOTHING_YET, type Content, type Head, type Links } from "../src/history/index.js";
import { dateInShanghai } from "../src/kernel/calendar-date.js";
import { inTransaction } from "./in-transaction.js";

type Row = Readonly<Record<string, unknown>>;
type Told = Omit<Content, "unitId" | "seq" | "at" | "actorId" | "actor" | "role" | "requestId" | "copyOf">;

/** A table of events of before, and what its rows say. */
interface Source {
  readonly table: string;
  /** By which events of one instant stand in order; empty where only their ids do. */
  readonly order: string;
  readonly tell: (row: Row, day: string) => Told;
}

const json = (value: unknown): string | null =>
  value === null || Object.keys(value as object).length === 0 ? null : JSON.stringify(value);
const textOf = (value: unknown): string | null => (value === null ? null : (value as string));

const REPORT_OPERATIONS: Readonly<Record<string, string>> = {
  save: "saveReport",
  submit: "submitReport",
  return: "returnReport",
  approve: "approveReport",
  publish: "publishReport",
  revise: "reviseReport",
};

const DISCLOSURE_OPERATIONS: Readonly<Record<string, string>> = {
  register: "registerDisclosure",
  import: "importDisclosures",
  amend: "amendDisclosure",
  return: "returnDisclosure",
  publish: "publishDisclosure",
  repeal: "repealDocument",
  withdraw: "withdrawDisclosure",
};

const ACCOUNT_OPERATIONS: Readonly<Record<string, string>> = {
  SIGNED_IN: "signIn",
  SIGN_IN_FAILED: "signInFailed",
  LOCKED_OUT: "lockedOut",
  USER_CREATED: "createUser",
  USER_RENAMED: "renameUser",
  USER_DISABLED: "disableUser",
  USER_ENABLED: "enableUser",
  PASSWORD_CHANGED: "changePassword",
  PASSWORD_RESET: "resetPassword",
  ROLE_GRANTED: "grantRole",
  ROLE_REVOKED: "revokeRole",
  SETTING_CHANGED: "changeSetting",
};

const named = (names: Readonly<Record<string, string>>, name: unknown): string =>
  names[String(name)] ?? String(name);

const ledger = (table: string, subjectType: string, id: string): Source => ({
  table,
  order: "revision",
  tell: (row) => ({
    onDate: String(row["on_date"]),
    operation: row["action"] === "dissolveUnit" ? "handOver" : String(row["action"]),
    ...{ readers: "LEDGERS", subjectType, subjectId: String(row[id]), revision: Number(row["revision"]) },
    ...{ changes: null, reason: textOf(row["note"]) },
    details: typeof row["details"] === "string" ? json(JSON.parse(row["details"])) : null,
  }),
});

function reportEvent(row: Row, day: string): Told {
  const [from, to] = [textOf(row["from_status"]), textOf(row["to_status"])];
  const cells = JSON.parse(String(row["cells"])) as string[];
  return {
    onDate: day,
    operation: named(REPORT_OPERATIONS, row["action"]),
    ...{ readers: "WORKING", subjectType: "AnnualReport", subjectId: String(row["report_id"]) },
    revision: Number(row["revision"]),
    changes: to === null ? null : json({ status: [from, to] }),
    reason: textOf(row["reason"]),
    details: json({
      ...(cells.length > 0 && { cells }),
      ...(row["due_on"] !== null && { dueOn: row["due_on"] }),
      ...(Boolean(row["same_person"]) && { samePerson: true }),
    }),
  };
}

/** `key: before → after` */
const SETTING = /^([\w.]+): (.*) → (.*)$/s;

function accountEvent(row: Row, day: string): Told {
  const said = textOf(row["detail"]);
  const [, key, before, after] = row["kind"] === "SETTING_CHANGED" ? (SETTING.exec(said ?? "") ?? []) : [];
  const known = ["login", "role", "place", "address"].filter((field) => row[field] != null);
  return {
    onDate: day,
    operation: named(ACCOUNT_OPERATIONS, row["kind"]),
    readers: row["kind"] === "SETTING_CHANGED" ? "SETTINGS" : "ACCOUNTS",
    subjectType: row["kind"] === "SETTING_CHANGED" ? "Setting" : "User",
    subjectId: row["kind"] === "SETTING_CHANGED" ? (key ?? null) : textOf(row["user_id"]),
    revision: null,
    changes: key ? json({ [key]: [before, after] }) : null,
    reason: null,
    details: json({
      ...Object.fromEntries(known.map((field) => [field, row[field]])),
      ...(said !== null && !key && { detail: said }),
    }),
  };
}

/** In this order where two were written at one instant. */
const SOURCES: readonly Source[] = [
  {
    table: "unit_events",
    order: "revision",
    tell: (row) => ({
      onDate: String(row["on_date"]),
      operation: String(row["action"]),
      ...{ readers: "PUBLIC", subjectType: "Unit", subjectId: String(row["unit_id"]) },
      revision: Number(row["revision"]),
      changes: json(JSON.parse(String(row["details"]))),
      ...{ reason: textOf(row["reason"]), details: null },
    }),
  },
  { table: "account_events", order: "", tell: accountEvent },
  ledger("request_events", "InformationRequest", "request_id"),
  ledger("remedy_events", "Remedy", "remedy_id"),
  ledger("proposal_events", "Proposal", "proposal_id"),
  {
    table: "disclosure_events",
    order: "revision",
    tell: (row, day) => ({
      onDate: day,
      operation: named(DISCLOSURE_OPERATIONS, row["action"]),
      ...{ readers: "WORKING", subjectType: "Disclosure", subjectId: String(row["disclosure_id"]) },
      revision: Number(row["revision"]),
      ...{ changes: null, reason: textOf(row["note"]), details: null },
    }),
  },
  { table: "report_events", order: "revision", tell: reportEvent },
];

/** Where an event stands among those of its unit. */
interface Key {
  readonly unitId: string;
  readonly at: string;
  readonly source: number;
  readonly revision: number;
  readonly id: string;
}

const UNITS_AT_ONCE = 60;
const ROWS_AT_ONCE = 400;

/**
 * All events of before, each unit's in the order in which they were written. What a run that was broken off has moved is
 * counted by the head, and passed over: order and links come out the same.
 */
export async function moveEvents(runner: QueryRunner): Promise<void> {
  const sources = await presentSources(runner);
  const units = await unitsOf(runner, sources);
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const keys = await keysOf(runner, sources, units.slice(from, from + UNITS_AT_ONCE));
    for (const [unitId, own] of keys) await moveUnitsEvents(runner, unitId, own);
  }
}

async function presentSources(runner: QueryRunner): Promise<readonly (readonly [number, Source])[]> {
  const present: (readonly [number, Source])[] = [];
  for (const [i, source] of SOURCES.entries())
    if (await runner.hasTable(source.table)) present.push([i, source]);
  return present;
}

type Present = Awaited<ReturnType<typeof presentSources>>;

async function unitsOf(runner: QueryRunner, sources: Present): Promise<string[]> {
  const ids = new Set<string>();
  for (const [, { table }] of sources) {
    const rows = (await runner.query(`select distinct unit_id as id from ${table}`)) as { id: string }[];
    for (const { id } of rows) ids.add(id);
  }
  return [...ids].sort();
}

async function keysOf(runner: QueryRunner, sources: Present, units: string[]): Promise<Map<string, Key[]>> {
  const keys = new Map<string, Key[]>(units.map((id) => [id, []]));
  for (const [source, { table, order }] of sources) {
    const rows = (await runner.query(
      `select unit_id as unitId, at, ${order || "0"} as revision, id from ${table}
       where unit_id in (${units.map(() => "?").join(", ")})`,
      units,
    )) as Omit<Key, "source">[];
    for (const row of rows) keys.get(row.unitId)?.push({ ...row, revision: Number(row.revision), source });
  }
  for (const own of keys.values()) own.sort(byTime);
  return keys;
}

const byTime = (a: Key, b: Key): number =>
  compare(a.at, b.at) || a.source - b.source || a.revision - b.revision || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function moveUnitsEvents(runner: QueryRunner, unitId: string, keys: readonly Key[]): Promise<void> {
  let head = await headOf(runner, unitId);
  while (head.seq < keys.length) {
    const next = keys.slice(head.seq, head.seq + ROWS_AT_ONCE);
    const contents = await contentsOf(runner, unitId, next);
    const entries = chained(head, contents);
    const before = head.seq;
    head = entries.at(-1) ?? head;
    await inTransaction(runner, async () => {
      await insert(runner, entries);
      await runner.query(
        before === 0
          ? "insert into history_heads (seq, unit_id) values (?, ?)"
          : "update history_heads set seq = ? where unit_id = ?",
        [head.seq, unitId],
      );
    });
  }
}

async function headOf(runner: QueryRunner, unitId: string): Promise<Head> {
  const [head] = (await runner.query(
    `select h.seq, h.hash from history h join history_heads n on n.unit_id = h.unit_id and n.seq = h.seq
     where h.unit_id = ?`,
    [unitId],
  )) as Head[];
  return head ? { seq: Number(head.seq), hash: head.hash } : NOTHING_YET;
}

async function contentsOf(
  runner: QueryRunner,
  unitId: string,
  keys: readonly Key[],
): Promise<Omit<Content, "seq">[]> {
  const rows = new Map<string, Row>();
  for (const [source, { table }] of SOURCES.entries()) {
    const ids = keys.filter((key) => key.source === source).map(({ id }) => id);
    if (ids.length === 0) continue;
    const found = (await runner.query(
      `${selectOf(table)} where e.id in (${ids.map(() => "?").join(", ")})`,
      ids,
    )) as Row[];
    for (const row of found) rows.set(`${source} ${String(row["id"])}`, row);
  }
  return keys.map(({ source, id }) => {
    const row = rows.get(`${source} ${id}`);
    const { tell } = SOURCES[source] ?? {};
    if (!row || !tell) throw new Error(`an event of ${unitId} is gone: ${id}`);
    const at = String(row["at"]);
    const by = { actorId: textOf(row["actor_id"]), actor: textOf(row["actor"]), role: null };
    return { unitId, at, ...by, requestId: null, copyOf: null, ...tell(row, dateInShanghai(new Date(at))) };
  });
}

/** A role's place goes by its code, which is what people know. */
const selectOf = (table: string): string =>
  table === "account_events"
    ? "select e.*, u.code as place from account_events e left join units u on u.id = e.place_id"
    : `select e.* from ${table} e`;

const COLUMNS: Readonly<Record<keyof (Content & Links), string>> = {
  unitId: "unit_id",
  seq: "seq",
  at: "at",
  onDate: "on_date",
  actorId: "actor_id",
  actor: "actor",
  role: "role",
  operation: "operation",
  readers: "readers",
  subjectType: "subject_type",
  subjectId: "subject_id",
  revision: "revision",
  changes: "changes",
  reason: "reason",
  details: "details",
  requestId: "request_id",
  copyOf: "copy_of",
  algorithm: "algorithm",
  previous: "previous",
  hash: "hash",
};

async function insert(runner: QueryRunner, entries: readonly (Content & Links)[]): Promise<void> {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const marks = `(${names.map(() => "?").join(", ")})`;
  await runner.query(
    `insert into history (${names.map((name) => COLUMNS[name]).join(", ")}) values ${entries.map(() => marks).join(", ")}`,
    entries.flatMap((entry) => names.map((name) => entry[name])),
  );
}
