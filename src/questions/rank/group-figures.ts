import { ascending } from "../compare/index.js";
import { ordered, withGuest, type Ordered } from "./ordered.js";
import { spreadOf, type Spread } from "./outlier.js";
import type { Members } from "./peer-group.js";
import type { Standing } from "./standing.js";

/** Figures of a group in this year and the year before. */
export interface GroupFigures {
  /** Number of units in the group, with or without a value. */
  readonly size: number;
  readonly now: Ordered;
  readonly before: Ordered;
  readonly spread: Spread | null;
}

/**
 * Figures of the group of each unit, always including the unit itself. Each list of members is sorted once, however
 * many units are ranked in it; a unit outside of the list is added without a copy.
 */
export function groupFigures(
  now: readonly Standing[],
  before: readonly Standing[],
): (members: Members, place: number) => GroupFigures {
  const known = new Map<Members, GroupFigures & { readonly places: ReadonlySet<number> }>();
  return (members, place) => {
    const figures = known.get(members) ?? {
      ...figuresOf(members.length, orderedOf(now, members), orderedOf(before, members)),
      places: new Set(members),
    };
    known.set(members, figures);
    if (figures.places.has(place)) return figures;
    const [own, was] = [now[place]?.value ?? null, before[place]?.value ?? null];
    return figuresOf(members.length + 1, joined(figures.now, own), joined(figures.before, was));
  };
}

const figuresOf = (size: number, now: Ordered, before: Ordered): GroupFigures => ({
  ...{ size, now, before },
  spread: spreadOf(now),
});

const joined = (hosts: Ordered, guest: number | null): Ordered =>
  guest === null ? hosts : withGuest(hosts, guest);

const orderedOf = (standings: readonly Standing[], members: Members): Ordered =>
  ordered(ascending(members.map((at) => standings[at]?.value ?? null)));
