import type { CalendarDate } from "../kernel/calendar-date.js";
import { reaches } from "../kernel/tenant-scope.js";
import { atOrBelow, raw, sql, type Session, type Sql } from "../platform/db/index.js";
import { type DraftCells, REPORTS, type Sections } from "./report.entity.js";
import { COUNTED_STATUSES, counts, type ReportScope, type ReportStage } from "./report-status.js";
import type { ReportView } from "./report.view.js";
import { VERSIONS } from "./version.entity.js";

type Head = Omit<ReportView, "content">;

type WorkingRow = Head & {
  /** Only while the report does not count; afterwards its newest version holds the same, packed. */
  draftCells: string | null;
  draftSections: string | null;
  versionId: string | null;
  packed: Uint8Array | null;
};

type VersionRow = Head & { versionId: string; packed: Uint8Array; number: number };

const COUNTED = raw(COUNTED_STATUSES);

const WORKING_COLUMNS = raw(`
  r.id, r.unit_id as unitId, u.path as unitPath, r.year, r.scope, r.format, r.status, r.revision,
  r.unit_name as unitName, r.signed_on as signedOn, r.due_on as dueOn, r.submitted_at as submittedAt,
  r.published_at as publishedAt, v.id as versionId, v.cells as packed,
  case when r.status in ${COUNTED_STATUSES} then null else r.cells end as draftCells,
  case when r.status in ${COUNTED_STATUSES} then null else r.sections end as draftSections`);

const VERSION_COLUMNS = raw(`
  v.report_id as id, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope, v.format, v.status, v.revision,
  v.unit_name as unitName, v.signed_on as signedOn, v.due_on as dueOn, v.submitted_at as submittedAt,
  v.published_at as publishedAt, v.id as versionId, v.cells as packed, v.number`);

async function workingViews(session: Session, condition: Sql): Promise<ReportView[]> {
  const { working } = session.scope;
  if (!working.all && working.units.length === 0 && working.subtrees.length === 0) return [];
  const rows = await session.query<WorkingRow>(
    sql`select ${WORKING_COLUMNS} from ${session.from(REPORTS, "r")}
        join units u on u.id = r.unit_id
        left join ${session.from(VERSIONS, "v")} on v.report_id = r.id and v.unit_id = r.unit_id
          and v.number = r.latest_version
        where ${condition}`,
  );
  return rows.map(({ draftCells, draftSections, versionId, packed, ...head }) => ({
    ...head,
    content:
      counts(head.status) && versionId && packed
        ? { kind: "version", versionId, packed }
        : {
            kind: "draft",
            cells: JSON.parse(draftCells ?? "{}") as DraftCells,
            sections: JSON.parse(draftSections ?? "{}") as Sections,
          },
  }));
}

/** The newest counting version of each report. */
async function versionViews(session: Session, condition: Sql): Promise<ReportView[]> {
  const rows = await session.query<VersionRow>(
    sql`select ${VERSION_COLUMNS} from ${session.from(VERSIONS, "v")}
        where v.status in ${COUNTED} and ${condition} order by v.report_id, v.number desc`,
  );
  return rows
    .filter((row, i) => row.id !== rows[i - 1]?.id)
    .map(({ versionId, packed, number: _number, ...head }) => ({
      ...head,
      content: { kind: "version", versionId, packed },
    }));
}

const preferWorking = (working: ReportView[], versions: ReportView[]): ReportView[] => {
  const seen = new Set(working.map((view) => view.id));
  return [...working, ...versions.filter((view) => !seen.has(view.id))];
};

export interface ReportKeys {
  /** The units' paths, as keys of the versions' table, and their ids. */
  readonly units: readonly { readonly id: string; readonly path: string }[];
  readonly years: readonly number[];
  readonly scope: ReportScope;
}

export async function reportViews(
  session: Session,
  { units, years, scope }: ReportKeys,
): Promise<ReportView[]> {
  const ids = units.map((unit) => unit.id);
  const working = await workingViews(
    session,
    sql`r.unit_id in ${ids} and r.year in ${[...years]} and r.scope = ${scope}`,
  );
  // Units within the working reach have no version without a working copy.
  const others = units.filter((unit) => !reaches(session.scope.working, unit));
  return others.length === 0
    ? working
    : [...working, ...(await submittedViews(session, { units: others, years, scope }))];
}

/** Never a working copy: for `previous` and for comparisons. */
export function submittedViews(session: Session, { units, years, scope }: ReportKeys): Promise<ReportView[]> {
  const paths = units.map((unit) => unit.path);
  return versionViews(
    session,
    sql`v.scope = ${scope} and v.year in ${[...years]} and v.unit_path in ${paths}`,
  );
}

/** What is published of one report, its newest version; null if nothing is. */
export async function publishedView(
  session: Session,
  { path, year, scope }: { readonly path: string; readonly year: number; readonly scope: ReportScope },
): Promise<ReportView | null> {
  const [view] = await versionViews(
    session,
    sql`v.scope = ${scope} and v.year = ${year} and v.unit_path = ${path} and v.status = 'PUBLISHED'`,
  );
  return view ?? null;
}

export interface PublishedReport extends ReportView {
  readonly unitCode: string;
  readonly number: number;
}

/** What is published of a unit and everything below, the newest version of each report; at most `most` versions. */
export async function publishedBelow(
  session: Session,
  { path, year, most }: { readonly path: string; readonly year: number; readonly most: number },
): Promise<PublishedReport[]> {
  const rows = await session.query<VersionRow & { readonly unitCode: string }>(
    sql`select ${VERSION_COLUMNS}, u.code as unitCode from ${session.from(VERSIONS, "v")}
        join units u on u.id = v.unit_id
        where v.scope in ('OWN', 'SYSTEM') and v.year = ${year} and v.status = 'PUBLISHED' and ${atOrBelow("v.unit_path", path)}
        order by v.unit_path, v.scope, v.number desc limit ${raw(String(most))}`,
  );
  return rows
    .filter((row, i) => row.id !== rows[i - 1]?.id)
    .map(({ versionId, packed, ...head }) => ({ ...head, content: { kind: "version", versionId, packed } }));
}

export async function reportViewsByIds(session: Session, ids: readonly string[]): Promise<ReportView[]> {
  const working = await workingViews(session, sql`r.id in ${[...ids]}`);
  return preferWorking(working, await versionViews(session, sql`v.report_id in ${[...ids]}`));
}

export interface VersionHead {
  readonly id: string;
  readonly reportId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly scope: ReportScope;
  readonly number: number;
  readonly status: ReportStage | "RETURNED";
  readonly format: string;
  readonly revision: number;
  readonly unitName: string;
  readonly signedOn: CalendarDate | null;
  readonly submittedAt: string;
  readonly publishedAt: string | null;
  readonly packed: Uint8Array;
  /** 0 and 1 in SQL. */
  readonly samePerson: boolean | number;
}

export const HEAD_COLUMNS =
  raw(`v.id, v.report_id as reportId, v.unit_id as unitId, v.unit_path as unitPath, v.year, v.scope,
  v.number, v.status, v.format, v.revision, v.unit_name as unitName, v.signed_on as signedOn,
  v.submitted_at as submittedAt, v.published_at as publishedAt, v.cells as packed, v.same_person as samePerson`);

export const versionsOfReports = (session: Session, reportIds: readonly string[]): Promise<VersionHead[]> =>
  session.query(
    sql`select ${HEAD_COLUMNS} from ${session.from(VERSIONS, "v")}
        where v.report_id in ${[...reportIds]} order by v.number desc`,
  );

export const versionsByIds = (session: Session, ids: readonly string[]): Promise<VersionHead[]> =>
  session.query(sql`select ${HEAD_COLUMNS} from ${session.from(VERSIONS, "v")} where v.id in ${[...ids]}`);
