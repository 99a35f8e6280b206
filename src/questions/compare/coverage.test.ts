import { expect, it } from "vitest";
import type { UnitKind } from "../../units/index.js";
import { mustFile } from "../../reports/must-file.js";
import { coverageOf, stagesFrom } from "./coverage.js";
import { unitRow } from "./unit-row.fixture.js";

const filer = (
  kind: UnitKind,
  filesReport: boolean,
  from: string | null = null,
  to: string | null = null,
) => ({
  kind,
  filesReport,
  establishedOn: from,
  dissolvedOn: to,
});

it.each([
  ["a town", filer("TOWN", true), { OWN: true, SYSTEM: false }],
  ["a zone of the statistical list", filer("ZONE", false), { OWN: false, SYSTEM: false }],
  ["a district", filer("DISTRICT", false), { OWN: false, SYSTEM: true }],
  ["a city that also files its own", filer("CITY", true), { OWN: true, SYSTEM: true }],
  ["set up on the last day", filer("TOWN", true, "2023-12-31"), { OWN: true, SYSTEM: false }],
  ["set up the day after", filer("TOWN", true, "2024-01-01"), { OWN: false, SYSTEM: false }],
  ["dissolved on the first day", filer("TOWN", true, null, "2023-01-01"), { OWN: false, SYSTEM: false }],
  ["dissolved on the second day", filer("TOWN", true, null, "2023-01-02"), { OWN: true, SYSTEM: false }],
  ["dissolved the day before", filer("TOWN", true, null, "2022-12-31"), { OWN: false, SYSTEM: false }],
])("says whether %s must file for 2023", (_who, unit, files) => {
  expect({ OWN: mustFile(unit, 2023, "OWN"), SYSTEM: mustFile(unit, 2023, "SYSTEM") }).toEqual(files);
});

it("names who is missing and whose figures may still change", () => {
  const [town, late, zone, absent] = [
    unitRow("001"),
    unitRow("002"),
    unitRow("003", { kind: "ZONE", filesReport: false }),
    unitRow("004"),
  ];
  const versions = new Map([
    [town.path, { status: "PUBLISHED", format: "2021" } as const],
    [late.path, { status: "APPROVED", format: "2021" } as const],
    [zone.path, { status: "PUBLISHED", format: "2019" } as const],
  ]);
  expect(coverageOf([town, late, zone, absent], { year: 2023, scope: "OWN" }, versions)).toEqual({
    year: 2023,
    expected: 4,
    included: 3,
    missing: [absent],
    provisional: [late],
    formats: ["2019", "2021"],
    formChanged: false,
  });
});

it("knows which stages are at least as far as one", () => {
  expect(stagesFrom("SUBMITTED")).toEqual(["SUBMITTED", "APPROVED", "PUBLISHED"]);
  expect(stagesFrom("PUBLISHED")).toEqual(["PUBLISHED"]);
});
