import { holds, type Call } from "../access/index.js";
import type { CsvProblem } from "../kernel/csv-table.js";
import type { Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { creditFormProblems, creditTaken, givenProblems, newUnitOf, type UnitGiven } from "./founding.js";
import { aboveByCode, codesAbove } from "./roots.js";
import type { UnitColumn } from "./unit-columns.data.js";
import type { UnitRow } from "./unit.entity.js";
import type { UnitFile, UnitLine } from "./unit-file.js";
import type { UnitChange } from "./unit-life.entity.js";
import { unitsByCodes, unitsByCreditCodes } from "./unit.read-model.js";
import { aliasProblems, nameProblems } from "./unit.rules.js";
import { aliasesAfter } from "./unit.store.js";

/** What one row of a file does. */
export interface Step {
  readonly line: UnitLine;
  readonly given: UnitGiven;
  /** The unit in the register; null for a founding. */
  readonly known: UnitRow | null;
  readonly parentCode: string;
  readonly changes: Readonly<Record<string, UnitChange>>;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly problems: readonly CsvProblem[];
}

/** Plans each row against the register and the rows before it, parents before children. */
export async function planOf(call: Call, { lines, titleOf }: UnitFile): Promise<Plan> {
  const { session } = call;
  const codes = lines.flatMap(({ code, parentCode }) => [code, ...codesAbove({ code }), parentCode ?? ""]);
  const register = new Map(
    (await unitsByCodes(session, [...new Set(codes)])).map((unit) => [unit.code, unit]),
  );
  const credits = lines.flatMap(({ creditCode }) => creditCode ?? []);
  const holders = new Map(
    (await unitsByCreditCodes(session, credits)).map((unit) => [unit.creditCode, unit.code]),
  );
  const planned = new Map<string, UnitRow>();
  const steps: Step[] = [];
  const problems: CsvProblem[] = [];
  for (const line of [...lines].sort((a, b) => a.code.length - b.code.length || a.row - b.row)) {
    const found = stepOf(call, line, { register, planned, holders });
    const complaints = Array.isArray(found) ? found : [];
    problems.push(
      ...complaints.map(({ path, message }) => ({ row: line.row, column: titleOf(columnOf(path)), message })),
    );
    if (Array.isArray(found)) continue;
    steps.push(found);
    if (line.creditCode !== null) holders.set(line.creditCode, line.code);
  }
  return { steps, problems };
}

const columnOf = (path: readonly string[]): UnitColumn => path[1] as UnitColumn;

interface Known {
  readonly register: ReadonlyMap<string, UnitRow>;
  readonly planned: Map<string, UnitRow>;
  readonly holders: ReadonlyMap<string | null, string>;
}

function stepOf({ viewer }: Call, line: UnitLine, known: Known): Step | Problem[] {
  const { register, planned, holders } = known;
  if (planned.has(line.code))
    return [problem("code", "文件中已有这个代码", "The file has this code already")];
  const unit = register.get(line.code) ?? null;
  const parent = parentOf(line, known);
  const place = unit ?? parent;
  if (unit && !holds(viewer, "unit:create", unit))
    return [problem("code", "已有单位使用该代码", "A unit has this code already")];
  if (!place || !parent || !holds(viewer, "unit:create", place))
    return [
      problem(
        "parentCode",
        "没有找到上级单位，或不在您的权限范围内",
        "No such unit above it, or not in your reach",
      ),
    ];
  let given = givenIn(line, unit);
  const holder = given.creditCode == null ? undefined : holders.get(given.creditCode);
  const credit = holder !== undefined && holder !== line.code ? [creditTaken({ code: holder })] : [];
  const wrong = [...(unit ? changeProblems(line, unit, given) : givenProblems(given, parent)), ...credit];
  if (wrong.length > 0) return wrong;
  planned.set(line.code, unit ?? rowOf(given, parent));
  const renamed = unit && (unit.name !== given.name || unit.shortName !== given.shortName);
  if (renamed) given = { ...given, aliases: aliasesAfter(unit, given, given.aliases ?? []) };
  return { line, given, known: unit, parentCode: parent.code, changes: unit ? changesOf(unit, given) : {} };
}

const problem = (column: UnitColumn, zh: string, en: string): Problem => ({
  code: "INVALID_INPUT",
  path: ["input", column],
  message: text(zh, en),
});

/** The parent named by the row, else by the prefix of the code; for an existing unit its present parent. */
function parentOf(line: UnitLine, { register, planned }: Known): UnitRow | undefined {
  const at = (code: string): UnitRow | undefined => planned.get(code) ?? register.get(code);
  if (line.parentCode !== null) return at(line.parentCode);
  const unit = register.get(line.code);
  if (unit) return unit;
  return aboveByCode(
    line,
    codesAbove(line).flatMap((code) => at(code) ?? []),
  );
}

const givenIn = (line: UnitLine, unit: UnitRow | null): UnitGiven => ({
  code: line.code,
  name: line.name,
  shortName: line.shortName ?? unit?.shortName ?? line.name,
  kind: line.kind,
  aliases: line.aliases ?? unit?.aliases ?? null,
  filesReport: line.filesReport ?? unit?.filesReport ?? null,
  establishedOn: line.establishedOn ?? unit?.establishedOn ?? null,
  creditCode: line.creditCode ?? unit?.creditCode ?? null,
});

function changeProblems(line: UnitLine, unit: UnitRow, given: UnitGiven): Problem[] {
  const elsewhere = line.parentCode !== null && unit.path.split("/").at(-3) !== line.parentCode;
  return [
    ...(elsewhere
      ? [problem("parentCode", "已在另一上级之下，请用 moveUnit", "It stands elsewhere: use moveUnit")]
      : []),
    ...(given.kind === unit.kind
      ? []
      : [
          problem("kind", "类别与登记的不同，请用 amendUnit", "The register has another kind: use amendUnit"),
        ]),
    ...nameProblems(given),
    ...aliasProblems(given.aliases ?? []),
    ...creditFormProblems(given.creditCode ?? null),
  ];
}

const CHANGED = ["name", "shortName", "aliases", "filesReport", "establishedOn", "creditCode"] as const;

function changesOf(unit: UnitRow, given: UnitGiven): Record<string, UnitChange> {
  const now = newUnitOf(given);
  return Object.fromEntries(
    CHANGED.filter((field) => String(now[field]) !== String(unit[field])).map((field) => [
      field,
      [unit[field], now[field] ?? null] as const,
    ]),
  );
}

/** A unit that is not founded yet, for those below it. */
const rowOf = (given: UnitGiven, parent: UnitRow): UnitRow => ({
  ...newUnitOf(given),
  creditCode: given.creditCode ?? null,
  id: "",
  parentId: parent.id,
  path: `${parent.path}${given.code}/`,
  dissolvedOn: null,
  successorId: null,
  revision: 1,
});
