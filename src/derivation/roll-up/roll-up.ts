import type { Scaled } from "../../kernel/decimal.js";
import type { UnitRow } from "../../units/index.js";
import type { Format } from "../../forms/index.js";
import { figuresOf, type ReportScope, type ReportView } from "../../reports/index.js";
import type { RolledUpMember } from "../roll-up.entity.js";

/**
 * A unit whose report is added up into a 本级汇总. 宿迁 2023: 市政府 349 + 市部门 933 + the counties and zones = 3607; so
 * a government below counts with its own 本级汇总, any other unit with its own report.
 */
export interface Member {
  readonly unit: UnitRow;
  readonly scope: ReportScope;
  /** Its newest version that counts; null: none yet. */
  readonly report: ReportView | null;
}

/** Members of a government's 本级汇总 of one year, with their present versions. */
export interface RollUp {
  readonly year: number;
  readonly members: readonly Member[];
}

export interface MemberValue {
  readonly member: Member;
  readonly value: Scaled | null;
}

/** Cell by cell, aligned to the form; null where no member has a value. A cell that a member's form lacks adds nothing. */
export function sumOfMembers({ members }: RollUp, format: Format): (Scaled | null)[] {
  const sums = format.cells.map((): Scaled | null => null);
  for (const { report } of members) {
    if (!report) continue;
    const figures = figuresOf(report);
    for (const { position, code } of format.cells) {
      const value = memberValue(figures, code);
      if (value !== null) sums[position] = (sums[position] ?? 0) + value;
    }
  }
  return sums;
}

type Figures = ReturnType<typeof figuresOf>;

const memberValue = ({ format, values }: Figures, code: string): Scaled | null => {
  const position = format.position(code);
  return position === undefined ? null : (values[position] ?? null);
};

/** One cell's value in each member's report, largest first; members without a report come last. */
export const valuesOfMembers = ({ members }: RollUp, code: string): MemberValue[] =>
  members
    .map((member) => ({ member, value: member.report && memberValue(figuresOf(member.report), code) }))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0);

/** A submitted 本级汇总 without values contributes no unit. */
export const isIncluded = ({ scope, report }: Member): boolean =>
  report !== null && (scope === "OWN" || figuresOf(report).values.some((value) => value !== null));

export const missingMembers = ({ members }: RollUp): UnitRow[] =>
  members.filter((member) => !isIncluded(member)).map(({ unit }) => unit);

export const provisionalMembers = ({ members }: RollUp): UnitRow[] =>
  members
    .filter((member) => isIncluded(member) && member.report?.status !== "PUBLISHED")
    .map(({ unit }) => unit);

export const formatsOfMembers = ({ members }: RollUp): string[] =>
  [...new Set(members.flatMap(({ report }) => (report ? [report.format] : [])))].sort();

export const versionIdOf = (report: ReportView | null): string | null =>
  report?.content.kind === "version" ? report.content.versionId : null;

/** The members' versions as they are added up now, to be kept beside the sum. */
export const rolledUp = ({ members }: RollUp): RolledUpMember[] =>
  members.flatMap(({ unit, report }) => {
    const versionId = versionIdOf(report);
    return versionId ? [{ unitId: unit.id, versionId }] : [];
  });

/** Members whose newest version is not the one that was added up: corrected, withdrawn or filed since. */
export function amendedMembers({ members }: RollUp, addedUp: readonly RolledUpMember[]): UnitRow[] {
  const then = new Map(addedUp.map(({ unitId, versionId }) => [unitId, versionId]));
  return members
    .filter(({ unit, report }) => (then.get(unit.id) ?? null) !== versionIdOf(report))
    .map(({ unit }) => unit);
}
