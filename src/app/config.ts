import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LEAST_DAYS } from "../history/api.js";
import { PASSWORD_POLICIES, type PasswordPolicyName } from "../kernel/password-policies.data.js";
import { chineseCalendar } from "../platform/calendar/chinese-calendar.js";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly authSecret: string;
  /** Seals applicants' personal data at rest; without it they cannot be read again. */
  readonly personalDataKey: string;
  /** Holidays announced since the packaged calendar was made: see platform/calendar. */
  readonly calendarFile: string | null;
  /** Seed the demo district at the first start. */
  readonly demo: boolean;
  readonly logLevel: string;
  /** Number of trusted proxies in front, whose headers give the caller's address. */
  readonly trustedProxies: number;
  /** Path below which a proxy offers the product, such as `/gongkai`; "" at the root of its host. */
  readonly pathPrefix: string;
  /** Factor for the minute budgets of this process: see access/budgets. */
  readonly budgetFactor: number;
  /** 口令策略: see kernel/password-policies.data. */
  readonly passwordPolicy: PasswordPolicyName;
  /** For how many days entries of the history are kept that nothing reads back; see history/retention. */
  readonly historyDays: number;
  /** Whether endpoints of programs may lie on inner networks, and be asked without TLS: see src/webhooks. */
  readonly innerWebhooks: boolean;
  readonly production: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const SECRET_MIN_LENGTH = 32;
interface Secret {
  readonly variable: string;
  /** Where it is kept beside the database while it is not given. */
  readonly file: string;
}
const SECRETS: readonly Secret[] = [
  { variable: "AUTH_SECRET", file: "auth-secret" },
  { variable: "PERSONAL_DATA_KEY", file: "personal-data-key" },
];
/** A smaller factor would leave less than one dear request a minute. */
const MIN_BUDGET_FACTOR = 0.1;
/** A hundred years. */
const MOST_HISTORY_DAYS = 36_500;
const DEFAULT_DATABASE_URL = "sqlite:./data/gongkai.sqlite";

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads and checks the whole environment at once, so that a start with three mistakes reports all three. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      faults.push((error as Error).message);
      return otherwise;
    }
  };
  const production = env.NODE_ENV === "production";
  const databaseUrl = attempt(() => readDatabaseUrl(env.DATABASE_URL), DEFAULT_DATABASE_URL);
  const config = {
    port: attempt(() => readPort(env.PORT), 0),
    host: env.HOST?.trim() || "127.0.0.1",
    databaseUrl,
    demo: attempt(() => readDemo(env.DEMO, databaseUrl, production), false),
    trustedProxies: attempt(() => readTrustedProxies(env.TRUSTED_PROXIES), 0),
    pathPrefix: attempt(() => readPathPrefix(env.PATH_PREFIX), ""),
    logLevel: attempt(() => readLogLevel(env.LOG_LEVEL, production), "info"),
    passwordPolicy: attempt(() => readPasswordPolicy(env.PASSWORD_POLICY), "standard"),
    budgetFactor: attempt(() => readBudgetFactor(env.BUDGET_FACTOR, env.PROCESSES), 1),
    calendarFile: attempt(() => readCalendarFile(env.CALENDAR_FILE), null),
    historyDays: attempt(() => readHistoryDays(env.HISTORY_DAYS), LEAST_DAYS),
    innerWebhooks: attempt(() => readFlag("WEBHOOK_INNER_NETWORKS", env.WEBHOOK_INNER_NETWORKS), false),
    production,
  };
  const [authSecret = "", personalDataKey = ""] = SECRETS.map((secret) => {
    const given = attempt(() => readSecret(env[secret.variable], secret, production), "");
    return faults.length > 0 || given ? given : attempt(() => keptSecret(databaseUrl, secret), "");
  });
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  return Object.freeze({ ...config, authSecret, personalDataKey });
}

function readPort(value: string | undefined): number {
  if (!value) return 4000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) throw new ConfigError("PORT: a number from 0 to 65535");
  return port;
}

function readDatabaseUrl(value: string | undefined): string {
  const url = value || DEFAULT_DATABASE_URL;
  if (/^sqlite:.+/.test(url)) return url;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "mysql:" && parsed.pathname.length > 1) return url;
  throw new ConfigError("DATABASE_URL: sqlite:<file> or mysql://user:password@host:3306/database");
}

function readDemo(value: string | undefined, databaseUrl: string, production: boolean): boolean {
  if (value && value !== "true" && value !== "false") throw new ConfigError("DEMO: true or false");
  if (value === "true" && production)
    throw new ConfigError("DEMO: its passwords are public, so it is refused with NODE_ENV=production");
  if (production) return false;
  return value ? value === "true" : databaseUrl.startsWith("sqlite:");
}

function readFlag(name: string, value: string | undefined): boolean {
  if (value && value !== "true" && value !== "false") throw new ConfigError(`${name}: true or false`);
  return value === "true";
}

function readTrustedProxies(value: string | undefined): number {
  if (value && !/^\d$/.test(value)) throw new ConfigError("TRUSTED_PROXIES: a number from 0 to 9");
  return Number(value ?? 0);
}

function readPathPrefix(value: string | undefined): string {
  const prefix = value?.replace(/\/+$/, "") ?? "";
  if (prefix === "" || /^(?:\/[\w-][\w.-]*)+$/.test(prefix)) return prefix;
  throw new ConfigError("PATH_PREFIX: a path such as /gongkai, of letters, digits, - . and _");
}

/** Factor of one process: each process counts callers for itself, so several share one allowance. */
function readBudgetFactor(factor: string | undefined, processes: string | undefined): number {
  if (factor && !/^\d{1,7}(\.\d{1,3})?$/.test(factor))
    throw new ConfigError(`BUDGET_FACTOR: a number from ${MIN_BUDGET_FACTOR}, such as 0.5 or 10`);
  if (processes && !/^[1-9]\d?$/.test(processes)) throw new ConfigError("PROCESSES: a number from 1 to 99");
  const [whole, count] = [Number(factor || 1), Number(processes || 1)];
  // In thousandths, for 0.3 / 3 is less than 0.1 to a computer.
  if (Math.round(whole * 1000) < MIN_BUDGET_FACTOR * 1000 * count)
    throw new ConfigError(
      `BUDGET_FACTOR: at least ${MIN_BUDGET_FACTOR} for each of PROCESSES (${count}), such as ${count}`,
    );
  return whole / count;
}

function readPasswordPolicy(value: string | undefined): PasswordPolicyName {
  const names = Object.keys(PASSWORD_POLICIES) as PasswordPolicyName[];
  const known = names.find((name) => name === (value || "standard"));
  if (!known) throw new ConfigError(`PASSWORD_POLICY: one of ${names.join(", ")}`);
  return known;
}

function readHistoryDays(value: string | undefined): number {
  const days = Number(value || LEAST_DAYS);
  if (Number.isInteger(days) && days >= LEAST_DAYS && days <= MOST_HISTORY_DAYS) return days;
  throw new ConfigError(
    `HISTORY_DAYS: 历史记录至少保存 ${LEAST_DAYS} 天（网络安全法第二十三条），可以更长 · the history is kept for ${LEAST_DAYS} days at least (网络安全法 §23), or longer: a whole number up to ${MOST_HISTORY_DAYS}`,
  );
}

function readLogLevel(value: string | undefined, production: boolean): string {
  if (value && !LOG_LEVELS.includes(value))
    throw new ConfigError(`LOG_LEVEL: one of ${LOG_LEVELS.join(", ")}`);
  return value || (production ? "info" : "warn");
}

/** Read here only to report its mistakes with all others. */
function readCalendarFile(value: string | undefined): string | null {
  if (!value) return null;
  try {
    chineseCalendar(value);
  } catch (error) {
    throw new ConfigError(`CALENDAR_FILE: ${(error as Error).message}`);
  }
  return value;
}

function readSecret(value: string | undefined, { variable }: Secret, production: boolean): string {
  if (!value && production) throw new ConfigError(`${variable}: required with NODE_ENV=production`);
  return value ? longEnough(value, `${variable}:`) : "";
}

function longEnough(secret: string, what: string): string {
  if (secret.length >= SECRET_MIN_LENGTH) return secret;
  throw new ConfigError(`${what} fewer than ${SECRET_MIN_LENGTH} characters`);
}

/**
 * In demo use sealed data should survive a restart, so the secret is kept beside the database, readable by its owner.
 */
function keptSecret(databaseUrl: string, { variable, file: name }: Secret): string {
  const file = databaseUrl.startsWith("sqlite:") ? databaseUrl.slice("sqlite:".length) : "./data/gongkai";
  if (file === ":memory:") return randomBytes(32).toString("base64url");
  const path = join(dirname(file), name);
  try {
    if (existsSync(path))
      return longEnough(readFileSync(path, "utf8").trim(), `${variable}: the file ${path} holds`);
    mkdirSync(dirname(path), { recursive: true });
    const secret = randomBytes(32).toString("base64url");
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: "wx" });
    return secret;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${variable}: not given, and could not be kept: ${(error as Error).message}`);
  }
}

/** Reports mistakes of the operator by the variable's name, without a stack; other errors pass through. */
export const naming =
  (variable: string) =>
  (error: unknown): never => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (typeof code !== "string" || !/^(E[A-Z]{3,}|ER_|SQLITE_)/.test(code)) throw error;
    throw new ConfigError(`${variable}: ${message || code}`);
  };
