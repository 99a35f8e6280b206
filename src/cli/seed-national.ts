import { readDivisions } from "../../seeds/national/divisions.js";
import { CannotLoad, loadNational } from "../../seeds/national/load.js";
import { runCommand } from "./run-command.js";

const HELP = `
用全国区划和虚构的年报填充一个空的 MariaDB，供试用和测量。
Fills an empty MariaDB with the country, for trying and measuring: real divisions, made-up reports.

  DATABASE_URL=mysql://user:password@host:3306/name node dist/src/cli/seed-national.js [seeds/national/divisions.txt.br]
`;

const started = performance.now();
const tell = (what: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);

async function main(): Promise<void> {
  const [file = "seeds/national/divisions.txt.br"] = process.argv.slice(2);
  await loadNational(process.env.DATABASE_URL ?? "", readDivisions(file), tell);
  tell("已载入 · loaded");
}

await runCommand({ help: HELP, run: main, mistakes: [CannotLoad] });
