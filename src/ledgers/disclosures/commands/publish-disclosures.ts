import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../../kernel/calendar-date.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { dateProblems, type LedgerServices } from "../../../records/index.js";
import { calendarsOf } from "../../../settings/index.js";
import { dueDate } from "../disclosure.rules.js";
import { moveDisclosures, type Selection } from "./move-disclosures.js";

export const FORMATION = text("信息形成（变更）日期", "the day it was formed or changed");

/** Records that they are public since a day, today unless said. */
export async function publishDisclosures(
  session: Session,
  viewer: Viewer,
  chosen: Selection,
  on: CalendarDate | null,
  services: LedgerServices,
): Promise<{ ids: string[] }> {
  const now = services.clock.now();
  const calendars = await calendarsOf(session, services.calendar);
  const publishedOn = on ?? dateInShanghai(now);
  return moveDisclosures(
    session,
    viewer,
    chosen,
    {
      verb: "publish",
      // By the calendar as it is now: when it was drafted, the holidays may not have been announced.
      values: ({ disclosure: { formedOn }, unit }) => ({
        publishedOn,
        dueOn: dueDate(formedOn, calendars(unit)),
      }),
      problems: ({ disclosure: { formedOn } }) =>
        dateProblems(publishedOn, ["input", "on"], {
          now,
          calendar: services.calendar,
          notBefore: { date: formedOn, what: FORMATION },
        }),
    },
    services,
  );
}
