import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting, decided, disclosed, FILERS, received, type Stage } from "../comparison/expected.js";
import { DEMO_UNITS } from "../../seeds/units.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

const RECEIVED = "requests.received.total";
const DISCLOSED = "rates.disclosed";
const RANK = `query ($input: RankReportsInput!) {
  rankReports(input: $input) {
    indicator { code } year group minimumBase ranked
    rows {
      unit { code } value numerator denominator rank notRankedBecause percentile band peers rankedPeers
      rankChange { before total own others }
      againstGroup { score outlier } againstHistory { score }
      series { year value format formChanged }
    }
    beyond coverage { expected included missing { code } }
  }
}`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");
const inputOf = (more: object) => ({ under: "371003", year: 2023, indicator: RECEIVED, ...more });

async function rank(client: Client, more: object = {}): Promise<any> {
  const { data, errors } = await client.query(RANK, { input: inputOf(more) });
  expect(errors).toBeUndefined();
  return data.rankReports;
}

/** What the demo's seeds say of a unit. */
const figure = (code: string, year = 2023, atLeast: Stage = "SUBMITTED"): number | null => {
  const report = counting(code, year, atLeast);
  return report && received(report.cells);
};
const rankOf = (value: number, all: readonly number[]) => 1 + all.filter((other) => other > value).length;
const figuresOf = (codes: readonly string[], year = 2023, atLeast: Stage = "SUBMITTED"): number[] =>
  codes.flatMap((code) => figure(code, year, atLeast) ?? []);
const codes = FILERS.map(({ code }) => code);
/** Of a kind that both districts of the demo have. */
const COMMON = "SUBDISTRICT";
const common = (district: string): string[] =>
  DEMO_UNITS.filter(({ parentCode, kind }) => parentCode === district && kind === COMMON).map(
    ({ code }) => code,
  );
/** Who reported every year. */
const reporting = codes.filter((code) => [2021, 2022, 2023].every((year) => figure(code, year) !== null));
const towns = FILERS.filter(({ kind }) => kind === "TOWN").map(({ code }) => code);

describe("a district's ranking", () => {
  it("has everybody's rank, percentile and its change, as the seeds have them", async () => {
    const { rows, ranked, coverage, ...told } = await rank(officer());
    const [now, before] = [figuresOf(codes), figuresOf(codes, 2022)];
    expect(told).toEqual({
      beyond: 0,
      indicator: { code: RECEIVED },
      year: 2023,
      group: "RANKED_UNITS",
      minimumBase: 10,
    });
    expect([ranked, rows.length, coverage.included]).toEqual([now.length, codes.length, now.length]);
    for (const { unit, value, ...row } of rows) {
      expect(value).toBe(figure(unit.code));
      if (value === null) {
        expect(row).toMatchObject({
          rank: null,
          notRankedBecause: "NOT_REPORTED",
          rankChange: null,
          percentile: null,
        });
        continue;
      }
      const [less, equals] = [now.filter((n) => n < value).length, now.filter((n) => n === value).length - 1];
      expect(row).toMatchObject({
        rank: rankOf(value, now),
        notRankedBecause: null,
        peers: codes.length - 1,
      });
      expect(row.percentile).toBeCloseTo((less + equals / 2) / (now.length - 1), 12);
      const was = figure(unit.code, 2022);
      if (was === null) expect(row.rankChange).toBeNull();
      else {
        const { before: then, total, own, others } = row.rankChange;
        expect([then, then - total]).toEqual([rankOf(was, before), rankOf(value, now)]);
        expect(own + others).toBe(total);
      }
    }
  });

  it("stands by rank, equals in the order of the tree, and last who has none", async () => {
    const { rows } = await rank(officer());
    const keys = rows.map(({ rank: place, unit }: any) => [place ?? Infinity, unit.code]);
    expect(keys).toEqual([...keys].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)));
    expect(rows.at(-1).notRankedBecause).toBe("NOT_REPORTED");
  });

  it("of `top` rows has those, and counts the others all the same", async () => {
    const all = await rank(officer());
    const some = await rank(officer(), { top: 3 });
    expect(some.rows).toEqual(all.rows.slice(0, 3));
    expect([some.ranked, some.coverage]).toEqual([all.ranked, all.coverage]);
  });

  it("F4 gives all that share the last rank, and says how many are left out", async () => {
    const all = await rank(officer(), { indicator: "remedies.review.total" });
    const ranks = all.rows.map(({ rank: place }: any) => place).filter(Boolean);
    const tied = ranks.findIndex((place: number, at: number) => at > 0 && place === ranks[at - 1]);
    expect(tied).toBeGreaterThan(0);
    const some = await rank(officer(), { indicator: "remedies.review.total", top: tied });
    const shared = ranks.filter((place: number) => place <= ranks[tied - 1]).length;
    expect(shared).toBeGreaterThan(tied);
    expect(some.rows).toEqual(all.rows.slice(0, shared));
    expect([some.beyond, all.beyond]).toEqual([all.rows.length - shared, 0]);
  });

  it("tells the years of each unit, and no jump out of two of them", async () => {
    const { rows } = await rank(officer(), { units: [reporting[0]] });
    expect(rows[0].series).toEqual(
      [2021, 2022, 2023].map((year) => ({
        year,
        value: figure(reporting[0] ?? "", year),
        format: "2021",
        formChanged: false,
      })),
    );
    expect(rows[0].againstHistory).toBeNull();
  });
});

describe("rates", () => {
  it("are ranked only of enough cases, and shown with what was divided", async () => {
    const bases = codes.flatMap((code) => {
      const report = counting(code, 2023, "SUBMITTED");
      return report ? decided(report.cells) : [];
    });
    const middle = bases.sort((a, b) => a - b)[bases.length >> 1] ?? 0;
    for (const minimumBase of [null, 1, middle]) {
      const { rows, minimumBase: told } = await rank(officer(), { indicator: DISCLOSED, minimumBase });
      const base = minimumBase ?? 10;
      expect(told).toBe(base);
      const reasons = new Set<string>();
      for (const { unit, value, numerator, denominator, notRankedBecause } of rows) {
        const report = counting(unit.code, 2023, "SUBMITTED");
        if (!report) continue;
        const [top, bottom] = [disclosed(report.cells), decided(report.cells)];
        expect([numerator, denominator]).toEqual([top, bottom]);
        expect(value).toBe(bottom < base ? null : top / bottom);
        expect(notRankedBecause).toBe(bottom < base ? "BELOW_MINIMUM_BASE" : null);
        reasons.add(String(notRankedBecause));
      }
      if (minimumBase === middle) expect(reasons).toEqual(new Set(["BELOW_MINIMUM_BASE", "null"]));
    }
  });

  it("follow the district's setting", async () => {
    const change = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { message } } }`;
    const decide = async (value: number) => {
      const { data, errors } = await officer().query(change, {
        input: { unitCode: "371003", key: "ranking.minimumBase", value },
      });
      expect([errors, data?.changeSetting.problems]).toEqual([undefined, []]);
    };
    await decide(60);
    expect((await rank(app.anonymous, { indicator: DISCLOSED })).minimumBase).toBe(60);
    expect((await rank(app.anonymous, { indicator: DISCLOSED, under: "371002" })).minimumBase).toBe(10);
    await decide(10);
  });
});

describe("peer groups", () => {
  const group = (kind: string, more: object = {}) => ({ group: { kind, ...more } });

  it("of the same kind in the district leave out the other kinds", async () => {
    const { rows } = await rank(officer(), { units: [towns[0]], ...group("SAME_KIND_IN_DISTRICT") });
    const value = figure(towns[0] ?? "") ?? 0;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ rank: rankOf(value, figuresOf(towns)), peers: towns.length - 1 });
  });

  it("of the same kind in the city or the province count the published reports of other districts", async () => {
    const city = await rank(officer(), { kinds: [COMMON], ...group("SAME_KIND_IN_CITY") });
    const province = await rank(officer(), { kinds: [COMMON], ...group("SAME_KIND_IN_PROVINCE") });
    const whole = await rank(officer(), { under: "37", kinds: [COMMON] });
    expect(city.rows.map(({ unit }: any) => unit.code).sort()).toEqual(common("371003").sort());
    expect({ ...city, group: "" }).toEqual({ ...province, group: "" });
    const ranks = new Map(whole.rows.map(({ unit, rank: place }: any) => [unit.code, place]));
    for (const { unit, rank: place } of city.rows) expect(place).toBe(ranks.get(unit.code));
    expect(city.rows[0].peers).toBe(whole.rows.length - 1);
    expect(whole.rows).toHaveLength(common("371003").length + common("371002").length);
  });

  it("by name hold those units, wherever they are, and the unit itself", async () => {
    const [one = "", two = "", three = ""] = reporting;
    const named = [one, two];
    const { rows } = await rank(officer(), {
      units: [two, three],
      ...group("NAMED", { units: named }),
    });
    for (const { unit, rank: place, peers } of rows) {
      const members = [...new Set([...named, unit.code as string])];
      expect(peers).toBe(members.length - 1);
      expect(place).toBe(rankOf(figure(unit.code) ?? 0, figuresOf(members)));
    }
  });

  it("of the nearest hold those nearest by the indicators given", async () => {
    const by = { indicators: [RECEIVED], size: 3 };
    const town = towns.find((code) => reporting.includes(code)) ?? "";
    const { rows } = await rank(officer(), { units: [town], ...group("NEAREST", by) });
    const own = figure(town) ?? 0;
    expect(rows[0].peers).toBe(3);
    const others = (await rank(officer(), { under: "37", kinds: ["TOWN"] })).rows
      .filter(({ unit, value }: any) => unit.code !== town && value !== null)
      .map(({ value, unit }: any) => ({ value, code: unit.code, far: Math.abs(value - own) }))
      .sort((a: any, b: any) => a.far - b.far || (a.code < b.code ? -1 : 1));
    const near = others.slice(0, 3).map(({ value }: any) => value as number);
    expect(rows[0].rank).toBe(rankOf(own, near));
  });

  it("take as many statements for one unit as for all", async () => {
    await app.app.settled();
    for (const one of ["RANKED_UNITS", "SAME_KIND_IN_DISTRICT", "SAME_KIND_IN_PROVINCE"]) {
      const counts: number[] = [];
      for (const units of [["371003104"], towns]) {
        app.statements();
        await rank(app.anonymous, { units, ...group(one) });
        counts.push(app.statements().length);
      }
      expect(counts[0]).toBe(counts[1]);
      expect(counts[0]).toBeLessThanOrEqual(8);
    }
  });
});

describe("who may see", () => {
  it("the public ranks what is published, and nothing else moves it", async () => {
    const { rows } = await rank(app.anonymous);
    const published = figuresOf(codes, 2023, "PUBLISHED");
    expect(published.length).toBeLessThan(figuresOf(codes).length);
    for (const { unit, value, rank: place } of rows) {
      const own = figure(unit.code, 2023, "PUBLISHED");
      expect([value, place]).toEqual([own, own === null ? null : rankOf(own, published)]);
    }
    expect(await rank(app.as("officer.371002"))).toEqual({ ...(await rank(app.anonymous)) });
  });
});

describe("bad input", () => {
  const refused = async (more: object) => {
    const { data, errors } = await app.anonymous.query(RANK, { input: inputOf(more) });
    expect([data, errors?.length]).toEqual([null, 1]);
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.argument];
  };

  it.each<[string, object, string, string[]]>([
    ["a year of the future", { year: 2031 }, "BAD_USER_INPUT", ["input", "year"]],
    ["no such indicator", { indicator: "x" }, "BAD_USER_INPUT", ["input", "indicator"]],
    ["no such unit", { under: "nowhere" }, "NOT_FOUND", ["input", "under"]],
    ["a unit that is elsewhere", { units: ["371002001"] }, "NOT_FOUND", ["input", "units", "0"]],
    ["a base of nothing", { minimumBase: 0 }, "BAD_USER_INPUT", ["input", "minimumBase"]],
    ["too many rows", { top: 1001 }, "BAD_USER_INPUT", ["input", "top"]],
    [
      "a named group without names",
      { group: { kind: "NAMED" } },
      "BAD_USER_INPUT",
      ["input", "group", "units"],
    ],
    [
      "a name that nobody bears",
      { group: { kind: "NAMED", units: ["371003003", "nobody"] } },
      "NOT_FOUND",
      ["input", "group", "units", "1"],
    ],
    [
      "names for another group",
      { group: { kind: "SAME_KIND_IN_CITY", units: ["371003003"] } },
      "BAD_USER_INPUT",
      ["input", "group", "units"],
    ],
    [
      "nearest by nothing",
      { group: { kind: "NEAREST" } },
      "BAD_USER_INPUT",
      ["input", "group", "indicators"],
    ],
    [
      "nearest by what there is not",
      { group: { kind: "NEAREST", indicators: [RECEIVED, "x"] } },
      "BAD_USER_INPUT",
      ["input", "group", "indicators", "1"],
    ],
    [
      "a size for another group",
      { group: { kind: "RANKED_UNITS", size: 0 } },
      "BAD_USER_INPUT",
      ["input", "group", "size"],
    ],
    [
      "none of the nearest",
      { group: { kind: "NEAREST", indicators: [RECEIVED], size: 0 } },
      "BAD_USER_INPUT",
      ["input", "group", "size"],
    ],
  ])("%s", async (_name, more, code, argument) => expect(await refused(more)).toEqual([code, argument]));
});
