import { authorize, signedIn, type Call } from "../../../access/index.js";
import { fold } from "../../../kernel/fold.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { refuse, type Problem, Refusal } from "../../../kernel/problem.js";
import { isDuplicate, newId, type Session } from "../../../platform/db/index.js";
import type { Vault } from "../../../platform/vault/vault.js";
import { lineProblems, noteProblems, optionalLine, type StepServices } from "../../../records/index.js";
import { settingsOf } from "../../../settings/index.js";
import { dissolvedProblems, unitByCode, type UnitRow } from "../../../units/index.js";
import { applicantChanges, applicantIn, sealApplicant, type ApplicantGiven } from "../applicant.js";
import { receiptOf, receiptProblems, type Receipt, type ReceiptInput } from "../receipt.js";
import { clockOf, keptOf } from "../request-clock.js";
import { highestOf, nextNumber, ordinalOf } from "../request-number.js";
import type { RequestEventRow, RequestRow } from "../request.entity.js";
import { applicantProblems, NUMBER_LENGTH, numberTaken, SUBJECT_LENGTH } from "../request.problems.js";
import {
  insertApplicant,
  insertEvents,
  insertRequest,
  numbersLike,
  requestChanges,
} from "../request.store.js";
import type { ApplicantKind } from "../request.terms.js";
import { type Stored } from "./open-request.js";

export interface ReceiveRequest extends ReceiptInput {
  readonly unitCode: string;
  readonly number?: string | null;
  readonly subject: string;
  readonly applicantKind: ApplicantKind;
  readonly applicant: ApplicantGiven;
  readonly note?: string | null;
}

export interface ReceiveServices extends StepServices {
  readonly vault: Vault;
}

/** How often somebody else may take the same free number first. */
const NUMBER_TRIES = 50;

/** 收到申请 (条例 §29, §31); one whose receipt is still to be confirmed is only registered. */
export async function receiveRequest(
  call: Call,
  input: ReceiveRequest,
  services: ReceiveServices,
): Promise<Stored> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "request:receive", await unitByCode(session, input.unitCode));
  const { calendar, vault } = services;
  refuse([...receiptProblems(input, { now, calendar }), ...inputProblems(input, unit)]);
  const receipt = receiptOf(input);
  if (!receipt) throw new Error("a receipt without a date is refused");
  const settings = (await settingsOf(session))(unit);
  const begun = newRequest(unit, input, receipt, now);
  const basis = { today: dateInShanghai(now), calendar, settings };
  const kept = keptOf(begun, clockOf(begun, [], basis), basis);
  const request = await insertNumbered(call, unit, { ...begun, ...kept }, input.number);
  const place = { unitId: unit.id, requestId: request.id };
  const applicant = applicantIn(input.applicant);
  await insertApplicant(session, unit, { ...place, sealed: sealApplicant(vault, applicant, place) });
  const { changes, personal } = requestChanges(null, request);
  const { id: actorId, displayName: actor } = signedIn(viewer);
  const step: RequestEventRow = {
    ...place,
    revision: request.revision,
    at: now.toISOString(),
    onDate: request.receivedOn,
    actorId,
    actor,
    action: "receiveRequest",
    note: input.note ?? null,
    details: receipt.receivedOn === null ? { unconfirmed: true } : {},
  };
  insertEvents(session, unit, {
    ...step,
    changes,
    personal: { ...personal, ...applicantChanges(null, applicant) },
  });
  await services.onChange(session, unit, yearOf(request.countedOn));
  return { request, steps: [step] };
}

const inputProblems = (input: ReceiveRequest, unit: UnitRow): Problem[] => [
  ...dissolvedProblems(unit, input.arrivedOn, ["input", "arrivedOn"]),
  ...(input.arrivedOn == null ? dissolvedProblems(unit, input.receivedOn, ["input", "receivedOn"]) : []),
  ...optionalLine(input.number, ["input", "number"], NUMBER_LENGTH),
  ...lineProblems(input.subject, ["input", "subject"], SUBJECT_LENGTH),
  ...applicantProblems(input.applicant),
  ...noteProblems(input.note, ["input", "note"]),
];

function newRequest(
  unit: UnitRow,
  { subject, applicantKind, receiptChannel }: ReceiveRequest,
  { arrivedOn, receivedOn }: Receipt,
  now: Date,
): RequestRow {
  return {
    id: newId(),
    unitId: unit.id,
    number: "",
    subject,
    applicantKind,
    receiptChannel,
    arrivedOn,
    receivedOn: receivedOn ?? arrivedOn,
    countedOn: receivedOn ?? arrivedOn,
    splitFromId: null,
    state: receivedOn === null ? "REGISTERED" : "RECEIVED",
    outcome: null,
    article: null,
    documentNumber: null,
    decidedOn: null,
    servedOn: null,
    decisionArrivedOn: null,
    termsId: null,
    dueOn: null,
    provisional: false,
    usedDays: 0,
    revision: 1,
    createdAt: now.toISOString(),
  };
}

/** Under the number that was given, or the next free one of the year; whoever comes second takes the one after. */
async function insertNumbered(
  { session }: Call,
  unit: UnitRow,
  request: RequestRow,
  given: string | null | undefined,
): Promise<RequestRow> {
  if (given != null && (await numbersLike(session, unit.id, given)).has(fold(given)))
    throw new Refusal(numberTaken(given));
  const year = yearOf(request.receivedOn);
  const numbers = given == null ? await numbersOf(session, unit, year) : null;
  for (let tries = 1; ; tries++) {
    const number = given ?? nextNumber(year, numbers?.taken ?? new Set(), numbers?.highest);
    const alike = numbers ?? known.get(session.course)?.get(`${unit.id} ${number.slice(0, 4)}`);
    if (alike) take(alike, fold(number));
    try {
      await insertRequest(session, unit, { ...request, number });
      return { ...request, number };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (given != null) throw new Refusal(numberTaken(given));
      if (tries === NUMBER_TRIES) throw error;
    }
  }
}

interface Numbers {
  readonly taken: Set<string>;
  highest: number;
}

/** What each unit of work knows of a year's numbers: where it enters many requests, it reads them once. */
const known = new WeakMap<Session["course"], Map<string, Numbers>>();

async function numbersOf(session: Session, unit: UnitRow, year: number): Promise<Numbers> {
  const here = known.get(session.course) ?? new Map<string, Numbers>();
  known.set(session.course, here);
  const key = `${unit.id} ${year}`;
  const found = here.get(key);
  if (found) return found;
  const taken = await numbersLike(session, unit.id, `${year}-`);
  const numbers = { taken, highest: highestOf(taken) };
  here.set(key, numbers);
  return numbers;
}

function take(numbers: Numbers, number: string): void {
  numbers.taken.add(number);
  numbers.highest = Math.max(numbers.highest, ordinalOf(number));
}
