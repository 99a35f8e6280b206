import { text } from "../../kernel/text.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import type { YearFigures } from "../compare/index.js";
import { Nearness } from "./nearest.js";
import type { Members } from "./peer-group.js";
import type { Pool } from "./pool.js";
import type { PeerGroup } from "./ranking-request.js";

/** Most distances to compute: they take a tenth of a second, in which the process does nothing else. */
const MAX_PAIRS = 400_000;

type Nearest = Extract<PeerGroup, { kind: "NEAREST" }>;

/** For each ranked unit: itself and its nearest units among its group in `pool.groups`; by index. */
export function nearestGroups(
  pool: Pool,
  { by, size }: Nearest,
  figures: YearFigures,
  part: readonly boolean[],
): (Members | undefined)[] {
  refuseTooMany(pool);
  const columns = by.map((indicator) => figures.of(indicator).values);
  const known = new Map<Members, Nearness>();
  const groups: (Members | undefined)[] = [];
  for (const place of pool.ranked) {
    const members = pool.groups[place] ?? [];
    const points = () =>
      members.map((at) => columns.map((values) => (part[at] ? (values[at] ?? null) : null)));
    const nearness = known.get(members) ?? new Nearness(points());
    known.set(members, nearness);
    const near = nearness.nearest(members.indexOf(place), size).flatMap((at) => members[at] ?? []);
    groups[place] = [place, ...near];
  }
  return groups;
}

function refuseTooMany({ ranked, groups }: Pool): void {
  const pairs = ranked.reduce((sum, place) => sum + (groups[place]?.length ?? 0), 0);
  if (pairs > MAX_PAIRS)
    throw new TooComplex(
      text(
        `按相近单位比较时，单位数 × 候选单位数不得超过 ${MAX_PAIRS}，请缩小范围`,
        `With nearest units, units × candidates must not exceed ${MAX_PAIRS}: ask for less`,
      ),
      { limit: MAX_PAIRS },
    );
}
