import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig } from "../app/config.js";
import { systemClock } from "../kernel/clock.js";
import { Refusal } from "../kernel/problem.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { AdminError, createAdmin, Passwords } from "../identity/api.js";
import { UNIT_KINDS, type UnitKind } from "../units/index.js";
import { misplacedRoots, type MisplacedRoot } from "../units/api.js";
import { chineseCalendar } from "../platform/calendar/chinese-calendar.js";
import { Vault } from "../platform/vault/vault.js";
import { unitFollowers } from "../app/unit-followers.js";
import { runCommand } from "./run-command.js";
import { createLog } from "../platform/log/log.js";

const HELP = `
创建第一位管理员（ADMIN）：还没有人能通过接口创建他。
The first ADMIN of an installation, whom nobody could create over the API.

  node dist/src/cli/create-admin.js --login admin --name 张三 --unit 371003 [...]

密码从终端读取（不回显），或取管道输入的第一行。
The password is read from the terminal without echo, or from the first line of what is piped in.

  --login, --name, --unit    登录名、姓名、单位代码 · required
  --generate                 生成密码并显示一次 · make a password and print it once
  --unit-name, --unit-kind   单位不存在时新建 · add the unit where it does not exist
  --under                    新单位的上级，不给则为根 · below this unit; a root of the tree without it
  --adopt                    把代码属于他人之下的各个根移过去 · put every root that belongs below another unit there
`;

const SCOPE = TenantScope.system("tell which roots belong below another unit");

const OPTIONS = {
  login: { type: "string" },
  name: { type: "string" },
  unit: { type: "string" },
  "unit-name": { type: "string" },
  "unit-kind": { type: "string" },
  under: { type: "string" },
  adopt: { type: "boolean", default: false },
  generate: { type: "boolean", default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const { login, name, unit, "unit-name": unitName, "unit-kind": unitKind, under, adopt, generate } = values;
  if (!login || !name || !unit) throw new AdminError("--login, --name, --unit: 必填 · required");
  const newUnit =
    unitName && unitKind
      ? { name: unitName, kind: kindOf(unitKind), ...(under !== undefined && { under }) }
      : undefined;
  const password = generate ? randomBytes(15).toString("base64url") : await readPassword();
  const admin = { login, displayName: name, unitCode: unit, password, adopt, ...(newUnit && { newUnit }) };
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const database = await openAppDatabase(config, log);
  try {
    const { authSecret, passwordPolicy } = config;
    const passwords = new Passwords(authSecret);
    const services = { clock: systemClock, calendar: chineseCalendar(config.calendarFile) };
    const followers = unitFollowers(services, new Vault(config.personalDataKey));
    const operator = { database, clock: systemClock, passwords, passwordPolicy, followers };
    await createAdmin(operator, admin);
    for (const root of await database.read(SCOPE, misplacedRoots)) console.log(hint(root));
  } finally {
    await database.close();
  }
  console.log(`已创建管理员 ${login} · administrator created`);
  if (generate) console.log(`密码（只显示这一次） · Password, shown this once: ${password}`);
}

const hint = ({ root, parent }: MisplacedRoot): string =>
  `${root.code} 没有上级，按代码应在 ${parent.code} 之下：place-root --unit ${root.code} --under ${parent.code}` +
  ` · stands alone and belongs below it by its code`;

function kindOf(kind: string): UnitKind {
  const known = Object.keys(UNIT_KINDS).find((k) => k === kind);
  if (!known) throw new AdminError(`--unit-kind: ${Object.keys(UNIT_KINDS).join(", ")}`);
  return known as UnitKind;
}

/** Reads a pipe as it is; prompts on a terminal, without echo. */
async function readPassword(): Promise<string> {
  const terminal = process.stdin.isTTY;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  // Prompt only after the echo is off.
  if (terminal) process.stderr.write("密码 · Password: ");
  const ended = once(lines, "close").then(() => [""]);
  const [line] = (await Promise.race([once(lines, "line"), ended])) as [string];
  lines.close();
  if (terminal) process.stderr.write("\n");
  return line;
}

await runCommand({ help: HELP, run: main, mistakes: [AdminError, Refusal] });
