import { writeFileSync } from "node:fs";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { lexicographicSortSchema } from "graphql";
import { pino } from "pino";
import { createApp } from "../app/app.js";
import { readConfig } from "../app/config.js";
import { systemClock } from "../kernel/clock.js";
import { runCommand } from "./run-command.js";

const HELP = `
把公开接口写入 schema/schema.graphql。
Writes schema/schema.graphql, the public API as SDL with the cost of its fields.

  node dist/src/cli/emit-schema.js [--stdout]

  --stdout  只打印 · only print it
`;

const FILE = "schema/schema.graphql";

async function main(): Promise<void> {
  const app = await createApp({
    config: readConfig({ DATABASE_URL: "sqlite::memory:", DEMO: "false" }),
    log: pino({ level: "silent" }),
    clock: systemClock,
  });
  const sdl = `${printSchemaWithDirectives(lexicographicSortSchema(app.schema))}\n`;
  await app.close();
  if (process.argv.includes("--stdout")) process.stdout.write(sdl);
  else writeFileSync(FILE, sdl);
}

await runCommand({ help: HELP, run: main });
