import { expect, it } from "vitest";
import { chineseCalendar } from "../../platform/calendar/chinese-calendar.js";
import { reminderDates } from "./reminder-dates.js";

const DAYS = { "reminders.firstDays": 10, "reminders.secondDays": 3, "reminders.noticeDays": 5 } as const;

it("reminds in working days before the report is due, and gives notice after, past holidays", () => {
  // Due on Saturday 31 January 2026; the make-up Saturday of 14 February is worked, the spring festival is off.
  expect(reminderDates(chineseCalendar(), "2026-01-31", DAYS)).toEqual({
    firstOn: "2026-01-19",
    secondOn: "2026-01-28",
    noticeOn: "2026-02-06",
  });
  const later = { ...DAYS, "reminders.secondDays": 0, "reminders.noticeDays": 12 };
  expect(reminderDates(chineseCalendar(), "2026-01-31", later)).toMatchObject({
    secondOn: "2026-01-31",
    noticeOn: "2026-02-24",
  });
});
