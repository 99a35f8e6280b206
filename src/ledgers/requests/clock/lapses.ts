import type { CalendarDate } from "../../../kernel/calendar-date.js";
import { text } from "../../../kernel/text.js";
import type { ClockLapse } from "./clock.js";
import {
  CONSULTATION_DAYS,
  CORRECTION_NOTICE_DAYS,
  EXTENSION_DAYS,
  workingDayAfter,
  type Course,
  type Terms,
} from "./course.js";
import { layDays } from "./days.js";

/** D03, 条例 §30: once, and within 7 working days from the receipt. */
export function correctionLapses(course: Course, on: CalendarDate, terms: Terms): ClockLapse[] {
  const { calendar, receivedOn } = terms;
  const lastDay = workingDayAfter(calendar, receivedOn, CORRECTION_NOTICE_DAYS);
  const again = course.waits.some(
    ({ kind, withdrawnOn }) => kind === "askCorrection" && withdrawnOn === null,
  );
  const reasons = [
    again && text("补正应当一次性告知，此为再次告知", "A second correction notice; the law allows one"),
    on > lastDay &&
      !again &&
      text(
        `补正告知应不迟于 ${lastDay}（收到之日起7个工作日内）`,
        `The correction notice was due by ${lastDay}, within 7 working days from receipt`,
      ),
  ];
  return reasons.filter((reason) => reason !== false).map((reason) => ({ rule: "D03", on, reason }));
}

/** D02, 条例 §33: within the first period, notified to the applicant within it, and at most 20 working days in all. */
export function extensionLapses(
  course: Course,
  on: CalendarDate,
  { days, toldOn }: { readonly days: number; readonly toldOn?: CalendarDate | null },
  terms: Terms,
): ClockLapse[] {
  const { dueOn } = layDays({ ...course, extension: 0 }, terms);
  const total = course.extension + days;
  const late = (day: CalendarDate): boolean => dueOn !== null && day > dueOn;
  const reasons = [
    late(on) &&
      text(`延期决定晚于答复期限 ${dueOn}`, `The extension was granted after the due date ${dueOn}`),
    total > EXTENSION_DAYS &&
      text(
        `延长共 ${total} 个工作日，最长不得超过20个工作日`,
        `Extended by ${total} working days in all; at most 20 are allowed`,
      ),
    toldOn == null && text("延长答复期限未告知申请人", "The applicant was not told of the extension"),
    toldOn != null &&
      late(toldOn) &&
      text(
        `延期告知日 ${toldOn} 晚于答复期限 ${dueOn}`,
        `The applicant was told on ${toldOn}, after the due date ${dueOn}`,
      ),
  ];
  return reasons.filter((reason) => reason !== false).map((reason) => ({ rule: "D02", on, reason }));
}

const SILENCE = {
  consultThirdParty: text(
    `征求第三方意见逾15个工作日未答复，行政机关应当自行决定（条例 §32）`,
    `The third party did not answer within ${CONSULTATION_DAYS} working days: the organ decides (条例 §32)`,
  ),
  consultAgency: text(
    "被征求意见机关逾15个工作日未答复，视为同意公开（条例 §34）",
    `The organ asked did not answer within ${CONSULTATION_DAYS} working days: that is consent (条例 §34)`,
  ),
} as const;

/** D04: neither an answer nor a decision when the 15 working days had run out. */
export function consultationLapses({ waits }: Course, { today }: Terms): ClockLapse[] {
  return waits.flatMap(({ kind, until, endedOn }) => {
    const silence = kind === "consultThirdParty" || kind === "consultAgency" ? SILENCE[kind] : null;
    const open = endedOn ?? today;
    return silence && until !== null && open > until
      ? [{ rule: "D04" as const, on: until, reason: silence }]
      : [];
  });
}
