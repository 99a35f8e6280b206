import { type Member, isIncluded, versionIdOf, type RollUp } from "./roll-up.js";
import { atOrBelow, raw, sql, type Session } from "../../platform/db/index.js";
import { unitsWhere, type UnitRow } from "../../units/index.js";
import {
  completedValues,
  COUNTED_STATUSES,
  isExpected,
  type ReportRow,
  VERSIONS,
} from "../../reports/index.js";
import { formatOf } from "../../forms/index.js";
import { REPORT_ROLL_UPS, VERSION_COMPLETENESS } from "../roll-up.entity.js";
import { rollUpsOf } from "./roll-up.read-model.js";

/** Which units' own reports a 本级汇总 is made of, through every level: included and missing are all that are expected. */
export interface Completeness {
  readonly included: number;
  /** Unit ids. */
  readonly missing: readonly string[];
}

export interface CountedMember {
  readonly member: Member;
  /** The version that was added up; null if none. */
  readonly versionId: string | null;
}

/** A unit below a government, and whether it has a report of its own that counts. */
export interface Leaf {
  readonly unitId: string;
  readonly filed: boolean;
}

interface Known {
  /** Completeness of the members' versions, by version; missing for versions older than this table. */
  readonly kept: ReadonlyMap<string, Completeness>;
  /** Expected units below a member that is a government, by unit id. */
  readonly leaves: ReadonlyMap<string, readonly Leaf[]>;
}

export const nothingOf = (leaves: readonly Leaf[]): Completeness => ({
  included: 0,
  missing: leaves.map(({ unitId }) => unitId),
});

const asFiled = (leaves: readonly Leaf[]): Completeness => ({
  included: leaves.filter(({ filed }) => filed).length,
  missing: leaves.filter(({ filed }) => !filed).map(({ unitId }) => unitId),
});

const together = (parts: readonly Completeness[]): Completeness => ({
  included: parts.reduce((sum, { included }) => sum + included, 0),
  missing: parts.flatMap(({ missing }) => missing),
});

/** A member contributes what its version is made of; without a version, all units below it are missing. */
export const completenessOf = (counted: readonly CountedMember[], { kept, leaves }: Known): Completeness =>
  together(
    counted.map(({ member: { unit, scope }, versionId }) => {
      if (scope === "OWN") return asFiled([{ unitId: unit.id, filed: versionId !== null }]);
      const below = leaves.get(unit.id) ?? [];
      if (versionId === null) return nothingOf(below);
      return kept.get(versionId) ?? asFiled(below);
    }),
  );

/**
 * Present completeness of a 本级汇总: for an added-up one, the units that were in it; for a typed one, the units that
 * have filed here by now; for an empty one, none.
 */
export async function completenessOfReport(
  session: Session,
  unit: UnitRow,
  report: Pick<ReportRow, "id" | "year" | "format" | "cells">,
): Promise<Completeness> {
  const { values } = completedValues(formatOf(report.format), report.cells);
  if (values.every((value) => value === null))
    return nothingOf(await leavesBelow(session, unit, report.year));
  const rollUp = (await rollUpsOf(session, [unit], report.year)).get(unit.id);
  if (!rollUp) throw new Error(`${unit.code} has no members`);
  const addedUp = await session.rows(REPORT_ROLL_UPS).one({ reportId: report.id });
  if (!addedUp) return completenessOfRollUp(session, rollUp);
  const taken = new Map(addedUp.members.map(({ unitId, versionId }) => [unitId, versionId]));
  return gathered(
    session,
    rollUp.year,
    rollUp.members.map((member) => ({ member, versionId: taken.get(member.unit.id) ?? null })),
  );
}

/** Stored with the version: after the members' reports change, its content can no longer be reconstructed. */
export async function keepCompleteness(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  versionId: string,
): Promise<void> {
  if (report.scope !== "SYSTEM") return;
  const { included, missing } = await completenessOfReport(session, unit, report);
  await session.rows(VERSION_COMPLETENESS).insert(unit, { versionId, unitId: unit.id, included, missing });
}

/** As the members' versions stand now. */
export const completenessOfRollUp = (session: Session, { year, members }: RollUp): Promise<Completeness> =>
  gathered(
    session,
    year,
    members.map((member) => ({ member, versionId: isIncluded(member) ? versionIdOf(member.report) : null })),
  );

async function gathered(
  session: Session,
  year: number,
  counted: readonly CountedMember[],
): Promise<Completeness> {
  const governments = counted.filter(({ member }) => member.scope === "SYSTEM");
  if (governments.length === 0) return completenessOf(counted, { kept: new Map(), leaves: new Map() });
  const versionIds = governments.flatMap(({ versionId }) => versionId ?? []);
  const rows = await session.rows(VERSION_COMPLETENESS).find({ versionId: versionIds });
  const kept = new Map(rows.map((row) => [row.versionId, row]));
  const leaves = new Map<string, readonly Leaf[]>();
  for (const { member, versionId } of governments)
    if (versionId === null || !kept.has(versionId))
      leaves.set(member.unit.id, await leavesBelow(session, member.unit, year));
  return completenessOf(counted, { kept, leaves });
}

/** More than any province has. */
const MOST_UNITS = 100_000;

/** Every unit at or below a government that files a report of its own for the year. Two statements. */
async function leavesBelow(session: Session, top: UnitRow, year: number): Promise<Leaf[]> {
  const units = await unitsWhere(session, { under: top.path }, MOST_UNITS);
  const versions = await session.query<{ unitId: string }>(
    sql`select distinct v.unit_id as unitId from ${session.from(VERSIONS, "v")}
        where v.scope = 'OWN' and v.year = ${year} and ${atOrBelow("v.unit_path", top.path)}
          and v.status in ${raw(COUNTED_STATUSES)}`,
  );
  const filed = new Set(versions.map(({ unitId }) => unitId));
  return units
    .map((unit) => ({ unit, filed: filed.has(unit.id) }))
    .filter((leaf) => isExpected(leaf.unit, { year, scope: "OWN", filed: leaf.filed }))
    .map((leaf) => ({ unitId: leaf.unit.id, filed: leaf.filed }));
}
