import { describe, expect, it, vi } from "vitest";
import { atOnce } from "../../kernel/fair-queue.js";
import type { Newest, PackedVersion } from "../compare/index.js";
import { formatOfYear, pack } from "../../forms/index.js";
import type { UnitRow } from "../../units/index.js";
import { unitRow as unit } from "../compare/unit-row.fixture.js";
import { jumpOf, seriesOf } from "./history.js";
import { rankedUnits } from "./ranking.js";
import { readRankRequest } from "./ranking-request.js";
import type { RankReportsInput } from "./ranking.types.js";

const NOW = new Date("2026-01-20T01:00:00Z");
const RECEIVED = "requests.received.total";
const CARRIED = "rates.carriedOut";

type Cells = Readonly<Record<string, number | null>>;

function version({ path }: UnitRow, year: number, cells: Cells): PackedVersion {
  const format = formatOfYear(year);
  if (!format) throw new Error("no such year");
  const values = format.cells.map(({ code }) => (code in cells ? (cells[code] ?? null) : 0));
  return {
    path,
    year,
    number: 1,
    status: "PUBLISHED",
    format: format.code,
    cells: pack(format, values),
    stated: "",
  };
}

function newest(versions: readonly PackedVersion[]): Newest<PackedVersion> {
  const byYear = new Map<number, Map<string, PackedVersion>>();
  for (const found of versions)
    byYear.set(
      found.year,
      (byYear.get(found.year) ?? new Map<string, PackedVersion>()).set(found.path, found),
    );
  return byYear;
}

const UNITS = ["a", "b", "c", "d", "e"].map((code) => unit(code));
const ALL = UNITS.map((_, at) => at);

function ranked(
  versions: readonly PackedVersion[],
  input: Partial<RankReportsInput> = {},
  units: readonly UnitRow[] = UNITS,
  minimumBase = 10,
) {
  const request = readRankRequest({ under: "371003", year: 2023, indicator: RECEIVED, ...input }, NOW);
  const [top] = units;
  if (!top) throw new Error("no units");
  const pool = { top, units, ranked: ALL.slice(0, units.length), groups: units.map(() => ALL) };
  return rankedUnits(request, pool, newest(versions), minimumBase);
}

const received = (year: number, figures: readonly (number | null)[]) =>
  figures.map((figure, at) => version(UNITS[at] ?? unit("x"), year, { [RECEIVED]: figure }));

describe("who is ranked", () => {
  it("is who reported the figure; the others are told why not", () => {
    const rows = ranked(received(2023, [7, null, 7, 9]));
    expect(rows.map((row) => [row.unit.code, row.value, row.rank, row.notRanked])).toEqual([
      ["a", 7, 2, null],
      ["b", null, null, "BLANK"],
      ["c", 7, 2, null],
      ["d", 9, 1, null],
      ["e", null, null, "NOT_REPORTED"],
    ]);
    expect(rows.map((row) => [row.percentile, row.band, row.peers, row.rankedPeers])).toEqual([
      [0.25, null, 4, 2],
      [null, null, 4, 3],
      [0.25, null, 4, 2],
      [1, null, 4, 2],
      [null, null, 4, 3],
    ]);
  });

  it("is ranked from below where less is better", () =>
    expect(ranked(received(2023, [7, 1, 7, 9, 3]), { direction: "ASC" }).map(({ rank }) => rank)).toEqual([
      3, 1, 3, 5, 2,
    ]));

  it("is no rate out of few cases, which is told by its parts", () => {
    const rates: [out: number, of: number][] = [
      [1, 9],
      [1, 10],
      [5, 20],
      [0, 0],
    ];
    const versions = rates.map(([out, of], at) =>
      version(UNITS[at] ?? unit("x"), 2023, { "requests.carriedOut.total": out, [RECEIVED]: of }),
    );
    const rows = ranked(versions, { indicator: CARRIED });
    expect(
      rows.map(({ value, numerator, denominator, rank, notRanked }) => [
        value,
        numerator,
        denominator,
        rank,
        notRanked,
      ]),
    ).toEqual([
      [null, 1, 9, null, "BELOW_MINIMUM_BASE"],
      [0.1, 1, 10, 2, null],
      [0.25, 5, 20, 1, null],
      [null, 0, 0, null, "BELOW_MINIMUM_BASE"],
      [null, null, null, null, "NOT_REPORTED"],
    ]);
  });

  it("is nobody whose form lacks the indicator", () => {
    const newer = formatOfYear(2023)?.cells.find(
      ({ code }) => formatOfYear(2019)?.position(code) === undefined,
    );
    const code = newer?.code ?? "";
    const rows = ranked([version(UNITS[0] ?? unit("x"), 2019, {})], { indicator: code, year: 2019 });
    expect(rows[0]).toMatchObject({ value: null, notRanked: "NOT_IN_FORM" });
  });

  it("leaves out who neither had to file nor did, as a row and as a peer", () => {
    const units = [...UNITS.slice(0, 4), unit("zone", { filesReport: false })];
    const rows = ranked(received(2023, [1, 2, 3, 4]), {}, units);
    expect(rows.map((row) => [row.unit.code, row.peers])).toEqual([
      ["a", 3],
      ["b", 3],
      ["c", 3],
      ["d", 3],
    ]);
    expect(ranked(received(2023, [1, 2, 3, 4]), { units: ["zone"] }, units).at(-1)).toMatchObject({
      notRanked: "NOT_REPORTED",
    });
  });
});

it("tells bands, outliers, and how a rank moved", () => {
  const rows = ranked([...received(2022, [10, 11, 12, 13, 14]), ...received(2023, [10, 11, 12, 9, 900])]);
  expect(rows.map(({ band }) => band)).toEqual(["LOWER", "UPPER", "HIGHEST", "LOWEST", "HIGHEST"]);
  expect(rows.map(({ againstGroup }) => againstGroup?.outlier)).toEqual([false, false, false, false, true]);
  expect(rows[4]?.againstGroup?.score).toBeCloseTo(0.6745 * 889, 10);
  expect(rows.map(({ rankChange }) => rankChange)).toEqual([
    { before: 5, total: 1, own: 0, others: 1 },
    { before: 4, total: 1, own: 0, others: 1 },
    { before: 3, total: 1, own: 0, others: 1 },
    { before: 2, total: -3, own: -3, others: 0 },
    { before: 1, total: 0, own: 0, others: 0 },
  ]);
  expect(ranked(received(2023, [1, 2])).map(({ rankChange }) => rankChange)).toEqual(Array(5).fill(null));
});

it("ranks among the nearest", () => {
  const by = { kind: "NEAREST", indicators: [RECEIVED], size: 2 } as const;
  const rows = ranked(received(2023, [1, 2, 10, 11, 13]), {
    group: { ...by, indicators: [...by.indicators] },
  });
  expect(rows.map(({ rank, peers }) => [rank, peers])).toEqual([
    [3, 2],
    [2, 2],
    [3, 2],
    [2, 2],
    [1, 2],
  ]);
  expect(
    ranked(received(2023, [1, 2]), { group: { kind: "NEAREST", indicators: [RECEIVED] } }).at(-1),
  ).toMatchObject({ peers: 0, notRanked: "NOT_REPORTED" });
});

describe("O7 a group is put in order once", () => {
  const sortsOf = (units: number, group: readonly number[] | null): number => {
    const many = Array.from({ length: units }, (_, at) => unit(`m${at}`));
    const versions = [2022, 2023].flatMap((year) =>
      many.map((one, at) => version(one, year, { [RECEIVED]: (at * 7) % 50 })),
    );
    const request = readRankRequest({ under: "371003", year: 2023, indicator: RECEIVED }, NOW);
    const members = group ?? many.map((_, at) => at);
    const pool = {
      top: many[0] ?? unit("x"),
      units: many,
      ranked: many.map((_, at) => at),
      groups: many.map(() => members),
    };
    const sort = vi.spyOn(Float64Array.prototype, "sort");
    try {
      expect(rankedUnits(request, pool, newest(versions), 10)).toHaveLength(units);
      return sort.mock.calls.length;
    } finally {
      sort.mockRestore();
    }
  };

  it("however many units are ranked in it", () =>
    expect([sortsOf(20, null), sortsOf(200, null)]).toEqual([2, 2]));

  it("by units that are not of it, too", () =>
    expect([sortsOf(20, [0, 1, 2]), sortsOf(200, [0, 1, 2])]).toEqual([2, 2]));

  it("in which a guest stands as one of it would", () => {
    const figures = [...received(2022, [9, 5, 7, 1, 3]), ...received(2023, [2, 8, 4, 8, 6])];
    const request = readRankRequest({ under: "371003", year: 2023, indicator: RECEIVED }, NOW);
    const pool = { top: UNITS[0] ?? unit("x"), units: UNITS, ranked: ALL };
    const [hosts, everybody] = [
      [0, 1, 2],
      [0, 1, 2, 4],
    ];
    const asGuest = rankedUnits(request, { ...pool, groups: ALL.map(() => hosts) }, newest(figures), 10);
    const asMember = rankedUnits(request, { ...pool, groups: ALL.map(() => everybody) }, newest(figures), 10);
    expect(asGuest[4]).toEqual(asMember[4]);
    expect(asGuest[4]).toMatchObject({ rank: 2, peers: 3, rankedPeers: 3, againstGroup: { outlier: false } });
  });
});

describe("a unit's own history", () => {
  const [A = unit("a")] = UNITS;
  const of = (figures: Readonly<Record<number, number | null>>) => {
    const versions = Object.entries(figures).map(([year, figure]) =>
      version(A, Number(year), { [RECEIVED]: figure }),
    );
    const { indicator } = readRankRequest({ under: "", year: 2023, indicator: RECEIVED }, NOW);
    return atOnce(seriesOf([A], newest(versions), indicator, 10))[0] ?? [];
  };

  it("is the years that it reported, oldest first, marked where the form changed", () => {
    const series = of({ 2022: 4, 2019: 1, 2023: null, 2021: 3 });
    expect(
      series.map(({ year, value, notRanked, formChanged }) => [year, value, notRanked, formChanged]),
    ).toEqual([
      [2019, 1, null, false],
      [2021, 3, null, formatOfYear(2019) !== formatOfYear(2021)],
      [2022, 4, null, false],
      [2023, null, "BLANK", false],
    ]);
    expect(formatOfYear(2019)).not.toBe(formatOfYear(2021));
  });

  it("tells a jump from what was usual in three years or more", () => {
    expect(jumpOf(of({ 2020: 10, 2021: 12, 2022: 11, 2023: 40 }), 2023)).toEqual({
      score: 0.6745 * 29,
      outlier: true,
    });
    expect(jumpOf(of({ 2020: 10, 2021: 12, 2022: 11, 2023: 12 }), 2023)?.outlier).toBe(false);
    expect(jumpOf(of({ 2021: 12, 2022: 11, 2023: 40 }), 2023)).toBeNull();
    expect(jumpOf(of({ 2020: 11, 2021: 11, 2022: 11, 2023: 40 }), 2023)).toBeNull();
    expect(jumpOf(of({ 2020: 10, 2021: 12, 2022: 11 }), 2023)).toBeNull();
  });
});
