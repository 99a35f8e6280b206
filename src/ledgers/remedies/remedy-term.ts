import { addDays, addMonths, type CalendarDate } from "../../kernel/calendar-date.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { decidedBy, type ContestedRequest } from "./lodging.rules.js";
import type { RemedyRow } from "./remedy.entity.js";
import type { RemedyRoute } from "./remedy.terms.js";

interface Case {
  readonly route: RemedyRoute;
  readonly lodgedOn: CalendarDate;
  readonly request: ContestedRequest | null;
  readonly review: Pick<RemedyRow, "concludedOn" | "decisionArrivedOn" | "disposition"> | null;
}

interface Term {
  /** The day after which the term runs; null if unknown. */
  readonly runsAfter: (lodged: Case) => CalendarDate | null;
  readonly lastDay: (start: CalendarDate) => CalendarDate;
}

/** From the arrival of the decision; against a failure to answer, from the end of the reply period. */
const fromAnswer = ({ request, lodgedOn }: Case): CalendarDate | null => {
  if (!request) return null;
  return decidedBy(request, lodgedOn) ? request.decisionArrivedOn : request.dueOn;
};

/** From the arrival of the review's decision; if the organ missed its time limit, from then. */
const fromReview = ({ review }: Case): CalendarDate | null => {
  if (!review) return null;
  return review.disposition === "REVIEW_NOT_DECIDED" ? review.concludedOn : review.decisionArrivedOn;
};

/** 行政复议法 §20 (60 days), 行政诉讼法 §46 (6 months) and §45 (15 days after the review's decision). */
const TERMS: Readonly<Record<RemedyRoute, Term>> = {
  REVIEW: { runsAfter: fromAnswer, lastDay: (start) => addDays(start, 60) },
  LITIGATION_DIRECT: { runsAfter: fromAnswer, lastDay: (start) => addMonths(start, 6) },
  LITIGATION_AFTER_REVIEW: {
    runsAfter: fromReview,
    lastDay: (start) => addDays(start, 15),
  },
};

/**
 * The last day on which the case could be lodged; on a day off, the next working day (民法典 §203). The organ decides
 * about a late case, so lateness is shown and never refused.
 */
export function lastDayToLodge(lodged: Case, calendar: WorkingCalendar): CalendarDate | null {
  const { runsAfter, lastDay } = TERMS[lodged.route];
  const start = runsAfter(lodged);
  if (start === null) return null;
  return calendar.orNextWorkingDay(lastDay(start));
}
