import { anyOf, raw, sql, type Session, type Sql } from "../../platform/db/index.js";
import { formatOf, unpack } from "../../forms/index.js";
import {
  type FilingDates,
  REPORT_FILINGS,
  type ReportScope,
  type ReportStage,
  VERSIONS,
} from "../../reports/index.js";
import { isGovernment, type UnitRow } from "../../units/index.js";
import { stagesFrom, type Included } from "./coverage.js";

interface CountedVersion extends Included {
  readonly path: string;
  readonly year: number;
  readonly number: number;
}

export interface PackedVersion extends CountedVersion {
  readonly cells: Uint8Array;
  /** 补充指标, packed. */
  readonly stated: string;
}

export interface FiledVersion extends CountedVersion, FilingDates {
  readonly dueOn: string;
  readonly submittedAt: string;
  readonly underCorrection: boolean;
}

/** Year -> unit path -> the version that counts. */
export type Newest<V> = ReadonlyMap<number, ReadonlyMap<string, V>>;

export interface VersionQuery {
  readonly units: readonly UnitRow[];
  readonly years: readonly number[];
  readonly scope: ReportScope;
  readonly atLeast: ReportStage;
}

/** An empty 本级汇总 does not count. */
export async function packedVersions(session: Session, query: VersionQuery): Promise<Newest<PackedVersion>> {
  const newest = await newestVersions<PackedVersion>(session, query, {
    columns: raw("v.cells, v.stated"),
    beside: raw(""),
  });
  if (query.scope === "OWN") return newest;
  return new Map([...newest].map(([year, ofYear]) => [year, withoutEmpty(ofYear)]));
}

const withoutEmpty = (versions: ReadonlyMap<string, PackedVersion>): Map<string, PackedVersion> =>
  new Map(
    [...versions].filter(([, { format, cells }]) =>
      unpack(formatOf(format), cells).some((value) => value !== null),
    ),
  );

/** Columns about due dates, for a statement with the filing as `f` and the row with its newest date as `row`. */
export const filingColumns = (row: "r" | "v"): Sql =>
  raw(`coalesce(f.first_due_on, ${row}.due_on) as firstDueOn, f.resubmit_by as resubmitBy,
    f.missed_due_on as missedDueOn, f.missed_on as missedOn, coalesce(f.under_correction, 0) as underCorrection`);

export async function filedVersions(session: Session, query: VersionQuery): Promise<Newest<FiledVersion>> {
  const beside = sql`left join ${session.from(REPORT_FILINGS, "f")} on f.report_id = v.report_id`;
  const dates = raw(
    "v.due_on as dueOn, v.submitted_at as submittedAt, v.first_submitted_at as firstSubmittedAt",
  );
  const columns = sql`${dates}, ${filingColumns("v")}`;
  return newestVersions(session, query, { columns, beside });
}

/** The newest version of each unit and year that has reached the stage and lies in the scope. One statement. */
async function newestVersions<V extends CountedVersion>(
  session: Session,
  { units, years, scope, atLeast }: VersionQuery,
  { columns, beside }: { readonly columns: Sql; readonly beside: Sql },
): Promise<Newest<V>> {
  const rows = await session.query<V>(
    sql`select v.unit_path as path, v.year, v.number, v.status, v.format, ${columns}
        from ${session.from(VERSIONS, "v")} ${beside}
        where v.scope = ${scope} and v.year in ${[...years]} and ${placed(units)}
          and v.status in ${[...stagesFrom(atLeast)]}`,
  );
  const newest = new Map(years.map((year) => [year, new Map<string, V>()]));
  for (const row of rows) {
    const ofYear = newest.get(row.year);
    const known = ofYear?.get(row.path);
    if (!known || known.number < row.number) ofYear?.set(row.path, row);
  }
  return newest;
}

/**
 * As few ranges of the primary key (scope, year, unit_path, number) as possible: units below one parent lie side by
 * side. Governments do not, because their subtrees lie between them.
 */
function placed(units: readonly UnitRow[]): Sql {
  const governments: string[] = [];
  const runs = new Map<string | null, { first: string; last: string }>();
  for (const { kind, path, parentId } of units) {
    if (isGovernment(kind)) {
      governments.push(path);
      continue;
    }
    const run = runs.get(parentId) ?? { first: path, last: path };
    if (path < run.first) run.first = path;
    if (path > run.last) run.last = path;
    runs.set(parentId, run);
  }
  return anyOf([
    ...(governments.length > 0 ? [sql`v.unit_path in ${governments}`] : []),
    ...[...runs.values()].map(({ first, last }) => sql`v.unit_path between ${first} and ${last}`),
  ]);
}
