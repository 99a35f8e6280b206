import type { Session } from "../../platform/db/index.js";
import { comparedUnits, MAX_UNITS, notFoundAt, refuseTooMany, topUnit } from "../compare/index.js";
import {
  isGovernment,
  UNIT_KINDS,
  unitsByCodes,
  unitsByIds,
  unitsWhere,
  type UnitKind,
  type UnitRow,
} from "../../units/index.js";
import { governmentAbove, levelOf, LEVELS, sameKindGroups, type Members } from "./peer-group.js";
import { PEER_GROUPS } from "./custom-group.entity.js";
import type { NamedGroup, PeerGroup, RankRequest } from "./ranking-request.js";

/** All units whose figures are needed: those to rank, and those they are measured against. */
export interface Pool {
  readonly top: UnitRow;
  readonly units: readonly UnitRow[];
  /** Indexes in `units` of the units to rank, in the requested order. */
  readonly ranked: readonly number[];
  /** The group of each unit, by index; a unit belongs to its group even if not listed in it. */
  readonly groups: readonly Members[];
}

/** A fixed number of statements, whatever is ranked. */
export async function poolOf(session: Session, request: RankRequest): Promise<Pool> {
  const top = await topUnit(session, request.under, ["input", "under"]);
  const rows = await comparedUnits(session, request);
  return poolAmong(session, { top, rows }, request.group, ["input", "group"]);
}

/** The units to rank, below their top. */
interface Ranked {
  readonly top: UnitRow;
  readonly rows: readonly UnitRow[];
}

/** The same for given units; `path`: the group in the input. */
export async function poolAmong(
  session: Session,
  { top, rows }: Ranked,
  group: PeerGroup,
  path: readonly string[],
): Promise<Pool> {
  if (group.kind === "RANKED_UNITS") return onePool(top, rows, rows);
  if (group.kind === "NAMED") return onePool(top, rows, await namedPeers(session, group, path));
  const { peers, above } = await sameKind(session, top, rows, LEVELS[group.kind]);
  const units = inTree([...rows, ...peers]);
  return { top, units, ranked: placesOf(rows, units), groups: sameKindGroups(units, above) };
}

/** All units share one list of peers, and each is also measured against itself. */
function onePool(top: UnitRow, rows: readonly UnitRow[], peers: readonly UnitRow[]): Pool {
  const units = inTree([...rows, ...peers]);
  const members = new Set(placesOf(peers, units));
  const all = [...members].sort((a, b) => a - b);
  return { top, units, ranked: placesOf(rows, units), groups: units.map(() => all) };
}

/** Wherever in the country they are. */
async function namedPeers(session: Session, group: NamedGroup, path: readonly string[]): Promise<UnitRow[]> {
  if ("groupId" in group) {
    const stored = await session.rows(PEER_GROUPS).one({ id: group.groupId });
    if (!stored) throw notFoundAt([...path, "groupId"]);
    return unitsByIds(session, stored.members);
  }
  const codes = group.units;
  refuseTooMany(codes.length);
  const byCode = new Map((await unitsByCodes(session, codes)).map((unit) => [unit.code, unit]));
  return codes.map((code, at) => {
    const unit = byCode.get(code);
    if (!unit) throw notFoundAt([...path, "units", String(at)]);
    return unit;
  });
}

interface SameKind {
  readonly peers: readonly UnitRow[];
  /** Paths of the governments whose subordinates form groups. */
  readonly above: ReadonlySet<string>;
}

/** The units of the same kinds in the smallest area that contains every group, and the governments that divide it. */
async function sameKind(
  session: Session,
  top: UnitRow,
  rows: readonly UnitRow[],
  level: number,
): Promise<SameKind> {
  const kinds = new Set(rows.map(({ kind }) => kind));
  const chain = await unitsByCodes(session, top.path.split("/").filter(Boolean));
  const above = new Set(chain.filter((unit) => divides(unit, level)).map(({ path }) => path));
  const highest = rows.some(({ path }) => path === top.path) ? top.path : `${top.path}below/`;
  const area = governmentAbove(highest, above);
  const dividing = (Object.keys(UNIT_KINDS) as UnitKind[]).filter((kind) => divides({ kind }, level));
  const found = await unitsWhere(
    session,
    { ...(area !== "" && { under: area }), kinds: [...new Set([...kinds, ...dividing])] },
    MAX_UNITS + 1,
  );
  refuseTooMany(found.length);
  for (const unit of found) if (divides(unit, level)) above.add(unit.path);
  return { peers: found.filter(({ kind }) => kinds.has(kind)), above };
}

const divides = (unit: Pick<UnitRow, "kind">, level: number): boolean =>
  isGovernment(unit.kind) && levelOf(unit) <= level;

/** Distinct units in the order of the tree, which also orders ties. */
function inTree(units: readonly UnitRow[]): UnitRow[] {
  const byPath = new Map(units.map((unit) => [unit.path, unit]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function placesOf(some: readonly UnitRow[], units: readonly UnitRow[]): number[] {
  const places = new Map(units.map(({ path }, at) => [path, at]));
  return some.flatMap(({ path }) => places.get(path) ?? []);
}
