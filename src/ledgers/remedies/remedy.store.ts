import { signedIn, type Viewer } from "../../access/index.js";
import { appendSteps } from "../../history/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { type Session } from "../../platform/db/index.js";
import { changeRecord } from "../../records/index.js";
import type { UnitRow } from "../../units/index.js";
import { REMEDIES, type RemedyRow } from "./remedy.entity.js";

export const remedyRow = (session: Session, id: string): Promise<RemedyRow | null> =>
  session.rows(REMEDIES).one({ id });

export const updateRemedy = (
  session: Session,
  remedy: RemedyRow,
  values: Partial<RemedyRow>,
): Promise<RemedyRow> => changeRecord(session, REMEDIES, remedy, values);

interface RecordChange {
  readonly action: "lodgeRemedy" | "concludeRemedy" | "recordRulingArrival" | "amendRemedy";
  readonly onDate: CalendarDate;
  readonly now: Date;
  readonly note: string | null;
}

/** Records the change that led to the case's latest revision. */
export function recordRemedyEvent(
  session: Session,
  viewer: Viewer,
  unit: UnitRow,
  { id: subjectId, revision }: RemedyRow,
  { now, ...happening }: RecordChange,
): void {
  const { id: actorId, displayName: actor } = signedIn(viewer);
  const step = { subjectId, revision, at: now.toISOString(), actorId, actor, ...happening };
  appendSteps(session, unit, "Remedy", [step]);
}
