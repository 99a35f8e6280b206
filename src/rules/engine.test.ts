import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, suqianFormat, suqianValues } from "../forms/suqian.fixture.js";
import { check, prints, street, suqianCheck, suqianPrevious } from "./suqian-check.fixture.js";
import { completeTotals, formatByCode, type CellValues } from "../forms/index.js";
import type { CheckInput } from "./rule.js";

type Cells = Readonly<Record<string, string | null>>;

const format = suqianFormat();
const older = formatByCode("2019") ?? format;
const at = (code: string): number => format.position(code) ?? -1;
const zeros = street.values;

describe("real reports", () => {
  it("宿迁 2024 after 2023 has nothing to find", () => {
    expect(check()).toEqual([]);
  });

  it("宿迁 2023, with nothing before it", () => {
    const sections = { ...suqianCheck().sections, INTRODUCTION: "" };
    expect(
      check({ year: 2023, values: suqianValues[2023], previous: null, sections, today: "2024-01-20" }),
    ).toEqual([]);
  });

  it("a gap of two years is not compared", () => {
    const previous = { ...suqianPrevious, year: 2022, values: zeros };
    expect(check({ previous })).toEqual([]);
  });

  it("an empty draft of the street gets one finding a table, not one a cell", () => {
    const faults = check({
      values: zeros.map(() => null),
      previous: null,
      unitKind: "SUBDISTRICT",
      sections: {},
    });
    expect(prints(faults)).toEqual([
      "S02_OVERVIEW_PARTS:OVERVIEW",
      "S03_TEXT_EMPTY:PROBLEMS",
      "S05_CELL_BLANK:proactive",
      "S05_CELL_BLANK:requests",
      "S05_CELL_BLANK:remedies",
    ]);
    expect(faults.slice(2).map((fault) => fault.places.length)).toEqual([10, 144, 12]);
  });
});
describe("the form of 2019", () => {
  const empty = older.cells.map(() => 0);
  const trial = (cells: Cells, more: Partial<CheckInput> = {}): string[] =>
    prints(
      check({
        format: older,
        year: 2020,
        values: changed(empty, cells, older),
        previous: null,
        sections: { ...suqianCheck().sections, INTRODUCTION: "", OVERVIEW: "" },
        ...more,
      }),
    );

  it("has rules of its own, and no identity between items and decisions", () => {
    expect(
      trial({
        "proactive.licences.itemsLastYear": "716",
        "proactive.licences.itemsDelta": "-417",
        "proactive.licences.decisions": "298",
      }),
    ).toEqual([]);
    expect(trial({ "proactive.fees.itemsLastYear": "3", "proactive.fees.itemsDelta": "-4" })).toEqual([
      "T2_ITEMS_NONNEGATIVE:proactive.fees",
    ]);
    expect(trial({ "proactive.regulations.published": "3" })).toEqual([
      "T2_PUBLISHED_TOTAL:proactive.regulations",
    ]);
    expect(trial({ "requests.other.undivided.total": "1" })).toEqual([
      "T3.RESULT_TOTAL:total",
      "T3.ROW_TOTAL:requests.other.undivided",
    ]);
  });

  it("carries over into the form of 2021, where only what both have is compared", () => {
    const values = changed(
      empty,
      {
        "requests.carriedOut.total": "2",
        "proactive.regulations.publishedTotal": "90",
        "proactive.penalties.decisions": "90",
      },
      older,
    );
    const previous = { format: older, year: 2020, values, revisedAfterPublication: false };
    const sections = { ...suqianCheck().sections, INTRODUCTION: "" };
    expect(prints(check({ year: 2021, values: zeros, previous, sections }))).toEqual([
      "T2_YOY:proactive.penalties.decisions",
      "X_CARRY:total",
    ]);
  });
});

describe("dates", () => {
  const codes = (more: Partial<CheckInput>): string[] => prints(check(more));

  it("D06 tells the date that was missed", () => {
    expect(codes({ missed: null })).toEqual([]);
    expect(codes({ missed: { dueOn: "2025-03-31", on: "2025-04-01" } })).toEqual(["D06:due"]);
  });

  it("D07 goes by the publication of a 本级汇总, else by today", () => {
    const late = { today: "2025-04-01" };
    expect(codes(late)).toEqual(["D07:publication"]);
    expect(codes({ ...late, scope: "OWN" })).toEqual([]);
    expect(codes({ ...late, publishedOn: "2025-03-31", signedOn: null })).toEqual([]);
    expect(codes({ ...late, firstPublishedOn: "2025-03-31" })).toEqual([]);
  });

  it("D08 wants the signature between the tables and the publication", () => {
    expect(codes({ signedOn: "2025-01-17" })).toEqual(["D08:tables"]);
    expect(codes({ publishedOn: "2025-01-19" })).toEqual(["D08:publication"]);
    expect(codes({ signedOn: null, publishedOn: "2025-01-19" })).toEqual([]);
    expect(codes({ signedOn: "2025-01-18", publishedOn: "2025-01-18" })).toEqual([]);
  });

  it("R5 D08 does not know the tables' dates of a report that was signed elsewhere and entered late", () => {
    const signed = { signedOn: "2025-01-20", tablesChangedOn: "2026-05-06" };
    expect(codes({ ...signed, enteredOn: "2026-05-06" })).toEqual([]);
    expect(codes({ ...signed, enteredOn: "2025-04-01" })).toEqual([]);
    expect(codes({ ...signed, enteredOn: "2025-03-31" })).toEqual(["D08:tables"]);
    expect(codes({ ...signed, enteredOn: "2026-05-06", publishedOn: "2025-01-19" })).toEqual([
      "D08:publication",
    ]);
  });
});

describe("any report", () => {
  const leaves = format.cells.filter((cell) => !cell.computed);
  const flowing = ["received", "carriedIn", "carriedOut"];
  const applicants = [
    ...new Set(format.cells.filter((c) => c.table === "requests").map((c) => c.column)),
  ].slice(0, -1);

  /** Random leaves, totals completed, and as much received as the flow needs. */
  const consistent = fc
    .array(fc.nat({ max: 500 }), { minLength: leaves.length, maxLength: leaves.length })
    .map((numbers) => {
      const values: (number | null)[] = format.cells.map(() => null);
      leaves.forEach((cell, i) => (values[cell.position] = numbers[i] ?? 0));
      const totals = completeTotals(format, values).values;
      for (const column of applicants) {
        const [carriedIn, done] = [at(`requests.carriedIn.${column}`), at(`requests.total.${column}`)];
        const surplus = (totals[done] ?? 0) - (values[carriedIn] ?? 0);
        values[at(`requests.received.${column}`)] = Math.max(surplus, 0);
        values[at(`requests.carriedOut.${column}`)] = Math.max(-surplus, 0);
      }
      return completeTotals(format, values).values;
    });
  const ofTables = (values: CellValues): string[] =>
    prints(check({ values, previous: null })).filter((print) => /^T[34]\./.test(print));

  it("with completed totals and a flow that holds has no fault in 三 and 四", () => {
    fc.assert(
      fc.property(consistent, (values) => {
        expect(ofTables(values)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("shows a fault wherever one leaf changes under given totals", () => {
    const inTables = leaves.filter((cell) => cell.table !== "proactive");
    fc.assert(
      fc.property(
        consistent,
        fc.constantFrom(...inTables),
        fc.integer({ min: 1, max: 9 }),
        (values, cell, by) => {
          const copy = [...values];
          copy[cell.position] = (copy[cell.position] ?? 0) + by;
          const flows = flowing.some((row) => cell.row === `requests.${row}`);
          const rule = cell.table === "remedies" ? `T4.GROUP_TOTAL:${cell.row}` : `T3.ROW_TOTAL:${cell.row}`;
          expect(ofTables(copy)).toContain(rule);
          if (cell.table === "requests")
            expect(ofTables(copy)).toContain(
              flows ? `T3.FLOW:${cell.column}` : `T3.RESULT_TOTAL:${cell.column}`,
            );
        },
      ),
      { numRuns: 60 },
    );
  });
});
