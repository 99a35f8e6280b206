import { newId, raw, sql, type Session } from "../platform/db/index.js";
import { figurePrintsOf, fingerprintsOf, packPrints, statedIn } from "../audit/index.js";
import type { UnitRow } from "../units/index.js";
import { pack, packStated, formatOf } from "../forms/index.js";
import {
  completedValues,
  COUNTED_STATUSES,
  type DraftCells,
  packSources,
  type ReportRow,
  type CountedVersion,
  type ReportStage,
  type ReportVersionRow,
  sourcesOf,
  VERSION_DIFFERENCES,
  VERSION_DOCUMENTS,
  VERSION_FINGERPRINTS,
  VERSIONS,
} from "../reports/index.js";
import { recordSubmission } from "./report-filing.store.js";
import type { FilingListeners } from "./report-services.js";

/** Writes the next version of a report; its figures and texts never change. */
export async function writeVersion(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  { at, listeners, samePerson = false }: Submission,
): Promise<void> {
  const [id, format] = [newId(), formatOf(report.format)];
  const completed = completedValues(format, report.cells);
  const cells = Buffer.from(pack(format, completed.values));
  const before = await countedVersions(session, report);
  await session.rows(VERSIONS).insert(unit, {
    id,
    unitId: unit.id,
    unitPath: unit.path,
    reportId: report.id,
    year: report.year,
    scope: report.scope,
    number: report.latestVersion,
    status: "SUBMITTED",
    format: report.format,
    revision: report.revision,
    cells,
    unitName: report.unitName ?? unit.name,
    signedOn: report.signedOn,
    ...{ dueOn: report.dueOn, firstSubmittedAt: report.firstSubmittedAt ?? at, submittedAt: at },
    ...{ publishedAt: null, samePerson, stated: packStated(statedIn(report.sections, report.year)) },
  });
  await session.rows(VERSION_DOCUMENTS).insert(unit, {
    versionId: id,
    unitId: unit.id,
    sections: report.sections,
    sources: packSources(sourcesOf(format, report.cells, completed)),
  });
  await writeFingerprints(session, unit, id, report);
  await writeDifferences(session, unit, id, report.cells);
  await listeners.submitted(session, unit, report, id);
  await recordSubmission(session, unit, report, at);
  const after = [...before, { number: report.latestVersion, status: "SUBMITTED", cells } as const];
  await listeners.counted(session, unit, report, { before, after });
}

/** What likeness to other reports is told by, kept beside the version. */
async function writeFingerprints(
  session: Session,
  unit: UnitRow,
  versionId: string,
  { sections, year }: ReportRow,
): Promise<void> {
  await session.rows(VERSION_FINGERPRINTS).insert(unit, {
    versionId,
    unitId: unit.id,
    texts: Buffer.from(packPrints(fingerprintsOf(sections))),
    figures: Buffer.from(packPrints(figurePrintsOf(sections, year))),
  });
}

interface Submission {
  readonly at: string;
  readonly listeners: FilingListeners;
  readonly samePerson?: boolean;
}

async function writeDifferences(
  session: Session,
  unit: UnitRow,
  versionId: string,
  cells: DraftCells,
): Promise<void> {
  const differences = differencesIn(cells);
  if (Object.keys(differences).length > 0)
    await session.rows(VERSION_DIFFERENCES).insert(unit, { versionId, unitId: unit.id, differences });
}

const differencesIn = (cells: DraftCells): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([code, { difference }]) => (difference ? [[code, difference]] : [])),
  );

/** Updates the status of the newest version with its report. */
export async function moveVersion(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  { status, listeners, ...more }: VersionStep,
): Promise<void> {
  const before = await countedVersions(session, report);
  const moved = await session
    .rows(VERSIONS)
    .update(
      { reportId: report.id, unitId: report.unitId, number: report.latestVersion },
      { status, revision: report.revision, ...more },
    );
  if (moved !== 1) throw new Error("a report that was submitted has its version");
  const after = before.map((version) =>
    version.number === report.latestVersion ? { ...version, status } : version,
  );
  await listeners.counted(session, unit, report, { before, after });
}

interface VersionStep extends Partial<Pick<ReportVersionRow, "publishedAt" | "samePerson">> {
  readonly status: ReportStage | "RETURNED";
  readonly listeners: FilingListeners;
}

/** The versions of a report that count somewhere. */
const countedVersions = (session: Session, { id, unitId }: ReportRow): Promise<CountedVersion[]> =>
  session.query<CountedVersion>(
    sql`select v.number, v.status, v.cells from ${session.from(VERSIONS, "v")}
        where v.report_id = ${id} and v.unit_id = ${unitId} and v.status in ${raw(COUNTED_STATUSES)}`,
  );
