import { parseArgs } from "node:util";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { isCalendarDate } from "../kernel/calendar-date.js";
import { systemClock } from "../kernel/clock.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { blankApplicants, unitsWithApplicants } from "../ledgers/requests/api.js";
import { eraseFiles, unitsWithFiles } from "../intake/api.js";
import { unitByCode, type UnitRow } from "../units/index.js";
import type { Database, Session } from "../platform/db/index.js";
import { runCommand } from "./run-command.js";
import { createLog } from "../platform/log/log.js";

const HELP = `
删除某日之前办结的申请的申请人个人信息，以及某日之前导入年报的文件原件，并说明删除了多少件。
Retention: deletes the applicants' personal data of requests that ended before a day, and the originals of files that
were imported into reports before it, and says how many.

  node dist/src/cli/blank-personal-data.js --before 2024-01-01 [--unit 371003003]

  --before  办结、导入日期在此之前 · requests that ended, files that were imported before this day
  --unit    只处理一个单位 · of one unit only
`;

const OPTIONS = { before: { type: "string" }, unit: { type: "string" } } as const;
const SCOPE = TenantScope.system("blank the personal data of requests that ended, and of imported files");

/** A mistake of the operator. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { before, unit } = parseArgs({ options: OPTIONS }).values;
  if (!before || !isCalendarDate(before)) throw new UsageError("--before: YYYY-MM-DD，必填 · required");
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  try {
    const { applicants, files } = await blank(database, before, unit ?? null);
    console.log(`已清除 ${applicants} 件申请的申请人信息 · applicants blanked: ${applicants}`);
    console.log(`已清除 ${files} 份导入文件的原件 · originals erased: ${files}`);
  } finally {
    await database.close();
  }
}

interface Blanked {
  readonly applicants: number;
  readonly files: number;
}

/** A transaction for each unit, so that none is long. */
async function blank(database: Database, before: string, unitCode: string | null): Promise<Blanked> {
  const units = await database.read(SCOPE, (session) => unitsMeant(session, before, unitCode));
  let [applicants, files] = [0, 0];
  for (const unit of units)
    await database.write(SCOPE, async (session) => {
      applicants += await blankApplicants(session, unit, before, systemClock);
      files += await eraseFiles(session, unit, before, systemClock.now());
    });
  return { applicants, files };
}

async function unitsMeant(session: Session, before: string, unitCode: string | null): Promise<UnitRow[]> {
  if (unitCode === null) {
    const found = [...(await unitsWithApplicants(session)), ...(await unitsWithFiles(session, before))];
    return [...new Map(found.map((unit) => [unit.id, unit])).values()];
  }
  const unit = await unitByCode(session, unitCode);
  if (!unit) throw new UsageError(`--unit: 没有单位 ${unitCode} · no such unit`);
  return [unit];
}

await runCommand({ help: HELP, run: main, mistakes: [UsageError] });
