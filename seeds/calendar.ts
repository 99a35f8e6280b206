import { randomFor } from "../src/kernel/random.js";
import type { SeedUnit } from "./units.js";

export interface Rhythm {
  readonly signedOn: string;
  readonly savedAt: string;
  readonly submittedAt: string;
  readonly approvedAt: string;
  readonly publishedAt: string;
}

/** Working days of the January in which a year's reports are made, 调休 included (春节 fell on 2023-01-22). */
const JANUARY_WORKDAYS: Readonly<Record<number, readonly number[]>> = {
  2022: [4, 5, 6, 7, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30],
  2023: [3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 28, 29, 30, 31],
  2024: [2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26, 29, 30, 31],
};

/** A moment in Shanghai. The hour tells the step, so that steps of one day stay in order. */
export const moment = (date: string, hour: number, minute: number): string =>
  `${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+08:00`;

/** Saved 8-20 January, submitted by the 28th, published by the 31st; signed on the day of submission. */
export function januaryRhythm(unit: SeedUnit, year: number): Rhythm {
  const random = randomFor(unit.code, year, "rhythm");
  const january = year + 1;
  const workdays = JANUARY_WORKDAYS[january] ?? [];
  const within = (low: number, high: number) => workdays.filter((day) => day >= low && day <= high);
  const oneOf = (days: readonly number[]) => days[random.between(0, days.length - 1)] ?? 31;
  const at = (day: number, hour: number) => moment(dateOf(january, day), hour, random.between(0, 59));

  const saved = oneOf(within(8, 20));
  const submitted = oneOf(within(saved, 28));
  const approved = oneOf(within(submitted, 29));
  const published = oneOf(within(approved, 31));
  return {
    signedOn: dateOf(january, submitted),
    savedAt: at(saved, 9),
    submittedAt: at(submitted, 11),
    approvedAt: at(approved, 14),
    publishedAt: at(published, 16),
  };
}

const dateOf = (year: number, day: number): string => `${year}-01-${String(day).padStart(2, "0")}`;

/** After 31 January, and a case of D06. */
export const LATE_RHYTHM: Rhythm = {
  signedOn: "2024-02-06",
  savedAt: moment("2024-02-05", 15, 20),
  submittedAt: moment("2024-02-06", 10, 5),
  approvedAt: moment("2024-02-07", 9, 40),
  publishedAt: moment("2024-02-07", 16, 30),
};
