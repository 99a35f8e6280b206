import { authorize, type Viewer } from "../../access/index.js";
import { badInput, CallerFault, notFound } from "../../kernel/fault.js";
import { reaches, type Reach } from "../../kernel/tenant-scope.js";
import { text } from "../../kernel/text.js";
import { allOf, atOrBelow, sql, type Session, type Sql } from "../../platform/db/index.js";
import {
  isGovernment,
  unitByCode,
  unitsByCodes,
  unitsByIds,
  unitsWhere,
  type UnitRow,
} from "../../units/index.js";
import { scopePeers } from "./scope-peers.js";
import type { StatisticsScope } from "./statistics-query.js";

/** The units of a query; the caller may count the ledgers of all of them. */
export interface LedgerUnits {
  readonly top: UnitRow;
  /** A condition on `r`. */
  readonly condition: Sql;
  readonly count: number;
  /** True if the caller may read the single records of all of them. */
  readonly insider: boolean;
  /** Set if the scope lists units or kinds instead of everything below the top. */
  readonly several: "units" | "kinds" | null;
  /** In tree order. */
  readonly rows: () => Promise<readonly UnitRow[]>;
}

const MOST_UNITS_NAMED = 1000;
/** More than the country has. */
const MOST_UNITS = 200_000;

export async function ledgerUnits(
  session: Session,
  viewer: Viewer,
  scope: StatisticsScope,
): Promise<LedgerUnits> {
  const { under, kinds, units } = scope;
  const found = await unitByCode(session, under);
  const top = placed(["input", "scope", "under"], () => authorize(viewer, "statistics:read", found));
  const peers = await scopePeers(session, top, scope);
  if (peers) return someUnits(top, peers.filter(readable(viewer)), viewer);
  const ofKinds = ({ kind }: UnitRow): boolean => kinds?.includes(kind) ?? true;
  if (units) return someUnits(top, (await namedUnits(session, viewer, top, units)).filter(ofKinds), viewer);
  if (!covers(viewer.scope.counted, top))
    return someUnits(top, (await ownUnits(session, viewer, top)).filter(ofKinds), viewer);
  const below = allOf([atOrBelow("u.path", top.path), ...(kinds ? [sql`u.kind in ${[...kinds]}`] : [])]);
  const [counted] = await session.query<{ units: number }>(
    sql`select count(*) as units from units u where ${below}`,
  );
  const filter = { under: top.path, ...(kinds ? { kinds } : {}) };
  return {
    top,
    condition: sql`r.unit_id in (select u.id from units u where ${below})`,
    count: Number(counted?.units ?? 0),
    insider: readsAll(viewer.scope.ledgers, top),
    several: kinds && kinds.length > 1 ? "kinds" : null,
    rows: () => unitsWhere(session, filter, MOST_UNITS),
  };
}

const readable =
  ({ scope }: Viewer) =>
  (unit: UnitRow): boolean =>
    reaches(scope.counted, unit);

/** True if the reach covers the unit and everything below it. */
const covers = (reach: Reach, { path }: UnitRow): boolean =>
  reach.all || reach.subtrees.some((subtree) => path.startsWith(subtree));

/** A unit that is not a government has no units below it. */
const readsAll = (ledgers: Reach, top: UnitRow): boolean =>
  covers(ledgers, top) || (!isGovernment(top.kind) && reaches(ledgers, top));

const someUnits = (top: UnitRow, units: readonly UnitRow[], { scope }: Viewer): LedgerUnits => ({
  top,
  condition: sql`r.unit_id in ${units.map(({ id }) => id)}`,
  count: units.length,
  insider: units.every((unit) => reaches(scope.ledgers, unit)),
  several: units.length > 1 ? "units" : null,
  rows: () => Promise.resolve(units),
});

/** A caller who works for single units sees those of them that lie below. */
async function ownUnits(session: Session, { scope }: Viewer, top: UnitRow): Promise<UnitRow[]> {
  const ids = scope.counted.all ? [] : scope.counted.units;
  const own = await unitsByIds(session, ids);
  return own.filter(({ path }) => path.startsWith(top.path));
}

async function namedUnits(
  session: Session,
  { scope }: Viewer,
  top: UnitRow,
  codes: readonly string[],
): Promise<UnitRow[]> {
  const at = ["input", "scope", "units"];
  if (codes.length > MOST_UNITS_NAMED)
    throw badInput(text(`最多 ${MOST_UNITS_NAMED} 个单位`, `At most ${MOST_UNITS_NAMED} units`), at);
  const byCode = new Map((await unitsByCodes(session, codes)).map((unit) => [unit.code, unit]));
  const found = [...new Set(codes)].map((code) => {
    const unit = byCode.get(code);
    if (unit?.path.startsWith(top.path) && reaches(scope.counted, unit)) return unit;
    return placed([...at, String(codes.indexOf(code))], () => {
      throw notFound();
    });
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Adds the path of the input to a refusal. */
function placed<T>(path: readonly string[], look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof CallerFault) throw new CallerFault(error.code, error.text, path);
    throw error;
  }
}
