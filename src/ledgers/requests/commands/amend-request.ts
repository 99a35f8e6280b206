import type { Call } from "../../../access/index.js";
import type { PersonalChanges } from "../../../history/index.js";
import { fold } from "../../../kernel/fold.js";
import { notAllowedNow, refuse, type Problem, Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { isDuplicate, type Session } from "../../../platform/db/index.js";
import type { Vault } from "../../../platform/vault/vault.js";
import { reasonProblems } from "../../../records/index.js";
import { amend, type Amendable, type Amended } from "../amendment.js";
import { amendmentProblems } from "../amendment.problems.js";
import {
  applicantChanges,
  applicantIn,
  openApplicant,
  sealApplicant,
  type ApplicantGiven,
} from "../applicant.js";
import { clockOf, keptOf, wasReceived } from "../request-clock.js";
import type { RequestRow } from "../request.entity.js";
import { numberTaken } from "../request.problems.js";
import {
  applicantsOf,
  changeRequest,
  insertEvents,
  numbersLike,
  replaceApplicant,
  requestChanges,
} from "../request.store.js";
import { eventOf, firstYear, openRequest, type Opened, type Stored } from "./open-request.js";
import type { DatedServices, InputTo } from "./take-step.js";

export interface AmendServices extends DatedServices {
  readonly vault: Vault;
}

/**
 * 更正: corrects what was recorded of a request, with the reason. The events stay as they were; the clock reads them with
 * the amendment.
 */
export async function amendRequest(
  call: Call,
  input: InputTo<"amendRequest">,
  services: AmendServices,
): Promise<Stored> {
  const { session } = call;
  const opened = await openRequest(call, "amendRequest", input, services);
  const { request, events, unit, basis } = opened;
  const amended = amend(request, input, wasReceived(request, events));
  const { after, changed } = amended;
  const details = { changed, ...(changed.includes("decidedOn") && { decidedOn: after.decidedOn }) };
  const event = eventOf(call, opened, "amendRequest", { note: input.reason, details });
  const history = [...events, event];
  refuse([
    ...reasonProblems(input.reason, ["input", "reason"]),
    ...amendmentProblems({ ...opened, history }, input, amended),
    ...(await storedProblems(session, request, amended)),
  ]);
  const clock = clockOf(after, history, basis);
  const values: RequestRow = {
    ...after,
    ...keptOf(after, clock, basis),
    ...(after.decidedOn !== null && { usedDays: clock.workingDaysUsed }),
  };
  if (changed.some((field) => DATES.includes(field))) refuse(await services.datesCheck(session, values));
  const stored = await changeNumbered(session, request, values);
  const person = input.applicant && (await amendApplicant(session, opened, input.applicant, services.vault));
  const { changes, personal } = requestChanges(request, stored);
  insertEvents(session, unit, { ...event, changes, personal: { ...personal, ...person } });
  await services.onChange(session, unit, firstYear(request.countedOn, after.countedOn));
  return { request: stored };
}

async function amendApplicant(
  session: Session,
  { unit, request }: Opened,
  given: ApplicantGiven,
  vault: Vault,
): Promise<PersonalChanges> {
  const [kept] = await applicantsOf(session, [request.id]);
  const before = kept ? openApplicant(vault, kept.sealed, kept) : null;
  const after = applicantIn(given);
  const place = { unitId: unit.id, requestId: request.id };
  await replaceApplicant(session, { ...place, sealed: sealApplicant(vault, after, place) });
  return applicantChanges(before, after);
}

const DATES: readonly Amendable[] = ["arrivedOn", "receivedOn", "decidedOn"];

/** What only the other records can tell: another request's number, personal data that was blanked. */
async function storedProblems(
  session: Session,
  request: RequestRow,
  { after: { number }, changed }: Amended,
): Promise<Problem[]> {
  const wanted = fold(number);
  const another = changed.includes("number") && wanted !== fold(request.number);
  const taken = another && (await numbersLike(session, request.unitId, number)).has(wanted);
  const blanked = changed.includes("applicant") && (await applicantsOf(session, [request.id])).length === 0;
  return [...(taken ? [numberTaken(number)] : []), ...(blanked ? [BLANKED] : [])];
}

const BLANKED = notAllowedNow(
  ["input", "applicant"],
  text(
    "申请人个人信息保存期满，已经清除，不再登记",
    "The applicant's personal data was blanked when its time was over: it is not recorded again",
  ),
);

/** Somebody else may have taken the number since it was looked for. */
async function changeNumbered(
  session: Session,
  request: RequestRow,
  values: RequestRow,
): Promise<RequestRow> {
  try {
    return await changeRequest(session, request, values);
  } catch (error) {
    throw isDuplicate(error) ? new Refusal(numberTaken(values.number)) : error;
  }
}
