import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Client, startTestApp, type TestApp } from "../harness/app.js";
import {
  complaints,
  faults,
  fieldOf,
  newOffice,
  reportAt,
  reportOf,
  save,
  saved,
  SECTIONS,
  taken,
  valueOf,
  wholeReport,
  type Office,
  type Problem,
  type Report,
} from "../reports/factories.js";
import { EVENTS, toldStep } from "../reports/documents.js";
import { plant } from "./planted-rows.js";

let app: TestApp;
let office: Office;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  office = await newOffice(app);
});

const DERIVE = `mutation ($input: DeriveReportInput!) {
  deriveReport(input: $input) {
    report { id year status revision cells { value source difference indicator { code } } }
    changed { value indicator { code } }
    problems { __typename code message path ... on StaleRevision { currentRevision } }
  }
}`;

interface Cell {
  readonly value: string | null;
  readonly source: string;
  readonly difference: string | null;
  readonly indicator: { readonly code: string };
}
interface Derived {
  readonly report: (Omit<Report, "cells"> & { readonly cells: readonly Cell[] }) | null;
  readonly changed: readonly Pick<Cell, "value" | "indicator">[];
  readonly problems: readonly Problem[];
}

const YEAR = 2025;
const GRANTED = "requests.granted.naturalPerson";
const RECEIVED = "requests.received.naturalPerson";
const asked = (client: Client, more: object = {}): Promise<Answer> =>
  client.query(DERIVE, { input: { unitCode: office.code, year: YEAR, ...more } });
const derive = async (more: object = {}): Promise<Derived> =>
  fieldOf<Derived>(await asked(office.clerk, more));
const problemsOf = ({ problems }: Derived): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);
const cellOf = ({ report }: Derived, code: string): Cell | undefined =>
  report?.cells.find(({ indicator }) => indicator.code === code);
const changes = ({ changed }: Derived): Record<string, string | null> =>
  Object.fromEntries(changed.map(({ indicator, value }) => [indicator.code, value]));

/** Two requests of natural persons, one of which is carried out; one of an enterprise that came in before. */
const REQUESTS = [
  { countedOn: "2025-03-01", decidedOn: "2025-03-20" },
  { countedOn: "2025-12-20" },
  {
    kind: "ENTERPRISE",
    countedOn: "2024-12-30",
    decidedOn: "2025-01-20",
    outcome: "DENIED_THIRD_PARTY",
  },
  { countedOn: "2025-05-01", registered: true },
] as const;

describe("deriveReport", () => {
  it("makes a report whose every cell is from the ledgers, and whose totals are computed", async () => {
    await plant(app, office.code, {
      requests: REQUESTS,
      remedies: [{ route: "REVIEW", lodgedOn: "2025-04-01", concludedOn: "2025-05-20", ruling: "CORRECTED" }],
      disclosures: [
        { kind: "NORMATIVE_DOCUMENT", formedOn: "2024-02-01" },
        { kind: "NORMATIVE_DOCUMENT", formedOn: "2025-02-01", repealedOn: "2025-11-01" },
        { formedOn: "2025-02-01", items: 876 },
        { kind: "NORMATIVE_DOCUMENT", formedOn: "2025-02-01", publishedOn: null },
        { kind: "REGULATION", formedOn: "2020-02-01", repealedOn: "2021-02-01" },
      ],
      supplies: [
        { indicator: "proactive.fees.amount", year: YEAR, quantity: "1.25" },
        { indicator: "proactive.fees.amount", year: YEAR, quantity: "0.000001" },
        { indicator: "proactive.penalties.decisions", year: YEAR, quantity: "7" },
        { indicator: "proactive.penalties.decisions", year: YEAR, quantity: "9", signedOff: false },
        { indicator: "proactive.licences.decisions", year: YEAR, quantity: "0" },
        { indicator: "proactive.coercions.decisions", year: YEAR, quantity: "0" },
      ],
    });
    const derived = await derive();
    expect(derived.problems).toEqual([]);
    expect(derived.report).toMatchObject({ status: "DRAFT", revision: 1, year: YEAR });
    const sources = derived.report?.cells.map(({ source }) => source) ?? [];
    expect(sources.filter((source) => source === "LEDGER")).toHaveLength(10 + 24 * 6 + 3 * 4);
    expect(sources.filter((source) => source === "COMPUTED")).toHaveLength(24 + 7 + 3);
    expect(derived.report?.cells.filter(({ value }) => value === null)).toEqual([]);
    const filled = Object.entries(changes(derived)).filter(([, value]) => value !== "0");
    expect(Object.fromEntries(filled)).toEqual({
      "proactive.normativeDocuments.issued": "1",
      "proactive.normativeDocuments.repealed": "1",
      "proactive.normativeDocuments.inForce": "1",
      "proactive.penalties.decisions": "7",
      "proactive.fees.amount": "1.250001",
      "requests.received.naturalPerson": "2",
      "requests.received.total": "2",
      "requests.carriedIn.enterprise": "1",
      "requests.carriedIn.total": "1",
      "requests.granted.naturalPerson": "1",
      "requests.granted.total": "1",
      "requests.denied.thirdParty.enterprise": "1",
      "requests.denied.thirdParty.total": "1",
      "requests.total.naturalPerson": "1",
      "requests.total.enterprise": "1",
      "requests.total.total": "2",
      "requests.carriedOut.naturalPerson": "1",
      "requests.carriedOut.total": "1",
      "remedies.review.corrected": "1",
      "remedies.review.total": "1",
    });
    expect(derived.changed).toHaveLength(200);
    const events = fieldOf<any>(
      await office.clerk.query(EVENTS, { unit: office.code, year: YEAR }),
    ).report.events.nodes.map(toldStep);
    expect(events.map(({ action, cells }: any) => [action, cells.length])).toEqual([["DERIVE_REPORT", 200]]);
  });

  it("reports only what changes when it is run again", async () => {
    await plant(app, office.code, { requests: REQUESTS });
    await derive();
    expect((await derive({ expectedRevision: 1 })).changed).toEqual([]);
    await plant(app, office.code, { requests: [{ countedOn: "2025-06-01", decidedOn: "2025-06-10" }] });
    expect(changes(await derive({ expectedRevision: 2 }))).toEqual({
      [RECEIVED]: "3",
      "requests.received.total": "3",
      [GRANTED]: "2",
      "requests.granted.total": "2",
      "requests.total.naturalPerson": "2",
      "requests.total.total": "3",
    });
  });

  it("overwrites what was entered where the ledger is kept, given totals among it", async () => {
    await plant(app, office.code, { requests: REQUESTS });
    const cells = { [GRANTED]: "9", "requests.granted.total": "9", "remedies.review.upheld": "3" };
    await saved(office.clerk, wholeReport(office, YEAR, cells));
    const derived = await derive({ expectedRevision: 1 });
    expect(cellOf(derived, GRANTED)).toMatchObject({ value: "1", source: "LEDGER" });
    expect(cellOf(derived, "requests.granted.total")).toMatchObject({ value: "1", source: "COMPUTED" });
    // No remedy was ever recorded: the unit keeps no such ledger.
    expect(cellOf(derived, "remedies.review.upheld")).toMatchObject({ value: "3", source: "ENTERED" });
  });

  it("leaves what nobody counted as it was entered, or blank", async () => {
    const cells = [
      { code: RECEIVED, value: "4" },
      { code: "requests.granted.total", value: "4" },
    ];
    await saved(office.clerk, { unitCode: office.code, year: YEAR, cells });
    const derived = await derive({ expectedRevision: 1 });
    expect(cellOf(derived, RECEIVED)).toMatchObject({ value: "4", source: "ENTERED" });
    expect(cellOf(derived, "requests.granted.total")).toMatchObject({ value: "4", source: "ENTERED" });
    expect(cellOf(derived, "requests.carriedIn.naturalPerson")).toMatchObject({ value: null });
    expect(derived.changed).toEqual([]);
  });

  it("keeps a value whose difference is explained, and texts and the signature", async () => {
    await plant(app, office.code, { requests: REQUESTS });
    const cells = [{ code: GRANTED, value: "5", difference: "另有四件由并入单位办理" }];
    const input = { unitCode: office.code, year: YEAR, cells, sections: SECTIONS, signedOn: "2026-01-20" };
    await saved(office.clerk, input);
    const derived = await derive({ expectedRevision: 1 });
    expect(cellOf(derived, GRANTED)).toMatchObject({
      value: "5",
      source: "ENTERED",
      difference: "另有四件由并入单位办理",
    });
    expect(cellOf(derived, "requests.granted.total")).toMatchObject({ value: "5", source: "COMPUTED" });
    expect(changes(derived)).not.toHaveProperty([GRANTED]);
    const report = await reportOf(office.clerk, office.code, YEAR);
    expect(report).toMatchObject({ signedOn: "2026-01-20", revision: 2 });
    expect(report?.sections.map(({ body }) => body)).toEqual(SECTIONS.map(({ body }) => body));
  });

  it("touches only the cells that a return opened", async () => {
    const submitted = await reportAt(app, "SUBMITTED", office, YEAR);
    await plant(app, office.code, { requests: REQUESTS });
    const returned = await taken(app.as("officer.371003"), "returnReport", submitted, { cells: [GRANTED] });
    const derived = await derive({ expectedRevision: returned.revision });
    expect(Object.keys(changes(derived))).toEqual([
      GRANTED,
      "requests.granted.total",
      "requests.total.naturalPerson",
      "requests.total.total",
    ]);
    expect(cellOf(derived, RECEIVED)).toMatchObject({ value: "0", source: "ENTERED" });
  });

  it("refuses as saving does, and changes nothing", async () => {
    expect(problemsOf(await derive({ year: 2018 }))).toEqual(["INVALID_INPUT input.year"]);
    expect(problemsOf(await derive({ expectedRevision: 4 }))).toEqual([
      "STALE_REVISION input.expectedRevision",
    ]);
    expect(await reportOf(office.clerk, office.code, YEAR)).toBeNull();
    const report = await reportAt(app, "SUBMITTED", office, YEAR);
    expect(problemsOf(await derive())).toEqual(["ALREADY_EXISTS input.expectedRevision"]);
    expect(problemsOf(await derive({ expectedRevision: 1 }))).toEqual([
      "STALE_REVISION input.expectedRevision",
    ]);
    const refused = await derive({ expectedRevision: report.revision });
    expect(problemsOf(refused)).toEqual(["NOT_ALLOWED_NOW input"]);
    expect([refused.report, refused.changed]).toEqual([null, []]);
    expect((await reportOf(office.clerk, office.code, YEAR))?.revision).toBe(report.revision);
  });

  it("is for the unit's clerk", async () => {
    const others = [office.reviewer, app.as("officer.371003"), app.as("analyst.371003")];
    for (const client of others) expect(faults(await asked(client))).toEqual(["FORBIDDEN"]);
    const strangers = [app.as("clerk.371003003"), app.as("officer.371002")];
    for (const client of strangers) expect(faults(await asked(client))).toEqual(["NOT_FOUND"]);
    expect(faults(await asked(app.anonymous))).toEqual(["UNAUTHENTICATED"]);
    expect(await reportOf(office.clerk, office.code, YEAR)).toBeNull();
  });

  it("refuses sums that no cell can hold", async () => {
    const supply = { indicator: "proactive.licences.decisions", year: YEAR, quantity: "2147483647" };
    await plant(app, office.code, { supplies: [supply, { ...supply, quantity: "1" }] });
    const derived = await derive();
    expect(problemsOf(derived)).toEqual(["INVALID_INPUT input"]);
    expect(derived.problems[0]?.message).toBe(
      "表二 · 第二十条第（五）项 · 行政许可 · 本年处理决定数量：合计超过 2147483647",
    );
    expect(await reportOf(office.clerk, office.code, YEAR)).toBeNull();
  });

  it("answers the same key with the same result", async () => {
    await plant(app, office.code, { requests: REQUESTS });
    const first = await derive({ idempotencyKey: "derive once" });
    await plant(app, office.code, { requests: [{ countedOn: "2025-06-01" }] });
    expect(await derive({ idempotencyKey: "derive once" })).toEqual(first);
  });

  it("fills the form of 2019 as far as it is fed", async () => {
    await plant(app, office.code, {
      requests: [
        { countedOn: "2019-06-01", decidedOn: "2019-06-20", outcome: "OTHER_UNPAID_FEE" },
        { countedOn: "2019-06-02", decidedOn: "2019-06-20", outcome: "OTHER_MISC" },
      ],
    });
    const derived = await derive({ year: 2019 });
    expect(cellOf(derived, "requests.other.undivided.naturalPerson")).toMatchObject({ value: "2" });
    expect(cellOf(derived, "proactive.licences.itemsLastYear")).toMatchObject({ value: null });
  });
});

describe("the reason for a difference", () => {
  const differenceOf = async (client: Client, code: string): Promise<string | null | undefined> => {
    const answer = await client.query(
      `query ($unit: String!, $codes: [String!]) { unit(code: $unit) { report(year: ${YEAR}) { cells(codes: $codes) { difference } } } }`,
      { unit: office.code, codes: [code] },
    );
    return fieldOf<{ report: { cells: { difference: string | null }[] } | null }>(answer).report?.cells[0]
      ?.difference;
  };
  const cell = (more: object): object => ({
    unitCode: office.code,
    year: YEAR,
    cells: [{ code: GRANTED, ...more }],
  });

  it("is given with a value or alone, stays with a new value, and is taken away by null", async () => {
    await saved(office.clerk, cell({ value: "3", difference: "甲" }));
    expect(await differenceOf(office.clerk, GRANTED)).toBe("甲");
    await saved(office.clerk, { ...cell({ value: "4" }), expectedRevision: 1 });
    expect(await differenceOf(office.clerk, GRANTED)).toBe("甲");
    const alone = await saved(office.clerk, { ...cell({ difference: "乙" }), expectedRevision: 2 });
    expect([alone.revision, valueOf(alone, GRANTED)]).toEqual([3, "4"]);
    expect(await differenceOf(office.clerk, GRANTED)).toBe("乙");
    await saved(office.clerk, { ...cell({ difference: null }), expectedRevision: 3 });
    expect(await differenceOf(office.clerk, GRANTED)).toBeNull();
    const events = fieldOf<any>(
      await office.clerk.query(EVENTS, { unit: office.code, year: YEAR }),
    ).report.events.nodes.map(toldStep);
    // A reason alone is recorded, and changes no cell.
    expect(events.map(({ cells }: any) => cells.length)).toEqual([1, 1, 0, 0]);
  });

  it("goes with the value when that is blanked", async () => {
    await saved(office.clerk, cell({ value: "3", difference: "甲" }));
    await saved(office.clerk, { ...cell({ value: null }), expectedRevision: 1 });
    await saved(office.clerk, { ...cell({ value: "3" }), expectedRevision: 2 });
    expect(await differenceOf(office.clerk, GRANTED)).toBeNull();
  });

  it.each([
    [{}, "INVALID_INPUT input.cells.0.value"],
    [{ difference: "没有填数" }, "INVALID_INPUT input.cells.0.difference"],
    [{ value: null, difference: "清空" }, "INVALID_INPUT input.cells.0.difference"],
    [{ value: "1", difference: " " }, "INVALID_INPUT input.cells.0.difference"],
    [{ value: "1", difference: "长".repeat(501) }, "INVALID_INPUT input.cells.0.difference"],
    [{ value: "1", difference: "\ud800" }, "INVALID_INPUT input.cells.0.difference"],
    [{ value: "x", difference: "甲" }, "INVALID_INPUT input.cells.0.value"],
  ])("refuses %j", async (more, problem) => {
    expect(complaints(await save(office.clerk, cell(more)))).toEqual([problem]);
    expect(await reportOf(office.clerk, office.code, YEAR)).toBeNull();
  });

  it("is kept with the version, for whoever may read the ledgers", async () => {
    let report = await saved(office.clerk, {
      ...wholeReport(office, YEAR),
      cells: [
        ...wholeReport(office, YEAR).cells.filter(({ code }) => code !== GRANTED),
        { code: GRANTED, value: "0", difference: "甲" },
      ],
    });
    report = await taken(office.reviewer, "submitReport", report);
    for (const client of [office.clerk, app.as("officer.371003")])
      expect(await differenceOf(client, GRANTED)).toBe("甲");
    // It speaks of the ledgers, of which an analyst has statistics alone.
    expect(await differenceOf(app.as("analyst.371003"), GRANTED)).toBeNull();
    expect(await differenceOf(office.clerk, RECEIVED)).toBeNull();
    report = await taken(app.as("officer.371003"), "approveReport", report);
    await taken(app.as("officer.371003"), "publishReport", report);
    for (const client of [app.anonymous, app.as("clerk.371003003"), app.as("officer.371002")])
      expect(await differenceOf(client, GRANTED)).toBeNull();
  });
});
