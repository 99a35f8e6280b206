import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { TooComplex } from "../../../platform/graphql/too-complex.js";
import { topUnit } from "../../comparison/index.js";
import { areaSums, type YearOfArea } from "../../reports/index.js";
import { unitsByCodes, type UnitRow } from "../../units/index.js";
import { refuseAbove, type RollUpRequest } from "./roll-ups-request.js";

export type RollUpLevel = "PROVINCE" | "CITY" | "DISTRICT";

/** Areas × years: a few MB of packed sums to read. */
const MAX_GROUPS = 10_000;
const MAX_VALUES = 200_000;

export interface RolledUp {
  readonly area: UnitRow;
  readonly sums: YearOfArea;
}

/** Three statements at most, however many areas, years and indicators; `under` null is the whole country. */
export async function rollUp(
  session: Session,
  under: string | null,
  request: RollUpRequest,
): Promise<RolledUp[]> {
  const { by, years, indicators, atLeast } = request;
  const top = under === null ? null : await topUnit(session, under, ["under"]);
  if (top) refuseAbove(top, by);
  const limit = Math.min(MAX_GROUPS, Math.floor(MAX_VALUES / indicators.length));
  const found = await areaSums(session, { kind: by, under: top?.path ?? null, years, atLeast, limit });
  if (found.length > limit) throw tooMuch(limit);
  const areas = await areasOf(session, found);
  return found
    .flatMap((sums) => {
      const area = areas.get(sums.path);
      return area ? [{ area, sums }] : [];
    })
    .sort(inOrder(years));
}

async function areasOf(session: Session, sums: readonly YearOfArea[]): Promise<Map<string, UnitRow>> {
  const codes = new Set(sums.map(({ path }) => path.split("/").at(-2) ?? ""));
  return new Map((await unitsByCodes(session, [...codes])).map((area) => [area.path, area]));
}

/** By area in tree order, and the years of each as they were asked for. */
const inOrder = (years: readonly number[]) => (a: RolledUp, b: RolledUp) => {
  if (a.area.path !== b.area.path) return a.area.path < b.area.path ? -1 : 1;
  return years.indexOf(a.sums.year) - years.indexOf(b.sums.year);
};

const tooMuch = (limit: number): TooComplex =>
  new TooComplex(
    text(
      `区域数 × 年度数不得超过 ${limit}，请缩小范围或减少指标`,
      `Areas × years must not exceed ${limit}: ask for less, or for fewer indicators`,
    ),
    { limit },
  );
