// Brings the schema up to date under a database user who may do so; the server's own user then needs no DDL:
//   DATABASE_URL=mysql://owner:password@host:3306/gongkai node dist/src/cli/migrate.js
import { openAppDatabase } from "../app-database.js";
import { ConfigError, readConfig } from "../config.js";
import { createLog } from "../platform/log/log.js";

try {
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  await database.close();
  console.log("数据库结构已是最新 · the schema is up to date");
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
