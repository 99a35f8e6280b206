import { CallerFault } from "../../kernel/fault.js";
import { text, type Text } from "../../kernel/text.js";

/** Kinds of database faults, distinguished by how they are handled. */
export type Fault =
  /** The link is gone, or the server does not serve us. */
  | "LOST"
  /** The link was cut after a commit was sent: the outcome is unknown. */
  | "UNKNOWN"
  /** The server is read-only: after a failover this is the wrong server. */
  | "READ_ONLY"
  /** The database chose this transaction to give way to another one. */
  | "CONFLICT"
  /** Somebody else holds the lock. */
  | "LOCKED"
  /** The disk is full or broken. */
  | "DISK"
  /** A statement ran into its time limit. */
  | "SLOW";

interface Handling {
  /** The connection is closed; a new one is opened for later work. */
  readonly condemns: boolean;
  /** All other open connections are closed as well. */
  readonly condemnsAll: boolean;
  /** The unit of work may be retried as a whole: nothing of it was committed. */
  readonly retries: boolean;
  readonly code: "UNAVAILABLE" | "TOO_COMPLEX";
  readonly text: Text;
}

const unavailable = (zh: string, en: string) =>
  ({ condemns: true, condemnsAll: false, retries: false, code: "UNAVAILABLE", text: text(zh, en) }) as const;

const HANDLING: Readonly<Record<Fault, Handling>> = {
  LOST: {
    ...unavailable(
      "数据库暂时无法连接，未保存任何内容，请稍后再试",
      "The database cannot be reached, and nothing was saved: try again shortly",
    ),
    condemnsAll: true,
    retries: true,
  },
  UNKNOWN: {
    ...unavailable(
      "保存时与数据库的连接中断，可能已保存：请先核对，或以同一幂等键重试",
      "The link to the database broke while saving; it may be saved: look first, or send it again with the same idempotency key",
    ),
    condemnsAll: true,
  },
  READ_ONLY: {
    ...unavailable(
      "数据库暂时只能读取，未保存任何内容，请稍后再试",
      "The database can only be read for now, and nothing was saved: try again shortly",
    ),
    condemnsAll: true,
    retries: true,
  },
  CONFLICT: {
    ...unavailable(
      "同时有他人在保存，未保存任何内容，请稍后再试",
      "Others are saving at the same time, and nothing was saved: try again shortly",
    ),
    condemns: false,
    retries: true,
  },
  LOCKED: {
    ...unavailable(
      "他人正在保存同一内容，请稍后再试",
      "Somebody else is saving this: nothing was saved, try again shortly",
    ),
    condemns: false,
    retries: true,
  },
  DISK: unavailable(
    "数据库暂时无法写入（磁盘已满或故障），未保存任何内容，请联系管理员",
    "The database cannot write (its disk is full or broken), and nothing was saved: tell the operator",
  ),
  SLOW: {
    ...unavailable("数据库查询超时，请缩小范围后再试", "The database took too long: ask for less"),
    condemns: false,
    code: "TOO_COMPLEX",
  },
};

/** MySQL's and MariaDB's numbers. */
const BY_NUMBER: Readonly<Record<Fault, readonly number[]>> = {
  LOST: [
    1040, 1047, 1053, 1077, 1129, 1152, 1158, 1159, 1160, 1161, 1203, 1226, 1927, 2002, 2003, 2006, 2013,
    2055, 4031,
  ],
  UNKNOWN: [],
  READ_ONLY: [1290, 1792, 1836],
  CONFLICT: [1213, 1020, 3101],
  LOCKED: [1205, 3572],
  DISK: [1021, 1026, 1030, 1114],
  SLOW: [1317, 1969, 3024],
};

/** SQLite's, Node's and mysql2's; SQLite's extended codes begin with the plain one. */
const BY_CODE: Readonly<Record<Fault, RegExp | null>> = {
  LOST: /^(ECONN(RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|PROTOCOL_(CONNECTION_LOST|SEQUENCE_TIMEOUT|ENQUEUE_AFTER_\w+))$/,
  UNKNOWN: null,
  READ_ONLY: null,
  CONFLICT: null,
  LOCKED: /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
  DISK: /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM|MISUSE)/,
  SLOW: /^SQLITE_INTERRUPT/,
};

const FAULTS = Object.keys(HANDLING) as Fault[];
const DUPLICATE = new Set(["ER_DUP_ENTRY", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);
const MAX_LOGGED = 2_000;

/** A database fault without a driver error, such as a deadline of ours. */
export class DatabaseFault extends Error {
  override readonly name = "DatabaseFault";

  constructor(
    readonly fault: Fault,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly fatal?: boolean;
}

function driverError(error: unknown): DriverError {
  if (typeof error !== "object" || error === null) return {};
  const inner = "driverError" in error ? error.driverError : error;
  return typeof inner === "object" && inner !== null ? inner : {};
}

/** Null for errors that are not faults of the database: a violated constraint, a refusal, a bug of ours. */
export function faultOf(error: unknown): Fault | null {
  if (error instanceof DatabaseFault) return error.fault;
  const { errno, code = "", fatal } = driverError(error);
  const known = FAULTS.find(
    (fault) =>
      (errno !== undefined && BY_NUMBER[fault].includes(errno)) || (BY_CODE[fault]?.test(code) ?? false),
  );
  return known ?? (fatal === true ? "LOST" : null);
}

export const handlingOf = (fault: Fault): Handling => HANDLING[fault];

export const mayRetry = (error: unknown): boolean => {
  const fault = faultOf(error);
  return fault !== null && HANDLING[fault].retries;
};

/** True if a row with this unique key exists already. */
export function isDuplicate(error: unknown): boolean {
  const { errno, code } = driverError(error);
  return errno === 1062 || (code !== undefined && DUPLICATE.has(code));
}

/** The error that the caller gets for a fault. */
export const callerFaultOf = (fault: Fault): CallerFault =>
  new CallerFault(HANDLING[fault].code, HANDLING[fault].text);

export const busy = (): CallerFault =>
  new CallerFault("UNAVAILABLE", text("系统繁忙，请稍后再试", "Busy: try again shortly"));

/** For the log: the driver's code and the statement, without its parameters, which are people's data. */
export function faultForLog(error: unknown): string {
  const { errno, code } = driverError(error);
  const query = typeof error === "object" && error !== null && "query" in error ? error.query : undefined;
  const statement = typeof query === "string" ? `: ${query.slice(0, MAX_LOGGED)}` : "";
  const said = error instanceof DatabaseFault ? error.message : String(code ?? errno ?? "");
  return `${said}${statement}`;
}
