import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { normalized, type Observed } from "./observed.js";

/** Where the statements are kept in git. */
const FOLDER = resolve(import.meta.dirname, "../../schema/sql");

export interface Statement {
  /** The function that sends it; empty in an operation, where the order says enough. */
  readonly by: string;
  readonly text: string;
  /** Each time that it was sent. */
  readonly sent: Observed[];
}

const READ_MODEL = /\.read-model\.ts$/;

/** By file, such as `request.sql` or `operations/saveReport.sql`. */
export type Collected = ReadonlyMap<string, readonly Statement[]>;

/** Of each read model every statement once, by function; of each operation all of them. */
export function collected(
  operations: ReadonlyMap<string, readonly Observed[]>,
  all: readonly Observed[],
): Collected {
  const files = new Map<string, Statement[]>();
  for (const [name, seen] of operations)
    files.set(
      `operations/${name}.sql`,
      seen.map((observed) => ({ by: "", text: normalized(observed.text), sent: [observed] })),
    );
  for (const observed of all) {
    const inside = observed.frames.filter(({ file }) => READ_MODEL.test(file));
    const [innermost] = inside;
    if (!innermost) continue;
    const file = `${basename(innermost.file, ".read-model.ts")}.sql`;
    const named = inside.filter((frame) => frame.file === innermost.file && /^\w+$/.test(frame.name));
    const [by, text] = [named.at(-1)?.name ?? "", normalized(observed.text)];
    const statements = files.get(file) ?? [];
    const known = statements.find((one) => one.by === by && one.text === text);
    if (known) known.sent.push(observed);
    else statements.push({ by, text, sent: [observed] });
    files.set(file, statements);
  }
  for (const [file, statements] of files)
    if (!file.startsWith("operations/")) statements.sort((a, b) => (a.by + a.text < b.by + b.text ? -1 : 1));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export type Plans = ReadonlyMap<Statement, string>;

/** The files as they are to be, each statement below its plan. */
export const written = (files: Collected, plans: Plans): Map<string, string> =>
  new Map(
    [...files].map(([file, statements]) => [
      file,
      statements
        .map((one) => {
          const said = [one.by, plans.get(one)].filter(Boolean).join(": ");
          return `${said ? `-- ${said}\n` : ""}${wrapped(one.text)};\n`;
        })
        .join("\n"),
    ]),
  );

const CLAUSE =
  / (?=left join\b|group by\b|order by\b|where\b|having\b|limit\b|set\b|values\b)|(?<!\bleft) (?=join\b)|(?<!\bdelete) (?=from\b)/i;
const BRACKET_OR_CLAUSE = new RegExp(`([()]|${CLAUSE.source})`, "i");

/** A line for each clause outside of brackets. */
function wrapped(text: string): string {
  let depth = 0;
  return text
    .split(BRACKET_OR_CLAUSE)
    .map((part) => {
      if (part === "(") depth += 1;
      if (part === ")") depth -= 1;
      return part === " " && depth === 0 ? "\n" : part;
    })
    .join("");
}

export function kept(): Map<string, string> {
  const names = readdirSync(FOLDER, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".sql"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));
}

export function keep(files: ReadonlyMap<string, string>): void {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
    writeFileSync(join(FOLDER, name), text);
  }
}
