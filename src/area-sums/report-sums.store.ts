import { isDuplicate, sql, type Session } from "../platform/db/index.js";
import { isGovernment, unitsByCodes, type UnitRow } from "../units/index.js";
import { unpack, formatOf } from "../forms/index.js";
import type { CountedVersion, ReportRow, ReportStage } from "../reports/index.js";
import { Summing } from "./cell-sums.js";
import { replacements, type Replacement } from "./counting.js";
import { packSums, unpackSums } from "./packing-sums.js";
import { REPORT_SUMS, type ReportSumRow } from "./report-sum.entity.js";

/**
 * Updates the sums of all governments above a unit, in the transaction that changed its versions. A 本级汇总 is a sum
 * of these reports itself and is not added.
 */
export async function keepSums(
  session: Session,
  unit: UnitRow,
  report: Pick<ReportRow, "year" | "scope" | "format">,
  {
    before,
    after,
  }: { readonly before: readonly CountedVersion[]; readonly after: readonly CountedVersion[] },
): Promise<void> {
  const changes = replacements(before, after);
  if (report.scope !== "OWN" || changes.length === 0) return;
  const areas = (await chainOf(session, unit)).filter(({ kind }) => isGovernment(kind));
  const stages = changes.map(({ stage }) => stage);
  const rows = await heldRows(session, { areas, stages, year: report.year, format: report.format });
  for (const change of changes)
    for (const row of rows.filter(({ stage }) => stage === change.stage))
      await session.rows(REPORT_SUMS).update(keyOf(row), replaced(row, change));
}

/** The unit may have moved while this transaction waited for its versions. */
async function chainOf(session: Session, { id, path }: Pick<UnitRow, "id" | "path">): Promise<UnitRow[]> {
  const chain = await unitsByCodes(session, path.split("/").slice(0, -1));
  const now = chain.find((unit) => unit.id === id);
  return now && now.path !== path ? chainOf(session, now) : chain;
}

const keyOf = ({ stage, kind, year, path }: ReportSumRow) => ({ stage, kind, year, path });

function replaced(
  { format: code, filed, cells }: ReportSumRow,
  { before, after }: Replacement<CountedVersion>,
): Pick<ReportSumRow, "filed" | "cells"> {
  const format = formatOf(code);
  const sums = Summing.of(unpackSums(format.cells.length, filed, cells));
  if (before) sums.add(unpack(format, before.cells), -1);
  if (after) sums.add(unpack(format, after.cells));
  return { filed: sums.reports, cells: Buffer.from(packSums(sums)) };
}

interface Wanted {
  readonly areas: readonly UnitRow[];
  readonly stages: readonly ReportStage[];
  readonly year: number;
  readonly format: string;
}

/**
 * Locks the areas' rows until this transaction ends. One statement takes them in the order of the primary key, so two
 * units of one province may wait but cannot deadlock.
 */
async function heldRows(session: Session, wanted: Wanted): Promise<ReportSumRow[]> {
  const rows = await hold(session, wanted);
  const missing = wanted.stages.flatMap((stage) =>
    wanted.areas
      .filter(({ path }) => !rows.some((row) => row.stage === stage && row.path === path))
      .map((area) => emptyRow(stage, area, wanted)),
  );
  if (missing.length === 0) return rows;
  for (const row of missing) await insertOrFind(session, row);
  return hold(session, wanted);
}

async function hold(session: Session, { areas, stages, year }: Wanted): Promise<ReportSumRow[]> {
  const kinds = [...new Set(areas.map(({ kind }) => kind))];
  const paths = areas.map(({ path }) => path);
  const wanted = sql`stage in ${[...stages]} and kind in ${kinds} and year = ${year} and path in ${paths}`;
  await session.hold(REPORT_SUMS, wanted);
  return session.query<ReportSumRow>(
    sql`select stage, kind, year, path, format, filed, cells from report_sums where ${wanted}`,
  );
}

const emptyRow = (
  stage: ReportStage,
  { kind, path }: UnitRow,
  { year, format }: Pick<Wanted, "year" | "format">,
): ReportSumRow => {
  const cells = Buffer.from(packSums(new Summing(formatOf(format).cells.length)));
  return { stage, kind, year, path, format, filed: 0, cells };
};

/** The first report of a year below an area inserts its row; several may do so at once. */
async function insertOrFind(session: Session, row: ReportSumRow): Promise<void> {
  try {
    await session.rows(REPORT_SUMS).insert(row);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
