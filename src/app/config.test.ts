import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.js";

const folder = mkdtempSync(join(tmpdir(), "gongkai-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = "0123456789abcdef0123456789abcdef";
const MYSQL = "mysql://user:password@host:3306/gongkai";
const read = (env: Record<string, string>) =>
  readConfig({ AUTH_SECRET: SECRET, PERSONAL_DATA_KEY: SECRET, ...env });

describe("configuration", () => {
  it("needs nothing for the demo", () => {
    expect(read({})).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: "sqlite:./data/gongkai.sqlite",
      demo: true,
      logLevel: "warn",
      production: false,
      trustedProxies: 0,
      budgetFactor: 1,
      passwordPolicy: "standard",
      historyDays: 184,
      innerWebhooks: false,
    });
    expect(read({ WEBHOOK_INNER_NETWORKS: "true" }).innerWebhooks).toBe(true);
    expect(() => read({ WEBHOOK_INNER_NETWORKS: "yes" })).toThrow("WEBHOOK_INNER_NETWORKS: true or false");
    expect(read({ HISTORY_DAYS: "3650" }).historyDays).toBe(3650);
    expect(() => read({ HISTORY_DAYS: "90" })).toThrow("历史记录至少保存 184 天（网络安全法第二十三条）");
  });

  it("O9 divides the minute's budgets among the processes that serve one address", () => {
    const factor = (env: Record<string, string>) => read(env).budgetFactor;
    expect(factor({ PROCESSES: "1" })).toBe(1);
    expect(factor({ PROCESSES: "4" })).toBe(0.25);
    expect(factor({ PROCESSES: "3", BUDGET_FACTOR: "0.3" })).toBeCloseTo(0.1, 12);
    expect(factor({ PROCESSES: "4", BUDGET_FACTOR: "10" })).toBe(2.5);
  });

  it("seeds no demo into a server's database unless told to", () => {
    expect(read({ DATABASE_URL: MYSQL }).demo).toBe(false);
    expect(read({ DATABASE_URL: MYSQL, DEMO: "true" }).demo).toBe(true);
    expect(read({ DEMO: "false" }).demo).toBe(false);
  });

  it("keeps a secret of its own beside the SQLite file, for its owner only", () => {
    const env = { DATABASE_URL: `sqlite:${join(folder, "x.sqlite")}` };
    const { authSecret, personalDataKey } = readConfig(env);
    expect(authSecret.length).toBeGreaterThanOrEqual(32);
    expect(personalDataKey.length).toBeGreaterThanOrEqual(32);
    expect(personalDataKey).not.toBe(authSecret);
    expect(readConfig(env)).toMatchObject({ authSecret, personalDataKey });
    for (const name of ["auth-secret", "personal-data-key"]) {
      const kept = join(folder, name);
      expect(existsSync(kept) && (statSync(kept).mode & 0o777).toString(8)).toBe("600");
    }
  });

  it("does not take a secret that was kept only in part", () => {
    const torn = join(folder, "torn");
    mkdirSync(torn);
    writeFileSync(join(torn, "auth-secret"), "");
    expect(() => readConfig({ DATABASE_URL: `sqlite:${join(torn, "x.sqlite")}` })).toThrow(
      /AUTH_SECRET.*fewer than 32/,
    );
  });

  it.each([
    ["PORT", { PORT: "http" }],
    ["PASSWORD_POLICY", { PASSWORD_POLICY: "strict" }],
    ["HISTORY_DAYS", { HISTORY_DAYS: "183" }],
    ["HISTORY_DAYS", { HISTORY_DAYS: "200.5" }],
    ["HISTORY_DAYS", { HISTORY_DAYS: "for ever" }],
    ["BUDGET_FACTOR", { BUDGET_FACTOR: "0.01" }],
    ["BUDGET_FACTOR", { BUDGET_FACTOR: "-2" }],
    ["BUDGET_FACTOR", { BUDGET_FACTOR: "0.5", PROCESSES: "6" }],
    ["PROCESSES", { PROCESSES: "0" }],
    ["PROCESSES", { PROCESSES: "two" }],
    ["PORT", { PORT: "70000" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://x/y" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://host" }],
    ["DEMO", { DEMO: "yes" }],
    ["DEMO", { DEMO: "true", NODE_ENV: "production" }],
    ["AUTH_SECRET", { AUTH_SECRET: "", NODE_ENV: "production" }],
    ["AUTH_SECRET", { AUTH_SECRET: "short" }],
    ["PERSONAL_DATA_KEY", { PERSONAL_DATA_KEY: "", NODE_ENV: "production" }],
    ["PERSONAL_DATA_KEY", { PERSONAL_DATA_KEY: "short" }],
    ["CALENDAR_FILE", { CALENDAR_FILE: "/there/is/none.json" }],
    ["CALENDAR_FILE", { CALENDAR_FILE: join(import.meta.dirname, "config.ts") }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "all" }],
    ["PATH_PREFIX", { PATH_PREFIX: "gongkai" }],
    ["PATH_PREFIX", { PATH_PREFIX: "/../etc" }],
    ["PATH_PREFIX", { PATH_PREFIX: "/a b" }],
  ])("names %s when it is wrong: %j", (name, env) => {
    expect(() => read(env)).toThrow(ConfigError);
    expect(() => read(env)).toThrow(name);
  });

  it("tells all mistakes at once", () => {
    expect(() => read({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT.*\nLOG_LEVEL/);
  });
});
