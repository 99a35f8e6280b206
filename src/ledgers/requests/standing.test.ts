import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../kernel/calendar-date.js";
import { chineseCalendar } from "../../platform/calendar/chinese-calendar.js";
import { DEFAULT_SETTINGS } from "../../settings/settings.data.js";
import { clockOf } from "./request-clock.js";
import { asTheyStand, brokenStep, completes, standingAfter, standingOf, stepsBy } from "./standing.js";
import { stateOf, type EventFacts } from "./step.js";
import { STEPS, VERBS as ALL, type RequestVerb } from "./steps/index.js";

const RECEIVED_ON = "2026-01-05";
const RUNS = { numRuns: 100 };
const terms = { today: "2026-06-30", calendar: chineseCalendar(), settings: DEFAULT_SETTINGS };

const VERBS = ALL.filter(
  (verb) => !["withdrawStep", "correctStep", "reopenRequest", "amendRequest", "recordArrival"].includes(verb),
);
const DETAILS: Readonly<Record<string, object>> = {
  askCorrection: { deadline: "2026-03-31" },
  extendRequest: { days: 5, toldOn: null },
};

interface Plan {
  readonly verb: RequestVerb;
  readonly day: number;
}

/** Each on a day of its own, in the order in which they are recorded. */
const plans: fc.Arbitrary<Plan[]> = fc.uniqueArray(
  fc.record({ verb: fc.constantFrom(...VERBS), day: fc.integer({ min: 0, max: 60 }) }),
  { selector: ({ day }) => day, maxLength: 14 },
);

const eventOf = ({ verb, day }: Plan, revision: number): EventFacts & { revision: number } => ({
  action: verb,
  onDate: addDays(RECEIVED_ON, day),
  details: { ...DETAILS[verb] },
  revision,
});

/** What is left of them: those that there was room for when they were recorded. */
function recorded(steps: readonly Plan[]): (EventFacts & { revision: number })[] {
  const history = [{ action: "receiveRequest", onDate: RECEIVED_ON, details: {}, revision: 1 }];
  for (const plan of steps) {
    const event = eventOf(plan, history.length + 1);
    const standing = asTheyStand(history);
    const open = STEPS[plan.verb].gate(standingAfter(stepsBy(standing, event.onDate))) === null;
    if (open && brokenStep(asTheyStand([...history, event])) === null) history.push(event);
  }
  return history;
}

/** As it stands, but for the numbers of the steps. */
const seen = (history: readonly EventFacts[]) => {
  const { notices, ...standing } = standingOf(history);
  return { ...standing, notices: notices.map(({ step: _step, ...notice }) => notice) };
};

const clock = (history: readonly EventFacts[]) => {
  const request = {
    state: stateOf(standingOf(history)),
    receivedOn: RECEIVED_ON,
    receiptChannel: "IN_PERSON",
  } as const;
  const { waits: _waits, ...reckoned } = clockOf(request, history, terms);
  return reckoned;
};

describe("whatever was recorded, in whatever order", () => {
  it("every step follows from those before it", () => {
    fc.assert(
      fc.property(plans, (steps) => {
        const standing = asTheyStand(recorded(steps));
        expect(brokenStep(standing)).toBeNull();
        expect(standing.filter(completes).length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it("state, waits and clock depend on the days alone", () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat()), (steps, random) => {
        const history = recorded(steps);
        const [receipt, ...rest] = history;
        const order = rest.map((event) => ({ event, at: random.next().value as number }));
        const shuffled = order
          .sort((a, b) => a.at - b.at)
          .map(({ event }, i) => ({ ...event, revision: i + 2 }));
        const another = [receipt!, ...shuffled];
        expect(seen(another)).toEqual(seen(history));
        expect(clock(another)).toEqual(clock(history));
      }),
      RUNS,
    );
  });

  it("the last step recorded in error leaves everything as it was before it", () => {
    fc.assert(
      fc.property(plans, (steps) => {
        const history = recorded(steps);
        const last = history.at(-1)!;
        if (last.revision === 1) return;
        const details = { step: last.revision, recordedInError: true };
        const mended = [...history, { action: "withdrawStep", onDate: terms.today, details, revision: 99 }];
        expect(seen(mended)).toEqual(seen(history.slice(0, -1)));
        expect(clock(mended)).toEqual(clock(history.slice(0, -1)));
      }),
      RUNS,
    );
  });

  it("a notice that the organ withdrew is waited for no more, and the request goes on", () => {
    fc.assert(
      fc.property(plans, fc.nat(), (steps, which) => {
        const history = recorded(steps);
        const open = standingOf(history).notices.filter((notice) => notice.open);
        const notice = open[which % Math.max(1, open.length)];
        if (!notice || standingOf(history).phase !== "OPEN") return;
        const details = { step: notice.step };
        const mended = [...history, { action: "withdrawStep", onDate: terms.today, details, revision: 99 }];
        expect(brokenStep(asTheyStand(mended))).toBeNull();
        expect(standingOf(mended).notices.filter((one) => one.open)).toHaveLength(open.length - 1);
        if (open.length === 1) expect(STEPS.decideRequest.gate(standingOf(mended))).toBeNull();
        expect(clock(mended).dueOn).not.toBe(open.length === 1 ? null : undefined);
      }),
      RUNS,
    );
  });
});
