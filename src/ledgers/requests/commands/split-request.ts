import type { Call } from "../../../access/index.js";
import type { PersonalChanges } from "../../../history/index.js";
import { invalidInput, refuse, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId, type Session } from "../../../platform/db/index.js";
import type { Vault } from "../../../platform/vault/vault.js";
import { lineProblems, noteProblems } from "../../../records/index.js";
import type { UnitRow } from "../../../units/index.js";
import { applicantChanges, openApplicant, sealApplicant } from "../applicant.js";
import { clockOf, keptOf } from "../request-clock.js";
import { splitNumbers } from "../request-number.js";
import { SUBJECT_LENGTH } from "../request.problems.js";
import type { RequestEventRow, RequestRow } from "../request.entity.js";
import {
  applicantsOf,
  changeRequest,
  insertApplicant,
  insertEvents,
  insertRequest,
  numbersLike,
  requestChanges,
} from "../request.store.js";
import { noRoomFor } from "../standing.js";
import { dayProblems } from "../step.js";
import { stepOf } from "../steps/index.js";
import {
  eventOf,
  firstYear,
  openRequest,
  refuseUnlessOpen,
  type Opened,
  type Stored,
} from "./open-request.js";
import type { ReceiveServices } from "./receive-request.js";
import type { InputTo } from "./take-step.js";

const FEWEST = 2;
const MOST = 20;
const NUMBER_LENGTH = 60;

/**
 * 一事一申请: the request keeps the first of its subjects, each other becomes a request of its own. A part has come
 * as far as the request had, pauses and corrections included, so that their clocks agree; it counts as one 件 from
 * the day of the split.
 */
export async function splitRequest(
  call: Call,
  input: InputTo<"splitRequest">,
  services: ReceiveServices,
): Promise<Stored> {
  const { session } = call;
  const opened = await openRequest(call, "splitRequest", input, services);
  refuseUnlessOpen(opened, "splitRequest");
  const { request, unit, steps, on } = opened;
  const { number, unitId } = request;
  const last = steps.findLast(({ onDate }) => onDate > on);
  const [kept = "", ...others] = input.subjects;
  const numbers = splitNumbers(number, others.length, await numbersLike(session, unitId, `${number}-`));
  refuse([
    ...dayProblems(opened),
    ...(last ? [noRoomFor(last, ["input", "on"])] : []),
    ...noteProblems(input.note, ["input", "note"]),
    ...subjectProblems(input.subjects),
    ...lengthProblems(numbers),
  ]);
  const event = eventOf(call, opened, "splitRequest", { note: input.note ?? null });
  const stored = await changeRequest(session, request, { subject: kept });
  insertEvents(session, unit, { ...event, ...requestChanges(request, stored) });
  const parts: string[] = [];
  for (const [i, subject] of others.entries())
    parts.push(await insertPart(session, opened, { number: numbers[i] ?? "", subject, event }, services));
  await services.onChange(session, unit, firstYear(request.countedOn));
  return { request: stored, parts };
}

function subjectProblems(subjects: readonly string[]): Problem[] {
  const path = ["input", "subjects"];
  if (subjects.length < FEWEST || subjects.length > MOST)
    return [
      invalidInput(
        path,
        text(`须分为 ${FEWEST} 至 ${MOST} 件`, `A request is split into ${FEWEST} to ${MOST}`),
      ),
    ];
  return subjects.flatMap((subject, i) => lineProblems(subject, [...path, String(i)], SUBJECT_LENGTH));
}

/** Each split of a part makes its parts' numbers longer. */
function lengthProblems(numbers: readonly string[]): Problem[] {
  const longest = numbers.at(-1) ?? "";
  if (longest.length <= NUMBER_LENGTH) return [];
  return [
    invalidInput(
      ["input", "subjects"],
      text(`分立后的编号 ${longest} 过长`, `The number ${longest} of a part would be too long`),
    ),
  ];
}

/** Whatever the part's clock depends on. */
function isCarried({ action }: RequestEventRow): boolean {
  const { clock, revises } = stepOf(action) ?? {};
  return clock !== undefined || (revises !== undefined && action !== "amendRequest");
}

interface Part {
  readonly number: string;
  readonly subject: string;
  readonly event: RequestEventRow;
}

async function insertPart(
  session: Session,
  { request, unit, events, basis, on }: Opened,
  { number, subject, event }: Part,
  { vault }: ReceiveServices,
): Promise<string> {
  const id = newId();
  // Under the same revisions, by which steps speak of each other.
  const carried = events.filter(isCarried).map((one) => ({ ...one, requestId: id }));
  const split = { ...event, requestId: id };
  const history = [...carried, split];
  const part: RequestRow = {
    ...request,
    id,
    number,
    subject,
    splitFromId: request.id,
    countedOn: on > request.receivedOn ? on : request.receivedOn,
    revision: event.revision,
    createdAt: event.at,
  };
  const whole = { ...part, ...keptOf(part, clockOf(part, history, basis), basis) };
  await insertRequest(session, unit, whole);
  const person = await copyApplicant(session, unit, { from: request.id, to: id }, vault);
  const { changes, personal } = requestChanges(null, whole);
  insertEvents(session, unit, ...carried, { ...split, changes, personal: { ...personal, ...person } });
  return id;
}

/** null where the applicant was blanked. */
async function copyApplicant(
  session: Session,
  unit: UnitRow,
  { from, to }: { readonly from: string; readonly to: string },
  vault: Vault,
): Promise<PersonalChanges | null> {
  const [kept] = await applicantsOf(session, [from]);
  if (!kept) return null;
  const applicant = openApplicant(vault, kept.sealed, kept);
  const place = { unitId: unit.id, requestId: to };
  await insertApplicant(session, unit, { ...place, sealed: sealApplicant(vault, applicant, place) });
  return applicantChanges(null, applicant);
}
