import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { insertUnit, type UnitKind } from "../../src/units/index.js";
import { plantReport } from "../access/plant.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

const DISTRICT = "371003";
const INDICATOR = "requests.received.total";
const KINDS = "[DISTRICT, SUBDISTRICT, TOWN, DEPARTMENT, ZONE]";
const COVERED = "expected included missing { code }";
const ASKED = `query ($year: Int!) {
  filingBoard(under: "${DISTRICT}", year: $year) { coverage { ${COVERED} } filings { unit { code } } }
  compareReports(input: { under: "${DISTRICT}", kinds: ${KINDS}, years: [$year], indicators: ["${INDICATOR}"] }) {
    coverage { ${COVERED} } rows { unit { code } } }
  rankReports(input: { under: "${DISTRICT}", kinds: ${KINDS}, year: $year, indicator: "${INDICATOR}" }) {
    coverage { ${COVERED} } rows { unit { code } } }
  reportStatistics(input: { scope: { under: "${DISTRICT}" }, years: [$year], groupBy: [UNIT],
    measures: [{ name: "n", function: COUNT }] }) { rows { keys values } coverage { reports { ${COVERED} } } }
  areaSums(under: "${DISTRICT}", by: DISTRICT, years: [$year], indicators: ["${INDICATOR}"]) {
    rows { values } coverage { reports { ${COVERED} } } }
}`;
const ROLL_UP = `query ($year: Int!) { unit(code: "${DISTRICT}") { report(year: $year, scope: SYSTEM) {
  rollUp { ${COVERED} leaves { ${COVERED} } } completeness { ${COVERED} } } } }`;
const DERIVE = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) { problems { message } } }`;

/** Towns that must file, zones that need not, and units that were founded or dissolved around the years of the test. */
const UNITS: readonly (readonly [string, UnitKind, boolean, string | null])[] = [
  ["371003801", "TOWN", true, null],
  ["371003802", "TOWN", true, "2023-12-31"],
  ["371003803", "TOWN", true, "2024-01-01"],
  ["371003804", "TOWN", true, "2026-01-01"],
  ["371003805", "ZONE", false, null],
  ["371003806", "ZONE", false, "2024-06-01"],
  ["371003807", "ZONE", false, "2026-01-01"],
  ["371003-xxx", "DEPARTMENT", false, null],
];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.app.database.write(SYSTEM, async (session) => {
    const district = await unitOf(session, DISTRICT);
    for (const [code, kind, filesReport, establishedOn] of UNITS) {
      const unit = { code, name: `单位${code}`, shortName: code, aliases: [], kind, filesReport };
      await insertUnit(session, { ...unit, establishedOn }, district);
    }
  });
});
afterAll(() => app.close());

interface Covered {
  readonly expected: number;
  readonly included: number;
  readonly missing: readonly { readonly code: string }[];
}
const told = ({ expected, included, missing }: Covered) => ({
  expected,
  included,
  missing: missing.map(({ code }) => code).sort(),
});
const codesOf = (rows: readonly { readonly unit: { readonly code: string } }[]) =>
  rows.map(({ unit }) => unit.code).sort();

async function answers(client: Client, year: number) {
  const { data, errors } = await client.query(ASKED, { year });
  expect(errors).toBeUndefined();
  return data;
}

let year = 2021;
it("U1 whatever is filed by whomever: included + missing = expected, and every answer agrees", async () => {
  const officer = app.as("officer.371003");
  const status = fc.constantFrom(null, "DRAFT", "SUBMITTED", "APPROVED", "PUBLISHED", "RETURNED");
  const statuses = fc.array(status, { minLength: UNITS.length, maxLength: UNITS.length });
  await fc.assert(
    fc.asyncProperty(statuses, async (filed) => {
      year += 1;
      for (const [at, found] of filed.entries())
        if (found) {
          const unitCode = UNITS[at]?.[0] ?? "";
          await plantReport(app.app.database, { unitCode, year, status: found });
        }
      const derived = await officer.query(DERIVE, { input: { unitCode: DISTRICT, year, scope: "SYSTEM" } });
      expect(derived.data.deriveReport.problems).toEqual([]);
      for (const client of [officer, app.anonymous, app.as("clerk.371003003")]) {
        const data = await answers(client, year);
        const board = told(data.filingBoard.coverage);
        expect(board.included + board.missing.length).toBe(board.expected);
        for (const other of [
          data.compareReports.coverage[0],
          data.rankReports.coverage,
          data.reportStatistics.coverage.reports[0],
          data.areaSums.coverage.reports[0],
        ])
          expect(told(other)).toEqual(board);
        expect(data.areaSums.rows[0].values[1]).toBe(board.included);
        const listed = codesOf(data.filingBoard.filings);
        expect(listed).toHaveLength(board.expected);
        expect(codesOf(data.compareReports.rows)).toEqual(listed);
        expect(codesOf(data.rankReports.rows)).toEqual(listed);
        expect(data.reportStatistics.rows.map(({ keys }: any) => keys[0]).sort()).toEqual(listed);
        if (client !== officer) continue;
        const { rollUp, completeness } = (await officer.query(ROLL_UP, { year })).data.unit.report;
        expect(told(rollUp)).toEqual(board);
        expect(told(rollUp.leaves)).toEqual(board);
        expect(told(completeness)).toEqual(board);
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
