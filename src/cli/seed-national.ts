// Fills an empty MariaDB with the country, for trying and measuring: real divisions, made-up reports (npm run seed:national):
//   DATABASE_URL=mysql://user:password@host:3306/name node dist/src/cli/seed-national.js seeds/national/divisions.txt.br
import { readDivisions } from "../../seeds/national/divisions.js";
import { CannotLoad, loadNational } from "../../seeds/national/load.js";

const started = performance.now();
const tell = (what: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);

try {
  const [file = "seeds/national/divisions.txt.br"] = process.argv.slice(2);
  await loadNational(process.env.DATABASE_URL ?? "", readDivisions(file), tell);
  tell("已载入 · loaded");
} catch (error) {
  console.error(error instanceof CannotLoad ? error.message : error);
  process.exitCode = 1;
}
