import { inTurns } from "../../kernel/fair-queue.js";
import type { Session } from "../../platform/db/index.js";
import {
  coverageOf,
  packedVersions,
  YearFigures,
  type Coverage,
  type Newest,
  type PackedVersion,
} from "../compare/index.js";
import { FIRST_YEAR, isExpected } from "../../reports/index.js";
import { settingsOf } from "../../settings/index.js";
import type { UnitRow } from "../../units/index.js";
import { groupFigures, type GroupFigures } from "./group-figures.js";
import { jumpOf, seriesOf, type SeriesPoint } from "./history.js";
import { nearestGroups } from "./nearest-groups.js";
import { modifiedZ, type OutlierScore } from "./outlier.js";
import type { Members } from "./peer-group.js";
import { poolOf, type Pool } from "./pool.js";
import { bandOf, percentileIn, rankChange, rankIn, type Band, type RankChange } from "./rank.js";
import type { RankRequest } from "./ranking-request.js";
import { standings, type Standing } from "./standing.js";

export interface RankedUnit extends Standing {
  readonly unit: UnitRow;
  readonly rank: number | null;
  readonly percentile: number | null;
  readonly band: Band | null;
  /** Number of other units in the group, and how many have a rank. */
  readonly peers: number;
  readonly rankedPeers: number;
  readonly rankChange: RankChange | null;
  readonly againstGroup: OutlierScore | null;
}

export interface RankedRow extends RankedUnit {
  readonly againstHistory: OutlierScore | null;
  readonly series: readonly SeriesPoint[];
}

export interface Ranking {
  readonly request: RankRequest;
  readonly minimumBase: number;
  /** Number of ranked units, also beyond `top`. */
  readonly ranked: number;
  /** How many are not shown. */
  readonly beyond: number;
  readonly rows: readonly RankedRow[];
  readonly coverage: Coverage;
}

/** A fixed number of statements, however many units, peers and years. */
export async function rankReports(session: Session, request: RankRequest): Promise<Ranking> {
  const pool = await poolOf(session, request);
  const base = request.minimumBase ?? (await settingsOf(session))(pool.top)["ranking.minimumBase"];
  const years = [request.year, request.year - 1].filter((year) => year >= FIRST_YEAR);
  const versions = await packedVersions(session, { ...request, units: pool.units, years });
  const units = rankedUnits(request, pool, versions, base);
  const shown = firstOf(inOrder(units), request.top);
  const series = await seriesOfShown(session, request, shown, base);
  const ofYear = versions.get(request.year) ?? new Map<string, PackedVersion>();
  const asked = pool.ranked.flatMap((at) => pool.units[at] ?? []);
  return {
    request,
    minimumBase: base,
    ranked: units.filter(({ rank }) => rank !== null).length,
    beyond: units.length - shown.length,
    rows: shown.map((unit, at) => ({
      ...unit,
      againstHistory: jumpOf(series[at] ?? [], request.year),
      series: series[at] ?? [],
    })),
    coverage: coverageOf(asked, request, ofYear),
  };
}

/** Every unit that was to be ranked, in the order of the pool. */
export function rankedUnits(
  request: RankRequest,
  pool: Pool,
  versions: Newest<PackedVersion>,
  minimumBase: number,
): RankedUnit[] {
  const { indicator, year, group } = request;
  const at = (of: number) => figuresOfYear(pool, versions, of);
  const [now, before] = [at(year), at(year - 1)];
  const standing = standings(indicator, now.figures.of(indicator), now.versions, minimumBase);
  const standingBefore = standings(indicator, before.figures.of(indicator), before.versions, minimumBase);
  const part = pool.units.map((unit, i) =>
    isExpected(unit, { year, scope: request.scope, filed: now.versions[i] !== undefined }),
  );
  const taking = takingPart(part);
  const groups =
    group.kind === "NEAREST" ? nearestGroups(pool, group, now.figures, part) : pool.groups.map(taking);
  const figuresOf = groupFigures(standing, standingBefore);
  return pool.ranked.flatMap((place) => {
    const [unit, own] = [pool.units[place], standing[place]];
    if (!unit || !own || (!part[place] && !request.units)) return [];
    const was = standingBefore[place]?.value ?? null;
    const group = figuresOf(groups[place] ?? [], place);
    return [{ unit, ...own, ...placed({ value: own.value, before: was, group }, request) }];
  });
}

type Placing = Omit<RankedUnit, keyof Standing | "unit">;

interface Placed {
  readonly value: number | null;
  readonly before: number | null;
  readonly group: GroupFigures;
}

function placed({ value, before, group }: Placed, { direction }: RankRequest): Placing {
  const [peers, ranked] = [group.size - 1, group.now.length];
  if (value === null) return { ...UNRANKED, peers, rankedPeers: ranked };
  const percentile = percentileIn(group.now, value);
  const moved = { now: value, groupNow: group.now, groupBefore: group.before };
  return {
    rank: rankIn(group.now, value, direction),
    percentile,
    band: bandOf(percentile, ranked),
    peers,
    rankedPeers: ranked - 1,
    rankChange: before === null ? null : rankChange({ ...moved, before }, direction),
    againstGroup: modifiedZ(value, group.spread),
  };
}

const UNRANKED = { rank: null, percentile: null, band: null, rankChange: null, againstGroup: null };

/** Leaves units out of all groups that neither had to file nor did. Groups that share a list keep sharing it. */
function takingPart(part: readonly boolean[]): (members: Members) => Members {
  const known = new Map<Members, Members>();
  return (members) => {
    const found = known.get(members) ?? members.filter((at) => part[at]);
    known.set(members, found);
    return found;
  };
}

function figuresOfYear({ units }: Pool, newest: Newest<PackedVersion>, year: number) {
  const versions = units.map(({ path }) => newest.get(year)?.get(path));
  return { versions, figures: new YearFigures(versions) };
}

/** A cut never separates ties: all units that share the last rank are returned. */
function firstOf(units: readonly RankedUnit[], top: number | null): readonly RankedUnit[] {
  const rank = units[(top ?? 0) - 1]?.rank ?? null;
  if (top === null || rank === null) return units.slice(0, top ?? undefined);
  return units.filter((unit, at) => at < top || unit.rank === rank);
}

/** By rank, ties in the order of the tree, units without a rank last. */
const inOrder = (units: readonly RankedUnit[]): RankedUnit[] =>
  [...units].sort((a, b) => {
    if (a.rank !== b.rank) return (a.rank ?? Infinity) - (b.rank ?? Infinity);
    return a.unit.path < b.unit.path ? -1 : 1;
  });

async function seriesOfShown(
  session: Session,
  request: RankRequest,
  shown: readonly RankedUnit[],
  minimumBase: number,
): Promise<SeriesPoint[][]> {
  const units = shown.map(({ unit }) => unit);
  const years = Array.from({ length: request.year - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const versions = await packedVersions(session, { ...request, units, years });
  return inTurns(seriesOf(units, versions, request.indicator, minimumBase), 1);
}
