import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import {
  openRecord,
  reasonProblems,
  saveRecord,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import { calendarsOf, settingsOf } from "../../../settings/index.js";
import { INTERPRETATION } from "../interpretation.js";
import { dueOn, fieldProblems, sameProblems, type InterpretationFields } from "../interpretation.rules.js";

type Publication = "title" | "authorUnit" | "interpreter" | "contact" | "signedOffBy" | "address" | "channel";

export interface PublishInterpretation extends Target, Partial<Pick<InterpretationFields, Publication>> {
  /** Today when left out. */
  readonly publishedOn?: CalendarDate | null;
}

/** Records that the interpretation was published; a field that is left out stays as it was entered. */
export async function publishInterpretation(
  call: Call,
  { id, expectedRevision, publishedOn, ...given }: PublishInterpretation,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const opened = await openRecord(call, INTERPRETATION, "publish", { id, expectedRevision });
  const on = publishedOn ?? dateInShanghai(now);
  const values = { ...given, publishedOn: on };
  refuse(fieldProblems({ ...opened.record, ...values }, { now, calendar }, (field) => ["input", field]));
  await saveRecord(call, INTERPRETATION, opened, { values, on, note: null });
  await onChange(session, opened.unit, yearOf(opened.record.documentPublishedOn));
  return { id };
}

/** Null empties a field that may be empty; a field that is left out stays as it is. */
export type AmendInterpretation = Target &
  Partial<InterpretationFields> & { readonly reason?: string | null };

/** Corrects a slip in what was entered; the due day follows the document. */
export async function amendInterpretation(
  call: Call,
  { id, expectedRevision, reason = null, ...changes }: AmendInterpretation,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const opened = await openRecord(call, INTERPRETATION, "amend", { id, expectedRevision });
  const { unit, record } = opened;
  const amended = { ...record, ...changes };
  refuse([
    ...fieldProblems(amended, { now, calendar }, (field) => ["input", field]),
    ...reasonProblems(reason, ["input", "reason"]),
  ]);
  refuse(await sameProblems(session, unit, [amended], () => ["input", "documentTitle"]));
  const days = (await settingsOf(session))(unit)["interpretations.dueDays"];
  const here = (await calendarsOf(session, calendar))(unit);
  const values = { ...changes, ...named(amended), dueOn: dueOn(amended, days, here) };
  await saveRecord(call, INTERPRETATION, opened, { values, on: dateInShanghai(now), note: reason });
  const years = [record, amended].map(({ documentPublishedOn }) => yearOf(documentPublishedOn));
  await onChange(session, unit, Math.min(...years));
  return { id };
}

/** Both together, because the key of the document is made of them. */
const named = ({ documentTitle, documentNumber }: InterpretationFields) => ({
  documentTitle,
  documentNumber,
});

/** A record that should not be there counts no more; it stays in the ledger, with the reason. */
export async function voidInterpretation(
  call: Call,
  { id, expectedRevision, reason }: Target & { readonly reason: string },
  { onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const opened = await openRecord(call, INTERPRETATION, "void", { id, expectedRevision });
  refuse(reasonProblems(reason, ["input", "reason"]));
  const values = { voided: true };
  await saveRecord(call, INTERPRETATION, opened, { values, on: dateInShanghai(now), note: reason });
  await onChange(session, opened.unit, yearOf(opened.record.documentPublishedOn));
  return { id };
}
