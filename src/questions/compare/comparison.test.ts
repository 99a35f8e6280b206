import { describe, expect, it } from "vitest";
import { formatOfYear, pack } from "../../forms/index.js";
import type { ReportStage } from "../../reports/index.js";
import type { UnitRow } from "../../units/index.js";
import { tabulate, type Comparison } from "./comparison.js";
import { presentComparison } from "./comparison.presenter.js";
import { readRequest } from "./comparison-request.js";
import type { CompareReportsInput } from "./comparison.types.js";
import type { PackedVersion } from "./newest-version.read-model.js";
import { unitRow } from "./unit-row.fixture.js";

const NOW = new Date("2026-01-20T01:00:00Z");

type Cells = Readonly<Record<string, number | null>>;

function version(
  unit: UnitRow,
  year: number,
  cells: Cells,
  status: ReportStage = "PUBLISHED",
): PackedVersion {
  const format = formatOfYear(year);
  if (!format) throw new Error("no such year");
  const values = format.cells.map((cell) => (cell.code in cells ? (cells[cell.code] ?? null) : 0));
  return {
    path: unit.path,
    year,
    number: 1,
    status,
    format: format.code,
    cells: pack(format, values),
    stated: "",
  };
}

function compared(
  units: readonly UnitRow[],
  versions: readonly PackedVersion[],
  input: Omit<CompareReportsInput, "under">,
): Comparison {
  const newest = new Map<number, Map<string, PackedVersion>>();
  for (const found of versions)
    newest.set(
      found.year,
      (newest.get(found.year) ?? new Map<string, PackedVersion>()).set(found.path, found),
    );
  return tabulate(readRequest({ under: "371003", ...input }, NOW), { selected: units }, newest);
}

const shown = (comparison: Comparison) => presentComparison(comparison, new Date(0));
const codes = (comparison: Comparison) => comparison.rows.map(({ unit }) => unit.code);

const RECEIVED = "requests.received.total";
const FEES = "proactive.fees.amount";
const [A, B, C, D] = [unitRow("a"), unitRow("b"), unitRow("c"), unitRow("d")];

describe("columns", () => {
  const comparison = compared(
    [A, B, C, D],
    [
      version(A, 2023, { [RECEIVED]: 11, [FEES]: 1_500_000 }),
      version(B, 2023, { [RECEIVED]: 4, [FEES]: 100_001 }),
      version(C, 2023, { [RECEIVED]: 11, [FEES]: null }),
      version(A, 2022, { [RECEIVED]: 10, [FEES]: 1_000_000 }),
      version(B, 2022, { [RECEIVED]: 0 }),
    ],
    { years: [2023, 2022], indicators: [RECEIVED, FEES] },
  );
  const { columns, rows } = shown(comparison);

  it("stand year by year as asked", () => {
    expect(columns.map(({ indicator, year }) => [year, indicator.code])).toEqual([
      [2023, RECEIVED],
      [2023, FEES],
      [2022, RECEIVED],
      [2022, FEES],
    ]);
  });

  it("hold counts as integers and amounts in 万元", () => {
    expect(rows.map((row) => row.values)).toEqual([
      [11, 1.5, 10, 1],
      [4, 0.100001, 0, 0],
      [11, null, null, null],
      [null, null, null, null],
    ]);
  });

  it("sum up what was reported, exactly", () => {
    expect(columns[0]).toMatchObject({ reported: 3, total: "26", median: 11, minimum: 4, maximum: 11 });
    expect(columns[0]?.mean).toBeCloseTo(26 / 3, 12);
    expect(columns[1]).toMatchObject({ reported: 2, total: "1.600001", minimum: 0.100001, maximum: 1.5 });
    expect(columns[1]?.median).toBeCloseTo(0.8000005, 12);
  });

  it("compare with the year before, asked for or not", () => {
    expect(rows.map((row) => row.changes)).toEqual([
      [0.1, 0.5, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });

  it("rank from the largest", () => {
    expect(rows.map((row) => row.ranks)).toEqual([
      [1, 1, 1, 1],
      [3, 2, 2, 2],
      [1, null, null, null],
      [null, null, null, null],
    ]);
  });

  it("say nothing where nobody reported", () => {
    const none = compared([A], [], { years: [2023], indicators: [RECEIVED] });
    expect(none.columns[0]).toMatchObject({
      reported: 0,
      total: null,
      mean: null,
      median: null,
      minimum: null,
      maximum: null,
    });
  });
});

describe("rates", () => {
  const rate = (of: Cells, year = 2023) => version(A, year, of);
  const comparison = (found: PackedVersion) =>
    compared([A], [found], { years: [2023], indicators: ["rates.disclosed", RECEIVED] });
  const granted = { "requests.granted.total": 2, "requests.partial.total": 1, "requests.total.total": 4 };

  it("show what was divided by what, and have no total", () => {
    const { rows, columns } = shown(comparison(rate(granted)));
    expect(rows[0]).toMatchObject({ values: [0.75, 0], numerators: [3, null], denominators: [4, null] });
    expect(columns[0]).toMatchObject({ reported: 1, total: null, mean: 0.75, median: 0.75 });
  });

  it("are null on 0/0, which still shows", () => {
    const { rows, columns } = shown(comparison(rate({})));
    expect(rows[0]).toMatchObject({ values: [null, 0], numerators: [0, null], denominators: [0, null] });
    expect(columns[0]).toMatchObject({ reported: 0, mean: null });
  });
});

it("leaves null what the year's form does not have, and joins what only the rows differ in", () => {
  const inForce = "proactive.normativeDocuments.inForce";
  const other = "requests.other.total.total";
  const comparison = compared(
    [A],
    [
      version(A, 2020, { "requests.other.undivided.total": 2 }),
      version(A, 2021, { "requests.other.misc.total": 3, [inForce]: 5 }),
    ],
    { years: [2020, 2021], indicators: [inForce, other] },
  );
  expect(shown(comparison).rows[0]).toMatchObject({
    values: [null, 2, 5, 3],
    changes: [null, null, null, 0.5],
  });
  expect(comparison.coverage.map(({ formats }) => formats)).toEqual([["2019"], ["2021"]]);
});

describe("order", () => {
  const versions = [
    version(A, 2023, { [RECEIVED]: 2 }),
    version(B, 2023, { [RECEIVED]: 9 }),
    version(D, 2023, { [RECEIVED]: 2 }),
  ];
  const by = (direction: "ASC" | "DESC", units = [A, B, C, D]) =>
    codes(
      compared(units, versions, {
        years: [2023],
        indicators: [RECEIVED],
        units: units.map((unit) => unit.code),
        orderBy: { indicator: RECEIVED, year: 2023, direction },
      }),
    );

  it("puts equals in tree order and nulls last in either direction", () => {
    expect(by("DESC")).toEqual(["b", "a", "d", "c"]);
    expect(by("ASC")).toEqual(["a", "d", "b", "c"]);
    expect(by("ASC", [D, C, B, A])).toEqual(["a", "d", "b", "c"]);
  });

  it("moves a row's figures and ranks with it", () => {
    const comparison = compared([A, B], versions, {
      years: [2023],
      indicators: [RECEIVED],
      orderBy: { indicator: RECEIVED, year: 2023 },
    });
    const { rows } = shown(comparison);
    expect(rows.map((row) => [row.unit.code, row.values, row.ranks])).toEqual([
      ["b", [9], [1]],
      ["a", [2], [2]],
    ]);
  });
});

it("gives a unit that has no part no row, unless it was asked for by name", () => {
  const zone = unitRow("zone", { kind: "ZONE", filesReport: false });
  const asked = { years: [2023], indicators: [RECEIVED] };
  const earlier = [version(zone, 2022, {})];
  expect(codes(compared([A, zone], earlier, asked))).toEqual(["a"]);
  expect(codes(compared([A, zone], [version(zone, 2023, {})], asked))).toEqual(["a", "zone"]);
  expect(codes(compared([A, zone], [], { ...asked, units: ["a", "zone"] }))).toEqual(["a", "zone"]);
});
