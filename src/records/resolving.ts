import {
  authorize,
  holds,
  type Call,
  type Commands,
  type Outcome,
  type Permission,
  type RequestContext,
} from "../access/index.js";
import { notFound } from "../kernel/fault.js";
import type { FieldPrice } from "../platform/graphql/cost.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { presentStep, type RecordStepType } from "../platform/graphql/step.types.js";
import type { LoaderFactory } from "../platform/loaders/index.js";
import { presentUnit, unitById, type UnitRow } from "../units/index.js";
import type { RecordKind } from "./record.js";
import type { RecordRow } from "./record-history.js";
import { standingSteps } from "./workflow.js";

/** The row id in an input; a malformed id, or one of another type, is treated as missing. */
export function requiredId(type: string, globalId: string): string {
  const id = idOfType(type, globalId);
  if (id === null) throw notFound();
  return id;
}

/** The same for optional input. */
export const givenId = (type: string, globalId: string | null | undefined): string | null =>
  globalId == null ? null : requiredId(type, globalId);

/** For fields of a unit's ledgers: NOT_FOUND for strangers, FORBIDDEN for callers with another role there. */
export const readableLedgers = ({ viewer }: RequestContext, unit: UnitRow): UnitRow =>
  authorize(viewer, "ledger:read", unit);

/** A page of a list gives the total number of records, so every record is read. */
export const listPrice = (of: string): FieldPrice => ({
  weight: 1,
  rows: { of, under: "parent.code", subtree: "subtree" },
});

/** The unit that a record belongs to, as the API shows it. */
export async function ownerOf({ loaders }: RequestContext, { unitId }: { readonly unitId: string }) {
  const unit = await loaders.of(unitById).load(unitId);
  if (!unit) throw new Error("a record belongs to a unit");
  return presentUnit(unit);
}

/** How a record is fetched by its id, for `node(id:)`. */
export const nodeOf =
  <Row, Shown>(byId: LoaderFactory<string, Row | null>, present: (row: Row) => Shown) =>
  async (id: string, { loaders }: RequestContext): Promise<Shown | null> => {
    const row = await loaders.of(byId).load(id);
    return row && present(row);
  };

interface Mutated<Row> {
  readonly name: string;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly byId: LoaderFactory<string, Row | null>;
  /** The loader of the record's history, which an earlier mutation of the same request may have filled. */
  readonly events?: LoaderFactory<string, unknown>;
}

/** Carries out a mutation and reloads the record, because loaders may hold an older state. */
export async function carriedOut<Row>(
  { viewer, loaders, requestId }: RequestContext,
  commands: Commands,
  { name, input, byId, events }: Mutated<Row>,
  work: (call: Call) => Promise<{ readonly id: string }>,
): Promise<Outcome<Row>> {
  const { record, problems } = await commands.run({ viewer, name, input, requestId }, (_, call) =>
    work(call),
  );
  if (!record) return { record, problems };
  if (events) loaders.of(events).clear(record.id);
  const row = await loaders.of(byId).clear(record.id).load(record.id);
  return { record: row ?? missing(name), problems: [] };
}

function missing(name: string): never {
  throw new Error(`${name}: the record is gone`);
}

/** Every step of a record as it stands open to the caller. */
export async function stepsOfRecord<Row extends RecordRow, State extends string>(
  { viewer, loaders, language }: RequestContext,
  kind: RecordKind<Row, State>,
  row: Row,
): Promise<RecordStepType[]> {
  const [unit, taken] = await Promise.all([
    loaders.of(unitById).load(row.unitId),
    kind.taken ? loaders.of(kind.taken).load(row.id) : [],
  ]);
  const may = (permission: Permission): boolean => unit !== null && holds(viewer, permission, unit);
  const standing = standingSteps(kind, row, { may, actorId: viewer.user?.id ?? null, taken });
  return standing.map(({ mutation, name, whyNot }) => presentStep(mutation, name, whyNot, language));
}
