import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reckonOpenRequests } from "../../src/app/housekeeping.js";
import { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import { INFORMATION_REQUESTS } from "../../src/ledgers/requests/index.js";
import { sql } from "../../src/platform/db/index.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, type Office } from "../reports/factories.js";
import { numbersIn, received, requestNode, stepped } from "./request-steps.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const CHANGE = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { code } } }`;
const change = async (unitCode: string, key: string, value: unknown): Promise<void> => {
  const input = { unitCode, key, value };
  fieldOf(await app.as("officer.371003").query(CHANGE, { input }));
};

const ACTIVITY = `query ($code: String!) { unit(code: $code) { activity(from: "2025-01-01", to: "2026-12-31") {
  requests { decided decidedOnTime medianWorkingDays } } } }`;
const activityOf = async ({ clerk, code }: Office) =>
  fieldOf<any>(await clerk.query(ACTIVITY, { code })).activity.requests;

/** Paused for a while and decided: another convention, or one day off more, would move its last day. */
async function decidedCase({ clerk, code }: Office) {
  const request = await received(clerk, code, { receivedOn: "2025-12-15" });
  await stepped(clerk, "consultAgency", request, { on: "2025-12-17" });
  await stepped(clerk, "recordAgencyReply", request, { on: "2025-12-30" });
  const { clock } = await stepped(clerk, "decideRequest", request, { on: "2026-01-16" });
  return { request, clock };
}

const day = (date: string, kind = "OFF") => ({ date, kind, notice: "通知" });

/** What the server does when it starts, or every few hours, with this calendar. */
async function restarted(calendar: WorkingCalendar): Promise<object[]> {
  const told: object[] = [];
  const onChange = () => Promise.resolve();
  const log = { info: (what: object) => void told.push(what) };
  await reckonOpenRequests(app.app.database, { clock: app.clock, calendar, onChange }, log as never);
  return told;
}

const withHoliday = (...more: string[]): WorkingCalendar => {
  const { holidays, ...announced } = app.app.calendar.announced;
  return new WorkingCalendar({ ...announced, holidays: new Set([...holidays, ...more]) });
};

describe("a decided case", () => {
  it("C5 keeps the conventions of its decision, for all readers, whatever is decided later", async () => {
    const office = await newOffice(app);
    const { request, clock } = await decidedCase(office);
    const { clock: opened } = await received(office.clerk, office.code, { receivedOn: "2025-12-22" });
    const before = await activityOf(office);
    await change(office.code, "clock.pausedDays", "UNTIL_ANSWER");
    await change(office.code, "calendar.days", [day("2025-12-31"), day("2026-01-05"), day("2026-01-19")]);
    const after = await requestNode(office.clerk, request.id);
    expect(after?.clock).toEqual(clock);
    expect(await activityOf(office)).toEqual(before);
    const dueBefore = (date: string) => numbersIn(office.clerk, office.code, { filter: { dueBefore: date } });
    const next = new Date(Date.parse(clock.dueOn ?? "") + 86_400_000).toISOString().slice(0, 10);
    expect(await dueBefore(clock.dueOn ?? "")).not.toContain(request.number);
    expect(await dueBefore(next)).toContain(request.number);
    // An open one goes with the change.
    expect(opened.dueOn).toBe("2026-01-20");
    expect(await dueBefore("2026-01-21")).toEqual([]);
    for (const key of ["clock.pausedDays", "calendar.days"]) await change(office.code, key, null);
  });

  it("C5 says in its history what it was reckoned by, and is mended by the same", async () => {
    const office = await newOffice(app);
    const { request, clock } = await decidedCase(office);
    const details = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { events { action: operation details: changes { key: field value: after } } } } }`;
    const { events } = fieldOf<any>(await office.clerk.query(details, { id: request.id }));
    const said = Object.fromEntries(events.at(-1).details.map(({ key, value }: any) => [key, value]));
    expect(said).toMatchObject({ dueOn: clock.dueOn, termsId: expect.stringMatching(/^.{16}$/) });
    await change(office.code, "calendar.days", [day("2026-01-05")]);
    const amended = await stepped(office.clerk, "amendRequest", request, { decidedOn: "2026-01-15" });
    expect(amended.clock.dueOn).toBe(clock.dueOn);
    expect(amended.clock.steps).toEqual(clock.steps);
    // Taken back, it is open again and goes by what holds now; decided anew it keeps that.
    const step = amended.events.find(({ action }) => action === "DECIDE_REQUEST")?.step;
    const open = await stepped(office.clerk, "withdrawStep", request, { step, reason: "重新答复" });
    expect(open.clock.dueOn).not.toBe(clock.dueOn);
    const again = await stepped(office.clerk, "decideRequest", request, { on: "2026-01-20" });
    await change(office.code, "calendar.days", null);
    expect((await requestNode(office.clerk, request.id))?.clock.dueOn).toBe(again.clock.dueOn);
  });

  it("C5 keeps the calendar of the country of its decision, and open cases follow the new one by themselves", async () => {
    const office = await newOffice(app);
    const { request: decided, clock } = await decidedCase(office);
    const open = await received(office.clerk, office.code, { receivedOn: "2026-01-05" });
    expect(open.clock.dueOn).toBe("2026-02-02");
    const told = await restarted(withHoliday("2026-01-29", "2026-01-08"));
    expect(told).toContainEqual({
      ...{ unit: office.code, request: open.number },
      ...{ from: "2026-02-02", to: "2026-02-04" },
    });
    expect(told).not.toContainEqual(expect.objectContaining({ unit: office.code, request: decided.number }));
    const dueBefore = (date: string) => numbersIn(office.clerk, office.code, { filter: { dueBefore: date } });
    expect(await dueBefore("2026-02-04")).toEqual([decided.number]);
    expect(await dueBefore("2026-02-05")).toEqual([decided.number, open.number]);
    const seen = await requestNode(office.clerk, open.id);
    expect(seen?.events.at(-1)).toMatchObject({ action: "RECKON_AGAIN", title: "期限重新计算" });
    expect((await requestNode(office.clerk, decided.id))?.clock).toEqual(clock);
    // A second start finds nothing to do; the old calendar moves it back, and that is told, too.
    expect(await restarted(withHoliday("2026-01-29", "2026-01-08"))).toEqual([]);
    expect(await restarted(app.app.calendar)).toContainEqual(expect.objectContaining({ to: "2026-02-02" }));
  });

  it("C5 decided before its calendar was kept, it keeps that of the first start after", async () => {
    const office = await newOffice(app);
    const { request, clock } = await decidedCase(office);
    await app.app.database.write(SYSTEM, async (session) => {
      const [row] = await session.query<{ unitId: string; id: string }>(
        sql`select r.id, r.unit_id as unitId from ${session.from(INFORMATION_REQUESTS, "r")}
            where r.number = ${request.number} and r.terms_id is not null
              and r.unit_id in (select u.id from units u where u.code = ${office.code})`,
      );
      if (!row) throw new Error("its terms were kept");
      await session.rows(INFORMATION_REQUESTS).update({ id: row.id, unitId: row.unitId }, { termsId: null });
    });
    expect(await restarted(app.app.calendar)).toEqual([{ cases: 1 }]);
    await change(office.code, "calendar.days", [day("2026-01-05")]);
    expect((await requestNode(office.clerk, request.id))?.clock.dueOn).toBe(clock.dueOn);
    await change(office.code, "calendar.days", null);
  });
});
