import { FILING_LISTENERS } from "./app/filing-listeners.js";
import { seedDemo, tellDemo } from "../seeds/demo.js";
import { DEMO_PAGE } from "../seeds/demo-page.js";
import { createApp } from "./app/app.js";
import { ConfigError, naming, readConfig, type Config } from "./app/config.js";
import { keepHouse } from "./app/housekeeping.js";
import { systemClock } from "./kernel/clock.js";
import { recheckReports } from "./filing/api.js";
import { createLog } from "./platform/log/log.js";

/** How late an event may leave. */
const TELL_EVERY_MS = 15_000;

async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const app = await createApp({
    ...{ config, log, clock: systemClock },
    ...(config.demo && { demoPage: DEMO_PAGE }),
  });
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ error }, "could not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  if (config.demo) await seedDemo(app);
  if (config.demo) await app.settled();
  app.health.start();
  const { calendar } = app;
  const services = {
    clock: systemClock,
    calendar,
    onChange: recheckReports({ clock: systemClock, calendar, listeners: FILING_LISTENERS }),
  };
  keepHouse(app.database, services, log);
  setInterval(() => app.tellPrograms(), TELL_EVERY_MS).unref();
  const address = await app.http.listen({ port: config.port, host: config.host }).catch(naming("HOST, PORT"));
  console.log(
    `公开 gongkai: ${address}  （工作台 · console）   ${address}/graphiql   ${address}/graphql  （API）`,
  );
  if (config.demo) for (const line of await tellDemo(address)) console.log(line);
}

const HELP = `
公开 gongkai：政府信息公开台账与年度报告。一切由环境变量设置，见 README 的“设置”一节。
Everything is set by environment variables: see README, Settings.

  node dist/src/main.js

  HOST, PORT             监听地址，默认 127.0.0.1:4000 · where to listen
  DATABASE_URL           sqlite:<文件> 或 mysql://user:password@host:3306/name
  AUTH_SECRET            登录令牌的密钥，至少 32 个字符 · key of sign-in tokens
  PERSONAL_DATA_KEY      申请人个人信息的密钥，至少 32 个字符 · key of applicants' data
  PASSWORD_POLICY        口令策略 standard、mlps2、mlps3 · password policy
  CALENDAR_FILE          补充的工作日历 · holidays announced since
  TRUSTED_PROXIES        前置代理层数 · how many proxies stand in front
  WEBHOOK_INNER_NETWORKS true：通知接口可在内网 · endpoints of programs may lie on inner networks
  BUDGET_FACTOR          每分钟额度的倍数 · factor of every minute budget
  PROCESSES              同一地址上的服务进程数 · how many server processes answer there
  LOG_LEVEL              日志级别 · fatal, error, warn, info, debug, trace, silent
  DEMO                   true、false：首次启动时装入演示区县 · fill an empty database with the demo
  NODE_ENV               production：不装演示数据，密钥必给 · no demo, secrets required
`;

try {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    console.log(HELP.trim());
    process.exit(0);
  }
  await main(readConfig(process.env));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
