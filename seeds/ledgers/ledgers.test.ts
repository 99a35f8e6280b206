import { describe, expect, it } from "vitest";
import { chineseCalendar } from "../../src/platform/calendar/chinese-calendar.js";
import { countOf, decidedTotal, rowTotal } from "../form-codes.js";
import { disclosureFigures } from "../figures/disclosure.js";
import { proposalFigures } from "../figures/proposals.js";
import { demoReports } from "../reports.js";
import { DEMO_UNITS } from "../units.js";
import { demoLedgers, LEDGER_UNITS, LEDGER_YEAR, type SeedLedgers } from "./ledgers.js";

const calendar = chineseCalendar();
const reports = demoReports();
const ledgers = demoLedgers(reports, calendar);
const cellsOf = ({ unitCode }: SeedLedgers) =>
  reports.find((report) => report.unitCode === unitCode && report.year === LEDGER_YEAR)?.cells ?? {};
const unitOf = ({ unitCode }: SeedLedgers) => {
  const unit = DEMO_UNITS.find(({ code }) => code === unitCode);
  if (!unit) throw new Error(`no unit ${unitCode}`);
  return unit;
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("the demo's ledgers", () => {
  it("are the same at every call", () => {
    expect(demoLedgers(reports, calendar)).toEqual(ledgers);
    expect(ledgers.map(({ unitCode }) => unitCode)).toEqual(LEDGER_UNITS);
  });

  it("hold the requests of table 三, received on working days and answered in time", () => {
    for (const unit of ledgers) {
      const cells = cellsOf(unit);
      const decided = unit.requests.filter(({ endedOn }) => endedOn.startsWith(`${LEDGER_YEAR}`));
      expect(decided).toHaveLength(decidedTotal(cells));
      const received = unit.requests.filter(({ received: { receivedOn } }) =>
        receivedOn.startsWith(`${LEDGER_YEAR}`),
      );
      expect(received).toHaveLength(rowTotal(cells, "received"));
      for (const { received: one, servedOn } of unit.requests) {
        expect(calendar.isWorkingDay(one.receivedOn)).toBe(true);
        expect(servedOn < "2024-02-10").toBe(true);
      }
    }
  });

  it("name nobody who could be real", () => {
    for (const { received } of ledgers.flatMap(({ requests }) => requests))
      expect(received.applicant).toMatchObject({
        name: expect.stringMatching(/^示例·/) as string,
        contact: expect.stringMatching(/^示例电话 000-0000-\d{4}$/) as string,
        deliveryAddress: expect.stringMatching(/^示例路/) as string,
      });
  });

  it("end every case within the year", () => {
    for (const { remedies } of ledgers)
      for (const { lodgedOn, concludedOn, contests, after } of remedies) {
        expect(lodgedOn > contests.servedOn && concludedOn > lodgedOn).toBe(true);
        expect(concludedOn < `${LEDGER_YEAR + 1}`).toBe(true);
        if (after) expect(after.concludedOn < lodgedOn).toBe(true);
      }
  });

  it("split what other offices counted into four quarters, exactly", () => {
    const housing = ledgers.find(({ unitCode }) => unitCode === "371003-zjj");
    const fees = housing?.supplies.filter(({ indicator }) => indicator === "proactive.fees.amount") ?? [];
    expect(fees).toHaveLength(4);
    const inYuan = fees.map(({ quantity }) => Math.round(Number(quantity) * 10_000));
    expect(sum(inYuan)).toBe(4_988_009);
    expect(fees.map(({ recordedOn }) => recordedOn)).toEqual([
      "2023-04-06",
      "2023-07-05",
      "2023-10-09",
      "2024-01-04",
    ]);
  });

  it("hold what each report says it disclosed, drafted in time to be published in time", () => {
    for (const unit of ledgers) {
      const records = unit.rounds.flatMap(({ disclosures, publishedOn }) =>
        disclosures.map((one) => ({ ...one, publishedOn })),
      );
      for (const { formedOn, publishedOn } of records)
        expect(publishedOn <= calendar.after(formedOn, 20), `${formedOn} ${publishedOn}`).toBe(true);
      const { channels, categories, total } = disclosureFigures(unitOf(unit), LEDGER_YEAR);
      const items = sum(records.map((record) => record.items));
      expect(items).toBe(unit.unitCode === "371003003" ? 935 : total);
      const onWebsite = records.filter((record) => record.channels.includes("WEBSITE"));
      expect(sum(onWebsite.map((record) => record.items))).toBe(sum(categories.map(([, count]) => count)));
      const shown = records.flatMap((record) => record.channels.map(() => record.items));
      expect(sum(shown)).toBe(sum(channels.map(([, count]) => count)));
    }
  });

  it("hold the documents of table 二", () => {
    for (const unit of ledgers) {
      const { before, issued } = unit.documents;
      const count = (column: string) => countOf(cellsOf(unit), `proactive.normativeDocuments.${column}`);
      const repealed = before.filter(({ repealedOn }) => repealedOn?.startsWith(`${LEDGER_YEAR}`));
      expect([issued.length, repealed.length, before.length + issued.length - repealed.length]).toEqual([
        count("issued"),
        count("repealed"),
        count("inForce"),
      ]);
      const titles = [...before, ...issued].map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it("hold as many proposals as section 六 counts, beside what others answer", () => {
    for (const unit of ledgers) {
      const ours = unit.proposals.filter(({ role }) => role === "LEAD");
      const [suggestions, proposals] = proposalFigures(unitOf(unit), LEDGER_YEAR);
      const count = (kind: string) => ours.filter((proposal) => proposal.kind === kind).length;
      expect([count("CONGRESS_SUGGESTION"), count("CPPCC_PROPOSAL")]).toEqual([suggestions, proposals]);
      const titles = unit.proposals.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
