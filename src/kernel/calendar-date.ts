/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`; as a string it sorts and compares as it should. */
export type CalendarDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export function isCalendarDate(value: string): value is CalendarDate {
  const match = SHAPE.exec(value);
  if (!match) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** China has one time zone and no daylight saving since 1992, so the offset is a constant. */
export const dateInShanghai = (instant: Date): CalendarDate =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
