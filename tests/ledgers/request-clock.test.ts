import { asOperator } from "../../src/access/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chineseCalendar } from "../../src/platform/calendar/chinese-calendar.js";
import { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import { requestLapses } from "../../src/ledgers/requests/index.js";
import { keepReckoned, reckonAgain, requestActivity } from "../../src/ledgers/requests/api.js";
import type { UnitRow } from "../../src/units/index.js";
import type { Session } from "../../src/platform/db/index.js";
import { settingsOf } from "../../src/settings/index.js";
import { Loaders } from "../../src/platform/loaders/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { faults, fieldOf, newOffice, type Office } from "../reports/factories.js";
import {
  listAnswer,
  listed,
  numbersIn,
  received,
  requestNode,
  stepped,
  type InformationRequest,
} from "./request-steps.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const CHANGE = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { unit { code } problems { code } } }`;

const change = async (unitCode: string, key: string, value: unknown): Promise<void> => {
  const answer = await app.as("officer.371003").query(CHANGE, { input: { unitCode, key, value } });
  expect(fieldOf<{ problems: object[] }>(answer).problems).toEqual([]);
};

describe("the statutory clock", () => {
  it("tells where the last day comes from, step by step", async () => {
    const office = await newOffice(app);
    const request = await received(office.clerk, office.code);
    await stepped(office.clerk, "consultThirdParty", request, { on: "2026-01-07" });
    const { clock } = await stepped(office.clerk, "recordThirdPartyReply", request, { on: "2026-01-12" });
    expect(clock).toMatchObject({ dueOn: "2026-02-05", paused: false, provisional: false });
    expect(clock.steps.map(({ from, to, workingDays, counted }) => [from, to, workingDays, counted])).toEqual(
      [
        ["2026-01-06", "2026-01-07", 2, true],
        ["2026-01-08", "2026-01-12", 3, false],
        ["2026-01-13", "2026-02-05", 18, true],
      ],
    );
    expect(clock.steps.map(({ basis }) => basis).join()).toContain("§33");
  });

  it("reckons open requests anew when a setting of the district changes", async () => {
    const office = await newOffice(app);
    const other = await newOffice(app);
    const asked = async ({ clerk, code }: Office): Promise<InformationRequest> => {
      const request = await received(clerk, code);
      await stepped(clerk, "noticeFee", request, { on: "2026-01-07" });
      return stepped(clerk, "recordFeePaid", request, { on: "2026-01-12" });
    };
    const here = await asked(office);
    const there = await asked(other);
    expect([here.clock.dueOn, there.clock.dueOn]).toEqual(["2026-02-09", "2026-02-09"]);
    await change(office.code, "clock.restartAfterPayment", false);
    const dueOn = "2026-02-05";
    expect((await requestNode(office.clerk, here.id))?.clock.dueOn).toBe(dueOn);
    expect((await listed(office.clerk, office.code, { filter: { dueBefore: "2026-02-06" } })).nodes).toEqual([
      { number: here.number, unit: { code: office.code }, clock: { dueOn } },
    ]);
    expect(await numbersIn(other.clerk, other.code, { filter: { dueBefore: "2026-02-06" } })).toEqual([]);
    await change(office.code, "clock.restartAfterPayment", null);
    expect(await numbersIn(office.clerk, office.code, { filter: { dueBefore: "2026-02-06" } })).toEqual([]);
  });
});

describe("a new calendar", () => {
  it("lists the open requests whose due date moves, and stores it when told to", async () => {
    const office = await newOffice(app);
    const request = await received(office.clerk, office.code);
    const served = await received(office.clerk, office.code);
    await stepped(office.clerk, "decideRequest", served);
    await stepped(office.clerk, "serveRequest", served);
    const database = app.app.database;
    const unit = await database.read(SYSTEM, (session) => unitOf(session, office.code));
    const rechecked: [string, number][] = [];
    const reckon = (calendar: WorkingCalendar) =>
      database.write(SYSTEM, async (session) => {
        asOperator(session, app.clock.now(), "reckonAgain");
        const moved = await reckonAgain(session, unit.path, { clock: app.clock, calendar });
        const onChange = async (_session: Session, { code }: UnitRow, sinceYear: number) => {
          rechecked.push([code, sinceYear]);
        };
        await keepReckoned(session, moved, { clock: app.clock, onChange });
        return moved.map((one) => [one.request.number, one.request.dueOn, one.dueOn, one.provisional]);
      });
    expect(await reckon(chineseCalendar())).toEqual([]);
    expect(rechecked).toEqual([]);
    const { number } = request;
    expect(await reckon(withDaysOff("2026-01-29"))).toEqual([[number, "2026-02-02", "2026-02-03", false]]);
    expect(rechecked).toEqual([[office.code, 2026]]);
    expect(await reckon(withDaysOff("2026-01-29"))).toEqual([]);
    // The year of the due date is not announced.
    expect(await reckon(withDaysOff("2025-01-29"))).toEqual([[number, "2026-02-03", "2026-02-02", true]]);
    expect(await reckon(chineseCalendar())).toEqual([[number, "2026-02-02", "2026-02-02", false]]);
  });
});

/** Weekends and one day; announced up to the year of that day. */
const withDaysOff = (day: string): WorkingCalendar =>
  new WorkingCalendar({
    holidays: new Set([day]),
    makeUpDays: new Set(),
    firstYear: 2024,
    lastYear: Number(day.slice(0, 4)),
  });

describe("lists", () => {
  let office: Office;
  beforeAll(async () => {
    office = await newOffice(app);
    const { clerk, code } = office;
    await received(clerk, code, { number: "late", receivedOn: "2025-12-01", subject: "Budget 甲" });
    await received(clerk, code, { number: "soon", receivedOn: "2025-12-25", applicantKind: "ENTERPRISE" });
    await received(clerk, code, { number: "later", receivedOn: "2026-01-16" });
    const done = await received(clerk, code, { number: "done", receivedOn: "2025-12-02" });
    await stepped(clerk, "decideRequest", done, { on: "2026-01-12", outcome: "PARTIAL", article: "§37" });
    const waiting = { receiptChannel: "FAX", receivedOn: null, arrivedOn: "2026-01-15" };
    await received(clerk, code, { number: "waiting", ...waiting });
  });

  const all = (filter: object): Promise<string[]> => numbersIn(office.clerk, office.code, { filter });

  it("come newest first, or by due date where that is asked for", async () => {
    expect(await all({})).toEqual(["later", "waiting", "soon", "done", "late"]);
    // What was decided is still to be served, and a fax to be confirmed.
    expect(await all({ overdue: true })).toEqual(["late", "done", "waiting"]);
    expect(await all({ overdue: false })).toEqual(["later", "soon"]);
    expect(await all({ dueBefore: "2026-12-31" })).toEqual(["late", "done", "waiting", "soon", "later"]);
    expect(await all({ dueBefore: "2026-01-16" })).toEqual(["late", "done"]);
    expect(await all({ dueSoon: true })).toEqual(["soon"]);
  });

  it("are filtered by every condition", async () => {
    expect(await all({ states: ["DECIDED", "REGISTERED"] })).toEqual(["waiting", "done"]);
    expect(await all({ states: [] })).toEqual([]);
    expect(await all({ outcomes: ["PARTIAL"] })).toEqual(["done"]);
    expect(await all({ applicantKinds: ["ENTERPRISE"] })).toEqual(["soon"]);
    expect(await all({ received: { from: "2025-12-02", to: "2025-12-25" } })).toEqual(["soon", "done"]);
    expect(await all({ decided: { from: "2026-01-12", to: "2026-01-12" } })).toEqual(["done"]);
    expect(await all({ text: "budget" })).toEqual(["late"]);
    expect(await all({ text: "LATE" })).toEqual(["later", "late"]);
    expect(await all({ text: "%" })).toEqual([]);
    for (const text of ["字".repeat(201), "\ud800", "\u0000"])
      expect(faults(await listAnswer(office.clerk, office.code, { filter: { text } }))).toEqual([
        "BAD_USER_INPUT",
      ]);
  });

  it("of what is due soon go by the setting of the unit that is asked", async () => {
    await change(office.code, "requests.dueSoonDays", 20);
    expect(await all({ dueSoon: true })).toEqual(["soon", "later"]);
    await change(office.code, "requests.dueSoonDays", null);
  });

  it("are paged, over the district's subtree as well", async () => {
    const officer = app.as("officer.371003");
    const filter = { overdue: true };
    const own = await listed(officer, "371003", { filter });
    expect(own.totalCount).toBe(0);
    const more = { filter: { text: "late" }, subtree: true };
    const first = await listed(officer, "371003", { ...more, first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await listed(officer, "371003", { ...more, first: 1, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ number }) => number)).toEqual(["later", "late"]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it("cost the same number of statements for one request and for many", async () => {
    // With a decided one among them, whose calendar is its own.
    const filter = { pending: true, dueBefore: "2026-12-31" };
    const count = async (first: number): Promise<number> => {
      await listed(office.clerk, office.code, { first, filter });
      app.statements();
      await listed(office.clerk, office.code, { first, filter });
      return app.statements().length;
    };
    expect(await count(5)).toBe(await count(2));
  });

  it("are not for strangers", async () => {
    expect(faults(await listAnswer(app.as("clerk.371003104"), office.code))).toEqual(["NOT_FOUND"]);
    expect(faults(await listAnswer(app.as("officer.371002"), office.code))).toEqual(["NOT_FOUND"]);
    expect(faults(await listAnswer(app.anonymous, office.code))).toEqual(["NOT_FOUND"]);
    expect(faults(await listAnswer(app.as("admin.371003"), office.code))).toEqual(["FORBIDDEN"]);
    expect(faults(await listAnswer(app.as("case-reader.371003"), office.code))).toEqual([]);
  });
});

describe("activity", () => {
  it("adds up a period, with the median of the days taken", async () => {
    const office = await newOffice(app);
    const { clerk, code } = office;
    const decided = async (
      receivedOn: string,
      on: string,
      served: string | null,
      more = {},
    ): Promise<void> => {
      const request = await received(clerk, code, { receivedOn, ...more });
      await stepped(clerk, "decideRequest", request, { on });
      if (served) await stepped(clerk, "serveRequest", request, { on: served });
    };
    await decided("2025-12-01", "2025-12-03", "2025-12-04");
    await decided("2025-12-01", "2025-12-08", "2025-12-30", { applicantKind: "ENTERPRISE" });
    await decided("2025-12-01", "2026-01-05", null);
    await received(clerk, code, { receivedOn: "2025-12-01" });
    await received(clerk, code, { receivedOn: "2026-01-05" });
    await received(clerk, code, { receiptChannel: "FAX", receivedOn: null, arrivedOn: "2025-12-10" });
    const database = app.app.database;
    const unit = await database.read(SYSTEM, (session) => unitOf(session, code));
    const asked = (from: string, to: string) =>
      new Loaders(database, SYSTEM).of(requestActivity).load({ unit, from, to, today: "2026-01-20" });
    expect(await asked("2025-01-01", "2025-12-31")).toEqual({
      received: 4,
      decided: 2,
      open: 3,
      unconfirmed: 1,
      undecidedOverdue: 2,
      decidedOnTime: 1,
      medianWorkingDays: 3.5,
      outcomes: new Map([["GRANTED", 2]]),
      applicants: new Map([
        ["ENTERPRISE", 1],
        ["NATURAL_PERSON", 3],
      ]),
    });
    expect(await asked("2026-01-01", "2026-12-31")).toMatchObject({
      received: 1,
      decided: 1,
      open: 3,
      undecidedOverdue: 2,
      decidedOnTime: 0,
      // 4 January 2026, a Sunday, was worked.
      medianWorkingDays: 24,
    });
    expect(await asked("2024-01-01", "2024-12-31")).toMatchObject({ received: 0, medianWorkingDays: null });
    const tallies = `{ unit(code: "${code}") { activity(from: "2025-01-01", to: "2025-12-31") { requests {
      byOutcome { key label count } byApplicant { key label count } } } } }`;
    const told = async (headers = {}) =>
      (await clerk.query(tallies, {}, headers)).data.unit.activity.requests;
    expect(await told()).toEqual({
      byOutcome: [{ key: "GRANTED", label: "予以公开", count: 2 }],
      byApplicant: [
        { key: "NATURAL_PERSON", label: "自然人", count: 3 },
        { key: "ENTERPRISE", label: "商业企业", count: 1 },
      ],
    });
    expect((await told({ "accept-language": "en" })).byOutcome[0].label).toBe("disclosed");
  });

  it("costs the same for one unit and for several", async () => {
    const database = app.app.database;
    const units = await database.read(SYSTEM, async (session) => [
      await unitOf(session, "371003003"),
      await unitOf(session, "371003104"),
      await unitOf(session, "371003"),
    ]);
    const period = { from: "2025-01-01", to: "2025-12-31", today: "2026-01-20" };
    const count = async (some: typeof units): Promise<number> => {
      const loader = new Loaders(database, SYSTEM).of(requestActivity);
      app.statements();
      await Promise.all(some.map((unit) => loader.load({ unit, ...period })));
      return app.statements().length;
    };
    expect(await count(units)).toBe(await count(units.slice(0, 1)));
  });
});

describe("what was not kept", () => {
  it("is told for the requests of the year", async () => {
    const { clerk, code } = await newOffice(app);
    const number = (name: string, receivedOn: string) => received(clerk, code, { number: name, receivedOn });
    await number("open", "2025-12-01");
    const late = await number("late", "2025-11-03");
    await stepped(clerk, "decideRequest", late, { on: "2025-12-02" });
    const unserved = await number("unserved", "2025-12-03");
    await stepped(clerk, "decideRequest", unserved, { on: "2025-12-04" });
    const served = await number("served", "2025-12-03");
    await stepped(clerk, "decideRequest", served, { on: "2025-12-04" });
    await stepped(clerk, "serveRequest", served, { on: "2026-01-05" });
    await stepped(clerk, "extendRequest", await number("untold", "2026-01-05"));
    const corrected = await number("corrected", "2025-12-15");
    await stepped(clerk, "askCorrection", corrected, { on: "2025-12-25" });
    const asked = await number("asked", "2025-12-15");
    await stepped(clerk, "consultThirdParty", asked, { on: "2025-12-16" });
    const database = app.app.database;
    const found = (year: number) =>
      database.read(SYSTEM, async (session) => {
        const unit = await unitOf(session, code);
        const settings = (await settingsOf(session))(unit);
        return requestLapses(session, unit, year, {
          today: "2026-01-20",
          calendar: chineseCalendar(),
          settings,
        });
      });
    const told = async (year: number): Promise<string[]> =>
      (await found(year)).lapses.map((one) => `${one.rule} ${one.number} ${one.on}`).sort();
    expect(await told(2025)).toEqual([
      "D01 late 2025-12-01",
      "D01 open 2025-12-29",
      "D01 served 2025-12-31",
      "D01 unserved 2025-12-31",
      "D03 corrected 2025-12-25",
      "D04 asked 2026-01-07",
    ]);
    expect(await told(2026)).toContain("D02 untold 2026-01-20");
    const lapses = (await found(2025)).lapses;
    expect(lapses.find((one) => one.number === "late")?.reason.zh).toBe(
      "申请 late：答复期限为 2025-12-01，2025-12-02 才办结（条例第三十三条）",
    );
    expect((await found(2025)).correctionNotices).toBe(1);
    expect((await found(2026)).correctionNotices).toBe(0);
  });
});
