import type DataLoader from "dataloader";
import type { Database, Session } from "../db/index.js";
import type { TenantScope } from "../../kernel/tenant-scope.js";

/** Reads under the scope of the request that the loader lives on. */
export type Read = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

export type LoaderFactory<K, V> = (read: Read, loaders: Loaders) => DataLoader<K, V, string | K>;

export type Record = <T>(operation: string, work: (session: Session) => Promise<T>) => Promise<T>;

function refuseToRecord(): void {
  throw new Error("loaders of nobody record nothing");
}

/** The data loaders of one request: created at first use, kept by factory, dropped with the request. */
export class Loaders {
  readonly #made = new Map<unknown, unknown>();
  readonly #read: Read;
  /** For lists and sums over many rows: see Database.longRead. */
  readonly longRead: Read;

  /** Records what is about to be answered. Throws where that cannot be written, and then there is no answer. */
  readonly record: Record;

  /** `opened` tells each recording unit of work by whom it is opened, and for what. */
  constructor(
    database: Database,
    scope: TenantScope,
    opened: (session: Session, operation: string) => void = refuseToRecord,
  ) {
    this.#read = (work) => database.read(scope, work);
    this.longRead = (work) => database.longRead(scope, work);
    this.record = (operation, work) =>
      database.record(scope, (session) => {
        opened(session, operation);
        return work(session);
      });
  }

  of<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V, string | K> {
    const known = this.#made.get(factory) as DataLoader<K, V, string | K> | undefined;
    if (known) return known;
    const made = factory(this.#read, this);
    this.#made.set(factory, made);
    return made;
  }
}

/** Rows in the order of the keys, for a loader's batch function. */
export function inOrderOf<K, Row>(
  keys: readonly K[],
  rows: readonly Row[],
  keyOf: (row: Row) => K,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

export function groupedBy<K, Row>(keys: readonly K[], rows: readonly Row[], keyOf: (row: Row) => K): Row[][] {
  const groups = new Map<K, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
