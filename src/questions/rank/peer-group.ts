import { UNIT_KINDS, type UnitRow } from "../../units/index.js";
import type { PeerGroup } from "./ranking-request.js";

/** Indexes in the pool. Units of one group share one list. */
export type Members = readonly number[];

type Placed = Pick<UnitRow, "path" | "kind">;

/** 直辖市 have no city level; the next government above takes its place. */
export const LEVELS = {
  SAME_KIND_IN_DISTRICT: UNIT_KINDS.DISTRICT.level,
  SAME_KIND_IN_CITY: UNIT_KINDS.CITY.level,
  SAME_KIND_IN_PROVINCE: UNIT_KINDS.PROVINCE.level,
  NEAREST: UNIT_KINDS.PROVINCE.level,
} as const satisfies Partial<Record<PeerGroup["kind"], number>>;

export const levelOf = ({ kind }: Pick<UnitRow, "kind">): number => UNIT_KINDS[kind].level;

/** The nearest government strictly above a unit, this high or higher; "" is the country. `above` holds their paths. */
export function governmentAbove(path: string, above: ReadonlySet<string>): string {
  for (let end = path.lastIndexOf("/", path.length - 2); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const candidate = path.slice(0, end + 1);
    if (above.has(candidate)) return candidate;
  }
  return "";
}

/** Units of the same kind under the same government. One list a group, in the order of the pool. */
export function sameKindGroups(pool: readonly Placed[], above: ReadonlySet<string>): Members[] {
  const groups = new Map<string, number[]>();
  const ofUnit = pool.map(({ kind, path }, at) => {
    const key = `${kind} ${governmentAbove(path, above)}`;
    const members = groups.get(key) ?? [];
    groups.set(key, members);
    members.push(at);
    return members;
  });
  return ofUnit;
}
