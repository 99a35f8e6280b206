import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { CHILDREN, counting, decided, disclosed, fees, FILERS, received, type Stage } from "./expected.js";

const COMPARE = `query ($input: CompareReportsInput!) {
  compareReports(input: $input) {
    columns { indicator { code } year reported total mean median minimum maximum }
    rows { unit { code } values numerators denominators changes ranks }
    coverage { year expected included missing { code } provisional { code } formats asOf }
  }
}`;

const RECEIVED = "requests.received.total";
const DISCLOSED = "rates.disclosed";
const FEES = "proactive.fees.amount";

interface Row {
  readonly unit: { readonly code: string };
  readonly values: (number | null)[];
  readonly numerators: (number | null)[];
  readonly denominators: (number | null)[];
  readonly changes: (number | null)[];
  readonly ranks: (number | null)[];
}
interface Column {
  readonly indicator: { readonly code: string };
  readonly year: number;
  readonly reported: number;
  readonly total: string | null;
  readonly median: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}
interface Coverage {
  readonly year: number;
  readonly expected: number;
  readonly included: number;
  readonly missing: { readonly code: string }[];
  readonly provisional: { readonly code: string }[];
  readonly formats: string[];
  readonly asOf: string;
}
interface Comparison {
  readonly columns: Column[];
  readonly rows: Row[];
  readonly coverage: Coverage[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");

async function compare(client: Client, input: object): Promise<Comparison> {
  const answer = await client.query(COMPARE, {
    input: { under: "371003", years: [2023], indicators: [RECEIVED], ...input },
  });
  expect(answer.errors).toBeUndefined();
  return (answer.data as { compareReports: Comparison }).compareReports;
}

const codesOf = (units: readonly { readonly code: string }[]) => units.map((unit) => unit.code);

describe("figures", () => {
  const years = [2022, 2023, 2021];
  const seeded = (code: string, year: number) => counting(code, year, "SUBMITTED")?.cells;
  const ratioTo = (value: number | undefined, before: number | undefined) =>
    value === undefined || !before ? null : (value - before) / before;

  it("are those of the seeds: counts, amounts, rates, and the changes on the year before", async () => {
    const { columns, rows } = await compare(officer(), { years, indicators: [RECEIVED, FEES, DISCLOSED] });

    expect(columns.map(({ indicator, year }) => [year, indicator.code])).toEqual(
      years.flatMap((year) => [RECEIVED, FEES, DISCLOSED].map((code) => [year, code])),
    );
    expect(codesOf(rows.map((row) => row.unit))).toEqual(codesOf(FILERS));
    for (const { unit, ...row } of rows) {
      const figures = years.map((year) => seeded(unit.code, year));
      const before = years.map((year) => seeded(unit.code, year - 1));
      const rate = (cells = figures[0]) =>
        cells && decided(cells) > 0 ? disclosed(cells) / decided(cells) : null;
      expect(row.values).toEqual(
        figures.flatMap((cells) =>
          cells ? [received(cells), fees(cells), rate(cells)] : [null, null, null],
        ),
      );
      expect(row.numerators).toEqual(
        figures.flatMap((cells) => [null, null, cells ? disclosed(cells) : null]),
      );
      expect(row.denominators).toEqual(
        figures.flatMap((cells) => [null, null, cells ? decided(cells) : null]),
      );
      const changes = figures.flatMap((cells, i) => {
        const last = before[i];
        return [
          ratioTo(cells && received(cells), last && received(last)),
          ratioTo(cells && fees(cells), last && fees(last)),
          ratioTo((cells && rate(cells)) ?? undefined, (last && rate(last)) ?? undefined),
        ];
      });
      row.changes.forEach((change, i) => {
        const expected = changes[i] ?? null;
        if (expected === null) expect(change).toBeNull();
        else expect(change).toBeCloseTo(expected, 9);
      });
    }
  });

  it("sum up over the rows", async () => {
    const { columns } = await compare(officer(), { years: [2022], indicators: [RECEIVED, FEES, DISCLOSED] });
    const cells = FILERS.map(({ code }) => seeded(code, 2022)).filter((found) => found !== undefined);
    const counts = cells.map(received).sort((a, b) => a - b);
    const amounts = cells.map(fees);
    const micros = amounts.reduce((sum, amount) => sum + BigInt(Math.round(amount * 1e6)), 0n);
    const [ofCounts, ofFees, ofRates] = columns;

    expect(ofCounts).toMatchObject({
      reported: cells.length,
      total: String(counts.reduce((sum, count) => sum + count, 0)),
      median: ((counts[(counts.length - 1) >> 1] ?? 0) + (counts[counts.length >> 1] ?? 0)) / 2,
      minimum: counts[0],
      maximum: counts.at(-1),
    });
    expect(ofFees).toMatchObject({ maximum: Math.max(...amounts) });
    expect(BigInt(Math.round(Number(ofFees?.total) * 1e6))).toBe(micros);
    const rated = cells.filter((report) => decided(report) > 0).length;
    expect(rated).toBeLessThan(cells.length);
    expect(ofRates).toMatchObject({ reported: rated, total: null });
  });

  it("are null on 0/0, and show that it is 0/0", async () => {
    const idle = FILERS.find(({ code }) => {
      const cells = seeded(code, 2022);
      return cells && decided(cells) === 0;
    });
    const { rows } = await compare(officer(), {
      years: [2022],
      indicators: [DISCLOSED],
      units: [idle?.code],
    });
    expect(rows).toMatchObject([{ values: [null], numerators: [0], denominators: [0], ranks: [null] }]);
  });

  it("are null for years without a report and for codes of the other form", async () => {
    const { rows, columns, coverage } = await compare(officer(), {
      years: [2019, 2020, 2022],
      indicators: ["requests.other.undivided.total", "proactive.normativeDocuments.inForce"],
    });
    for (const { values } of rows) expect([...values.slice(0, 5)]).toEqual([null, null, null, null, null]);
    expect(columns.map(({ reported, total }) => [reported, total === null])).toEqual([
      ...Array.from({ length: 5 }, () => [0, true]),
      [FILERS.length, false],
    ]);
    expect(coverage.map(({ formats, included }) => [formats, included])).toEqual([
      [[], 0],
      [[], 0],
      [["2021"], FILERS.length],
    ]);
  });
});

describe("order", () => {
  const orderBy = { indicator: RECEIVED, year: 2022 };
  const count = (code: string) => {
    const cells = counting(code, 2022, "SUBMITTED")?.cells;
    return cells ? received(cells) : null;
  };

  it("is the tree's, or by a column with equals in the tree's", async () => {
    const { rows } = await compare(officer(), { years: [2022], orderBy });
    const largestFirst = [...FILERS].sort((a, b) => (count(b.code) ?? 0) - (count(a.code) ?? 0));
    expect(codesOf(rows.map((row) => row.unit))).toEqual(codesOf(largestFirst));
  });

  it("puts units without a value last in either direction", async () => {
    const order = { indicator: RECEIVED, year: 2023 };
    const nulls = FILERS.filter(({ code }) => !counting(code, 2023, "SUBMITTED")).length;
    expect(nulls).toBe(3);
    for (const direction of ["ASC", "DESC"]) {
      const { rows } = await compare(officer(), { orderBy: { ...order, direction } });
      const values = rows.map((row) => row.values[0] ?? null);
      expect(values.slice(-nulls)).toEqual([null, null, null]);
      const numbers = values.slice(0, -nulls).map(Number);
      const sorted = [...numbers].sort((a, b) => (direction === "ASC" ? a - b : b - a));
      expect(numbers).toEqual(sorted);
    }
  });

  it("ranks from the largest, equals alike", async () => {
    const { rows } = await compare(officer(), { years: [2022], orderBy });
    const values = rows.map((row) => row.values[0] ?? 0);
    expect(new Set(values).size).toBeLessThan(values.length);
    expect(rows.map((row) => row.ranks[0])).toEqual(values.map((value) => values.indexOf(value) + 1));
  });
});

describe("units", () => {
  it("are those named, in that order and once, even one that files nothing", async () => {
    const { rows, coverage } = await compare(officer(), {
      units: ["371003400", "371003-czj", "371003001", "371003-czj"],
    });
    expect(codesOf(rows.map((row) => row.unit))).toEqual(["371003400", "371003-czj", "371003001"]);
    expect(rows[0]?.values).toEqual([null]);
    expect(coverage).toMatchObject([{ expected: 2, included: 2, missing: [] }]);
  });

  it("are those of the kinds named, anywhere below", async () => {
    const { rows } = await compare(officer(), { under: "3710", kinds: ["SUBDISTRICT"], years: [2022] });
    expect(codesOf(rows.map((row) => row.unit))).toEqual([
      "371002001",
      "371003001",
      "371003002",
      "371003003",
    ]);
    expect(rows.every((row) => row.values[0] !== null)).toBe(true);
  });

  it("are districts where governments are compared: none has filed for all below it", async () => {
    const { rows, coverage } = await compare(officer(), { under: "3710", scope: "SYSTEM" });
    expect(codesOf(rows.map((row) => row.unit))).toEqual(["371002", "371003"]);
    expect(coverage).toMatchObject([{ expected: 2, included: 0 }]);
    expect(codesOf(coverage[0]?.missing ?? [])).toEqual(["371002", "371003"]);
  });

  it("are none below a town", async () => {
    const { rows, coverage } = await compare(officer(), { under: "371003001" });
    expect(rows).toEqual([]);
    expect(coverage).toMatchObject([{ expected: 0, included: 0, missing: [], formats: [] }]);
  });
});

describe("coverage and what a caller sees", () => {
  const callers: readonly (readonly [string, () => Client, Stage])[] = [
    ["the district's officer", officer, "SUBMITTED"],
    ["the district's analyst", () => app.as("analyst.371003"), "SUBMITTED"],
    ["the public", () => app.anonymous, "PUBLISHED"],
    ["another district's officer", () => app.as("officer.371002"), "PUBLISHED"],
    ["the district's administrator", () => app.as("admin.371003"), "PUBLISHED"],
  ];

  it.each(callers)(
    "%s sees the versions that are his to see, and is told who is missing",
    async (_who, client, stage) => {
      const { rows, coverage } = await compare(client(), {});
      const filed = FILERS.filter(({ code }) => counting(code, 2023, stage));
      const [ofYear] = coverage;
      expect(ofYear).toMatchObject({ year: 2023, expected: FILERS.length, included: filed.length });
      expect(codesOf(ofYear?.missing ?? [])).toEqual(codesOf(FILERS.filter((unit) => !filed.includes(unit))));
      expect(codesOf(ofYear?.provisional ?? [])).toEqual(
        codesOf(filed.filter(({ code }) => !counting(code, 2023, "PUBLISHED"))),
      );
      expect(ofYear?.formats).toEqual(["2021"]);
      expect(ofYear?.asOf).toBe("2026-01-20T01:00:00.000Z");
      expect(rows.filter((row) => row.values[0] !== null).map((row) => row.unit.code)).toEqual(
        codesOf(filed),
      );
    },
  );

  it("a clerk sees what his unit submitted, and never a draft", async () => {
    const { rows } = await compare(app.as("clerk.371003003"), {});
    const draft = rows.find((row) => row.unit.code === "371003003");
    expect(draft?.values).toEqual([null]);
    expect(codesOf(rows.map((row) => row.unit))).toEqual(codesOf(FILERS));
  });

  it.each<[Stage, number]>([
    ["SUBMITTED", 3],
    ["APPROVED", 8],
    ["PUBLISHED", 12],
  ])("counts versions at least %s", async (atLeast, missing) => {
    const { coverage } = await compare(officer(), { atLeast });
    expect(coverage[0]?.missing).toHaveLength(missing);
    expect(coverage[0]?.included).toBe(FILERS.length - missing);
  });

  it("tells each year by itself, in the order asked", async () => {
    const { coverage } = await compare(officer(), { years: [2023, 2025, 2021] });
    expect(coverage.map(({ year, included }) => [year, included])).toEqual([
      [2023, FILERS.length - 3],
      [2025, 0],
      [2021, FILERS.length],
    ]);
  });
});

it("runs as many statements for five years of a city as for one year of two units", async () => {
  const count = async (input: object): Promise<number> => {
    app.statements();
    await compare(app.anonymous, input);
    return app.statements().length;
  };
  const few = await count({ units: ["371003001", "371003002"] });
  const many = await count({
    under: "37",
    kinds: ["TOWN", "SUBDISTRICT", "DEPARTMENT", "ZONE", "DISTRICT"],
    years: [2019, 2020, 2021, 2022, 2023],
  });
  expect(few).toBe(3);
  expect(many).toBe(few);
});

describe("bad input", () => {
  const refused = async (input: object) => {
    const asked = { under: "371003", years: [2023], indicators: [RECEIVED], ...input };
    const answer = await app.anonymous.query(COMPARE, { input: asked });
    expect(answer.data).toBeNull();
    expect(answer.errors).toHaveLength(1);
    return answer.errors?.[0];
  };

  it.each<[string, object, string, string[]]>([
    ["a year before the forms", { years: [2018] }, "BAD_USER_INPUT", ["input", "years"]],
    ["a year to come", { years: [2023, 2027] }, "BAD_USER_INPUT", ["input", "years"]],
    ["a year twice", { years: [2023, 2023] }, "BAD_USER_INPUT", ["input", "years"]],
    ["no year", { years: [] }, "BAD_USER_INPUT", ["input", "years"]],
    ["no indicator", { indicators: [] }, "BAD_USER_INPUT", ["input", "indicators"]],
    [
      "an unknown indicator",
      { indicators: [RECEIVED, "requests.received.everybody"] },
      "BAD_USER_INPUT",
      ["input", "indicators", "1"],
    ],
    [
      "an order by a column that is not there",
      { orderBy: { indicator: DISCLOSED, year: 2023 } },
      "BAD_USER_INPUT",
      ["input", "orderBy", "indicator"],
    ],
    [
      "an order by a year that is not there",
      { orderBy: { indicator: RECEIVED, year: 2022 } },
      "BAD_USER_INPUT",
      ["input", "orderBy", "year"],
    ],
    ["an unknown place", { under: "379999" }, "NOT_FOUND", ["input", "under"]],
    ["a place with a space after it", { under: "371003 " }, "NOT_FOUND", ["input", "under"]],
    ["a place by its name", { under: "文登区" }, "NOT_FOUND", ["input", "under"]],
    ["a unit by its name", { units: ["环山街道"] }, "NOT_FOUND", ["input", "units", "0"]],
    ["an unknown unit", { units: ["371003001", "371003999"] }, "NOT_FOUND", ["input", "units", "1"]],
    ["a unit from elsewhere", { units: ["371003001", "371002001"] }, "NOT_FOUND", ["input", "units", "1"]],
  ])("refuses %s and says where", async (_what, input, code, argument) => {
    const error = await refused(input);
    expect(error?.extensions).toMatchObject({ code, argument });
    expect(error?.path).toEqual(["compareReports"]);
    // An indicator is repeated on purpose; no other value is.
    const rest = error?.message.replace("没有指标 requests.received.everybody", "");
    expect(rest).not.toMatch(/everybody|379999|999/);
  });

  it("answers alike for a unit that is nowhere and one that is elsewhere", async () => {
    const nowhere = await refused({ units: ["371003999"] });
    const elsewhere = await refused({ units: ["371002001"] });
    expect(elsewhere).toEqual({ ...nowhere, extensions: elsewhere?.extensions });
  });

  it("refuses more than it will compute", async () => {
    const units = Array.from({ length: 5001 }, (_, i) => String(i));
    expect((await refused({ units }))?.extensions).toMatchObject({ code: "TOO_COMPLEX", limit: 5000 });
    const indicators = Array<string>(400).fill(RECEIVED);
    const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
    const { rows } = await compare(app.anonymous, { indicators, years });
    expect(rows[0]?.values).toHaveLength(3200);
    expect(CHILDREN.length * 3200).toBeLessThan(200_000);
  });

  it("prices the numbers of a comparison, so that many in one document are too many", async () => {
    const one = "compareReports(input: $input) { rows { values ranks } }";
    const twice = `query ($input: CompareReportsInput!) { a: ${one} b: ${one} }`;
    const input = { under: "371003", years: [2022, 2023], indicators: Array<string>(400).fill(RECEIVED) };
    expect((await app.anonymous.query(twice, { input })).errors).toBeUndefined();
    const years = [2019, 2020, 2021, 2022, 2023, 2024];
    const { errors } = await app.anonymous.query(twice, { input: { ...input, years } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "TOO_COMPLEX", limit: 200_000 });
  });
});
