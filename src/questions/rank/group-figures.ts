import { ascending } from "../compare/index.js";
import { ordered, withGuest, type Ordered } from "./ordered.js";
import { spreadOf, type Spread } from "./outlier.js";
import type { Members } from "./peer-group.js";
import type { Standing } from "./standing.js";

/** What a group's values of this year and the year before come to. */
export interface GroupFigures {
  /** How many units the group has, with a value or without one. */
  readonly size: number;
  readonly now: Ordered;
  readonly before: Ordered;
  readonly spread: Spread | null;
}

/**
 * The group that a unit is measured in, itself always among it. Each list of members is put in order once, however many
 * units are ranked in it; a unit that is not on the list joins it without a copy.
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
