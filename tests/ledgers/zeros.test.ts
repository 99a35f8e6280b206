import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  fieldOf,
  findingsOf,
  leaves,
  newOffice,
  saved,
  wholeReport,
  type Office,
  type Problem,
} from "../reports/factories.js";
import { plant } from "./planted-rows.js";

let app: TestApp;
let office: Office;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  office = await newOffice(app);
});

const YEAR = 2025;
const LICENCES = "proactive.licences.decisions";
const FEES = "proactive.fees.amount";
const RECEIVED = "requests.received.total";

const DERIVE = `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) {
  report { cells { value source ledgerValue indicator { code } } }
  feeds { part state feeds statement { statedBy statedOn } } changed { indicator { code } } problems { code } } }`;
const CELLS = `query ($unit: String!, $year: Int!) { unit(code: $unit) {
  report(year: $year) { cells { value source ledgerValue indicator { code } records { totalCount } } } } }`;

interface Cell {
  readonly value: string | null;
  readonly source: string;
  readonly ledgerValue: string | null;
  readonly indicator: { readonly code: string };
}
interface Derived {
  readonly report: { readonly cells: readonly Cell[] };
  readonly feeds: readonly { part: string; state: string; feeds: boolean; statement: object | null }[];
}

const derive = async (expectedRevision?: number): Promise<Derived> =>
  fieldOf<Derived>(
    await office.clerk.query(DERIVE, { input: { unitCode: office.code, year: YEAR, expectedRevision } }),
  );
const cellIn = ({ report }: Derived, code: string): Cell | undefined =>
  report.cells.find(({ indicator }) => indicator.code === code);
const shown = async (code: string, year = YEAR): Promise<Cell | undefined> => {
  const answer = await office.clerk.query(CELLS, { unit: office.code, year });
  return fieldOf<{ report: Derived["report"] }>(answer).report.cells.find(
    (cell) => cell.indicator.code === code,
  );
};
const statesOf = ({ feeds }: Derived): Record<string, string> =>
  Object.fromEntries(feeds.map(({ part, state }) => [part, state]));
const decideSince = (value: number | null): Promise<unknown> =>
  app
    .as("officer.371003")
    .query(`mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { code } } }`, {
      input: { unitCode: office.code, key: "ledgers.since", value },
    });

interface Stated {
  readonly statement: { readonly withdrawnAt: string | null; readonly enteredBy: string } | null;
  readonly problems: readonly Problem[];
}
const ask = async (field: "stateNone" | "withdrawNone", more: object, client: Client = office.clerk) =>
  fieldOf<Stated>(
    await client.query(
      `mutation ($input: ${field === "stateNone" ? "StateNoneInput" : "WithdrawNoneInput"}!) { ${field}(input: $input) {
        statement { part year statedBy statedOn enteredBy withdrawnAt withdrawnBy } problems { code path message } } }`,
      { input: { unitCode: office.code, year: YEAR, ...more } },
    ),
  );
const stateNone = (part: string, more: object = {}): Promise<Stated> =>
  ask("stateNone", { part, statedBy: "王某", statedOn: "2026-01-08", ...more });
const complaints = ({ problems }: Stated): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

const REQUEST = { countedOn: "2025-03-01", decidedOn: "2025-03-20" };

describe("a ledger feeds only what it keeps", () => {
  it("Z1 without a ledger every cell stays blank, and the answer says which ledgers fed", async () => {
    const derived = await derive();
    expect(derived.report.cells.filter(({ value }) => value !== null)).toEqual([]);
    expect(derived.feeds).toHaveLength(8);
    expect(new Set(derived.feeds.map(({ state, feeds }) => `${state} ${feeds}`))).toEqual(
      new Set(["NOT_KEPT false"]),
    );
    const blanks = await findingsOf(office.clerk, office.code, YEAR);
    expect(blanks.filter(({ rule }) => rule.code === "S05_CELL_BLANK")).toHaveLength(3);
  });

  it("Z1 not even from the year on that the district decided", async () => {
    await decideSince(2020);
    await plant(app, office.code, { requests: [REQUEST] });
    const derived = await derive();
    expect(statesOf(derived)).toMatchObject({ REQUESTS: "RECORDS", REMEDIES: "NOT_KEPT", FEES: "NOT_KEPT" });
    expect(cellIn(derived, RECEIVED)).toMatchObject({ value: "1", ledgerValue: "1" });
    expect(cellIn(derived, "remedies.review.total")).toMatchObject({ value: null, ledgerValue: null });
  });

  it("Z1 drafts and ordinary disclosures keep no register of documents", async () => {
    await plant(app, office.code, {
      disclosures: [
        { formedOn: "2025-02-01", items: 20 },
        { kind: "NORMATIVE_DOCUMENT", formedOn: "2025-02-01", publishedOn: null },
      ],
    });
    await saved(office.clerk, {
      unitCode: office.code,
      year: YEAR,
      cells: [{ code: "proactive.normativeDocuments.inForce", value: "12" }],
    });
    expect(cellIn(await derive(1), "proactive.normativeDocuments.inForce")).toMatchObject({
      value: "12",
      source: "ENTERED",
    });
  });

  it("Z1 无此类事项 is said once, by name and date, and then feeds 0 with that source", async () => {
    const stated = await stateNone("REMEDIES");
    expect(stated.problems).toEqual([]);
    expect(stated.statement).toMatchObject({
      part: "REMEDIES",
      year: YEAR,
      statedBy: "王某",
      statedOn: "2026-01-08",
      withdrawnAt: null,
    });
    const derived = await derive();
    expect(cellIn(derived, "remedies.review.upheld")).toMatchObject({
      value: "0",
      source: "NONE_STATED",
      ledgerValue: "0",
    });
    expect(cellIn(derived, "remedies.review.total")).toMatchObject({ value: "0", source: "COMPUTED" });
    expect(cellIn(derived, RECEIVED)).toMatchObject({ value: null });
    expect(derived.feeds.find(({ part }) => part === "REMEDIES")).toEqual({
      part: "REMEDIES",
      state: "NONE_STATED",
      feeds: true,
      statement: { statedBy: "王某", statedOn: "2026-01-08" },
    });
    expect(complaints(await stateNone("REMEDIES"))).toEqual(["ALREADY_EXISTS input.part"]);

    const withdrawn = await ask("withdrawNone", { part: "REMEDIES" });
    expect(withdrawn.statement?.withdrawnAt).not.toBeNull();
    expect(complaints(await ask("withdrawNone", { part: "REMEDIES" }))).toEqual([
      "NOT_ALLOWED_NOW input.part",
    ]);
    const again = await derive(1);
    expect(statesOf(again)).toMatchObject({ REMEDIES: "NOT_KEPT" });
    expect(cellIn(again, "remedies.review.upheld")).toMatchObject({ value: null });
    expect((await stateNone("REMEDIES", { statedOn: "2026-01-09" })).problems).toEqual([]);
  });

  it("Z1 nobody states that there was none of what the ledger holds, nor without a name and a day", async () => {
    await plant(app, office.code, { requests: [REQUEST] });
    expect(complaints(await stateNone("REQUESTS"))).toEqual(["NOT_ALLOWED_NOW input.part"]);
    expect(complaints(await stateNone("FEES", { statedBy: " ", statedOn: "2026-01-21" }))).toEqual([
      "INVALID_INPUT input.statedBy",
      "INVALID_INPUT input.statedOn",
    ]);
    expect(complaints(await stateNone("FEES", { statedOn: "2024-12-31" }))).toEqual([
      "INVALID_INPUT input.statedOn",
    ]);
    expect(complaints(await stateNone("FEES", { year: 2018 }))).toEqual(["INVALID_INPUT input.year"]);
  });

  it("Z2 ledgerValue is null where no ledger is kept, and before it was complete", async () => {
    await plant(app, office.code, {
      requests: [1, 2, 3].map((day) => ({ countedOn: `2024-12-0${day}`, decidedOn: "2025-01-10" })),
    });
    await saved(office.clerk, wholeReport(office, 2024, { "requests.received.naturalPerson": "55" }));
    await decideSince(2025);
    expect(await shown(RECEIVED, 2024)).toMatchObject({ value: "55", ledgerValue: null, records: null });
    expect(await shown("remedies.review.total", 2024)).toMatchObject({ value: "0", ledgerValue: null });
    await decideSince(null);
    expect(await shown(RECEIVED, 2024)).toMatchObject({ ledgerValue: "3", records: { totalCount: 3 } });
  });

  it("Z3 a supply of one indicator leaves another's typed figure, and last year's says nothing of this", async () => {
    await plant(app, office.code, {
      supplies: [
        { indicator: FEES, year: YEAR, quantity: "1.5" },
        { indicator: LICENCES, year: YEAR - 1, quantity: "60" },
        { indicator: LICENCES, year: YEAR, quantity: "9", signedOff: false },
      ],
    });
    await saved(office.clerk, {
      unitCode: office.code,
      year: YEAR,
      cells: leaves({ [LICENCES]: "57", "proactive.penalties.decisions": "8" }),
    });
    const derived = await derive(1);
    expect(cellIn(derived, FEES)).toMatchObject({ value: "1.5", source: "LEDGER" });
    expect(cellIn(derived, LICENCES)).toMatchObject({ value: "57", source: "ENTERED", ledgerValue: null });
    expect(cellIn(derived, "proactive.penalties.decisions")).toMatchObject({ value: "8", source: "ENTERED" });
    expect(statesOf(derived)).toMatchObject({ FEES: "RECORDS", LICENCES: "NOT_KEPT", PENALTIES: "NOT_KEPT" });
  });

  it("R6 below the ledger's start no rule of the ledgers runs", async () => {
    await plant(app, office.code, { requests: [REQUEST, { countedOn: "2024-06-01" }] });
    await decideSince(2026);
    const cells = { "requests.received.naturalPerson": "55", "requests.granted.naturalPerson": "55" };
    await saved(office.clerk, wholeReport(office, YEAR, cells));
    const told = (await findingsOf(office.clerk, office.code, YEAR)).map(({ rule }) => rule.code);
    expect(told.filter((code) => /^(L0|D0[1-5])/.test(code))).toEqual([]);
  });
});
