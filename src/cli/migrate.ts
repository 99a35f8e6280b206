import { parseArgs } from "node:util";
import { openAppDatabase, TABLES } from "../app/app-database.js";
import { ConfigError, readConfig } from "../app/config.js";
import { grantService } from "../platform/db/index.js";
import { createLog } from "../platform/log/log.js";
import { runCommand } from "./run-command.js";

const HELP = `
以有权修改结构的数据库用户升级数据库结构；服务自身的用户便不需要 DDL 权限。
Brings the schema up to date under a database user who may do so; the server's own user then needs no DDL.

  DATABASE_URL=mysql://owner:password@host:3306/gongkai node dist/src/cli/migrate.js [--service-user gongkai]

  --service-user  并授予服务自身的用户（MySQL）各表所需的权限：对历史各表只能查询和新增
                  also grants the server's own user (MySQL) what each table needs: on the history's only SELECT and INSERT
`;

const OPTIONS = { "service-user": { type: "string" } } as const;

async function main(): Promise<void> {
  const { "service-user": user } = parseArgs({ options: OPTIONS }).values;
  const config = readConfig(process.env);
  if (user !== undefined && config.databaseUrl.startsWith("sqlite:"))
    throw new ConfigError("--service-user: SQLite 没有用户 · SQLite has no users");
  const database = await openAppDatabase(config, createLog(config.logLevel));
  await database.close();
  if (user !== undefined) await grantService(config.databaseUrl, user, TABLES);
  console.log("数据库结构已是最新 · the schema is up to date");
}

await runCommand({ help: HELP, run: main });
