import { dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import type { Session } from "../../platform/db/index.js";
import { dueDates, mustFile, type ReportStatus } from "../reports/index.js";
import { unitsWhere, type UnitRow } from "../units/index.js";
import { MAX_UNITS, refuseTooMany, topUnit } from "./compared-units.js";
import { coverageOf, type Coverage } from "./coverage.js";
import { workingFilings, type WorkingFiling } from "./filing.read-model.js";
import { filedVersions, type FiledVersion } from "./newest-version.read-model.js";

export interface Filing {
  readonly unit: UnitRow;
  readonly status: ReportStatus | null;
  readonly dueOn: CalendarDate;
  readonly submittedAt: string | null;
  readonly onTime: boolean | null;
  readonly openErrors: number;
  readonly openWarnings: number;
}

export interface Board {
  readonly year: number;
  readonly coverage: Coverage;
  readonly filings: readonly Filing[];
}

/** Every unit at or below `under` that must file a report of its own for the year. Five statements. */
export async function filingBoard(session: Session, under: string, year: number): Promise<Board> {
  const top = await topUnit(session, under, ["under"]);
  const filers = await unitsWhere(session, { under: top.path, filesReport: true }, MAX_UNITS + 1);
  refuseTooMany(filers.length);
  const units = filers.filter((unit) => mustFile(unit, year, "OWN"));
  const query = { units, years: [year], scope: "OWN", atLeast: "SUBMITTED" } as const;
  const versions = (await filedVersions(session, query)).get(year) ?? new Map<string, FiledVersion>();
  const working = await workingFilings(session, units, year);
  const dueOn = await dueDates(session, year, "OWN");
  return {
    year,
    coverage: coverageOf(units, { year, scope: "OWN" }, versions),
    filings: units.map((unit) =>
      filingOf(unit, working.get(unit.id) ?? versions.get(unit.path), dueOn(unit)),
    ),
  };
}

/** What the caller sees of a unit's report: the working copy, else its newest version, else nothing. */
function filingOf(unit: UnitRow, seen: WorkingFiling | FiledVersion | undefined, due: CalendarDate): Filing {
  // A correction does not make a report late that was filed in time; one sent back is not filed until it comes again.
  const filedAt = seen && seen.status !== "RETURNED" ? seen.firstSubmittedAt : null;
  const dueOn = seen?.dueOn ?? due;
  return {
    unit,
    status: seen?.status ?? null,
    dueOn,
    submittedAt: seen?.submittedAt ?? null,
    onTime: filedAt === null ? null : dateInShanghai(new Date(filedAt)) <= dueOn,
    openErrors: seen && "openErrors" in seen ? seen.openErrors : 0,
    openWarnings: seen && "openWarnings" in seen ? seen.openWarnings : 0,
  };
}
