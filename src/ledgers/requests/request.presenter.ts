import { presentChanges, type Wording, parsed } from "../../history/index.js";
import { text, type Language, type Text } from "../../kernel/text.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { presentStep, type RecordStepType } from "../../platform/graphql/step.types.js";
import { NOT_YOURS } from "../../access/index.js";
import type { Clock, Wait } from "./clock/clock.js";
import { eventDetails } from "./event-details.js";
import type { RequestEventRow, RequestRow } from "./request.entity.js";
import type { InformationRequestType, RequestWaitType, StatutoryClockType } from "./request.types.js";
import { asTheyStand, completes } from "./standing.js";
import type { Standing, Step } from "./step.js";
import { STEPS, VERBS } from "./steps/index.js";

export const presentRequest = (row: RequestRow): InformationRequestType => ({
  __typename: "InformationRequest",
  row,
  id: toGlobalId("InformationRequest", row.id),
  number: row.number,
  subject: row.subject,
  applicantKind: row.applicantKind,
  state: row.state,
  outcome: row.outcome,
  article: row.article,
  documentNumber: row.documentNumber,
  receiptChannel: row.receiptChannel,
  arrivedOn: row.arrivedOn,
  receivedOn: row.receivedOn,
  decidedOn: row.decidedOn,
  servedOn: row.servedOn,
  decisionArrivedOn: row.decisionArrivedOn,
  revision: row.revision,
});

/** What the ledger's list has no column for. */
const FIELDS: Readonly<Record<string, Text>> = {
  dueOn: text("答复期限", "due on"),
  decisionArrivedOn: text("决定送达申请人的日期", "decision reached the applicant on"),
  "applicant.name": text("申请人姓名或名称（摘要）", "applicant's name (digest)"),
  "applicant.contact": text("申请人联系方式（摘要）", "applicant's contact (digest)"),
  "applicant.deliveryAddress": text("申请人送达地址（摘要）", "applicant's delivery address (digest)"),
};

/** What a step kept is told in the words of the forms, unless the row has the same among what changed. */
export const requestWording: Wording = (row, language) => {
  const changes = presentChanges({ ...row, details: null }).map((change) => ({
    ...change,
    label: FIELDS[change.field]?.[language] ?? change.label,
  }));
  const changed = new Set(changes.map(({ field }) => field));
  const details = eventDetails(parsed<RequestEventRow["details"]>(row.details, {}), language)
    .filter(({ key }) => !changed.has(key))
    .map(({ key: field, label, value: after }) => ({ field, label, before: null, after }));
  return [...changes, ...details];
};

export const presentClock = (clock: Clock, language: Language): StatutoryClockType => ({
  dueOn: clock.dueOn,
  paused: clock.paused,
  workingDaysUsed: clock.workingDaysUsed,
  workingDaysLeft: clock.workingDaysLeft,
  overdue: clock.overdue,
  provisional: clock.provisional,
  steps: clock.steps.map(({ reason, ...step }) => ({ ...step, reason: reason[language] })),
  waitsUntil: clock.waitsUntil,
});

const isOpen = ({ answeredOn, withdrawnOn, endedOn }: Wait): boolean =>
  answeredOn === null && withdrawnOn === null && endedOn === null;

/** Oldest first. */
export function presentWaits({ waits }: Clock, events: readonly RequestEventRow[]): RequestWaitType[] {
  const steps = asTheyStand(events);
  // For the due date, a correction that never came stays open; after the end of the case nobody waits for it.
  const ended = steps.some(completes);
  return waits.map((wait) => ({
    step: wait.step ?? 0,
    kind: wait.kind,
    open: isOpen(wait) && !ended,
    letterNumber: letterNumberOf(steps.find(({ revision }) => revision === wait.step)),
    letterSentOn: wait.since,
    letterArrivedOn: wait.arrivedOn,
    limit: wait.until,
    answeredOn: wait.answeredOn,
    withdrawnOn: wait.withdrawnOn,
  }));
}

const letterNumberOf = (event: RequestEventRow | undefined): string | null =>
  typeof event?.details.letterNumber === "string" ? event.details.letterNumber : null;

/** Every step of the table, as it stands open to somebody with these permissions. */
export const presentSteps = (
  standing: Standing,
  may: (permission: Step["permission"]) => boolean,
  language: Language,
): RecordStepType[] =>
  VERBS.map((verb) => {
    const { name, permission, gate } = STEPS[verb];
    return presentStep(verb, name, may(permission) ? gate(standing) : NOT_YOURS, language);
  });
