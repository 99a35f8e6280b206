import { authorize, signedIn, type Call } from "../access/index.js";
import { appendSteps, type SubjectType } from "../history/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { notFound } from "../kernel/fault.js";
import type { Path } from "../kernel/problem.js";
import type { Session, TenantTable } from "../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import { staleRecord, stepRefused } from "./record.problems.js";
import { openSteps, type Workflow } from "./workflow.js";

export interface RecordRow {
  readonly id: string;
  readonly unitId: string;
  /** Counts the changes, from 1. */
  readonly revision: number;
}

/** The history of one change of a record. */
export interface RecordChange {
  /** The day on which it happened, which may lie before the day on which it was recorded. */
  readonly on: CalendarDate;
  readonly note: string | null;
}

/** Records of one kind: where they are stored, which steps they take, and how their history is written. */
export interface RecordKind<
  Row extends RecordRow,
  State extends string = string,
  Verb extends string = string,
> extends Workflow<Row, State, Verb> {
  /** The type of the record in the API and in the history. */
  readonly type: SubjectType;
  readonly table: TenantTable<Row>;
  /** Where an input names the record: `["input", "proposalId"]`. */
  readonly path: Path;
}

/** The record that a step is to be taken on. */
export interface Target {
  readonly id: string;
  /** The revision that the caller has seen. Only the operator's commands may leave it out. */
  readonly expectedRevision?: number | null | undefined;
}

export interface Opened<Row, State extends string> {
  readonly unit: UnitRow;
  readonly record: Row;
  readonly state: State;
}

/**
 * Finds a record on which the caller may take the step now. Throws NOT_FOUND, FORBIDDEN, or a refusal:
 * STALE_REVISION, TRANSITION_REFUSED.
 */
export async function openRecord<Row extends RecordRow, State extends string, Verb extends string>(
  { session, viewer }: Call,
  kind: RecordKind<Row, State, Verb>,
  verb: Verb,
  { id, expectedRevision }: Target,
): Promise<Opened<Row, State>> {
  const { permission, from } = kind.steps[verb];
  const record = await session.rows<RecordRow>(kind.table as never).one({ id });
  if (!record) throw notFound();
  const row = record as Row;
  const [owner] = await unitsByIds(session, [row.unitId]);
  const unit = authorize(viewer, permission, owner ?? null);
  refuseStale(row, expectedRevision);
  const state = kind.stateOf(row);
  if (!from.includes(state)) throw stepRefused(kind.path, state, kind.states[state], openSteps(kind, state));
  return { unit, record: row, state };
}

/** Somebody else may have changed the record since the caller read it. */
export function refuseStale(
  { revision }: Pick<RecordRow, "revision">,
  expected: number | null | undefined,
): void {
  if (expected != null && expected !== revision) throw staleRecord(revision);
}

/** Enters a new record, and writes its history. */
export async function addRecord<Row extends RecordRow>(
  call: Call,
  kind: Pick<RecordKind<Row>, "table" | "type">,
  { unit, row }: { readonly unit: UnitRow; readonly row: Row },
  happening: RecordChange,
): Promise<Row> {
  await call.session.rows<RecordRow>(kind.table as never).insert(unit, row);
  remember(call, kind, { unit, row }, happening);
  return row;
}

/** Changes an opened record, unless somebody else has in the meantime, and writes its history. */
export async function saveRecord<Row extends RecordRow>(
  call: Call,
  kind: Pick<RecordKind<Row>, "table" | "type">,
  { unit, record }: Pick<Opened<Row, string>, "unit" | "record">,
  { values, ...happening }: RecordChange & { readonly values: Partial<NoInfer<Row>> },
): Promise<Row> {
  const changed = await changeRecord(call.session, kind.table, record, values);
  remember(call, kind, { unit, row: changed }, happening);
  return changed;
}

/** Writes down how the record's latest revision came about, under the name of the mutation. */
function remember(
  { session, viewer, operation: action, now }: Call,
  { type }: { readonly type: SubjectType },
  { unit, row: { id: subjectId, revision } }: { readonly unit: UnitRow; readonly row: RecordRow },
  { on: onDate, note }: RecordChange,
): void {
  const { id: actorId, displayName: actor } = signedIn(viewer);
  const step = { subjectId, revision, at: now.toISOString(), actorId, actor, action, onDate, note };
  appendSteps(session, unit, type, [step]);
}

/** Changes a row if nobody else has since it was read, and counts its revision up. */
export async function changeRecord<Row extends RecordRow>(
  session: Session,
  table: TenantTable<Row>,
  record: Row,
  values: Partial<Row>,
): Promise<Row> {
  const { id, unitId, revision }: RecordRow = record;
  const rows = session.rows<RecordRow>(table as TenantTable<RecordRow>);
  const changed = await rows.update({ id, unitId, revision }, { ...values, revision: revision + 1 });
  if (changed === 0) throw staleRecord((await rows.one({ id }))?.revision ?? revision);
  return { ...record, ...values, revision: revision + 1 };
}
