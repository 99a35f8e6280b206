import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { createLog } from "../platform/log/log.js";
import { runCommand } from "./run-command.js";

const HELP = `
以有权修改结构的数据库用户升级数据库结构；服务自身的用户便不需要 DDL 权限。
Brings the schema up to date under a database user who may do so; the server's own user then needs no DDL.

  DATABASE_URL=mysql://owner:password@host:3306/gongkai node dist/src/cli/migrate.js
`;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  await database.close();
  console.log("数据库结构已是最新 · the schema is up to date");
}

await runCommand({ help: HELP, run: main });
