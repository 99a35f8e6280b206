import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";
import { EXPLAIN } from "./documents.js";
import {
  complaints,
  explain,
  fieldOf,
  findingsOf,
  judge,
  leaves,
  newOffice,
  payloadOf,
  save,
  saved,
  SECTIONS,
  signedIn,
  take,
  taken,
  wholeReport,
  type Office,
  type Report,
} from "./factories.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const YEAR = 2025;
const LATE = "D08";

/** A draft with one explained warning: signed before its tables were filled in. */
async function explained(): Promise<{ office: Office; report: Report; finding: string }> {
  const office = await newOffice(app);
  const input = {
    unitCode: office.code,
    year: YEAR,
    cells: leaves(),
    sections: SECTIONS,
    signedOn: "2026-01-10",
  };
  const report = await saved(office.clerk, input);
  const [warning] = await findingsOf(office.clerk, office.code, YEAR, { severities: ["WARNING"] });
  if (warning?.rule.code !== LATE) throw new Error(`expected ${LATE} alone`);
  await explain(office.clerk, warning.id, "EXPLAINED", "补签");
  return { office, report, finding: warning.id };
}

describe("submitting while somebody reopens a finding", () => {
  it("never leaves a submitted report with an open warning", async () => {
    for (let round = 0; round < 6; round++) {
      const { office, report, finding } = await explained();
      await Promise.all([
        take(office.reviewer, "submitReport", report),
        explain(office.clerk, finding, "OPEN", "再核对"),
      ]);
      const board = await app
        .as("officer.371003")
        .query(`query ($code: String!) { unit(code: $code) { report(year: ${YEAR}) { status } } }`, {
          code: office.code,
        });
      const { status } = fieldOf<{ report: { status: string } }>(board).report;
      const [warning] = await findingsOf(office.clerk, office.code, YEAR, { severities: ["WARNING"] });
      expect([status, warning?.status]).not.toEqual(["SUBMITTED", "OPEN"]);
    }
  });
});

describe("an explanation", () => {
  it("is refused for values that have changed since", async () => {
    const { office, report, finding } = await explained();
    await saved(office.clerk, {
      unitCode: office.code,
      year: YEAR,
      expectedRevision: report.revision,
      signedOn: "2026-01-11",
    });
    const input = {
      findingId: finding,
      status: "EXPLAINED",
      explanation: "同前",
      expectedRevision: report.revision,
    };
    const answer = payloadOf(await office.clerk.query(EXPLAIN, { input }));
    expect(complaints(answer)).toEqual(["STALE_REVISION input.expectedRevision"]);
  });

  it("does not stand against the district's verdict", async () => {
    const { office, finding } = await explained();
    await judge(app.as("officer.371003"), finding, "ACCEPTED", "区里认可");
    const answer = await explain(office.clerk, finding, "EXPLAINED", "改口");
    expect(complaints(answer)).toEqual(["NOT_ALLOWED_NOW input.findingId"]);
    const [warning] = await findingsOf(office.clerk, office.code, YEAR, { severities: ["WARNING"] });
    expect(warning).toMatchObject({ status: "ACCEPTED", judgement: "区里认可" });
  });
});

it("tells the loser of a race the revision that the winner made", async () => {
  const office = await newOffice(app);
  const { revision } = await saved(office.clerk, { unitCode: office.code, year: YEAR });
  const input = { unitCode: office.code, year: YEAR, expectedRevision: revision, cells: [] };
  const answers = await Promise.all(Array.from({ length: 6 }, () => save(office.clerk, input)));
  const stale = answers.flatMap(({ problems }) => problems);
  expect(stale.map(({ code }) => code)).toEqual(Array(5).fill("STALE_REVISION"));
  expect(new Set(stale.map(({ currentRevision }) => currentRevision))).toEqual(new Set([revision + 1]));
});

it("a correction leaves a report on time that was filed in time", async () => {
  const office = {
    code: "371003003",
    clerk: app.as("clerk.371003003"),
    reviewer: app.as("reviewer.371003003"),
  };
  let report = await saved(office.clerk, wholeReport(office, 2025));
  report = await taken(office.reviewer, "submitReport", report);
  for (const step of ["approveReport", "publishReport", "reviseReport"] as const)
    report = await taken(app.as("officer.371003"), step, report);

  app.clock.set("2026-03-20T09:00:00+08:00");
  await taken(await signedIn(app, "reviewer.371003003"), "submitReport", report);
  const board = await (
    await signedIn(app, "officer.371003")
  ).query(`{ filingBoard(under: "371003", year: 2025) { filings { unit { code } status onTime } } }`);
  const { filings } = fieldOf<{ filings: { unit: { code: string } }[] }>(board);
  expect(filings.find(({ unit }) => unit.code === office.code)).toMatchObject({
    status: "SUBMITTED",
    onTime: true,
  });
});
