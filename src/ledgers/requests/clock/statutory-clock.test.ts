import { describe, expect, it } from "vitest";
import { chineseCalendar } from "../../../platform/calendar/chinese-calendar.js";
import { DEFAULT_SETTINGS } from "../../../settings/settings.data.js";
import type { Clock } from "./clock.js";
import { plannedClock, type Planned, type PlannedInput } from "./planned.fixture.js";

const calendar = chineseCalendar();
const UNTIL_ANSWER = { "clock.pausedDays": "UNTIL_ANSWER" } as const;
const PAYMENT_PAUSES = { "clock.restartAfterPayment": false } as const;
const REASONS_PAUSE = { "clock.reasonsPause": true } as const;

/*
 * Received on Monday 2024-01-22. Working days after it: the 7th is 01-31, the 15th 02-09 (the last before Spring
 * Festival), the 16th Sunday 02-18 (worked instead, as is Sunday 02-04, the 10th), the 20th 02-22, the 40th 03-21.
 */
const RECEIVED = "2024-01-22";

function clock(
  events: readonly Planned[],
  today = RECEIVED,
  conventions: Partial<PlannedInput["conventions"]> = {},
  receivedOn: string | null = RECEIVED,
): Clock {
  return plannedClock({
    receivedOn,
    events,
    today,
    calendar,
    conventions: { ...DEFAULT_SETTINGS, ...conventions },
  });
}

/** `01-23..02-22 20 答复期限`, and a minus before days that do not count. */
const told = ({ steps }: Clock): string[] =>
  steps.map(
    ({ from, to, workingDays, counted, reason }) =>
      `${from.slice(5)}..${to.slice(5)} ${counted ? "" : "-"}${workingDays} ${reason.zh}`,
  );

const on = (onDate: string) => ({ onDate: `2024-${onDate}`, details: {} });
const consult = (onDate: string, letterReceivedOn?: string): Planned => ({
  action: "consultThirdParty",
  onDate: `2024-${onDate}`,
  details: letterReceivedOn ? { letterReceivedOn: `2024-${letterReceivedOn}` } : {},
});
const reply = (onDate: string): Planned => ({ action: "recordThirdPartyReply", ...on(onDate) });
const askAgency = (onDate: string): Planned => ({ action: "consultAgency", ...on(onDate) });
const agencyReply = (onDate: string): Planned => ({ action: "recordAgencyReply", ...on(onDate) });
const askCorrection = (onDate: string, deadline: string): Planned => ({
  action: "askCorrection",
  onDate: `2024-${onDate}`,
  details: { deadline: `2024-${deadline}` },
});
const corrected = (onDate: string): Planned => ({ action: "recordCorrection", ...on(onDate) });
const noticeFee = (onDate: string, noticeReceivedOn: string): Planned => ({
  action: "noticeFee",
  onDate: `2024-${onDate}`,
  details: { noticeReceivedOn: `2024-${noticeReceivedOn}` },
});
const paid = (onDate: string): Planned => ({ action: "recordFeePaid", ...on(onDate) });
const askReasons = (onDate: string): Planned => ({ action: "askReasons", ...on(onDate) });
const reasons = (onDate: string, delayedUntil?: string): Planned => ({
  action: "recordReasons",
  onDate: `2024-${onDate}`,
  details: { delayedUntil: delayedUntil ? `2024-${delayedUntil}` : null },
});
const extend = (onDate: string, days = 20, toldOn: string | null = onDate): Planned => ({
  action: "extendRequest",
  onDate: `2024-${onDate}`,
  details: { days, toldOn: toldOn && `2024-${toldOn}` },
});
const decided = (onDate: string): Planned => ({ action: "decideRequest", ...on(onDate) });
const served = (onDate: string): Planned => ({ action: "serveRequest", ...on(onDate) });

describe("the reply period (条例 §33)", () => {
  it.each([
    ["2024-01-22", "2024-02-22"],
    ["2023-09-25", "2023-10-27"],
    ["2025-01-10", "2025-02-13"],
    ["2025-09-22", "2025-10-24"],
    ["2025-12-15", "2026-01-13"],
    ["2026-02-02", "2026-03-06"],
    ["2026-09-18", "2026-10-22"],
  ])("received on %s, it is due on %s", (receivedOn, dueOn) => {
    expect(clock([], receivedOn, {}, receivedOn)).toMatchObject({
      dueOn,
      provisional: false,
      overdue: false,
    });
  });

  it.each([
    ["+40", "2024-01-22", 40, "2024-03-21"],
    ["+7", "2024-01-22", 7, "2024-01-31"],
    ["+15", "2023-09-25", 15, "2023-10-20"],
    ["+1", "2024-02-09", 1, "2024-02-18"],
  ])("reckons %s from %s", (_, from, n, date) => expect(calendar.after(from, n)).toBe(date));

  it("has not begun while the receipt is not confirmed", () => {
    expect(clock([], "2024-03-01", {}, null)).toEqual({
      dueOn: null,
      paused: false,
      workingDaysUsed: 0,
      workingDaysLeft: null,
      overdue: false,
      provisional: false,
      steps: [],
      waitsUntil: null,
      waits: [],
      extension: 0,
      lapses: [],
    });
  });

  it("is one step from the day after the receipt", () => {
    const feastDays = [10, 11, 12, 13, 14, 15, 16, 17].map((day) => `2024-02-${day}`);
    const { steps, waitsUntil, lapses } = clock([]);
    expect(steps).toEqual([
      {
        from: "2024-01-23",
        to: "2024-02-22",
        workingDays: 20,
        // Weekends, then the Spring Festival from 10 to 17 February; 4 and 18 February are worked instead.
        daysOff: ["2024-01-27", "2024-01-28", "2024-02-03", ...feastDays],
        counted: true,
        reason: { zh: "答复期限", en: "reply period" },
        basis: "条例 §33",
      },
    ]);
    expect({ waitsUntil, lapses }).toEqual({ waitsUntil: null, lapses: [] });
  });

  it.each([
    ["2024-01-22", 0, 20, false],
    ["2024-02-04", 10, 10, false],
    ["2024-02-12", 15, 5, false],
    ["2024-02-22", 20, 0, false],
    ["2024-02-23", 21, -1, true],
    ["2024-02-25", 21, -1, true],
    ["2024-03-04", 27, -7, true],
  ])("on %s %i days are used and %i left", (today, workingDaysUsed, workingDaysLeft, overdue) => {
    expect(clock([], today)).toMatchObject({ workingDaysUsed, workingDaysLeft, overdue, paused: false });
  });

  it("is provisional where it ends in a year that is not announced (D10)", () => {
    const { announcedUntil } = calendar;
    const december = `${announcedUntil.slice(0, 4)}-12-15`;
    expect(clock([], december, {}, december).provisional).toBe(true);
  });
});

describe("the extension (条例 §33)", () => {
  it("adds its days as a step of their own", () => {
    const extended = clock([extend("02-05")]);
    expect(extended.dueOn).toBe("2024-03-21");
    expect(told(extended)).toEqual(["01-23..02-22 20 答复期限", "02-23..03-21 20 延长答复期限"]);
    expect(extended).toMatchObject({ workingDaysLeft: 40, lapses: [] });
  });

  it("is paused like the period itself", () => {
    const extended = clock([extend("02-05"), consult("02-27"), reply("03-01")]);
    expect(extended.dueOn).toBe("2024-03-26");
    expect(told(extended)).toEqual([
      "01-23..02-22 20 答复期限",
      "02-23..02-27 3 延长答复期限",
      "02-28..03-01 -3 征求第三方意见",
      "03-02..03-26 17 延长答复期限",
    ]);
  });

  it("never gives more than 20 days, in however many parts, and D02 tells of it", () => {
    const extended = clock([extend("02-05", 15), extend("02-06", 15)]);
    expect(extended.dueOn).toBe("2024-03-21");
    expect(extended.lapses).toEqual([
      {
        rule: "D02",
        on: "2024-02-06",
        reason: {
          zh: "延长共 30 个工作日，最长不得超过20个工作日",
          en: "Extended by 30 working days in all; at most 20 are allowed",
        },
      },
    ]);
  });

  it.each([
    ["on the last day", extend("02-22"), []],
    [
      "too late",
      extend("02-23"),
      ["延期决定晚于答复期限 2024-02-22", "延期告知日 2024-02-23 晚于答复期限 2024-02-22"],
    ],
    ["told too late", extend("02-22", 5, "02-23"), ["延期告知日 2024-02-23 晚于答复期限 2024-02-22"]],
    ["not told", extend("02-05", 5, null), ["延长答复期限未告知申请人"]],
  ])("granted %s", (_, event, lapses) => {
    expect(clock([event]).lapses.map(({ reason }) => reason.zh)).toEqual(lapses);
  });

  it("is measured at the due date with its pauses, but without extensions", () => {
    const events = [consult("01-25"), reply("01-30"), extend("02-27", 5)];
    expect(clock(events).lapses).toEqual([]);
    expect(clock([...events, extend("02-28", 5)]).lapses).toHaveLength(2);
  });
});

describe("consultations (条例 §32-34)", () => {
  const answered = [consult("01-25"), reply("01-30")];

  it("pause from the day after the letter to the answer", () => {
    const paused = clock(answered);
    expect(paused.dueOn).toBe("2024-02-27");
    expect(told(paused)).toEqual([
      "01-23..01-25 3 答复期限",
      "01-26..01-30 -3 征求第三方意见",
      "01-31..02-27 17 答复期限",
    ]);
    expect(paused.steps[1]?.basis).toBe("条例 §32、§33(3)");
  });

  it("or from the letter to the day before the answer", () => {
    const paused = clock(answered, RECEIVED, UNTIL_ANSWER);
    expect(paused.dueOn).toBe("2024-02-27");
    expect(told(paused)).toEqual([
      "01-23..01-24 2 答复期限",
      "01-25..01-29 -3 征求第三方意见",
      "01-30..02-27 18 答复期限",
    ]);
  });

  it.each([
    ["AFTER_SENT", "2024-02-22"],
    ["UNTIL_ANSWER", "2024-02-23"],
  ] as const)("sent before the holiday and answered in it: %s, due on %s", (pausedDays, dueOn) => {
    expect(
      clock([consult("02-09"), reply("02-12")], RECEIVED, { "clock.pausedDays": pausedDays }).dueOn,
    ).toBe(dueOn);
  });

  it("of an agency rest on their own article", () => {
    const paused = clock([askAgency("01-25"), agencyReply("01-30")]);
    expect(paused.dueOn).toBe("2024-02-27");
    expect(paused.steps[1]).toMatchObject({ reason: { zh: "征求其他机关意见" }, basis: "条例 §33(3)、§34" });
  });

  it.each([
    ["the letter's day where its arrival is not known", consult("01-25"), "2024-02-20", "2024-03-14"],
    ["its arrival", consult("01-25", "01-30"), "2024-02-23", "2024-03-19"],
  ])("run out 15 working days after %s", (_, event, waitsUntil, dueOn) => {
    expect(clock([event], "2024-01-26")).toMatchObject({ waitsUntil, dueOn, paused: true });
  });

  it("leave the due date alone whenever it is looked at, and count on when they have run out", () => {
    const at = (today: string, conventions = {}) => clock([consult("01-25")], today, conventions);
    expect(at("2024-01-25")).toMatchObject({ paused: true, workingDaysUsed: 3, workingDaysLeft: 17 });
    expect(at("2024-02-20")).toMatchObject({
      paused: true,
      workingDaysUsed: 3,
      workingDaysLeft: 17,
      lapses: [],
    });
    expect(at("2024-02-21")).toMatchObject({
      paused: false,
      workingDaysUsed: 4,
      workingDaysLeft: 16,
      dueOn: "2024-03-14",
      waitsUntil: "2024-02-20",
    });
    expect(at("2024-02-20", UNTIL_ANSWER)).toMatchObject({
      paused: false,
      workingDaysUsed: 3,
      dueOn: "2024-03-14",
    });
  });

  it("that overlap pause a day once", () => {
    const events = [consult("01-25"), askAgency("01-29"), reply("01-30"), agencyReply("02-01")];
    const paused = clock(events);
    expect(paused.dueOn).toBe("2024-02-29");
    expect(told(paused)).toEqual([
      "01-23..01-25 3 答复期限",
      "01-26..01-30 -3 征求第三方意见",
      "01-31..02-01 -2 征求其他机关意见",
      "02-02..02-29 17 答复期限",
    ]);
  });

  it("after the due date stop nothing", () => {
    expect(clock([consult("02-22")], "2024-02-23")).toMatchObject({
      dueOn: "2024-02-22",
      paused: false,
      overdue: true,
      workingDaysLeft: -1,
    });
  });

  it("end with the decision", () => {
    expect(clock([consult("01-25"), decided("01-30")], "2024-03-01")).toMatchObject({
      dueOn: "2024-02-27",
      paused: false,
      waitsUntil: null,
      workingDaysUsed: 3,
      lapses: [],
    });
  });

  it.each([
    ["still open", [], "2024-02-21", ["2024-02-20"]],
    ["on its last day", [], "2024-02-20", []],
    ["answered late", [reply("02-21")], "2024-03-01", ["2024-02-20"]],
    ["answered in time", [reply("02-20")], "2024-03-01", []],
    ["decided in time", [decided("02-20")], "2024-03-01", []],
  ])("D04: %s", (_, events, today, lapses) => {
    const found = clock([consult("01-25"), ...events], today).lapses;
    expect(found.map(({ on }) => on)).toEqual(lapses);
    expect(found.every(({ rule }) => rule === "D04")).toBe(true);
  });
});

describe("the correction (条例 §30)", () => {
  it("leaves no due date while it is awaited", () => {
    const awaited = clock([askCorrection("01-30", "02-09")], "2024-02-05");
    expect(awaited).toMatchObject({
      dueOn: null,
      paused: true,
      workingDaysUsed: 6,
      workingDaysLeft: null,
      overdue: false,
      provisional: false,
      waitsUntil: "2024-02-09",
      lapses: [],
    });
    expect(told(awaited)).toEqual(["01-23..01-30 6 答复期限", "01-31..02-09 -9 等待申请人补正"]);
  });

  it("starts the clock anew, with the full 20 days", () => {
    const restarted = clock([askCorrection("01-30", "02-09"), corrected("02-05")], "2024-02-06");
    expect(restarted).toMatchObject({
      dueOn: "2024-03-08",
      paused: false,
      workingDaysUsed: 1,
      workingDaysLeft: 19,
      waitsUntil: null,
    });
    expect(told(restarted)).toEqual([
      "01-23..01-30 -6 补正后重新计算",
      "01-31..02-05 -5 等待申请人补正",
      "02-06..03-08 20 答复期限",
    ]);
  });

  it("takes an extension and pauses of the old period with it", () => {
    const events = [
      consult("01-23"),
      reply("01-24"),
      extend("01-26"),
      askCorrection("01-30", "02-09"),
      corrected("02-05"),
    ];
    const restarted = clock(events);
    expect(restarted.dueOn).toBe("2024-03-08");
    expect(told(restarted)).toEqual([
      "01-23..01-23 -1 补正后重新计算",
      "01-24..01-24 -1 征求第三方意见",
      "01-25..01-30 -4 补正后重新计算",
      "01-31..02-05 -5 等待申请人补正",
      "02-06..03-08 20 答复期限",
    ]);
  });

  it("does so even where the notice came after the due date", () => {
    const late = clock([askCorrection("02-23", "03-01"), corrected("02-26")], "2024-02-26");
    expect(late).toMatchObject({ dueOn: "2024-03-25", overdue: false });
    expect(told(late)).toEqual([
      "01-23..02-23 -21 补正后重新计算",
      "02-24..02-26 -1 等待申请人补正",
      "02-27..03-25 20 答复期限",
    ]);
  });

  it("that never came leaves none when the request lapses", () => {
    const lapsed = clock(
      [askCorrection("01-30", "02-09"), { action: "lapseRequest", ...on("02-18") }],
      "2024-03-01",
    );
    expect(lapsed).toMatchObject({
      dueOn: null,
      paused: false,
      waitsUntil: null,
      overdue: false,
      workingDaysUsed: 6,
    });
  });

  it("without a notice changes nothing", () => {
    expect(clock([corrected("02-05")])).toEqual(clock([]));
  });

  it.each([
    ["on the seventh day", [askCorrection("01-31", "02-09")], []],
    [
      "on the eighth",
      [askCorrection("02-01", "02-09")],
      ["补正告知应不迟于 2024-01-31（收到之日起7个工作日内）"],
    ],
    [
      "twice",
      [askCorrection("01-25", "02-09"), corrected("01-26"), askCorrection("01-29", "02-09")],
      ["补正应当一次性告知，此为再次告知"],
    ],
  ])("D03: noticed %s", (_, events, lapses) => {
    expect(clock(events).lapses.map(({ rule, reason }) => `${rule} ${reason.zh}`)).toEqual(
      lapses.map((reason) => `D03 ${reason}`),
    );
  });
});

describe("the fee (条例 §42, 国办函〔2020〕109号)", () => {
  const noticed = noticeFee("02-01", "02-02");

  it("leaves 20 working days from the day after the notice arrives, and no due date meanwhile", () => {
    expect(clock([noticed], "2024-02-05")).toMatchObject({
      dueOn: null,
      paused: true,
      workingDaysUsed: 8,
      waitsUntil: "2024-03-06",
    });
  });

  it("starts the clock anew when it is paid", () => {
    const restarted = clock([noticed, paid("02-05")]);
    expect(restarted.dueOn).toBe("2024-03-08");
    expect(told(restarted)).toEqual([
      "01-23..02-01 -8 缴费后重新计算",
      "02-02..02-05 -3 等待申请人缴费",
      "02-06..03-08 20 答复期限",
    ]);
  });

  it.each([
    ["paid", [noticed, paid("02-05")], "2024-02-27"],
    ["open", [noticed], "2024-03-22"],
    ["paid too late", [noticed, paid("03-08")], "2024-03-22"],
  ])("only pauses, if the district has it so: %s", (_, events, dueOn) => {
    expect(clock(events, "2024-02-05", PAYMENT_PAUSES).dueOn).toBe(dueOn);
  });

  it.each([{}, PAYMENT_PAUSES])("saves nothing where its notice came after the due date", (conventions) => {
    const late = [noticeFee("02-23", "02-23"), paid("02-26")];
    expect(clock(late.slice(0, 1), "2024-02-23", conventions)).toMatchObject({
      dueOn: "2024-02-22",
      overdue: true,
      paused: false,
    });
    expect(clock(late, "2024-02-26", conventions)).toMatchObject({ dueOn: "2024-02-22", overdue: true });
  });
});

describe("reasons for an excessive request (条例 §35)", () => {
  const asked = [askReasons("01-25")];

  it("do not stop the clock", () => {
    expect(clock(asked, "2024-01-26")).toEqual({
      ...clock([], "2024-01-26"),
      waits: [expect.objectContaining({ kind: "REASONS", effect: "none", since: "2024-01-25" })],
    });
  });

  it("pause it if the district has it so, with no end to be told", () => {
    const paused = clock(asked, "2024-01-29", REASONS_PAUSE);
    expect(paused).toMatchObject({ dueOn: null, paused: true, workingDaysUsed: 3, waitsUntil: null });
    expect(told(paused)).toEqual(["01-23..01-25 3 答复期限"]);
    expect(clock([...asked, reasons("01-30")], "2024-01-30", REASONS_PAUSE).dueOn).toBe("2024-02-27");
    expect(clock([...asked, decided("01-30")], "2024-01-30", REASONS_PAUSE).dueOn).toBe("2024-02-27");
  });

  it.each([
    ["2024-03-01", ["01-23..02-22 20 答复期限", "02-23..03-01 6 延迟答复的合理期限"]],
    ["2024-03-02", ["01-23..02-22 20 答复期限", "02-23..03-02 6 延迟答复的合理期限"]],
  ])("let the organ set a later day: %s", (dueOn, steps) => {
    const delayed = clock([...asked, reasons("01-30", dueOn.slice(5))], "2024-02-22");
    expect(delayed).toMatchObject({ dueOn, workingDaysUsed: 20, workingDaysLeft: 6 });
    expect(told(delayed)).toEqual(steps);
    expect(delayed.steps[1]).toMatchObject({ counted: true, basis: "条例 §35" });
  });

  it("never make it earlier", () => {
    expect(clock([...asked, reasons("01-30", "02-05")]).dueOn).toBe("2024-02-22");
  });
});

describe("the end of a request", () => {
  it.each([
    ["decided in time, and not served in time", [decided("02-08")], 14, true],
    ["decided late", [decided("02-23")], 21, true],
    ["decided and served in time", [decided("02-08"), served("02-22")], 14, false],
    ["decided in time and served late", [decided("02-08"), served("02-23")], 14, true],
    ["withdrawn", [{ action: "withdrawRequest", ...on("01-30") } as const], 6, false],
    ["served, its decision not recorded", [served("02-08")], 14, false],
  ])("%s", (_, events, workingDaysUsed, overdue) => {
    expect(clock(events, "2024-03-01")).toMatchObject({
      dueOn: "2024-02-22",
      workingDaysUsed,
      workingDaysLeft: null,
      overdue,
      paused: false,
      waitsUntil: null,
    });
  });

  it("lets nothing but the service follow", () => {
    const events = [decided("02-08"), extend("02-08"), askCorrection("02-09", "02-18"), served("02-22")];
    expect(clock(events, "2024-03-01")).toEqual(clock([decided("02-08"), served("02-22")], "2024-03-01"));
  });
});
