import { Brackets, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from "typeorm";
import { reaches, type TenantScope } from "../../kernel/tenant-scope.js";
import { allOf, raw, Sql } from "./sql.js";
import { appeared } from "./staging.entity.js";
import { withinReach, type SharedTable, type TenantTable } from "./table.js";

/** Equality on each property, a list meaning one of, null meaning is null. */
export type Where<E> = { readonly [K in keyof E]?: E[K] | readonly E[K][] };

export interface FindOptions<E> {
  readonly orderBy?: { readonly [K in keyof E]?: "ASC" | "DESC" };
  readonly limit?: number;
}

interface Owner {
  readonly id: string;
  readonly path: string;
}

/**
 * By-id reads and writes of one table through an entity. The row filter is added last, to the whole condition, so
 * no branch of it can widen the scope; no query builder ever leaves this class.
 */
abstract class Rows<E extends ObjectLiteral> {
  /** Private even to subclasses: it accepts any statement. */
  readonly #manager: EntityManager;
  readonly #course: Course;

  constructor(
    manager: EntityManager,
    protected readonly table: SharedTable<E> | TenantTable<E>,
    { course }: { readonly course: Course },
  ) {
    this.#manager = manager;
    this.#course = course;
  }

  /** Rows of machinery (sessions, throttles, heads of chains) change without an entry in the history. */
  #changed(rows: number): void {
    if (rows > 0 && this.table.machinery !== true) this.#course.changes += 1;
  }

  #refuseToRewrite(): void {
    if (this.table.appendOnly === true) throw new Error(`${this.table.name}: rows are only ever added`);
  }

  protected abstract readFilter(alias: string): Sql;
  protected derived(_values: Partial<E>): Partial<E> {
    return {};
  }
  /** What new rows get besides. */
  protected entered(): object {
    return {};
  }
  protected abstract writeFilter(alias: string): Sql;

  #select(where: Where<E> | readonly Where<E>[]): SelectQueryBuilder<E> {
    return this.#manager
      .createQueryBuilder(this.table.entity, "t")
      .where(condition("t", where))
      .andWhere(...named(this.readFilter("t")));
  }

  async find(where: Where<E> | readonly Where<E>[], options: FindOptions<E> = {}): Promise<E[]> {
    const query = this.#select(where);
    for (const [property, direction] of Object.entries(options.orderBy ?? {}))
      query.addOrderBy(`t.${property}`, direction);
    if (options.limit !== undefined) query.limit(options.limit);
    return query.getMany();
  }

  async one(where: Where<E>): Promise<E | null> {
    const [first] = await this.find(where, { limit: 1 });
    return first ?? null;
  }

  /** Rows, each with the shared row whose id stands in its `key`, by one statement. */
  async findWith<S extends ObjectLiteral & { id: string }>(
    where: Where<E>,
    key: keyof E & string,
    { name }: SharedTable<S>,
  ): Promise<(readonly [row: E, named: S])[]> {
    const query = this.#select(where).innerJoinAndMapOne("t.named", name, "n", `n.id = t.${key}`);
    const found = (await query.getMany()) as (E & { named?: S })[];
    return found.map((row) => {
      const { named: shared } = row;
      delete row.named;
      if (!shared) throw new Error(`${this.table.name}: a row without its ${name}`);
      return [row, shared];
    });
  }

  /** Number of changed rows; 0 if none matched, or none may be written. */
  async update(where: Where<E>, values: Partial<E>): Promise<number> {
    this.#refuseToRewrite();
    const result = await this.#manager
      .createQueryBuilder()
      .update(this.table.entity)
      .set({ ...values, ...this.derived(values) })
      .where(condition("", where))
      .andWhere(...named(this.writeFilter(this.table.name)))
      .execute();
    this.#changed(result.affected ?? 0);
    return result.affected ?? 0;
  }

  /**
   * Locks the rows until this transaction ends. A value of theirs really changes: an update that changes nothing is
   * no lock on a cluster nor in some engines, and SQLite knows no `for update`.
   */
  async hold(where: Where<E> | readonly Where<E>[] | Sql): Promise<void> {
    const query = this.#manager
      .createQueryBuilder()
      .update(this.table.entity)
      .set({ held: () => "held + 1" } as object);
    const held = where instanceof Sql ? query.where(...named(where)) : query.where(condition("", where));
    await held.andWhere(...named(this.writeFilter(this.table.name))).execute();
  }

  async delete(where: Where<E>): Promise<number> {
    this.#refuseToRewrite();
    return this.remove(where);
  }

  protected async remove(where: Where<E>): Promise<number> {
    const result = await this.#manager
      .createQueryBuilder()
      .delete()
      .from(this.table.entity)
      .where(condition("", where))
      .andWhere(...named(this.writeFilter(this.table.name)))
      .execute();
    this.#changed(result.affected ?? 0);
    return result.affected ?? 0;
  }

  protected async insertRows(rows: readonly E[]): Promise<void> {
    this.#changed(rows.length);
    await this.#manager
      .createQueryBuilder()
      .insert()
      .into(this.table.entity)
      .values(rows.map((row) => ({ ...row, ...this.derived(row), ...this.entered() })))
      .updateEntity(false)
      .execute();
  }
}

export class SharedRows<E extends ObjectLiteral> extends Rows<E> {
  protected readFilter = (): Sql => raw("1=1");
  protected writeFilter = (): Sql => raw("1=1");

  insert(...rows: readonly E[]): Promise<void> {
    return this.insertRows(rows);
  }
}

export class ScopedTable<E extends ObjectLiteral & { unitId: string }> extends Rows<E> {
  private readonly scope: TenantScope;
  private readonly course: Course;

  constructor(
    manager: EntityManager,
    protected override readonly table: TenantTable<E>,
    { course, scope }: { readonly course: Course; readonly scope: TenantScope },
  ) {
    super(manager, table, { course });
    this.scope = scope;
    this.course = course;
  }

  protected override derived = (values: Partial<E>): Partial<E> => this.table.derived?.(values) ?? {};
  protected override entered = (): object =>
    this.table.staged === true && this.course.staging !== null ? { staging: this.course.staging } : {};
  protected readFilter = (alias: string): Sql =>
    visible(this.table, this.table.readable(this.scope, alias), alias, this.course);
  protected writeFilter = (alias: string): Sql => withinReach(this.table.writable(this.scope), alias);

  /** A row never moves to another unit: the filter limits the rows that may be written, not the values. */
  override async update(where: Where<E>, values: Partial<E>): Promise<number> {
    const moves = (key: "unitId" | "unitPath"): boolean =>
      values[key] !== undefined && values[key] !== where[key];
    if (moves("unitId") || moves("unitPath"))
      throw new Error(`${this.table.name}: an update that moves rows to another unit`);
    return super.update(where, values);
  }

  /** The only way in which rows of an append-only table go: their retention is over. Under a system scope alone. */
  async prune(where: Where<E>): Promise<number> {
    if (this.scope.systemReason === undefined)
      throw new Error(`${this.table.name}: only the operator prunes`);
    return this.remove(where);
  }

  async insert(owner: Owner, ...rows: readonly E[]): Promise<void> {
    if (!reaches(this.table.writable(this.scope), owner))
      throw new Error(`${this.table.name}: a row for a unit outside the writable scope`);
    // If a row also carries its unit's path, scopes filter by the path.
    if (rows.some((row) => row.unitId !== owner.id || (row["unitPath"] ?? owner.path) !== owner.path))
      throw new Error(`${this.table.name}: a row of another unit than its owner`);
    if (rows.length > 0) await this.insertRows(rows);
  }
}

/** A read filter, without the rows of other stagings. */
export const visible = (
  { staged }: { readonly staged?: boolean },
  filter: Sql,
  alias: string,
  { staging }: Course,
): Sql => (staged === true ? allOf([filter, appeared(alias, staging)]) : filter);

let parameterNumber = 0;

/**
 * TypeORM wants named parameters; names are unique within the process, as one statement may join several pieces. The
 * brackets are needed: TypeORM would join a bare `a or b` to the condition as it stands.
 */
function named(piece: Sql): [string, Record<string, unknown>] {
  const params: Record<string, unknown> = {};
  let i = 0;
  const text = piece.text.replace(/\?/g, () => {
    parameterNumber = (parameterNumber + 1) % Number.MAX_SAFE_INTEGER;
    params[`s${parameterNumber}`] = piece.params[i++];
    return `:s${parameterNumber}`;
  });
  return [`(${text})`, params];
}

function condition<E>(alias: string, where: Where<E> | readonly Where<E>[]): Brackets {
  const branches = (Array.isArray(where) ? where : [where]) as readonly Where<E>[];
  return new Brackets((any) => {
    if (branches.length === 0) any.where("0=1");
    for (const branch of branches)
      any.orWhere(
        new Brackets((all) => {
          all.where("1=1");
          for (const [property, value] of Object.entries(branch))
            all.andWhere(...equality(alias ? `${alias}.${property}` : property, value));
        }),
      );
  });
}

function equality(column: string, value: unknown): [string, Record<string, unknown>] {
  if (value === null) return [`${column} is null`, {}];
  if (value === undefined) throw new Error(`no value to compare ${column} with`);
  parameterNumber = (parameterNumber + 1) % Number.MAX_SAFE_INTEGER;
  const name = `w${parameterNumber}`;
  if (!Array.isArray(value)) return [`${column} = :${name}`, { [name]: value }];
  return value.length === 0 ? ["0=1", {}] : [`${column} in (:...${name})`, { [name]: value }];
}

/** Bookkeeping of one unit of work. */
export class Course {
  /** Announcements to the opener of the unit of work, delivered after the commit. */
  readonly announced = new Set<string>();
  /** Number of statements that changed rows which require an entry in the history. */
  changes = 0;
  /** Number of history entries made. */
  recorded = 0;
  /** The staging that new rows belong to; null: they are there at the commit. */
  staging: string | null = null;
  readonly #last: (() => Promise<void>)[] = [];

  /** Registers work to run last, right before the commit: a lock taken there is held for a moment only. */
  atTheEnd(work: () => Promise<void>): void {
    this.#last.push(work);
  }

  async end(): Promise<void> {
    for (const work of this.#last.splice(0)) await work();
  }
}
