import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { invalidInput, refuse, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import {
  dateProblems,
  noteProblems,
  openRecord,
  reasonProblems,
  saveRecord,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import { dispositionOf, type RemedyDisposition } from "../dispositions.data.js";
import { arrivalProblems } from "../lodging.rules.js";
import { REMEDY } from "../remedy.js";
import { REMEDIES, type RemedyRow } from "../remedy.entity.js";
import { REMEDY_ROUTES, REMEDY_RULINGS, type RemedyRuling } from "../remedy.terms.js";

export interface ConcludeRemedy extends Target {
  readonly on: CalendarDate | null;
  /** Day on which the ruling reached the applicant, if known. */
  readonly arrivedOn: CalendarDate | null;
  readonly ruling: RemedyRuling | null;
  readonly disposition: RemedyDisposition | null;
  readonly reason: string | null;
}

/** Records the ruling. A second instance or a correction replaces the earlier record. */
export async function concludeRemedy(
  call: Call,
  input: ConcludeRemedy,
  services: StepServices,
): Promise<{ id: string }> {
  const opened = await openRecord(call, REMEDY, "conclude", input);
  const { unit, record: remedy } = opened;
  const { session, now } = call;
  const concludedOn = input.on ?? dateInShanghai(now);
  const { disposition, reason } = input;
  const ruling = input.ruling ?? (disposition && dispositionOf(disposition).ruling);
  refuse([
    ...dateProblems(concludedOn, ["input", "on"], {
      now,
      calendar: services.calendar,
      notBefore: { date: remedy.lodgedOn, what: text("立案（申请）日期", "the day it was lodged") },
    }),
    ...arrivalProblems(input.arrivedOn, concludedOn, { now, calendar: services.calendar }),
    ...(await suitProblems(session, remedy, concludedOn)),
    ...rulingProblems(remedy, input),
    ...(remedy.concludedOn === null
      ? noteProblems(reason, ["input", "reason"])
      : reasonProblems(reason, ["input", "reason"])),
  ]);
  // Another ruling is another document.
  const values = { concludedOn, ruling, disposition, decisionArrivedOn: input.arrivedOn };
  await saveRecord(call, REMEDY, opened, { values, on: concludedOn, note: reason });
  await services.onChange(session, unit, yearOf(remedy.lodgedOn));
  return { id: remedy.id };
}

function rulingProblems({ route }: RemedyRow, { ruling, disposition }: ConcludeRemedy): Problem[] {
  const wrong = (field: string, zh: string, en: string): Problem =>
    invalidInput(["input", field], text(zh, en));
  if (!disposition)
    return ruling ? [] : [wrong("ruling", "请填审理结果或裁判方式", "Give the ruling or the disposition")];
  const { name, ruling: counted, basis, routes } = dispositionOf(disposition);
  const problems: Problem[] = [];
  if (!routes.includes(route))
    problems.push(
      wrong(
        "disposition",
        `“${name.zh}”（${basis}）不是${REMEDY_ROUTES[route].zh}案件的结果`,
        `“${name.en}” (${basis}) is no outcome of an ${REMEDY_ROUTES[route].en}`,
      ),
    );
  if (ruling && ruling !== counted)
    problems.push(
      wrong(
        "ruling",
        `“${name.zh}”（${basis}）应计入“${REMEDY_RULINGS[counted].zh}”`,
        `“${name.en}” (${basis}) counts as ${counted}`,
      ),
    );
  return problems;
}

/** A review cannot end after the suit that followed it was lodged. */
async function suitProblems(session: Session, review: RemedyRow, on: CalendarDate): Promise<Problem[]> {
  if (review.route !== "REVIEW") return [];
  const suits = await session.rows(REMEDIES).find({ reviewId: review.id }, { orderBy: { lodgedOn: "ASC" } });
  const first = suits.find(({ lodgedOn }) => lodgedOn < on);
  if (!first) return [];
  return [
    invalidInput(
      ["input", "on"],
      text(
        `复议后的诉讼 ${first.number} 已于 ${first.lodgedOn} 提起（行政诉讼法 §45）`,
        `The suit ${first.number} that followed was lodged on ${first.lodgedOn} already (行政诉讼法 §45)`,
      ),
    ),
  ];
}
