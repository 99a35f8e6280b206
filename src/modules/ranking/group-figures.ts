import { ascending } from "../comparison/index.js";
import { spreadOf, type Spread } from "./outlier.js";
import type { Members } from "./peer-group.js";
import type { Standing } from "./standing.js";

/** What a group's values of this year and the year before come to. */
export interface GroupFigures {
  /** How many of the group have a value this year. */
  readonly ranked: number;
  readonly now: Float64Array;
  readonly before: Float64Array;
  readonly spread: Spread | null;
}

/** Each group is reckoned once, however many units are ranked in it. */
export function groupFigures(
  now: readonly Standing[],
  before: readonly Standing[],
): (members: Members) => GroupFigures {
  const known = new Map<Members, GroupFigures>();
  return (members) => {
    const figures = known.get(members) ?? figuresOf(valuesOf(now, members), valuesOf(before, members));
    known.set(members, figures);
    return figures;
  };
}

const figuresOf = (now: readonly number[], before: readonly number[]): GroupFigures => ({
  ranked: now.length,
  now: ascending(now),
  before: ascending(before),
  spread: spreadOf(now),
});

const valuesOf = (standings: readonly Standing[], members: Members): number[] =>
  members.flatMap((at) => standings[at]?.value ?? []);
