import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../../kernel/calendar-date.js";
import { WorkingCalendar } from "../../../kernel/working-calendar.js";
import { chineseCalendar } from "../../../platform/calendar/chinese-calendar.js";
import type { Clock } from "./clock.js";
import { plannedClock, type Planned, type PlannedInput } from "./planned.fixture.js";
import type { RequestVerb } from "../steps/index.js";

const calendar = chineseCalendar();
const RUNS = { numRuns: 1000 };

type Plan = (onDate: CalendarDate) => Planned;

const plain = (
  ...actions: Exclude<
    RequestVerb,
    "askCorrection" | "consultThirdParty" | "consultAgency" | "noticeFee" | "recordReasons" | "extendRequest"
  >[]
): fc.Arbitrary<Plan> =>
  fc.constantFrom(...actions).map((action) => (onDate) => ({ action, onDate, details: {} }));
const days = (max: number) => fc.integer({ min: 0, max });
const sometimes = (max: number) => fc.option(days(max));
const dayAfter = (date: CalendarDate, days: number | null) => (days === null ? null : addDays(date, days));

/** What may happen on a day, legal just then or not. */
const happening: fc.Arbitrary<Plan> = fc.oneof(
  days(30).map((wait): Plan => (onDate) => ({
    action: "askCorrection",
    onDate,
    details: { deadline: addDays(onDate, wait) },
  })),
  fc
    .tuple(fc.constantFrom("consultThirdParty" as const, "consultAgency" as const), sometimes(10))
    .map(([action, post]): Plan => (onDate) => ({
      action,
      onDate,
      details: { letterReceivedOn: dayAfter(onDate, post) },
    })),
  sometimes(10).map((post): Plan => (onDate) => ({
    action: "noticeFee",
    onDate,
    details: { noticeReceivedOn: dayAfter(onDate, post) },
  })),
  sometimes(90).map((delay): Plan => (onDate) => ({
    action: "recordReasons",
    onDate,
    details: { delayedUntil: dayAfter(onDate, delay) },
  })),
  fc.tuple(fc.integer({ min: 1, max: 25 }), sometimes(5)).map(([more, told]): Plan => (onDate) => ({
    action: "extendRequest",
    onDate,
    details: { days: more, toldOn: dayAfter(onDate, told) },
  })),
  plain("recordThirdPartyReply", "recordAgencyReply", "recordCorrection", "recordFeePaid", "askReasons"),
);
const ending = plain("decideRequest", "withdrawRequest", "lapseRequest", "serveRequest");

const conventions: fc.Arbitrary<PlannedInput["conventions"]> = fc.record({
  "clock.pausedDays": fc.constantFrom("AFTER_SENT", "UNTIL_ANSWER"),
  "clock.restartAfterPayment": fc.boolean(),
  "clock.reasonsPause": fc.boolean(),
  "clock.extensionAfterRestart": fc.constantFrom("AGAIN", "KEPT"),
});

const receipt = days(800).map((day) => addDays("2023-09-01", day));

function inOrder(start: CalendarDate, plans: readonly (readonly [gap: number, plan: Plan])[]): Planned[] {
  let date = start;
  return plans.map(([gap, plan]) => plan((date = addDays(date, gap))));
}

const history = fc
  .record({
    receivedOn: receipt,
    happened: fc.array(fc.tuple(days(12), happening), { maxLength: 8 }),
    ended: fc.array(fc.tuple(days(12), ending), { maxLength: 2 }),
    later: days(60),
    conventions,
  })
  .map(({ receivedOn, happened, ended, later, conventions }) => {
    const events = inOrder(receivedOn, [...happened, ...ended]);
    const today = addDays(events.at(-1)?.onDate ?? receivedOn, later);
    return { receivedOn, events, today, calendar, conventions } satisfies PlannedInput;
  });

const sum = (steps: Clock["steps"]): number => steps.reduce((total, step) => total + step.workingDays, 0);
const restarts = (clock: Clock) => clock.steps.findLastIndex(({ reason }) => reason.zh.endsWith("重新计算"));

/** Days by which the period was extended, from the events alone; null where it began anew or a later day was set. */
function extensionIn({ events, conventions }: PlannedInput): number | null {
  const completed = events.findIndex(({ action }) => /^(decide|withdraw|lapse|serve)/.test(action));
  const open = completed < 0 ? events : events.slice(0, completed);
  const anew = open.some(
    ({ action }) =>
      action === "recordCorrection" ||
      (action === "recordFeePaid" && conventions["clock.restartAfterPayment"]),
  );
  const delayed = open.some((event) => event.action === "recordReasons" && event.details.delayedUntil);
  if (anew || delayed) return null;
  return Math.min(
    20,
    open.reduce((all, event) => all + (event.action === "extendRequest" ? (event.details.days ?? 0) : 0), 0),
  );
}

describe("whatever happens to a request", () => {
  it("the steps run without gap or overlap from the day after the receipt to the due date", () => {
    fc.assert(
      fc.property(history, (input) => {
        const { steps, dueOn } = plannedClock(input);
        let next = addDays(input.receivedOn, 1);
        for (const { from, to, workingDays } of steps) {
          expect(from).toBe(next);
          expect(to >= from).toBe(true);
          expect(workingDays).toBe(calendar.between(addDays(from, -1), to));
          next = addDays(to, 1);
        }
        if (dueOn !== null) expect(steps.at(-1)?.to).toBe(dueOn);
        if (steps.length > 1) expect(steps.every(({ workingDays }) => workingDays > 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it("the counted steps add up to the limit in force", () => {
    fc.assert(
      fc.property(history, (input) => {
        const clock = plannedClock(input);
        if (clock.dueOn === null) return;
        const counted = sum(clock.steps.filter((step) => step.counted));
        expect(sum(clock.steps)).toBe(calendar.between(input.receivedOn, clock.dueOn));
        const delay = sum(clock.steps.filter(({ reason }) => reason.zh === "延迟答复的合理期限"));
        const extended = sum(clock.steps.filter(({ reason }) => reason.zh === "延长答复期限"));
        expect(counted).toBe(20 + extended + delay);
        expect(extended).toBeLessThanOrEqual(20);
        expect(extensionIn(input) ?? extended).toBe(extended);
        expect(clock.steps.slice(0, restarts(clock) + 1).some((step) => step.counted)).toBe(false);
        if (clock.workingDaysLeft !== null)
          expect(clock.workingDaysUsed + clock.workingDaysLeft).toBe(counted);
      }),
      RUNS,
    );
  });

  it("the due date is a working day, but for one that the organ set", () => {
    fc.assert(
      fc.property(history, (input) => {
        const { dueOn } = plannedClock(input);
        const set = input.events.some(
          (event) => event.action === "recordReasons" && event.details.delayedUntil === dueOn,
        );
        expect(dueOn === null || set || calendar.isWorkingDay(dueOn)).toBe(true);
      }),
      RUNS,
    );
  });

  it("the due date does not depend on the day on which it is asked", () => {
    fc.assert(
      fc.property(history, days(400), (input, later) => {
        const { dueOn, steps } = plannedClock(input);
        const then = plannedClock({ ...input, today: addDays(input.today, later) });
        expect([then.dueOn, then.steps]).toEqual([dueOn, steps]);
      }),
      RUNS,
    );
  });

  it("it is never paused and overdue at once, and neither without a due date or after its end", () => {
    fc.assert(
      fc.property(history, (input) => {
        const { dueOn, paused, overdue, workingDaysLeft } = plannedClock(input);
        expect(paused && overdue).toBe(false);
        if (dueOn === null) expect([overdue, workingDaysLeft]).toEqual([false, null]);
        if (workingDaysLeft !== null && workingDaysLeft < 0) expect(overdue).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    ["consultThirdParty", "recordThirdPartyReply"],
    ["consultAgency", "recordAgencyReply"],
  ] as const)("%s and its reply on the same day change nothing", (action, reply) => {
    fc.assert(
      fc.property(history, fc.nat(), (input, where) => {
        const at = where % (input.events.length + 1);
        const onDate = input.events[at]?.onDate ?? input.events.at(-1)?.onDate ?? input.receivedOn;
        const pair: Planned[] = [
          { action, onDate, details: {} },
          { action: reply, onDate, details: {} },
        ];
        const events = input.events.toSpliced(at, 0, ...pair);
        const { waits: _asked, ...clock } = plannedClock({ ...input, events });
        expect(plannedClock(input)).toMatchObject(clock);
      }),
      RUNS,
    );
  });

  it("a wait more never makes the period shorter, and a second one over the same days changes nothing", () => {
    fc.assert(
      fc.property(history, fc.nat(), days(20), (input, where, length) => {
        const at = where % (input.events.length + 1);
        const onDate = input.events[at]?.onDate ?? input.events.at(-1)?.onDate ?? input.receivedOn;
        const completed = input.events
          .slice(0, at)
          .some(({ action }) => /^(decide|withdraw|lapse|serve)/.test(action));
        if (completed) return;
        const wait = (revision: number): Planned => ({
          action: "consultAgency",
          revision,
          onDate,
          details: { withdrawnOn: addDays(onDate, length) },
        });
        const due = (...more: Planned[]) =>
          plannedClock({ ...input, events: input.events.toSpliced(at, 0, ...more) }).dueOn ?? "9999-12-31";
        expect(due(wait(101)) >= due()).toBe(true);
        expect(due(wait(101), wait(102))).toBe(due(wait(101)));
      }),
      RUNS,
    );
  });

  it("nothing that can happen makes it throw, up to the calendar's last day", () => {
    fc.assert(
      fc.property(history, days(120), (input, before) => {
        const shift = (date: CalendarDate) => (date > calendar.lastDay ? calendar.lastDay : date);
        const receivedOn = addDays(calendar.lastDay, -before);
        const events = input.events.map((event, at) => ({
          ...event,
          onDate: shift(addDays(receivedOn, at * 3)),
          ...(event.action === "askCorrection" && { details: { deadline: calendar.lastDay } }),
          ...(event.action === "recordReasons" && { details: { delayedUntil: calendar.lastDay } }),
          ...(/^(consult|notice)/.test(event.action) && { details: {} }),
        })) as Planned[];
        plannedClock({ ...input, receivedOn, events, today: calendar.lastDay });
      }),
      RUNS,
    );
  });
});

describe("one holiday more", () => {
  const announced = (holidays: readonly CalendarDate[]): WorkingCalendar =>
    new WorkingCalendar({
      holidays: new Set(holidays),
      makeUpDays: new Set(["2024-02-04", "2024-02-18", "2024-09-14", "2024-09-29"]),
      firstYear: 2023,
      lastYear: 2025,
    });

  it("never makes a due date earlier", () => {
    const holiday = receipt.filter((date) => date > "2023-12-01");
    fc.assert(
      fc.property(
        fc.array(holiday, { maxLength: 5 }),
        holiday,
        fc.array(history, { minLength: 20, maxLength: 20 }),
        (holidays, one, inputs) => {
          const before = announced(holidays);
          const after = announced([...holidays, one]);
          for (const input of inputs) {
            const due = plannedClock({ ...input, calendar: before }).dueOn;
            const later = plannedClock({ ...input, calendar: after }).dueOn;
            // Without a due date it is later than any: a notice that was too late is now in time.
            if (later !== null) expect(due !== null && later >= due).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
