import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { pruneHistory } from "../history/api.js";
import { systemClock } from "../kernel/clock.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { createLog } from "../platform/log/log.js";
import { runCommand } from "./run-command.js";

const HELP = `
清理保存期满（HISTORY_DAYS，至少 184 天）且已封存的登录、账号、查阅、下载等记录；各业务记录的办理步骤一直保留。清理后仍可核对：
原处留下首尾摘要，并记入历史。历史有缺损的单位不清理，并以 1 退出。须以对 history 有 DELETE 权限的数据库用户运行。
Deletes sealed entries that are older than HISTORY_DAYS (at least 184): sign-ins, accounts, readings, downloads. The steps of records
stay as long as the records. Verification goes on: a gap keeps the hashes at its ends, and an entry says what went. Nothing goes from
a history that is not whole, and the command ends with 1. Run with a database user that may DELETE from history.

  DATABASE_URL=mysql://owner:password@host:3306/gongkai node dist/src/cli/prune-history.js
`;

const SCOPE = TenantScope.system("prune entries of the history past their retention");

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  try {
    const retention = { now: systemClock.now(), days: config.historyDays };
    const { units, entries, faulty } = await pruneHistory(database, SCOPE, retention);
    for (const unitId of faulty) console.log(`历史有缺损，未清理 · not whole, left as it is: ${unitId}`);
    if (faulty.length > 0) process.exitCode = 1;
    console.log(`清理 ${entries} 条，${units} 个单位 · entries pruned, units`);
  } finally {
    await database.close();
  }
}

await runCommand({ help: HELP, run: main });
