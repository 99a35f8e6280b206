import type { Call } from "../../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../../kernel/calendar-date.js";
import type { Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import {
  dateProblems,
  noteProblems,
  reasonProblems,
  type ListedTarget,
  type StepServices,
} from "../../../records/index.js";
import { calendarsOf } from "../../../settings/index.js";
import { dueDate } from "../disclosure.rules.js";
import { moveDisclosures, type OpenedDisclosure } from "./move.js";

export interface Publication {
  readonly targets: readonly ListedTarget[];
  /** Today when left out. */
  readonly on?: CalendarDate | null;
}

/** Records that disclosures are public since a day. */
export async function publishDisclosures(
  call: Call,
  { targets, on }: Publication,
  services: StepServices,
): Promise<{ ids: string[] }> {
  const calendars = await calendarsOf(call.session, services.calendar);
  const publishedOn = on ?? dateInShanghai(call.now);
  return moveDisclosures(
    call,
    targets,
    {
      verbs: "publish",
      // By the calendar as it is now: when it was drafted, the holidays may not have been announced.
      values: ({ record: { formedOn }, unit }) => ({
        publishedOn,
        dueOn: dueDate(formedOn, calendars(unit)),
      }),
      problems: dayProblems(call, publishedOn, services),
    },
    services,
  );
}

const FORMATION = text("信息形成（变更）日期", "the day it was formed or changed");

const dayProblems =
  ({ now }: Call, on: CalendarDate, { calendar }: StepServices) =>
  ({ record: { formedOn } }: OpenedDisclosure): Problem[] =>
    dateProblems(on, ["input", "on"], { now, calendar, notBefore: { date: formedOn, what: FORMATION } });

export interface Repeal {
  readonly target: ListedTarget;
  /** Today when left out. */
  readonly on?: CalendarDate | null;
  readonly note?: string | null;
}

/** 废止 of a regulation or normative document: from that day on it is no longer in force (条例 §20(1)). */
export function repealDocument(
  call: Call,
  { target, on, note = null }: Repeal,
  services: StepServices,
): Promise<{ ids: string[] }> {
  const repealedOn = on ?? dateInShanghai(call.now);
  const dayIsWrong = dayProblems(call, repealedOn, services);
  return moveDisclosures(
    call,
    [target],
    {
      verbs: "repeal",
      note,
      values: () => ({ repealedOn }),
      problems: (one) => [...noteProblems(note, ["input", "note"]), ...dayIsWrong(one)],
    },
    services,
  );
}

/** Withdraws a published record, or a mistaken draft, with the reason: it no longer counts, but stays on record. */
export function withdrawDisclosure(
  call: Call,
  { target, reason }: { readonly target: ListedTarget; readonly reason: string },
  services: StepServices,
): Promise<{ ids: string[] }> {
  const problems = reasonProblems(reason, ["input", "reason"]);
  const move = { verbs: "withdraw", note: reason, problems: () => problems } as const;
  return moveDisclosures(call, [target], move, services);
}
