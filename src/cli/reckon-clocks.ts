import { asOperator } from "../access/index.js";
import { FILING_LISTENERS } from "../app/filing-listeners.js";
import { parseArgs } from "node:util";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { systemClock } from "../kernel/clock.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { recheckReports } from "../filing/api.js";
import { keepReckoned, reckonAgain, type MovedRequest } from "../ledgers/requests/api.js";
import { chineseCalendar } from "../platform/calendar/chinese-calendar.js";
import { runCommand } from "./run-command.js";
import { createLog } from "../platform/log/log.js";

const HELP = `
重算未办结申请的期限（例如更换了工作日历之后），列出期限变动的申请。
Reckons the open requests anew, as after a new calendar was installed, and lists those whose due date moves.

  node dist/src/cli/reckon-clocks.js [--apply]

  --apply   写入新的期限，并重新审核所涉年报 · store the new dates, and check the reports that they count in again
`;

const SCOPE = TenantScope.system("reckon the open requests anew");

async function main(): Promise<void> {
  const { apply } = parseArgs({ options: { apply: { type: "boolean", default: false } } }).values;
  const config = readConfig(process.env);
  const clock = systemClock;
  const calendar = chineseCalendar(config.calendarFile);
  const services = {
    clock,
    calendar,
    onChange: recheckReports({ clock, calendar, listeners: FILING_LISTENERS }),
  };
  const database = await openAppDatabase(config, createLog(config.logLevel));
  try {
    const moved = await database.write(SCOPE, async (session) => {
      const found = await reckonAgain(session, null, services);
      asOperator(session, clock.now(), "reckonAgain");
      if (apply) await keepReckoned(session, found, services);
      return found;
    });
    for (const one of moved) console.log(told(one));
    const stored = apply ? "已更新 · stored" : "未更新，加 --apply 更新 · not stored without --apply";
    console.log(`期限变动的申请 · due dates moved: ${moved.length}；${stored}`);
  } finally {
    await database.close();
  }
}

const dayOf = (dueOn: string | null, provisional: boolean): string =>
  (dueOn ?? "—") + (provisional ? "（暂定 · provisional）" : "");

const told = ({ unit, request, dueOn, provisional }: MovedRequest): string =>
  `${unit.code}  ${request.number}  ${dayOf(request.dueOn, request.provisional)} → ${dayOf(dueOn, provisional)}`;

await runCommand({ help: HELP, run: main });
