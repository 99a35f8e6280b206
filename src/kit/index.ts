import { remarksOf, readAll } from "../audit/index.js";
import {
  type Cell,
  completeTotals,
  type Format,
  FORMATS,
  formatOfYear,
  readCellValue,
  showCellValue,
} from "../forms/index.js";
import { dateInShanghai } from "../kernel/calendar-date.js";
import { text } from "../kernel/text.js";
import { checkReport as checkByRules, faultMessage, RULES, type Fault } from "../rules/index.js";
import type {
  KitCell,
  KitCells,
  KitFinding,
  KitForm,
  KitReport,
  KitResult,
  KitRule,
  KitTextsOnly,
} from "./types.js";

export type * from "./types.js";

/**
 * The version of forms, rules and audit together. A patch (0.1.x) never makes a rule stricter: what was clean at 0.1.0 stays
 * clean. A rule that finds more, or finds the same more gravely, is a new minor version with a recording of its own.
 */
export const VERSION = "0.1.0";

/**
 * What the rules find in a report, by the code that the server runs. What only a server knows is not looked at: the
 * ledgers, other units' texts, the members of a 本级汇总. Throws for a year without a form.
 */
export function checkReport(report: KitReport): KitResult {
  const { year, unit, scope = "OWN", texts, previous } = report;
  const format = formOf(year);
  const { given, unreadable } = readCells(format, report.cells);
  const { values, computed } = completeTotals(format, given);
  const faults = checkByRules({
    ...{ format, year, scope, values, computed, sections: texts, unitKind: unit.kind },
    ...(unit.name === undefined ? {} : { unitName: unit.name }),
    signedOn: report.signedOn ?? null,
    tablesChangedOn: null,
    dueOn: report.dueOn ?? `${year + 1}-01-31`,
    today: report.today ?? dateInShanghai(new Date()),
    publishedOn: report.publishedOn ?? null,
    previous: previous === undefined ? null : previousOf(previous),
    ledger: null,
    feesYuanFrom: report.feesYuanFrom ?? Number.MAX_SAFE_INTEGER,
  });
  const shown = format.cells.map((cell) => [cell.code, shownIn(cell, values[cell.position])] as const);
  return { unreadable, findings: faults.map(toFinding), cells: Object.fromEntries(shown) };
}

/** What the audit of the text finds in texts alone, against single cells where they are given. */
export function auditTexts({ year, unit, texts, cells, previous, signedOn }: KitTextsOnly): KitFinding[] {
  const remarks = remarksOf(
    readAll({
      ...{ year, sections: texts, signedOn: signedOn ?? null },
      ...(unit ? { unit } : {}),
      ...(cells ? { cell: (code: string) => cells[code] ?? null } : {}),
      ...(previous ? { lastYear: (code: string) => previous[code] ?? null } : {}),
    }),
  );
  return remarks.map((remark) => ({
    rule: remark.rule,
    severity: remark.severity ?? RULES.find(({ code }) => code === remark.rule)?.severity ?? "WARNING",
    message: remark.message,
    cells: remark.cells ?? [],
    ...{ expected: remark.expected, actual: remark.actual, arithmetic: remark.arithmetic },
    ...{ excerpt: remark.excerpt, suggestion: remark.suggestion },
    replacement: remark.replacement ?? null,
  }));
}

/** The official forms with their cells, oldest first; plain JSON. */
export const forms = (): KitForm[] =>
  FORMATS.map(({ cells, code, documentNumber, name, firstYear, lastYear, sections, tables }) => ({
    ...{ code, documentNumber, name, firstYear, lastYear, sections, tables },
    cells: cells.map(toCell),
  }));

const toCell = (cell: Cell): KitCell => ({
  ...{ code: cell.code, label: cell.label, labelEn: cell.labelEn, unit: cell.unit, kind: cell.kind },
  ...{ table: cell.table, rowPath: cell.rowPath, rowLabel: cell.rowLabel, columnLabel: cell.columnLabel },
  ...{ computed: cell.computed, parts: cell.parts, onlyFor: cell.onlyFor, basis: cell.basis },
});

/** All rules by their permanent codes; plain JSON. */
export const rules = (): KitRule[] =>
  RULES.map(({ code, title, basis, severity, since, until }) => ({
    ...{ code, title, basis, severity },
    ...{ since: since ?? null, until: until?.form ?? null },
  }));

function formOf(year: number): Format {
  const format = formatOfYear(year);
  if (!format) throw new RangeError(`no form of ${year}`);
  return format;
}

function readCells(format: Format, cells: KitCells) {
  const unreadable: KitResult["unreadable"][number][] = [];
  const given: (number | null)[] = format.cells.map(() => null);
  for (const [code, value] of Object.entries(cells)) {
    const cell = format.cells[format.position(code) ?? -1];
    if (!cell) {
      unreadable.push({ code, problem: text("本年度表格没有这一格", "the year's form has no such cell") });
      continue;
    }
    if (value === null || value === "") continue;
    const read = readCellValue(cell, String(value));
    if ("value" in read) given[cell.position] = read.value;
    else unreadable.push({ code, problem: read.problem });
  }
  return { given, unreadable };
}

function previousOf({ year, cells }: NonNullable<KitReport["previous"]>) {
  const format = formOf(year);
  const { values } = completeTotals(format, readCells(format, cells).given);
  return { format, year, values, revisedAfterPublication: false };
}

const shownIn = (cell: Cell, value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : showCellValue(cell, value);

const toFinding = (fault: Fault): KitFinding => ({
  rule: fault.rule,
  severity: fault.severity,
  message: faultMessage(fault),
  cells: [...new Set(fault.places.map(({ code }) => code))],
  ...{ expected: fault.expected, actual: fault.actual, excerpt: fault.excerpt },
  arithmetic: fault.said?.arithmetic ?? null,
  suggestion: fault.said?.suggestion ?? null,
  replacement: fault.said?.replacement ?? null,
});
