import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as facts from "../../src/ledgers/requests/request.facts.js";
import type { RequestRow } from "../../src/ledgers/requests/request.entity.js";
import { REQUEST_STATES, type RequestState } from "../../src/ledgers/requests/request.terms.js";
import { addDays } from "../../src/kernel/calendar-date.js";
import { raw, sql } from "../../src/platform/db/index.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, wholeReport, type Office } from "../reports/factories.js";
import { numbersIn, received, requestNode, stepped } from "./request-steps.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const ACTIVITY = `query ($code: String!, $from: Date!, $to: Date!) { unit(code: $code) {
  activity(from: $from, to: $to) { requests { received decided open unconfirmed undecidedOverdue decidedOnTime } } } }`;

const activityOf = async (client: Client, code: string, from: string, to: string): Promise<any> =>
  fieldOf<any>(await client.query(ACTIVITY, { code, from, to })).activity.requests;

const STATISTICS = `query ($input: RequestStatisticsInput!) { requestStatistics(input: $input) { rows { values } } }`;

const onTimeCount = async (client: Client, code: string, onTime: boolean): Promise<number> => {
  const input = {
    scope: { under: code },
    dateBasis: "DECIDED",
    groupBy: ["YEAR"],
    where: { onTime },
    measures: [{ name: "n", function: "COUNT" }],
  };
  const { rows } = fieldOf<any>(await client.query(STATISTICS, { input }));
  return Number(rows[0]?.values[0] ?? 0);
};

describe("each thought about requests", () => {
  const day = fc.integer({ min: 0, max: 12 }).map((n) => addDays("2026-01-01", n));
  const row = fc.record({
    state: fc.constantFrom(...(Object.keys(REQUEST_STATES) as RequestState[])),
    dueOn: fc.option(day),
    decidedOn: fc.option(day),
    servedOn: fc.option(day),
  });
  /** What the process makes of a row: no service without a decision, none of what was withdrawn or lapsed. */
  const possible = ({ state, ...dates }: { state: RequestState } & Record<string, string | null>) => {
    const completed = ["DECIDED", "SERVED", "WITHDRAWN", "LAPSED"].includes(state);
    return {
      state,
      dueOn: dates.dueOn,
      decidedOn: completed ? (dates.decidedOn ?? "2026-01-05") : null,
      servedOn: state === "SERVED" ? (dates.servedOn ?? "2026-01-06") : null,
    } as RequestRow;
  };

  it("C6 is the same in SQL and in memory, whatever the request", async () => {
    const rows = fc.sample(row, { numRuns: 400, seed: 7 }).map(possible);
    const today = "2026-01-06";
    const all = {
      received: facts.COUNTS_AS_RECEIVED,
      pending: facts.PENDING,
      unconfirmed: facts.UNCONFIRMED,
      late: facts.late(today),
      onTime: facts.onTime(today),
      overdue: facts.overdue(today),
      undecidedLate: facts.undecidedLate(today),
    };
    const columns = Object.entries(all)
      .map(([name, fact]) => sql`case when ${fact.sql} then 1 else 0 end as ${raw(name)}`)
      .reduce((a, b) => sql`${a}, ${b}`);
    const planted = rows
      .map(
        ({ state, dueOn, decidedOn, servedOn }, i) =>
          sql`select ${i} as i, ${state} as state, ${dueOn} as due_on, ${decidedOn} as decided_on, ${servedOn} as served_on`,
      )
      .reduce((a, b) => sql`${a} union all ${b}`);
    const told = await app.app.database.read(SYSTEM, (session) =>
      session.query<Record<string, number>>(sql`select r.i, ${columns} from (${planted}) r order by r.i`),
    );
    const numbers = told.map((one) =>
      Object.fromEntries(Object.entries(one).map(([k, v]) => [k, Number(v)])),
    );
    expect(numbers).toEqual(
      rows.map((one, i) => ({
        i,
        ...Object.fromEntries(Object.entries(all).map(([name, fact]) => [name, Number(fact.holds(one))])),
      })),
    );
    for (const name of Object.keys(all)) expect(new Set(numbers.map((one) => one[name])).size, name).toBe(2);
  });
});

describe("a request decided in time and not served", () => {
  const of = async (office: Office, id: string) => {
    const [activity, node] = [
      await activityOf(office.clerk, office.code, "2026-01-01", "2026-12-31"),
      await requestNode(office.clerk, id),
    ];
    return {
      onTime: activity.decidedOnTime,
      clock: node?.clock.overdue,
      listed: (await numbersIn(office.clerk, office.code, { filter: { overdue: true } })).length,
      statistics: [
        await onTimeCount(office.clerk, office.code, true),
        await onTimeCount(office.clerk, office.code, false),
      ],
    };
  };

  const decidedOf = async (office: Office, receivedOn: string, dueOn: string) => {
    const request = await received(office.clerk, office.code, { receivedOn });
    const decided = await stepped(office.clerk, "decideRequest", request, { on: "2026-01-16" });
    expect(decided.clock.dueOn).toBe(dueOn);
    return decided;
  };

  it("C6 is on time until the due date, for all who ask", async () => {
    const office = await newOffice(app);
    const { id } = await decidedOf(office, "2025-12-22", "2026-01-20");
    expect(await of(office, id)).toEqual({ onTime: 1, clock: false, listed: 0, statistics: [1, 0] });
  });

  it("C6 is late the day after, and served on that day it stays late", async () => {
    const office = await newOffice(app);
    const { id } = await decidedOf(office, "2025-12-19", "2026-01-19");
    expect(await of(office, id)).toEqual({ onTime: 0, clock: true, listed: 1, statistics: [0, 1] });
    await stepped(office.clerk, "serveRequest", { id }, { on: "2026-01-20", method: "DIRECT" });
    expect(await of(office, id)).toEqual({ onTime: 0, clock: true, listed: 0, statistics: [0, 1] });
  });

  it("C6 posted on the last day is on time, though it had not arrived by then", async () => {
    const office = await newOffice(app);
    const { id } = await decidedOf(office, "2025-12-19", "2026-01-19");
    await stepped(office.clerk, "serveRequest", { id }, { on: "2026-01-19", method: "POST" });
    expect(await of(office, id)).toEqual({ onTime: 1, clock: false, listed: 0, statistics: [1, 0] });
  });
});

describe("what was split off after New Year", () => {
  it("C10 is in the list, the activity and table 三 of the same year", async () => {
    const office = await newOffice(app);
    const { id } = await received(office.clerk, office.code, { receivedOn: "2025-12-30" });
    await received(office.clerk, office.code, { receivedOn: "2026-01-01" });
    await stepped(office.clerk, "splitRequest", { id }, { on: "2026-01-06", subjects: ["甲", "乙", "丙"] });
    for (const [year, count] of [
      [2025, 1],
      [2026, 3],
    ] as const) {
      const range = { from: `${year}-01-01`, to: `${year}-12-31` };
      const filter = { received: range };
      expect(await numbersIn(office.clerk, office.code, { filter })).toHaveLength(count);
      expect((await activityOf(office.clerk, office.code, range.from, range.to)).received).toBe(count);
    }
  });

  it("G7 and a request of 1 January is new in that year, and not carried in", async () => {
    const office = await newOffice(app);
    await received(office.clerk, office.code, { receivedOn: "2026-01-01" });
    const save = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { report { id } problems { code } } }`;
    fieldOf(await office.clerk.query(save, { input: wholeReport(office, 2026) }));
    const values = `query ($code: String!) { unit(code: $code) { report(year: 2026) { cells { indicator { code } ledgerValue } } } }`;
    const { report } = fieldOf<any>(await office.clerk.query(values, { code: office.code }));
    const valueOf = (code: string) =>
      report.cells.find((cell: any) => cell.indicator.code === `requests.${code}.naturalPerson`)?.ledgerValue;
    expect([valueOf("received"), valueOf("carriedIn")]).toEqual(["1", "0"]);
  });
});

describe("a receipt that nobody confirms", () => {
  const FINDINGS = `query ($code: String!) { unit(code: $code) { report(year: 2026) { findings { rule { code } message } } } }`;
  const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { report { id } problems { code } } }`;
  const findings = async (office: Office): Promise<string[]> => {
    fieldOf(await office.clerk.query(SAVE, { input: wholeReport(office, 2026) }));
    const { report } = fieldOf<any>(await office.clerk.query(FINDINGS, { code: office.code }));
    return report.findings.filter(({ rule }: any) => rule.code === "D11").map(({ message }: any) => message);
  };

  it("C3 is open, due one working day after it arrived, and a finding", async () => {
    const office = await newOffice(app);
    const online = { receiptChannel: "ONLINE", arrivedOn: "2026-01-16", receivedOn: null, number: "网1" };
    const request = await received(office.clerk, office.code, online);
    const confirmBy = async () =>
      fieldOf<any>(
        await office.clerk.query(
          `query ($id: ID!) { node(id: $id) { ... on InformationRequest { confirmBy clock { dueOn overdue } } } }`,
          { id: request.id },
        ),
      );
    expect(await confirmBy()).toEqual({ confirmBy: "2026-01-19", clock: { dueOn: null, overdue: true } });
    const all = (filter: object) => numbersIn(office.clerk, office.code, { filter });
    for (const filter of [
      { unconfirmed: true },
      { pending: true },
      { overdue: true },
      { dueBefore: "2026-01-20" },
    ])
      expect(await all(filter)).toEqual(["网1"]);
    expect(await all({ dueBefore: "2026-01-19" })).toEqual([]);
    expect(await all({ unconfirmed: false })).toEqual([]);
    expect(await all({ received: { from: "2026-01-01", to: "2026-12-31" } })).toEqual([]);
    const activity = await activityOf(office.clerk, office.code, "2026-01-01", "2026-01-31");
    expect(activity).toMatchObject({ received: 0, open: 1, unconfirmed: 1, undecidedOverdue: 1 });
    expect(await findings(office)).toEqual([expect.stringContaining("网1（2026-01-16 到达，尚未确认）")]);
    await stepped(office.clerk, "confirmReceipt", request, { on: "2026-01-20" });
    expect(await findings(office)).toEqual([
      expect.stringContaining("网1（2026-01-16 到达，2026-01-20 才确认）"),
    ]);
    expect(await confirmBy()).toMatchObject({
      confirmBy: null,
      clock: { dueOn: "2026-02-24", overdue: false },
    });
  });

  it("C3 of an ordinary letter is due the same day, of a fax by the setting of the district", async () => {
    const office = await newOffice(app);
    const arrived = { arrivedOn: "2026-01-19", receivedOn: null };
    await received(office.clerk, office.code, { ...arrived, receiptChannel: "POST_ORDINARY", number: "信1" });
    await received(office.clerk, office.code, { ...arrived, receiptChannel: "FAX", number: "传1" });
    const overdue = () => numbersIn(office.clerk, office.code, { filter: { overdue: true } });
    expect(await overdue()).toEqual(["信1"]);
    const change = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { code } } }`;
    const input = { unitCode: office.code, key: "requests.confirmDays", value: 0 };
    fieldOf(await app.as("officer.371003").query(change, { input }));
    expect((await overdue()).sort()).toEqual(["传1", "信1"].sort());
    expect(await findings(office)).toEqual([expect.stringMatching(/信1.*传1|传1.*信1/)]);
  });

  it("C3 confirmed or withdrawn in time is no finding", async () => {
    const office = await newOffice(app);
    const online = { receiptChannel: "ONLINE", arrivedOn: "2026-01-15", receivedOn: "2026-01-16" };
    await received(office.clerk, office.code, online);
    const fax = { receiptChannel: "FAX", arrivedOn: "2026-01-16", receivedOn: null };
    const request = await received(office.clerk, office.code, fax);
    await stepped(office.clerk, "withdrawRequest", request, { on: "2026-01-19" });
    expect(await findings(office)).toEqual([]);
    expect(await numbersIn(office.clerk, office.code, { filter: { pending: true } })).toHaveLength(1);
  });
});
