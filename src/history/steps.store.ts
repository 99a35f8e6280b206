import { callOf, type Place } from "../access/index.js";
import type { Session } from "../platform/db/index.js";
import { type HistoryRow, HISTORY } from "./history.entity.js";
import type { Changes, PersonalChanges } from "./changes.js";
import { append, parsed, storeEntries } from "./history.store.js";
import type { SubjectType } from "./subjects.data.js";

/** One step of a record as the record's own rules read it. */
export interface Step {
  readonly subjectId: string;
  /** The record's revision that came of it. */
  readonly revision: number;
  readonly at: string;
  readonly onDate: string;
  readonly actorId: string;
  readonly actor: string;
  /** The operation that recorded it. */
  readonly action: string;
  readonly note: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly entry: HistoryRow;
}

export type NewStep = Omit<Step, "entry" | "details"> &
  Partial<Pick<Step, "details">> & { readonly changes?: Changes; readonly personal?: PersonalChanges };

export const stepIn = (entry: HistoryRow): Step => ({
  subjectId: entry.subjectId ?? "",
  revision: entry.revision ?? 0,
  at: entry.at,
  onDate: entry.onDate,
  actorId: entry.actorId ?? "",
  actor: entry.actor ?? "",
  action: entry.operation,
  note: entry.reason,
  details: parsed<Step["details"]>(entry.details, {}),
  entry,
});

export const appendSteps = (
  session: Session,
  unit: Place,
  type: SubjectType,
  steps: readonly NewStep[],
): void =>
  append(
    callOf(session),
    ...steps.map(({ subjectId: id, action, at, onDate, revision, note, actorId, actor, ...told }) => ({
      ...{ unit, subject: { type, id }, operation: action, at, on: onDate, revision, reason: note },
      ...told,
      actor: { id: actorId, displayName: actor },
    })),
  );

/** Records that become another unit's: their history is repeated in that unit's, whose people read no other. */
export async function carryOver(
  session: Session,
  type: SubjectType,
  { ids, from, to }: { readonly ids: readonly string[]; readonly from: Place; readonly to: Place },
): Promise<void> {
  await storeEntries(session);
  const rows = await session
    .rows(HISTORY)
    .find({ unitId: from.id, subjectType: type, subjectId: ids }, { orderBy: { seq: "ASC" } });
  // Who read personal data stays where it was read.
  const steps = rows.filter(({ revision }) => revision !== null);
  append(
    callOf(session),
    ...steps.map((row) => ({
      ...{
        unit: to,
        subject: { type, id: row.subjectId },
        operation: row.operation,
        at: row.at,
        on: row.onDate,
      },
      ...(row.revision !== null && { revision: row.revision }),
      ...(row.changes !== null && { changes: parsed(row.changes, {}) }),
      ...(row.details !== null && { details: parsed(row.details, {}) }),
      reason: row.reason,
      actor: row.actorId === null ? null : { id: row.actorId, displayName: row.actor ?? "" },
      copyOf: `${from.id}/${row.seq}`,
    })),
  );
}
