import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import { topUnit } from "../compare/index.js";
import { areaSums, type YearOfArea } from "../../area-sums/index.js";
import { existsIn, unitsWhere, type UnitRow } from "../../units/index.js";
import { areaCoverage, areaYear, reachesWhole, type AreaCoverage } from "./area-coverage.read-model.js";
import { refuseAbove, type AreaRequest } from "./area-request.js";

/** Areas × years: a few MB of packed sums to read. */
const MAX_GROUPS = 10_000;
const MAX_VALUES = 200_000;

/** One year of one area of the scope. */
export interface RolledUp {
  readonly area: UnitRow;
  readonly year: number;
  /** null: no report that counts. */
  readonly sums: YearOfArea | null;
  /** True if only published reports count, because the scope does not cover the whole area. */
  readonly publishedOnly: boolean;
}

export interface AreaSums {
  readonly rolled: readonly RolledUp[];
  /** null: not requested, or more units than anybody reads. */
  readonly coverage: AreaCoverage | null;
}

/**
 * Every area of the scope, also without reports. Three statements, however many areas, years and indicators, and
 * three more for missing units; `under` null is the whole country.
 */
export async function rollUp(
  session: Session,
  under: string | null,
  request: AreaRequest,
  wanted: { readonly coverage: boolean },
): Promise<AreaSums> {
  const { by, years, indicators, atLeast } = request;
  const top = under === null ? null : await topUnit(session, under, ["under"]);
  if (top) refuseAbove(top, by);
  const limit = Math.min(MAX_GROUPS, Math.floor(MAX_VALUES / indicators.length));
  const scope = top ? { under: top.path } : {};
  const areas = await unitsWhere(session, { ...scope, kinds: [by] }, limit + 1);
  if (areas.length * years.length > limit) throw tooMuch(limit);
  const found = await areaSums(session, { kind: by, under: top?.path ?? null, years, atLeast, limit });
  const sums = new Map(found.map((one) => [areaYear(one.path, one.year), one]));
  return {
    rolled: areas
      .flatMap((area) =>
        years.map((year) => ({
          area,
          year,
          sums: sums.get(areaYear(area.path, year)) ?? null,
          publishedOnly: atLeast !== "PUBLISHED" && !reachesWhole(session, area),
        })),
      )
      .filter(({ area, year, sums: ofYear }) => ofYear !== null || existsIn(area, year)),
    coverage: wanted.coverage ? await areaCoverage(session, { top, areas, years, atLeast }) : null,
  };
}

const tooMuch = (limit: number): TooComplex =>
  new TooComplex(
    text(
      `区域数 × 年度数不得超过 ${limit}，请缩小范围或减少指标`,
      `Areas × years must not exceed ${limit}: ask for less, or for fewer indicators`,
    ),
    { limit },
  );
