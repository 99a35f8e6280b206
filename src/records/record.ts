import { authorize, signedIn, type Call } from "../access/index.js";
import { stepIn, stepsOf, type Step as StepTaken, type SubjectType } from "../history/index.js";
import { notFound } from "../kernel/fault.js";
import {
  notAllowedNow,
  refuse,
  staleRevision,
  transitionRefused,
  type Path,
  type Problem,
  type Refusal,
} from "../kernel/problem.js";
import type { Session, TenantTable } from "../platform/db/index.js";
import type { LoaderFactory } from "../platform/loaders/index.js";
import { recordsWithUnits, type UnitRow } from "../units/index.js";
import { remember, type RecordChange, type RecordRow, type Told } from "./record-history.js";
import { openSteps, type Step, type Workflow } from "./workflow.js";

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
  /** What the history keeps of a row otherwise than it is. */
  readonly told?: Told<Row>;
  /** The loader of the history, where a step depends on who took the steps before it. */
  readonly taken?: LoaderFactory<string, StepTaken[]>;
}

/** The record that a step is to be taken on. */
export interface Target {
  readonly id: string;
  /** The revision that the caller has seen. Only the operator's commands may leave it out. */
  readonly expectedRevision?: number | null | undefined;
}

export interface Opened<Row, State extends string = string> {
  readonly unit: UnitRow;
  readonly record: Row;
  readonly state: State;
  readonly step: Step<State, Row>;
}

/** A kind and its steps that a mutation can be; the state of the record decides which of them it is. */
type Verbs<Verb extends string> = Verb | readonly Verb[];

/**
 * Finds a record on which the caller may take the step now. Throws NOT_FOUND, FORBIDDEN, or a refusal:
 * STALE_REVISION, TRANSITION_REFUSED, NOT_ALLOWED_NOW.
 */
export async function openRecord<Row extends RecordRow, State extends string, Verb extends string>(
  call: Call,
  kind: RecordKind<Row, State, Verb>,
  verbs: Verbs<NoInfer<Verb>>,
  target: Target,
): Promise<Opened<Row, State>> {
  const [opened] = await open(call, kind, verbs, [target]);
  return opened ?? absent();
}

/** A record among several, and where the input lists it: `["input", "disclosures", "3"]`. */
export interface ListedTarget extends Target {
  readonly at: Path;
}

/** Finds several records on which the caller may take the same step; with a problem in one of them, none. */
export const openRecords = <Row extends RecordRow, State extends string, Verb extends string>(
  call: Call,
  kind: RecordKind<Row, State, Verb>,
  verbs: Verbs<NoInfer<Verb>>,
  targets: readonly ListedTarget[],
): Promise<Opened<Row, State>[]> => open(call, kind, verbs, targets);

type Asked = Target & Partial<ListedTarget>;

async function open<Row extends RecordRow, State extends string, Verb extends string>(
  { session, viewer }: Call,
  kind: RecordKind<Row, State, Verb>,
  verbs: Verbs<Verb>,
  targets: readonly Asked[],
): Promise<Opened<Row, State>[]> {
  const steps = [verbs].flat().map((verb) => kind.steps[verb as Verb]);
  const permissions = steps.map(({ permission }) => permission);
  const ids = targets.map(({ id }) => id);
  const found = await recordsWithUnits(session, kind.table, ids);
  const owned = targets.map((target) => {
    const [record, unit] = found.find(([{ id }]) => id === target.id) ?? absent();
    return { target, record, unit: authorize(viewer, permissions, unit) };
  });
  const entries = kind.taken ? (await stepsOf(session, kind.type, ids)).map(stepIn) : [];
  const problems: Problem[] = [];
  const opened = owned.flatMap(({ target, record, unit }) => {
    const state = kind.stateOf(record);
    const step = steps.find(({ from }) => from.includes(state));
    const refusal = staleOrClosed(kind, target, { record, step });
    problems.push(...(refusal?.problems ?? []));
    if (refusal || !step) return [];
    authorize(viewer, step.permission, unit);
    const taken = entries.filter(({ subjectId }) => subjectId === record.id);
    const bar = step.bar?.(record) ?? step.personalBar?.(record, { actorId: signedIn(viewer).id, taken });
    if (bar) problems.push(notAllowedNow(pathOf(kind, target), bar));
    return [{ unit, record, state, step }];
  });
  refuse(problems);
  return opened;
}

const pathOf = ({ path }: { readonly path: Path }, { at = ["input"] }: Partial<ListedTarget>): Path => [
  ...at,
  ...path.slice(1),
];

/** Somebody else has changed the record since the caller read it, or its state leaves none of the steps open. */
function staleOrClosed<Row extends RecordRow, State extends string>(
  kind: RecordKind<Row, State>,
  target: Asked,
  { record, step }: { readonly record: Row; readonly step: object | undefined },
): Refusal | null {
  const { expectedRevision, at } = target;
  if (expectedRevision != null && expectedRevision !== record.revision)
    return staleRevision(record.revision, at);
  const state = kind.stateOf(record);
  return step
    ? null
    : transitionRefused(
        pathOf(kind, target),
        { code: state, name: kind.states[state] },
        openSteps(kind, record),
      );
}

function absent(): never {
  throw notFound();
}

/** Somebody else may have changed the record since the caller read it. */
export function refuseStale(
  { revision }: Pick<RecordRow, "revision">,
  expected: number | null | undefined,
): void {
  if (expected != null && expected !== revision) throw staleRevision(revision);
}

export type Stored<Row extends RecordRow> = Pick<RecordKind<Row>, "table" | "type" | "told">;

/** Enters new records, a few hundred a statement, and writes their history. */
export async function addRecords<Row extends RecordRow>(
  call: Call,
  kind: Stored<Row>,
  { unit, rows }: { readonly unit: UnitRow; readonly rows: readonly Row[] },
  happening: (row: Row) => RecordChange,
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_A_STATEMENT) {
    const some = rows.slice(first, first + ROWS_A_STATEMENT);
    await call.session.rows<RecordRow>(kind.table as never).insert(unit, ...some);
  }
  for (const row of rows)
    remember(call, kind, { unit, ...latest(row), before: {}, after: row }, happening(row));
}

const latest = ({ id, revision }: RecordRow) => ({ id, revision });

/** Keeps a statement's parameters far below what any server takes. */
const ROWS_A_STATEMENT = 500;

/** Enters a new record, and writes its history. */
export async function addRecord<Row extends RecordRow>(
  call: Call,
  kind: Stored<Row>,
  { unit, row }: { readonly unit: UnitRow; readonly row: Row },
  happening: RecordChange,
): Promise<Row> {
  await addRecords(call, kind, { unit, rows: [row] }, () => happening);
  return row;
}

type OpenedRow<Row> = Pick<Opened<Row>, "unit" | "record"> & {
  readonly step: Pick<Step, "mutation" | "entry">;
};

/** Changes an opened record, unless somebody else has in the meantime, and writes its history. */
export async function saveRecord<Row extends RecordRow>(
  call: Call,
  kind: Stored<Row>,
  { unit, record, step }: OpenedRow<Row>,
  { values, ...happening }: RecordChange & { readonly values: Partial<NoInfer<Row>> },
): Promise<Row> {
  const changed = await changeRecord(call.session, kind.table, record, values);
  remember(call, kind, { unit, ...latest(changed), before: record, after: changed, step }, happening);
  return changed;
}

/** Deletes an opened record, unless somebody else has changed it in the meantime, and writes its history. */
export async function deleteRecord<Row extends RecordRow>(
  call: Call,
  kind: Stored<Row>,
  { unit, record, step }: OpenedRow<Row>,
  happening: RecordChange,
): Promise<void> {
  const { id, unitId, revision }: RecordRow = record;
  const rows = call.session.rows<RecordRow>(kind.table as never);
  if ((await rows.delete({ id, unitId, revision })) === 0)
    throw staleRevision((await rows.one({ id }))?.revision ?? revision + 1);
  const gone = { id, revision: revision + 1, before: record, after: {} };
  remember(call, kind, { unit, ...gone, step }, happening);
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
  if (changed === 0) throw staleRevision((await rows.one({ id }))?.revision ?? revision);
  return { ...record, ...values, revision: revision + 1 };
}
