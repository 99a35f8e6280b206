import { describe, expect, it } from "vitest";
import { changed, suqianValues } from "../forms/suqian.fixture.js";
import { before, check, prints, street, suqianCheck, suqianPrevious } from "./suqian-check.fixture.js";
import { faultMessage } from "./messages.js";
import type { CheckInput } from "./rule.js";

type Cells = Readonly<Record<string, string | null>>;

const none: Partial<CheckInput> = { previous: null };
const zeros = street.values;

/** One thing changed, and exactly what must be found: the cells in 宿迁 2024, or in a street's report of zeros. */
const SINGLE_FAULTS: readonly (readonly [
  name: string,
  base: Partial<CheckInput>,
  cells: Cells,
  found: readonly string[],
  named?: readonly string[],
])[] = [
  [
    "a leaf",
    none,
    { "requests.granted.naturalPerson": "1409" },
    ["T3.RESULT_TOTAL:naturalPerson", "T3.ROW_TOTAL:requests.granted"],
  ],
  [
    "a leaf blanked",
    none,
    { "requests.granted.enterprise": null },
    ["S05_CELL_BLANK:requests", "T3.RESULT_TOTAL:enterprise", "T3.ROW_TOTAL:requests.granted"],
  ],
  [
    "a row's total",
    none,
    { "requests.partial.total": "470" },
    ["T3.RESULT_TOTAL:total", "T3.ROW_TOTAL:requests.partial"],
  ],
  [
    "new requests of a column",
    none,
    { "requests.received.naturalPerson": "3441" },
    ["T3.FLOW:naturalPerson", "T3.ROW_TOTAL:requests.received"],
  ],
  [
    "new requests in all",
    none,
    { "requests.received.total": "3526" },
    ["T3.FLOW:total", "T3.ROW_TOTAL:requests.received"],
  ],
  [
    "carried in, column and total",
    {},
    { "requests.carriedIn.enterprise": "4", "requests.carriedIn.total": "122" },
    ["T3.FLOW:enterprise", "T3.FLOW:total", "X_CARRY:enterprise", "X_CARRY:total"],
  ],
  [
    "carried out",
    none,
    { "requests.carriedOut.research": "1" },
    ["T3.FLOW:research", "T3.ROW_TOTAL:requests.carriedOut"],
  ],
  [
    "a result total",
    none,
    { "requests.total.legalService": "7" },
    ["T3.FLOW:legalService", "T3.RESULT_TOTAL:legalService", "T3.ROW_TOTAL:requests.total"],
  ],
  ["a review outcome", none, { "remedies.review.upheld": "0" }, ["T4.GROUP_TOTAL:remedies.review"]],
  [
    "a suit's total",
    none,
    { "remedies.litigationDirect.total": "99" },
    ["T4.GROUP_TOTAL:remedies.litigationDirect"],
  ],
  [
    "documents in force",
    {},
    { "proactive.normativeDocuments.inForce": "421" },
    ["T2_IN_FORCE:proactive.normativeDocuments"],
  ],
  [
    "regulations repealed",
    {},
    { "proactive.regulations.repealed": "0" },
    ["T2_IN_FORCE:proactive.regulations"],
  ],
  [
    "more issued than there is",
    none,
    { "proactive.regulations.issued": "14" },
    ["T2_ISSUED_IN_FORCE:proactive.regulations"],
  ],
  [
    "a jump of licences",
    {},
    { "proactive.licences.decisions": "18085951" },
    ["T2_YOY:proactive.licences.decisions"],
  ],
  ["penalties gone", {}, { "proactive.penalties.decisions": "0" }, ["T2_YOY:proactive.penalties.decisions"]],
  [
    "fees in yuan, a city",
    {},
    { "proactive.fees.amount": "727012578" },
    ["T2_FEE_UNIT:proactive.fees.amount"],
  ],
  ["a city's fees without last year's", none, { "proactive.fees.amount": "59237.2449" }, []],
  [
    "pending cases that vanish",
    { ...street, ...before({ "remedies.review.pending": "3" }) },
    {},
    ["X_T4_PENDING:remedies.review"],
  ],
  [
    "a street's regulation",
    street,
    { "proactive.regulations.inForce": "1" },
    ["T2_REGULATION_NOT_ALLOWED:proactive.regulations"],
  ],
  [
    "a blank regulation of a street",
    street,
    { "proactive.regulations.inForce": null },
    ["S05_CELL_BLANK:proactive"],
  ],
  [
    "a street's fees in yuan",
    street,
    { "proactive.fees.amount": "52150" },
    ["T2_FEE_UNIT:proactive.fees.amount"],
  ],
  [
    "R5 a department's large first fees",
    { ...street, unitKind: "DEPARTMENT" },
    { "proactive.fees.amount": "52150" },
    [],
  ],
  [
    "R5 a department's first fees in yuan",
    { ...street, unitKind: "DEPARTMENT" },
    { "proactive.fees.amount": "10000000" },
    ["T2_FEE_UNIT:proactive.fees.amount"],
  ],
  ["R5 a town's first fees of ten million yuan", street, { "proactive.fees.amount": "1000" }, []],
  ["a street's small fees", street, { "proactive.fees.amount": "5.215" }, []],
  [
    "ten times the fees",
    { ...street, ...before({ "proactive.fees.amount": "5" }) },
    { "proactive.fees.amount": "50.1" },
    ["T2_FEE_UNIT:proactive.fees.amount"],
  ],
  [
    "a small count that doubles",
    { ...street, ...before({ "proactive.licences.decisions": "3" }) },
    { "proactive.licences.decisions": "49" },
    [],
  ],
  [
    "unexplained cases",
    { ...street, ...before({}) },
    { "remedies.review.upheld": "1", "remedies.review.total": "1" },
    ["T4_MORE_THAN_REQUESTS:remedies"],
    ["remedies.review.total"],
  ],
  [
    "cases without last year's report",
    street,
    { "remedies.review.upheld": "1", "remedies.review.total": "1" },
    [],
  ],
  [
    "last year's carry-over dropped",
    { ...street, ...before({ "requests.carriedOut.research": "2" }) },
    {},
    ["X_CARRY:research"],
  ],
  ["last year's column blank", { ...street, ...before({ "requests.carriedOut.research": null }) }, {}, []],
];

describe("R3 only the totals of a table filled in", () => {
  const onlyTotals = (table: string): Partial<CheckInput> => {
    const format = suqianCheck().format;
    const values = format.cells.map((cell) =>
      cell.table === table && cell.column !== "total" ? null : (suqianValues[2024][cell.position] ?? null),
    );
    return { values, previous: null };
  };

  it.each([
    ["requests", 25, "表三有 25 行只填了总计，各类申请人的列全部空白"],
    ["remedies", 3, "表四有 3 行只填了总计，各种结果的列全部空白"],
  ])("of %s is one finding", (table, rows, sentence) => {
    const faults = check(onlyTotals(table));
    expect(faults.map(({ fingerprint, severity, places }) => [fingerprint, severity, places.length])).toEqual(
      [[`S13_TOTALS_ONLY:${table}`, "WARNING", rows]],
    );
    expect(faults[0] && faultMessage(faults[0]).zh).toContain(sentence);
  });

  it("leaves the sums of the totals to be checked", () => {
    const { values, ...rest } = onlyTotals("requests");
    const faults = check({ ...rest, values: changed(values ?? [], { "requests.granted.total": "1" }) });
    expect(prints(faults)).toEqual(["S13_TOTALS_ONLY:requests", "T3.RESULT_TOTAL:total"]);
  });

  it("of some rows names those, and the rest is compared", () => {
    const cells = {
      ...Object.fromEntries(
        ["naturalPerson", "enterprise", "research", "publicWelfare", "legalService", "otherOrganization"].map(
          (column) => [`requests.granted.${column}`, null],
        ),
      ),
      "requests.partial.total": "1",
    };
    const faults = check({ previous: null, values: changed(suqianValues[2024], cells) });
    expect(prints(faults).filter((print) => /S05|S13|ROW_TOTAL/.test(print))).toEqual([
      "S13_TOTALS_ONLY:requests",
      "T3.ROW_TOTAL:requests.partial",
    ]);
  });

  it("says which total was computed", () => {
    const values = changed(zeros, { "requests.granted.naturalPerson": "1" });
    const total = suqianCheck().format.position("requests.total.naturalPerson") ?? -1;
    const faults = check({ ...street, values, computed: new Set([total]) });
    const flow = faults.find(({ rule }) => rule === "T3.RESULT_TOTAL");
    expect(flow && faultMessage(flow).zh).toContain("三（七）总计 0（自动合计）");
    expect(flow && faultMessage(flow).en).toContain("result total 0 (computed)");
  });
});

describe("single faults", () => {
  for (const [name, base, cells, found, named = Object.keys(cells)] of SINGLE_FAULTS)
    it(name, () => {
      const faults = check({ ...base, values: changed(base.values ?? suqianValues[2024], cells) });
      expect(prints(faults)).toEqual(found);
      const places = faults.map((fault) => fault.places.map((place) => place.code));
      if (found.length > 0) expect(places.flat()).toEqual(expect.arrayContaining([...named]));
      if (named.length > 0)
        for (const codes of places) expect(codes.filter((c) => named.includes(c))).not.toEqual([]);
    });

  it("names the cells, the years and both sides", () => {
    const [fault] = check({
      values: changed(suqianValues[2024], { "requests.carriedIn.research": "2" }),
    }).filter((found) => found.rule === "X_CARRY");
    expect(fault).toEqual({
      rule: "X_CARRY",
      severity: "ERROR",
      fingerprint: "X_CARRY:research",
      places: [
        { code: "requests.carriedOut.research", year: 2023, value: "0" },
        { code: "requests.carriedIn.research", year: 2024, value: "2" },
      ],
      expected: "0",
      actual: "2",
      excerpt: null,
      detail: { at: "research", format: "2021" },
    });
  });

  it("a correction of last year's published report turns X_CARRY into a warning, and nothing else", () => {
    const values = changed(suqianValues[2024], { "requests.carriedIn.research": "2" });
    const faults = check({ values, previous: { ...suqianPrevious, revisedAfterPublication: true } });
    expect(faults.map((fault) => `${fault.severity} ${fault.rule}`)).toEqual([
      "ERROR T3.FLOW",
      "ERROR T3.ROW_TOTAL",
      "WARNING X_CARRY",
    ]);
  });

  it("fingerprints hold no values and stay short", () => {
    const values = changed(zeros, { "requests.refused.confirmReissue.otherOrganization": "987" });
    const faults = check({ ...street, values });
    expect(faults).toHaveLength(2);
    for (const { fingerprint } of faults) expect(fingerprint).toMatch(/^(?!.*987)[\x21-\x7e]{1,120}$/);
  });
});
