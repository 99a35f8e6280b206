import type { Reach } from "../../kernel/tenant-scope.js";
import { raw, sql, type Session, type TenantTable } from "../../platform/db/index.js";
import { DEFAULT_PAGE_SIZE } from "../../platform/graphql/paging.js";

export interface Sized {
  readonly table: TenantTable<{ unitId: string }>;
  /** The first date determines the year. */
  readonly dates: Readonly<Record<string, { readonly column: string }>>;
}

interface UnitRows {
  readonly id: string;
  readonly path: string;
  readonly rows: number;
}

/** Assumed number of units of average size: one page. */
const SOME = DEFAULT_PAGE_SIZE;

/** Number of records of one ledger at each unit, and below it. */
export class LedgerSize {
  /** By code of unit, for units with records and all units above them. */
  readonly #places = new Map<string, { readonly path: string; own: number; below: number }>();
  readonly #units: ReadonlyMap<string, UnitRows>;
  readonly #years: ReadonlyMap<number, number>;
  readonly #all: number;

  constructor(units: readonly UnitRows[], years: ReadonlyMap<number, number>) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#years = years;
    this.#all = units.reduce((sum, { rows }) => sum + rows, 0);
    for (const unit of units) this.#add(unit);
  }

  #add({ path, rows }: UnitRows): void {
    for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) {
      const above = path.slice(0, end + 1);
      const code = above.slice(above.lastIndexOf("/", end - 1) + 1, end);
      const place = this.#places.get(code) ?? { path: above, own: 0, below: 0 };
      this.#places.set(code, place);
      place.below += rows;
      if (above === path) place.own += rows;
    }
  }

  /** Number of records at a unit, or at and below it, within a reach; `null`: all units within the reach. */
  of(code: string | null, reach: Reach, subtree: boolean): number {
    if (code === null) {
      const all = this.#within(reach, "");
      return subtree ? all : Math.min(all, SOME * (this.#all / Math.max(1, this.#units.size)));
    }
    const place = this.#places.get(code);
    if (!place) return 0;
    const covered = reach.all || reach.subtrees.some((path) => place.path.startsWith(path));
    if (covered) return subtree ? place.below : place.own;
    return this.#within(reach, place.path);
  }

  #within(reach: Reach, path: string): number {
    if (reach.all) return this.#all;
    const own = reach.units
      .flatMap((id) => this.#units.get(id) ?? [])
      .filter((unit) => unit.path.startsWith(path));
    const below = reach.subtrees.filter((subtree) => subtree.startsWith(path));
    return (
      own.reduce((sum, { rows }) => sum + rows, 0) +
      below.reduce((sum, subtree) => sum + (this.#places.get(codeOf(subtree))?.below ?? 0), 0)
    );
  }

  /** Share of the records that belongs to the given years. */
  shareOf(years: readonly number[] | null): number {
    if (years === null || this.#years.size === 0) return 1;
    const rows = [...new Set(years)].reduce((sum, year) => sum + (this.#years.get(year) ?? 0), 0);
    return Math.min(1, rows / this.#all);
  }
}

/** The last code of a path: of `37/3710/` it is `3710`. */
const codeOf = (path: string): string => path.split("/").at(-2) ?? "";

export async function ledgerSize(session: Session, { table, dates }: Sized): Promise<LedgerSize> {
  const from = session.from(table, "r");
  const units = await session.query<{ id: string; path: string; many: number }>(
    sql`select u.id, u.path, c.many from (
          select r.unit_id, count(*) as many from ${from} group by r.unit_id) c
        join units u on u.id = c.unit_id`,
  );
  const date = raw(Object.values(dates)[0]?.column ?? "");
  const years = await session.query<{ year: string; many: number }>(
    sql`select substr(${date}, 1, 4) as year, count(*) as many from ${from} where ${date} is not null
        group by substr(${date}, 1, 4)`,
  );
  const rows = units.map(({ id, path, many }) => ({ id, path, rows: Number(many) }));
  return new LedgerSize(rows, new Map(years.map(({ year, many }) => [Number(year), Number(many)])));
}

/** The register of units, sized like a ledger: one record a unit. */
export async function registerSize(session: Session): Promise<LedgerSize> {
  const units = await session.query<{ id: string; path: string }>(sql`select u.id, u.path from units u`);
  return new LedgerSize(
    units.map((unit) => ({ ...unit, rows: 1 })),
    new Map(),
  );
}
