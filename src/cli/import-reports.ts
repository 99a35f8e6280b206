import { lstat, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Commands } from "../access/index.js";
import { openAppDatabase } from "../app/app-database.js";
import { readConfig, type Config } from "../app/config.js";
import { FILING_LISTENERS } from "../app/filing-listeners.js";
import { csvLines } from "../documents/index.js";
import { derivedKey, viewerOfLogin } from "../identity/api.js";
import { fillableUnits, importFile, type FileReport, type FolderImport } from "../intake/api.js";
import { systemClock } from "../kernel/clock.js";
import { text, type Text } from "../kernel/text.js";
import { chineseCalendar } from "../platform/calendar/chinese-calendar.js";
import { createLog } from "../platform/log/log.js";
import type { Database } from "../platform/db/index.js";
import { Vault } from "../platform/vault/vault.js";
import { LIMITS } from "../reading/index.js";
import { runCommand } from "./run-command.js";

const HELP = `
把一个文件夹（含子文件夹）里的历年年报导入工作稿：逐个读取、识别单位和年度，有把握的导入，其余说明原因。
Brings a folder of annual reports, subfolders too, into working copies: reads each file, finds unit and year, imports
what is sure, and says of the others why not. A second run repeats nothing.

  node dist/src/cli/import-reports.js 文件夹 --as officer.371003 [--preview-only] [--report 结果.csv]

  --as            以此用户的名义：其任经办人的单位，或其任主管部门的所辖单位 · in this user's name: the units whose
                  clerk the user is, or those below whose officer the user is
  --preview-only  只识别，不导入 · reads and reports, and imports nothing
  --report        结果文件，默认 import-reports.csv · the report on each file

只填尚未开始填报的年报；操作记录同时记下该用户和运维人员。
Only reports that nobody has begun are filled; the history names both the user and the operator.
`;

const OPTIONS = {
  as: { type: "string" },
  "preview-only": { type: "boolean", default: false },
  report: { type: "string", default: "import-reports.csv" },
} as const;

/** A mistake of the operator. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0 || !values.as)
    throw new UsageError("文件夹、--as：必填 · a folder and --as are required");
  const config = readConfig(process.env);
  const database = await openAppDatabase(config, createLog(config.logLevel));
  try {
    const folder = await folderImport(database, config, values.as, values["preview-only"]);
    const files = await filesBelow(directory);
    const lines: Line[] = [];
    for (const path of files) {
      const line = { path: relative(directory, path), ...(await imported(folder, path)) };
      lines.push(line);
      console.log(`[${lines.length}/${files.length}] ${told(line)}`);
    }
    await writeFile(values.report, [...csvLines(tableOf(lines, directory))].join(""));
    console.log(`${summary(lines)}；${values.report}`);
    if (lines.some(({ outcome }) => outcome === "ERROR")) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

async function folderImport(
  database: Database,
  config: Config,
  login: string,
  previewOnly: boolean,
): Promise<FolderImport> {
  const [clock, calendar] = [systemClock, chineseCalendar(config.calendarFile)];
  const { passwordPolicy, authSecret, personalDataKey } = config;
  const viewer = await viewerOfLogin({ database, passwordPolicy }, login, clock.now());
  const units = viewer && (await database.read(viewer.scope, (session) => fillableUnits(session, viewer)));
  if (!viewer || !units || units.length === 0)
    throw new UsageError(
      `--as: 没有用户 ${login}，或其不任经办人、主管部门，或尚未更改初始密码 · no such user, neither clerk nor officer, or with a first password still`,
    );
  const commands = new Commands(database, clock, {
    key: derivedKey(authSecret, "idempotency"),
    vault: new Vault(personalDataKey),
  });
  return {
    ...{ database, commands, viewer, units, previewOnly },
    services: { clock, calendar, listeners: FILING_LISTENERS },
  };
}

/** Plain files, in the order of their paths; links are not followed. */
async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => {
    throw new UsageError(`没有文件夹 ${directory} · no such folder`);
  });
  return entries
    .filter((entry) => entry.isFile() && !/^(?:\.|~\$)/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

interface Line extends Omit<FileReport, "outcome"> {
  readonly path: string;
  /** ERROR: a fault of the program or the machine, which stops no other file. */
  readonly outcome: FileReport["outcome"] | "ERROR";
}

const REPORTS = /\.(?:docx?|xlsx|html?|txt)$/i;
const NOTHING = { unit: null, year: null, cells: 0, texts: 0, doubts: [] } as const;
const OTHER_KIND = text(
  "不是年报文件（docx、doc、xlsx、html、txt）",
  "Not a .docx, .doc, .xlsx, .html or .txt file",
);
const TOO_LARGE = text("文件过大", "The file is too large");

async function imported(folder: FolderImport, path: string): Promise<Omit<Line, "path">> {
  if (!REPORTS.test(path)) return { ...NOTHING, outcome: "SKIPPED", reason: OTHER_KIND };
  try {
    if ((await lstat(path)).size > LIMITS.fileBytes)
      return { ...NOTHING, outcome: "FAILED", reason: TOO_LARGE };
    const name = Array.from(path.slice(path.lastIndexOf("/") + 1))
      .slice(-MOST_OF_NAME)
      .join("");
    return await importFile(folder, { name, bytes: await readFile(path) });
  } catch (error) {
    console.error(error);
    return {
      ...NOTHING,
      outcome: "ERROR",
      reason: text("程序出错，见日志", "A fault of the program: see the log"),
    };
  }
}

const MOST_OF_NAME = 200;

const both = ({ zh, en }: Text): string => `${zh} · ${en}`;

const told = ({ path, unit, year, outcome, reason, cells, texts, doubts }: Line): string =>
  [
    path,
    `${unit?.name ?? "—"} ${year ?? "—"}`,
    `${outcome}${reason ? ` ${both(reason)}` : ""}`,
    `${cells} 个数 · cells, ${texts} 段文字 · texts, ${doubts.length} 处疑点 · doubts`,
  ].join("  ");

const summary = (lines: readonly Line[]): string => {
  const counts = new Map<string, number>();
  for (const { outcome } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return `共 ${lines.length} 个文件 · files: ${[...counts].map((count) => count.join(" ")).join(", ")}`;
};

const COLUMNS = ["文件", "单位代码", "单位", "年度", "识别出的数", "文字部分", "疑点", "结果", "原因"];

const tableOf = (lines: readonly Line[], directory: string) => ({
  title: `批量导入：${directory}`,
  info: [],
  summaries: 0,
  columns: COLUMNS.map((title, i) => ({
    title,
    kind: i >= 3 && i <= 5 ? ("number" as const) : ("text" as const),
  })),
  rows: lines.map(({ path, unit, year, cells, texts, doubts, outcome, reason }) => [
    ...[path, unit?.code ?? null, unit?.name ?? null, year, cells, texts],
    ...[doubts.map(({ zh }) => zh).join("；"), outcome, reason && both(reason)],
  ]),
});

await runCommand({ help: HELP, run: main, mistakes: [UsageError] });
