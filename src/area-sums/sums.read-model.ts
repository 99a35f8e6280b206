import { allOf, anyOf, atOrBelow, raw, sql, type Session, type Sql } from "../platform/db/index.js";
import type { UnitKind } from "../units/index.js";
import { type CellValues, formatOf } from "../forms/index.js";
import { REPORT_STAGES, type ReportStage } from "../reports/index.js";
import { summedCells } from "./cell-sums.js";
import { unpackSums } from "./packing-sums.js";
import { expectSums } from "./sums-upkeep.js";

export interface AreaSumsQuery {
  readonly kind: UnitKind;
  /** A path: that area and all below it; null: the whole country. */
  readonly under: string | null;
  readonly years: readonly number[];
  readonly atLeast: ReportStage;
  readonly limit: number;
}

/** One year of one area, added up. */
export interface YearOfArea {
  readonly path: string;
  readonly year: number;
  readonly reports: number;
  readonly format: string;
  /** True if only published reports count, because the scope does not cover the whole area. */
  readonly publishedOnly: boolean;
  readonly cells: CellValues;
}

interface StoredSum extends Omit<YearOfArea, "cells" | "publishedOnly" | "reports"> {
  readonly filed: number;
  readonly stage: ReportStage;
  readonly packed: Uint8Array;
}

/** In tree order, with one more than `limit` if there are more. */
export async function areaSums(session: Session, query: AreaSumsQuery): Promise<YearOfArea[]> {
  const { kind, under, years, atLeast, limit } = query;
  await expectSums(session);
  const rows = await session.query<StoredSum>(
    sql`select s.path, s.year, s.stage, s.format, s.filed, s.cells as packed from report_sums s
        where ${readable(session, atLeast)} and s.kind = ${kind} and s.year in ${[...years]} and s.filed > 0
          and ${under === null ? raw("1=1") : atOrBelow("s.path", under)}
        order by s.path limit ${limit + 1}`,
  );
  return rows.map(({ stage, packed, filed, ...row }) => ({
    ...row,
    reports: filed,
    publishedOnly: stage !== atLeast,
    cells: summedCells(unpackSums(formatOf(row.format).cells.length, filed, packed)),
  }));
}

/**
 * One row a year for each area: reports of the requested stage if the scope covers the whole area's submitted
 * reports, else published reports. A role at one office of an area does not cover the area.
 */
function readable({ scope: { submitted } }: Session, atLeast: ReportStage): Sql {
  const published = REPORT_STAGES[REPORT_STAGES.length - 1];
  if (submitted.all || atLeast === published) return sql`s.stage = ${atLeast}`;
  const reached = anyOf(submitted.subtrees.map((path) => atOrBelow("s.path", path)));
  return anyOf([
    allOf([sql`s.stage = ${atLeast}`, reached]),
    allOf([sql`s.stage = ${published}`, sql`not ${reached}`]),
  ]);
}
