import { newId, type Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { pack, formatOf } from "../forms/index.js";
import { completedValues, packSources, sourcesOf } from "./draft.js";
import type { DraftCells, ReportRow } from "./report.entity.js";
import { recordSubmission } from "./report-filing.store.js";
import type { ReportStage } from "./report-status.js";
import { completenessOfReport, VERSION_COMPLETENESS } from "../derivation/index.js";
import { countedVersions, keepSums } from "../area-sums/index.js";
import { VERSION_DIFFERENCES, VERSION_DOCUMENTS, VERSIONS, type ReportVersionRow } from "./version.entity.js";

/** Writes what is being submitted as the report's next version; nothing changes its figures or texts afterwards. */
export async function writeVersion(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  { at, samePerson = false }: { readonly at: string; readonly samePerson?: boolean },
): Promise<void> {
  const format = formatOf(report.format);
  const completed = completedValues(format, report.cells);
  const id = newId();
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
    ...{ dueOn: report.dueOn, firstSubmittedAt: report.firstSubmittedAt ?? at },
    ...{ submittedAt: at, publishedAt: null, samePerson },
  });
  await session.rows(VERSION_DOCUMENTS).insert(unit, {
    versionId: id,
    unitId: unit.id,
    sections: report.sections,
    sources: packSources(sourcesOf(format, report.cells, completed)),
  });
  await writeDifferences(session, unit, id, report.cells);
  await keepCompleteness(session, unit, report, id);
  await recordSubmission(session, unit, report, at);
  const written = { number: report.latestVersion, status: "SUBMITTED", cells } as const;
  await keepSums(session, unit, report, before, [...before, written]);
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

/** Who is in it now is not to be told any more once its members' reports have gone on. */
async function keepCompleteness(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  versionId: string,
): Promise<void> {
  if (report.scope !== "SYSTEM") return;
  const { included, missing } = await completenessOfReport(session, unit, report);
  await session.rows(VERSION_COMPLETENESS).insert(unit, { versionId, unitId: unit.id, included, missing });
}

const differencesIn = (cells: DraftCells): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([code, { difference }]) => (difference ? [[code, difference]] : [])),
  );

/** Moves the newest version along with its report. */
export async function moveVersion(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  status: ReportStage | "RETURNED",
  more: Partial<Pick<ReportVersionRow, "publishedAt" | "samePerson">> = {},
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
  await keepSums(session, unit, report, before, after);
}
