import type { Viewer } from "../../../access/index.js";
import { fold } from "../../../kernel/fold.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { Refusal, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { isDuplicate, type Session } from "../../../platform/db/index.js";
import { reasonProblems } from "../../../records/index.js";
import { amend, type Amendable, type Amended, type Amendment } from "../amendment.js";
import { amendmentProblems } from "../amendment.problems.js";
import { applicantIn, sealApplicant } from "../applicant.js";
import { clockOf, keptOf, wasReceived } from "../request-clock.js";
import type { RequestRow } from "../request.entity.js";
import { numberTaken } from "../request.problems.js";
import {
  applicantsOf,
  changeRequest,
  insertEvents,
  numbersLike,
  replaceApplicant,
} from "../request.store.js";
import { notAllowed } from "../step.js";
import type { ReceiveServices } from "./receive-request.js";
import { eventOf, openRequest, refuse, type Taken } from "./take-step.js";

export interface AmendRequest extends Amendment {
  readonly requestId: string;
  readonly reason: string;
  readonly expectedRevision?: number | null;
}

/** What stands against a request's dates outside its own ledger: a case that contests it. */
export type DatesCheck = (session: Session, request: RequestRow) => Promise<readonly Problem[]>;

export interface AmendServices extends ReceiveServices {
  readonly datesCheck: DatesCheck;
}

/**
 * 更正: corrects a record, with a reason. The events stay unchanged; the clock reads them with the amendment applied.
 */
export async function amendRequest(
  session: Session,
  viewer: Viewer,
  input: AmendRequest,
  services: AmendServices,
): Promise<Taken> {
  const opened = await openRequest(session, viewer, "amendRequest", input, services);
  const { request, events, unit, terms } = opened;
  const amended = amend(request, input, wasReceived(request, events));
  const { after, changed } = amended;
  const event = eventOf(opened, viewer, "amendRequest", input.reason, {
    changed,
    ...(changed.includes("decidedOn") && { decidedOn: after.decidedOn }),
  });
  const history = [...events, event];
  refuse([
    ...reasonProblems(input.reason, ["input", "reason"]),
    ...amendmentProblems({ ...opened, history }, input, amended),
    ...(await storedProblems(session, request, amended)),
  ]);
  const reckoned = clockOf(after, history, terms);
  const values: RequestRow = {
    ...after,
    ...keptOf(after, reckoned, terms),
    ...(after.decidedOn !== null && { usedDays: reckoned.workingDaysUsed }),
  };
  if (changed.some((field) => DATES.includes(field))) refuse(await services.datesCheck(session, values));
  await changeNumbered(session, request, values);
  insertEvents(session, unit, event);
  if (input.applicant) {
    const place = { unitId: unit.id, requestId: request.id };
    const sealed = sealApplicant(services.vault, applicantIn(input.applicant), place);
    await replaceApplicant(session, { ...place, sealed });
  }
  await services.onChange(session, unit, Math.min(yearOf(request.countedOn), yearOf(after.countedOn)));
  return { id: request.id };
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

const BLANKED = notAllowed(
  ["input", "applicant"],
  text(
    "申请人个人信息保存期满，已经清除，不再登记",
    "The applicant's personal data was blanked when its time was over: it is not recorded again",
  ),
);

/** Somebody else may have taken the number since it was looked for. */
async function changeNumbered(session: Session, request: RequestRow, values: RequestRow): Promise<void> {
  try {
    await changeRequest(session, request, values);
  } catch (error) {
    throw isDuplicate(error) ? new Refusal(numberTaken(values.number)) : error;
  }
}
