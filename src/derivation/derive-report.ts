import { invalidInput, refuse, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { MAX_CELL, type Format } from "../forms/index.js";
import { completedValues, type DraftCells, type ReportRow } from "../reports/index.js";
import {
  type EditedReport,
  type Editing,
  openReport,
  overflowProblems,
  type ReportServices,
  storeEdit,
} from "../filing/index.js";
import { asGovernment, type Call } from "../access/index.js";
import { REPORT_ROLL_UPS } from "./roll-up.entity.js";
import { rolledUp, sumOfMembers, type RollUp } from "./roll-up/roll-up.js";
import { rollUpsOf } from "./roll-up/roll-up.read-model.js";
import { summedCells, derivedCells } from "./derived-cells.js";
import { fedPartsOf, type FedPart } from "./fed-parts.js";
import { ledgerValues } from "./ledger-values.js";

export interface DerivedReport {
  readonly report: ReportRow;
  /** Codes of the cells whose value changed, including totals. */
  readonly changed: readonly string[];
}

/** Stores the derived cells, and reports what changed. */
export async function storeDerived(
  editing: Editing,
  cells: DraftCells,
  beside?: (report: ReportRow) => Promise<void>,
): Promise<DerivedReport> {
  const { format, before } = editing;
  const problems = [...tooLarge(format, cells), ...overflowProblems(format, cells, ["input"])];
  refuse(problems);
  const changed = changedValues(format, before.cells, cells);
  const { sections, signedOn } = before;
  const { report } = await storeEdit(editing, { cells, sections, signedOn }, changed, beside);
  return { report, changed };
}

function changedValues(format: Format, before: DraftCells, after: DraftCells): string[] {
  const [then, now] = [completedValues(format, before).values, completedValues(format, after).values];
  return format.cells.filter(({ position }) => then[position] !== now[position]).map(({ code }) => code);
}

const tooLarge = (format: Format, cells: DraftCells): Problem[] =>
  format.cells
    .filter(({ code }) => Number(cells[code]?.value ?? 0) > MAX_CELL)
    .map(({ label, labelEn }) =>
      invalidInput(
        ["input"],
        text(`${label}：合计超过 ${MAX_CELL}`, `${labelEn}: the sum exceeds ${MAX_CELL}`),
      ),
    );

/** Fills a 本级汇总 with the sums of its members' newest versions, and records those versions. */
export async function addUpMembers(editing: Editing): Promise<DerivedReport> {
  const { unit, format, before } = editing;
  const { session } = editing.call;
  const members = session.under(asGovernment(session.scope, unit));
  const rollUp = (await rollUpsOf(members, [unit], before.year)).get(unit.id) ?? {
    year: before.year,
    members: [],
  };
  const { cells, openCells } = before;
  const sums = sumOfMembers(rollUp, format);
  return storeDerived(editing, summedCells({ format, cells, openCells, sums }), (report) =>
    noteMembers(editing, report, rollUp),
  );
}

async function noteMembers(
  { call: { session, now }, unit }: Editing,
  report: ReportRow,
  rollUp: RollUp,
): Promise<void> {
  await session.rows(REPORT_ROLL_UPS).delete({ reportId: report.id });
  await session.rows(REPORT_ROLL_UPS).insert(unit, {
    reportId: report.id,
    unitId: unit.id,
    derivedAt: now.toISOString(),
    members: rolledUp(rollUp),
  });
}

/**
 * Fills the report (一次生成): a unit's own from its ledgers, a 本级汇总 from its members' versions. Values with an
 * explained difference stay.
 */
export async function deriveReport(
  call: Call,
  input: EditedReport,
  services: ReportServices,
): Promise<DerivedReport & { readonly parts: readonly FedPart[] }> {
  const editing = await openReport(call, input, services);
  if (input.scope === "SYSTEM") return { ...(await addUpMembers(editing)), parts: [] };
  const { unit, format, before } = editing;
  const { cells, openCells, year } = before;
  const parts = await fedPartsOf(call.session, unit, year);
  const values = await ledgerValues(call.session, { unitId: unit.id, year }, format, parts);
  const derived = await storeDerived(editing, derivedCells({ format, cells, openCells, parts, values }));
  return { ...derived, parts: [...parts.values()] };
}
