import { dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import { reaches } from "../../kernel/tenant-scope.js";
import type { Session } from "../../platform/db/index.js";
import { counts, DEFAULT_STAGE, dueDates, isOnTime, type ReportStatus } from "../../reports/index.js";
import { unitsBelowThen, unitsWhere, type UnitRow } from "../../units/index.js";
import type { TreeTime } from "../../units/api.js";
import { MAX_UNITS, refuseTooMany, topUnit } from "./compared-units.js";
import { coverageOf, expectedUnits, type Coverage } from "./coverage.js";
import { workingFilings, type WorkingFiling } from "./filing.read-model.js";
import { filedVersions, type FiledVersion } from "./newest-version.read-model.js";

export interface Filing {
  readonly unit: UnitRow;
  readonly status: ReportStatus | null;
  readonly correctionUnderWay: boolean;
  readonly dueOn: CalendarDate;
  readonly firstDueOn: CalendarDate;
  readonly submittedAt: string | null;
  readonly onTime: boolean | null;
  readonly openErrors: number;
  readonly openWarnings: number;
}

export interface Board {
  readonly tree: TreeTime;
  readonly year: number;
  readonly coverage: Coverage;
  readonly filings: readonly Filing[];
}

const STAGE = { scope: "OWN", atLeast: DEFAULT_STAGE } as const;

interface BoardRequest {
  readonly under: string;
  readonly year: number;
  readonly tree: TreeTime;
}

/** Every unit at or below `under` that must file a report of its own for the year, or has done so. Five statements. */
export async function filingBoard(
  session: Session,
  { under, year, tree }: BoardRequest,
  now: Date,
): Promise<Board> {
  const top = await topUnit(session, under, ["under"]);
  const all =
    tree === "THEN"
      ? (await unitsBelowThen(session, top, year, MAX_UNITS + 1)).map(({ unit }) => unit)
      : await unitsWhere(session, { under: top.path }, MAX_UNITS + 1);
  refuseTooMany(all.length);
  const newest = await filedVersions(session, { ...STAGE, units: all, years: [year] });
  const versions = newest.get(year) ?? new Map<string, FiledVersion>();
  const units = expectedUnits(all, { year, scope: "OWN" }, versions);
  const working = await workingFilings(session, units, year);
  const dueOn = await dueDates(session, year, "OWN");
  const today = dateInShanghai(now);
  return {
    year,
    tree,
    coverage: coverageOf(units, { year, scope: "OWN" }, versions),
    filings: units.map((unit) => {
      const seen = working.get(unit.id) ?? versions.get(unit.path);
      return seen ? filingOf(unit, seen, today) : missingFiling(session, unit, dueOn(unit), today);
    }),
  };
}

/** The report of a unit as the caller sees it: the working copy, else the newest version. */
const filingOf = (unit: UnitRow, seen: WorkingFiling | FiledVersion, today: CalendarDate): Filing => ({
  unit,
  // The same for insiders and the public: it stays PUBLISHED until a corrected version counts.
  status: seen.underCorrection && !counts(seen.status) ? "PUBLISHED" : seen.status,
  correctionUnderWay: Boolean(seen.underCorrection),
  dueOn: seen.dueOn,
  firstDueOn: seen.firstDueOn,
  submittedAt: seen.submittedAt,
  onTime: isOnTime(seen, today),
  openErrors: "openErrors" in seen ? seen.openErrors : 0,
  openWarnings: "openWarnings" in seen ? seen.openWarnings : 0,
});

/** No report visible to this caller. Only a caller who would see a submitted report can be sure that it is late. */
const missingFiling = (
  { scope: { working, submitted } }: Session,
  unit: UnitRow,
  dueOn: CalendarDate,
  today: CalendarDate,
): Filing => ({
  unit,
  status: null,
  correctionUnderWay: false,
  dueOn,
  firstDueOn: dueOn,
  submittedAt: null,
  onTime: today > dueOn && (reaches(working, unit) || reaches(submitted, unit)) ? false : null,
  openErrors: 0,
  openWarnings: 0,
});
