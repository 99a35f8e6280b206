import { describe, expect, it } from "vitest";
import { addDays, dateInShanghai, dateOfDay, dayNumber, isCalendarDate, yearOf } from "./calendar-date.js";

describe("calendar dates", () => {
  it.each(["2024-02-29", "2026-01-31"])("takes %s", (date) => expect(isCalendarDate(date)).toBe(true));

  it.each(["2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01T00:00:00Z", "0", ""])(
    "refuses %s",
    (date) => expect(isCalendarDate(date)).toBe(false),
  );

  it("tells Shanghai's day, which begins eight hours before Greenwich's", () => {
    expect(dateInShanghai(new Date("2026-01-31T15:59:59Z"))).toBe("2026-01-31");
    expect(dateInShanghai(new Date("2026-01-31T16:00:00Z"))).toBe("2026-02-01");
    expect(yearOf(dateInShanghai(new Date("2025-12-31T16:00:00Z")))).toBe(2026);
  });

  it("numbers the days one after another, from the year 1 to 9999", () => {
    for (let day = dayNumber("0001-01-01"); day <= dayNumber("9999-12-31"); day += 997) {
      const date = dateOfDay(day);
      expect(isCalendarDate(date) && dayNumber(date)).toBe(day);
    }
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(dayNumber("1970-01-01")).toBe(0);
  });
});
