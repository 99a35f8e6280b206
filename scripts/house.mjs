// `npm run house`: how far a reader walks in this code. Prints each measure at the last release, now, and the aim. With
// `--strict` a missed aim makes the exit code 1; with `--list` whatever is counted by name is named as well.
import process from "node:process";
import { measureOperations } from "./house/operations.mjs";
import { filesTouchedByLedger, importsUp, roomsAndArrows } from "./house/rooms.mjs";
import * as source from "./house/source.mjs";

const SOURCES = ["src", "seeds", "bench", "drills", "migrations"];
/** Where the closures of imports start: what the file exports. */
const USE_CASES = ["saveReport", "compare", "ledgerStatistics"];
const MANY_PARAMETERS = 5;
const SHORT_FILE = 12;

/** Of the last release; in brackets of an earlier commit, where that was measured by hand. */
const BEFORE = {
  files: "124 / 89 / 89 / 63 / 79 (112 / 73 / 75 / 54 / 62)",
  statements: "27 / 13 (25 / 14)",
  frames: "23 / 22 / 22 / 19 / 17 (17 / 15 / 15 / 14 / 13)",
  closures: "403 / 476 / 544 (316 / 374 / 429)",
  cycles: "7 / no rule",
  rooms: "28 / 177 / no rule (33 / 203 / 3)",
  ledger: "67 (45)",
  parameters: "49 (45)",
  short: "24 (35)",
  size: "734 / 49555 (589 / 35736)",
  lines: "54 / 137 / 289 (48 / 125 / 291)",
  functions: "18 (21)",
};

const AIMS = {
  files: [70, 50, 50, 40, 45],
  statements: [14, 10],
  frames: [10],
  closures: [120, 120, 120],
  parameters: [0],
  cycles: [0, 0],
  rooms: [26, 125, 0],
  ledger: [10],
  short: [10],
};

const all = source.sourcesBelow(SOURCES);
const src = all.filter((file) => file.startsWith("src/"));
const measures = [...(await ofOperations()), ofClosures(), ...ofImports(), ofLedger(), ...ofFiles()];
print();

async function ofOperations() {
  const operations = await measureOperations();
  const names = Object.keys(operations);
  const { saveReport, decideRequest } = operations;
  return [
    {
      ...{ key: "files", title: `our files executed by ${names.join(" / ")}` },
      now: names.map((name) => operations[name].files.length),
      counted: names.flatMap((name) => operations[name].files.map((file) => `${name}: ${file}`)),
    },
    {
      ...{ key: "statements", title: "SQL statements of saveReport / decideRequest" },
      now: [saveReport.statements.length, decideRequest.statements.length],
      counted: [saveReport, decideRequest].flatMap(({ statements }) => statements),
    },
    {
      ...{ key: "frames", title: `our frames at the deepest statement of ${names.join(" / ")}` },
      now: names.map((name) => operations[name].frames),
    },
  ];
}

function ofClosures() {
  const server = all.filter((file) => !file.startsWith("src/ide/") && !file.startsWith("src/console/"));
  const graph = source.importGraph(server, { types: false });
  const starts = USE_CASES.map((name) => source.fileExporting(name, ["src"]));
  const sizes = starts.map((file) => source.closure(graph, file).size);
  return { key: "closures", title: `files loaded by an import of ${USE_CASES.join(" / ")}`, now: sizes };
}

function ofImports() {
  const everything = source.importGraph(source.filesBelow([...SOURCES, "tests"]), { types: true });
  const circles = source.cycles(everything);
  const up = importsUp(everything);
  const { rooms, arrows, arrowsUp } = roomsAndArrows(source.importGraph(all, { types: true }));
  return [
    {
      ...{ key: "cycles", title: "import cycles, types counted / imports against the order" },
      ...{ now: [circles.length, up.length], counted: [...circles.map((files) => files.join(" ↔ ")), ...up] },
    },
    {
      ...{ key: "rooms", title: "rooms one level below src/ / arrows between them / arrows that run up" },
      ...{ now: [rooms.length, arrows.length, arrowsUp.length], counted: [...rooms, ...arrows] },
    },
  ];
}

function ofLedger() {
  const { ledger, files } = filesTouchedByLedger();
  const title = `files outside its folder that speak of the newest ledger (${ledger})`;
  return { key: "ledger", title, now: [files.length], counted: files };
}

function ofFiles() {
  const functions = all.flatMap(source.functionsOf);
  const many = functions.filter(({ parameters }) => parameters >= MANY_PARAMETERS).map(({ at }) => at);
  const short = src.filter((file) => source.linesOf(file) < SHORT_FILE && source.holdsOneThing(file));
  const lines = src.map(source.linesOf);
  const sum = lines.reduce((a, b) => a + b, 0);
  const lengths = functions.filter(({ named }) => named).map((one) => one.lines);
  return [
    {
      ...{ key: "parameters", title: `functions with ${MANY_PARAMETERS} or more parameters` },
      ...{ now: [many.length], counted: many },
    },
    {
      ...{ key: "short", title: `files under ${SHORT_FILE} lines that hold one thing` },
      ...{ now: [short.length], counted: short },
    },
    { key: "size", title: "files in src / their lines", now: [src.length, sum] },
    {
      ...{ key: "lines", title: "lines a file in src: median / p90 / most" },
      now: [quantile(lines, 0.5), quantile(lines, 0.9), Math.max(...lines)],
    },
    { key: "functions", title: "lines a named function: p90", now: [quantile(lengths, 0.9)] },
  ];
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

function print() {
  const rows = measures.map(({ key, title, now }) => [
    ...[title, BEFORE[key] ?? "–", now.join(" / "), AIMS[key]?.map((aim) => `≤ ${aim}`).join(" / ") ?? "–"],
    missed({ key, now }) ? "missed" : "",
  ]);
  const table = [["measure", "last release", "now", "aim", ""], ["---", "---", "---", "---", "---"], ...rows];
  for (const row of table) console.log(`| ${row.join(" | ")} |`);
  if (process.argv.includes("--list"))
    for (const { title, counted = [] } of measures)
      console.log(`\n## ${title}\n${counted.map((one) => `- ${one}`).join("\n")}`);
  if (process.argv.includes("--strict") && measures.some(missed)) process.exitCode = 1;
}

/** One aim for several figures holds each of them. */
function missed({ key, now }) {
  const aims = AIMS[key] ?? [];
  return aims.length > 0 && now.some((figure, i) => figure > (aims[i] ?? aims.at(-1)));
}
