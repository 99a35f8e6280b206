import { asOperator } from "../access/index.js";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { systemClock } from "../kernel/clock.js";
import { isCalendarDate } from "../kernel/calendar-date.js";
import { Refusal } from "../kernel/problem.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import {
  misplacedRoots,
  placeRoot,
  placeRootsByCode,
  type MisplacedRoot,
  type OperatorCall,
} from "../units/api.js";
import { unitByCode } from "../units/index.js";
import { chineseCalendar } from "../platform/calendar/chinese-calendar.js";
import { Vault } from "../platform/vault/vault.js";
import { unitFollowers } from "../app/unit-followers.js";
import { runCommand } from "./run-command.js";

const HELP = `
把没有上级的单位连同其下各单位、年报、权限和合计移到所属政府之下；不带选项则只列出应当移动的。
Puts a unit that was installed without one above it below its government, with all below it, its reports, rights and sums.

  node dist/src/cli/place-root.js [--unit 371003 --under 3710 [--on 2026-01-01] | --all]

  --unit    要移动的单位 · the unit to move
  --under   上级单位 · the unit above it
  --on      自何日起，默认今天 · from which day, today unless said
  --all     按代码移动全部应当移动的单位 · every such unit whose code tells where it belongs
`;

const SCOPE = TenantScope.system("put a root of the tree below its government");
const OPTIONS = {
  unit: { type: "string" },
  under: { type: "string" },
  on: { type: "string" },
  all: { type: "boolean", default: false },
} as const;

class PlaceError extends Error {}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, pino({ level: config.logLevel }, pino.destination(2)));
  const services = { clock: systemClock, calendar: chineseCalendar(config.calendarFile) };
  const followers = unitFollowers(services, new Vault(config.personalDataKey));
  try {
    const told = await database.write(SCOPE, async (session) => {
      asOperator(session, systemClock.now(), "moveUnit");
      const call = { session, now: systemClock.now(), followers };
      if (values.all) return { placed: true, roots: await placeRootsByCode(call) };
      if (values.unit === undefined) return { placed: false, roots: await misplacedRoots(session) };
      return { placed: true, roots: [await placeOne(call, values)] };
    });
    for (const root of told.roots) console.log(lineOf(root));
    const said = told.placed
      ? "已移到其下 · put below"
      : "按代码应在其下，未移动；加 --all 移动 · belong below it, not moved without --all";
    console.log(`${said}: ${told.roots.length}`);
  } finally {
    await database.close();
  }
}

async function placeOne(
  call: OperatorCall,
  { unit: code, under, on }: { unit?: string; under?: string; on?: string },
): Promise<MisplacedRoot> {
  if (!code || !under) throw new PlaceError("--unit, --under: 必填 · required");
  if (on !== undefined && !isCalendarDate(on)) throw new PlaceError("--on: 2026-01-01");
  const root = await unitByCode(call.session, code);
  const parent = await unitByCode(call.session, under);
  if (!root || !parent) throw new PlaceError(`没有单位 ${root ? under : code} · no such unit`);
  if (root.parentId !== null)
    throw new PlaceError(`${code} 已有上级，请用 moveUnit · stands below another: use moveUnit`);
  await placeRoot(call, { root, parent }, on);
  return { root, parent };
}

const lineOf = ({ root, parent }: MisplacedRoot): string =>
  `${root.code} ${root.name} → ${parent.code} ${parent.name}`;

await runCommand({ help: HELP, run: main, mistakes: [PlaceError, Refusal] });
