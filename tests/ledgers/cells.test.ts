import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPLICANT_KINDS, REQUEST_OUTCOMES } from "../../src/ledgers/requests/index.js";
import { newId } from "../../src/platform/db/index.js";
import { type Client, startTestApp, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, reportAt, saved, type Office } from "../reports/factories.js";
import { plant, type Ledgers, type RequestSpec } from "./planted-rows.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const YEAR = 2025;
const GRANTED = "requests.granted.naturalPerson";

const RECORDS = `records(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor }
  nodes {
    __typename
    ... on InformationRequest { id number }
    ... on Remedy { id route }
    ... on Disclosure { id title items }
    ... on SuppliedCount { id quantity indicator { code } }
  }
}`;
const CELLS = `query ($unit: String!, $year: Int!, $codes: [String!], $first: Int, $after: String) {
  unit(code: $unit) { report(year: $year) { cells(codes: $codes) { ledgerValue indicator { code } ${RECORDS} } } }
}`;

/** The same without what the laws do not need: 200 whole lists in one answer. */
const WHOLE_LISTS = `query ($unit: String!, $year: Int!, $codes: [String!], $first: Int, $after: String) {
  unit(code: $unit) { report(year: $year) { cells(codes: $codes) { ledgerValue indicator { code }
    records(first: $first, after: $after) { totalCount nodes { ... on Node { id } ... on SuppliedCount { quantity } } }
  } } }
}`;

interface LedgerCell {
  readonly ledgerValue: string | null;
  readonly indicator: { readonly code: string };
  readonly records: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly __typename: string;
      readonly id: string;
      readonly number?: string;
      readonly quantity?: string;
      readonly route?: string;
      readonly items?: number;
      readonly indicator?: { readonly code: string };
    }[];
  } | null;
}

async function cellsOf(
  client: Client,
  unit: string,
  codes: readonly string[],
  { year = YEAR, first = 20, after = null as string | null, query = CELLS } = {},
): Promise<readonly LedgerCell[]> {
  const answer = await client.query(query, { unit, year, codes, first, after });
  return fieldOf<{ report: { cells: LedgerCell[] } | null }>(answer).report?.cells ?? [];
}

const draft = (office: Office, year = YEAR) => saved(office.clerk, { unitCode: office.code, year });

describe("a cell's ledger value and records", () => {
  it("are the very records, of whichever ledger", async () => {
    const office = await newOffice(app);
    await plant(app, office.code, {
      requests: [
        { countedOn: "2025-03-01", decidedOn: "2025-03-20" },
        { countedOn: "2025-02-01", decidedOn: "2025-03-20" },
        { countedOn: "2025-02-01", decidedOn: "2025-03-20", outcome: "PARTIAL" },
        { countedOn: "2025-02-01", decidedOn: "2026-01-10" },
      ],
      remedies: [{ route: "REVIEW", lodgedOn: "2025-12-01" }],
      disclosures: [
        { kind: "NORMATIVE_DOCUMENT", formedOn: "2025-02-01" },
        { kind: "NORMATIVE_DOCUMENT", formedOn: "2025-02-02", publishedOn: null },
        { formedOn: "2025-02-03" },
      ],
      supplies: [
        { indicator: "proactive.fees.amount", year: YEAR, quantity: "1.5" },
        { indicator: "proactive.fees.amount", year: YEAR, quantity: "0.25" },
        { indicator: "proactive.fees.amount", year: YEAR, quantity: "9", signedOff: false },
      ],
    });
    await draft(office);
    const codes = [
      GRANTED,
      "requests.total.total",
      "requests.carriedOut.total",
      "remedies.review.pending",
      "remedies.review.total",
      "proactive.normativeDocuments.inForce",
      "proactive.fees.amount",
      "proactive.licences.decisions",
    ];
    const cells = await cellsOf(office.clerk, office.code, codes);
    expect(cells.map(({ ledgerValue, records }) => [ledgerValue, records?.totalCount])).toEqual([
      ["2", 2],
      ["3", 3],
      ["1", 1],
      ["1", 1],
      ["1", 1],
      ["1", 1],
      ["1.75", 2],
      [null, undefined],
    ]);
    expect(cells.map(({ records }) => [...new Set(records?.nodes.map((n) => n.__typename))])).toEqual([
      ["InformationRequest"],
      ["InformationRequest"],
      ["InformationRequest"],
      ["Remedy"],
      ["Remedy"],
      ["Disclosure"],
      ["SuppliedCount"],
      [],
    ]);
    const fees = cells[6]?.records?.nodes ?? [];
    expect(fees.map(({ quantity }) => quantity).sort()).toEqual(["0.25", "1.5"]);
    expect(fees.map(({ indicator }) => indicator?.code)).toEqual([
      "proactive.fees.amount",
      "proactive.fees.amount",
    ]);
  });

  it("come in pages, oldest first", async () => {
    const office = await newOffice(app);
    const requests = Array.from({ length: 7 }, (_, i): RequestSpec => ({
      countedOn: i < 4 ? "2025-03-01" : "2025-02-01",
      decidedOn: "2025-04-01",
    }));
    await plant(app, office.code, { requests });
    await draft(office);
    const all = (await cellsOf(office.clerk, office.code, [GRANTED]))[0]?.records?.nodes.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const [cell] = await cellsOf(office.clerk, office.code, [GRANTED], { first: 3, after });
      expect(cell?.records?.totalCount).toBe(7);
      paged.push(...(cell?.records?.nodes ?? []).map(({ id }) => id));
      expect(cell?.records?.pageInfo.hasNextPage).toBe(page < 2);
      after = cell?.records?.pageInfo.endCursor ?? null;
    }
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(7);
    for (const more of [{ first: 0 }, { first: 101 }, { after: "nonsense" }, { after: "bm9uc2Vuc2U" }]) {
      const variables = { unit: office.code, year: YEAR, codes: [GRANTED], ...more };
      const { errors } = await office.clerk.query(CELLS, variables);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    }
  });

  it("are of the year's form alone, and of no derived indicator", async () => {
    const office = await newOffice(app);
    await plant(app, office.code, {
      requests: [{ countedOn: "2025-03-01", decidedOn: "2025-03-20", outcome: "OTHER_MISC" }],
    });
    await draft(office);
    const codes = ["requests.other.undivided.total", "requests.other.total.total", "rates.disclosed"];
    const cells = await cellsOf(office.clerk, office.code, codes);
    expect(cells.map(({ ledgerValue, records }) => [ledgerValue, records])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it("are for whoever may read the unit's ledgers", async () => {
    const office = await newOffice(app);
    await plant(app, office.code, { requests: [{ countedOn: "2023-03-01", decidedOn: "2023-03-20" }] });
    await reportAt(app, "PUBLISHED", office, 2024);
    const read = async (client: Client) => {
      const [cell] = await cellsOf(client, office.code, ["requests.received.total"], { year: 2024 });
      return [cell?.ledgerValue, cell?.records && cell.records.totalCount];
    };
    const insiders = [office.clerk, office.reviewer, app.as("officer.371003"), app.as("case-reader.371003")];
    for (const client of insiders) expect(await read(client)).toEqual(["0", 0]);
    for (const client of [app.anonymous, app.as("clerk.371003003"), app.as("officer.371002")])
      expect(await read(client)).toEqual([null, null]);
  });

  it("stay live in a version's cells and behind a cell's id", async () => {
    const office = await newOffice(app);
    await reportAt(app, "SUBMITTED", office);
    await plant(app, office.code, { requests: [{ countedOn: "2025-03-01", decidedOn: "2025-03-20" }] });
    const answer = await office.clerk.query(
      `query ($unit: String!, $codes: [String!]) { unit(code: $unit) { report(year: 2025) { versions { nodes {
         cells(codes: $codes) { id value ledgerValue records { totalCount } } } } } } }`,
      { unit: office.code, codes: [GRANTED] },
    );
    const [version] = fieldOf<{ report: { versions: { nodes: { cells: { id: string }[] }[] } } }>(answer)
      .report.versions.nodes;
    expect(version?.cells).toMatchObject([{ value: "0", ledgerValue: "1", records: { totalCount: 1 } }]);
    const node = await office.clerk.query(
      `query ($id: ID!) { node(id: $id) { ... on ReportCell { ledgerValue records { totalCount } } } }`,
      { id: version?.cells[0]?.id },
    );
    expect(fieldOf(node)).toEqual({ ledgerValue: "1", records: { totalCount: 1 } });
  });
});

describe("200 cells", () => {
  const QUERY = `query ($codes: [String!]) {
    units(under: "371003", kinds: [TOWN], first: 100) { nodes { report(year: 2025) {
      cells(codes: $codes) { ledgerValue difference records(first: 2) { totalCount
        nodes { ... on InformationRequest { number } ... on Remedy { number } ... on Disclosure { title } } } }
    } } }
  }`;

  it("cost a fixed number of statements, for one report and for many", async () => {
    const officer = app.as("officer.371003");
    const codes = (await everyCode()).filter((_, i) => i % 10 === 0);
    const ask = async (): Promise<number> => {
      await officer.query("{ reportFormats { code } }");
      app.statements();
      const { errors } = await officer.query(QUERY, { codes });
      expect(errors).toBeUndefined();
      return app.statements().length;
    };
    const planted: Ledgers = {
      requests: [{ countedOn: "2025-03-01", decidedOn: "2025-03-20" }, { countedOn: "2025-03-01" }],
      remedies: [{ route: "REVIEW", lodgedOn: "2025-03-01" }],
      disclosures: [{ kind: "REGULATION", formedOn: "2025-03-01" }],
      supplies: [{ indicator: "proactive.licences.decisions", year: YEAR, quantity: "3" }],
    };
    const counts: number[] = [];
    for (let i = 0; i < 3; i++) {
      const office = await newOffice(app);
      await plant(app, office.code, planted);
      await draft(office);
      counts.push(await ask());
    }
    expect(new Set(counts).size).toBe(1);

    const office = await newOffice(app);
    await plant(app, office.code, planted);
    await draft(office);
    const all = await everyCode();
    const oneReport = async (some: readonly string[]): Promise<number> => {
      await office.clerk.query("{ reportFormats { code } }");
      app.statements();
      await cellsOf(office.clerk, office.code, some);
      return app.statements().length;
    };
    const few = ["proactive.licences.decisions", "proactive.regulations.issued", "requests.received.total"];
    expect(await oneReport(all)).toBe(await oneReport([...few, "remedies.review.total"]));
  });
});

async function everyCode(): Promise<string[]> {
  const answer = await app.anonymous.query("{ reportFormats { code indicators { code } } }");
  const formats = fieldOf<{ code: string; indicators: { code: string }[] }[]>(answer);
  const found = formats.find(({ code }) => code === "2021");
  return found?.indicators.map(({ code }) => code) ?? [];
}

// ── the laws that hold whatever is in the ledgers ──

const day = (from: number, to: number) =>
  fc
    .integer({ min: Date.UTC(from, 0, 1) / 86_400_000, max: Date.UTC(to, 11, 31) / 86_400_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

const request = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(APPLICANT_KINDS) as (keyof typeof APPLICANT_KINDS)[])),
    outcome: fc.constantFrom(...(Object.keys(REQUEST_OUTCOMES) as (keyof typeof REQUEST_OUTCOMES)[])),
    days: fc.tuple(day(2023, 2025), day(2023, 2025)),
    fate: fc.constantFrom("decided", "decided", "decided", "open", "registered"),
  })
  .map(({ kind, outcome, days, fate }) => {
    const [countedOn = "", decidedOn = ""] = [...days].sort();
    return {
      kind,
      countedOn,
      outcome,
      decidedOn: fate === "decided" ? decidedOn : null,
      registered: fate === "registered",
    };
  });

const remedy = fc
  .record({
    route: fc.constantFrom("REVIEW", "LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW"),
    ruling: fc.constantFrom("UPHELD", "CORRECTED", "OTHER"),
    days: fc.tuple(day(2023, 2025), day(2023, 2025)),
    concluded: fc.boolean(),
  })
  .map(({ route, ruling, days, concluded }) => {
    const [lodgedOn = "", last = ""] = [...days].sort();
    return { route, ruling, lodgedOn, concludedOn: concluded ? last : null } as const;
  });

const disclosure = fc
  .record({
    kind: fc.constantFrom("REGULATION", "NORMATIVE_DOCUMENT", null),
    days: fc.tuple(day(2023, 2025), day(2023, 2025), day(2023, 2025)),
    published: fc.boolean(),
    repealed: fc.boolean(),
  })
  .map(({ kind, days, published, repealed }) => {
    const [formedOn = "", publishedOn = "", repealedOn = ""] = [...days].sort();
    return {
      kind,
      formedOn,
      publishedOn: published ? publishedOn : null,
      repealedOn: repealed && published ? repealedOn : null,
    };
  });

const supply = fc
  .record({
    cell: fc.constantFrom("licences.decisions", "penalties.decisions", "coercions.decisions", "fees.amount"),
    year: fc.constantFrom(2024, 2025),
    micros: fc.integer({ min: 0, max: 50_000_000 }),
    signedOff: fc.boolean(),
  })
  .map(({ cell, year, micros, signedOff }) => ({
    indicator: `proactive.${cell}`,
    year,
    signedOff,
    quantity: cell === "fees.amount" ? String(micros / 1_000_000) : String(micros % 1000),
  }));

const ledgers = fc.record({
  requests: fc.array(request, { minLength: 40, maxLength: 60 }),
  remedies: fc.array(remedy, { minLength: 10, maxLength: 20 }),
  disclosures: fc.array(disclosure, { minLength: 8, maxLength: 12 }),
  supplies: fc.array(supply, { minLength: 8, maxLength: 16 }),
});

describe("whatever the ledgers hold", () => {
  it("each value is the length, or the sum, of its list; derived tables satisfy the form's identities", async () => {
    const codes = await everyCode();
    await fc.assert(
      fc.asyncProperty(ledgers, async (drawn) => {
        const office = await newOffice(app);
        const held = { ...drawn, requests: drawn.requests.map((one) => ({ ...one, id: newId() })) };
        await plant(app, office.code, held);
        const values = new Map<string, number>();
        for (const year of [2024, 2025]) {
          await saved(office.clerk, { unitCode: office.code, year });
          const cells = await cellsOf(office.clerk, office.code, codes, {
            year,
            first: 100,
            query: WHOLE_LISTS,
          });
          expect(cells).toHaveLength(200);
          for (const cell of cells) expect(listed(cell)).toBe(cell.ledgerValue);
          expect(decidedIn(cells)).toEqual(
            held.requests
              .filter(({ decidedOn, registered }) => !registered && decidedOn?.startsWith(`${year}`))
              .map(({ id }) => id)
              .sort(),
          );
          for (const [code, value] of await derivedValues(office, year)) values.set(`${year} ${code}`, value);
        }
        for (const year of [2024, 2025]) holdsTogether((code) => values.get(`${year} ${code}`) ?? NaN);
        for (const column of COLUMNS)
          expect(values.get(`2025 requests.carriedIn.${column}`)).toBe(
            values.get(`2024 requests.carriedOut.${column}`),
          );
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 60_000);
});

/** A count as the length of its whole list, fees and decisions as the sum of theirs; none of what is not kept. */
function listed({ indicator, records }: LedgerCell): string | null {
  if (!records) return null;
  expect(records.nodes).toHaveLength(records.totalCount);
  if (!/licences|penalties|coercions|fees/.test(indicator.code)) return String(records.totalCount);
  const micros = records.nodes.reduce((sum, { quantity }) => sum + Math.round(Number(quantity) * 1e6), 0);
  return String(micros / 1e6);
}

/** The ids of all requests in the leaf cells of the results, each as often as it is there. */
function decidedIn(cells: readonly LedgerCell[]): string[] {
  const leaves = cells.filter(({ indicator: { code } }) => {
    const row = code.split(".").slice(0, -1).join(".");
    const isResult =
      code.startsWith("requests.") && !/received|carriedIn|carriedOut|requests\.total/.test(row);
    return isResult && !code.endsWith(".total");
  });
  return leaves
    .flatMap(({ records }) => records?.nodes ?? [])
    .map(({ id }) => rowId(id))
    .sort();
}

const rowId = (globalId: string): string =>
  Buffer.from(globalId, "base64url").toString("utf8").split(":").at(-1) ?? "";

async function derivedValues(office: Office, year: number): Promise<(readonly [string, number])[]> {
  const answer = await office.clerk.query(
    `mutation ($input: DeriveReportInput!) { deriveReport(input: $input) {
       report { cells { value indicator { code } } findings(statuses: [OPEN]) { rule { code } } } problems { code } } }`,
    { input: { unitCode: office.code, year, expectedRevision: 1 } },
  );
  const { report } = fieldOf<{
    report: {
      cells: { value: string; indicator: { code: string } }[];
      findings: { rule: { code: string } }[];
    };
  }>(answer);
  const found = report.findings.map(({ rule }) => rule.code);
  expect(found.filter((code) => /^(T3\.|T4\.|X_CARRY|L0[1-3])/.test(code))).toEqual([]);
  return report.cells.map(({ value, indicator }) => [indicator.code, Number(value)] as const);
}

const COLUMNS = [
  "naturalPerson",
  "enterprise",
  "research",
  "publicWelfare",
  "legalService",
  "otherOrganization",
  "total",
];
const ROWS = [
  "received",
  "carriedIn",
  ...Object.values(REQUEST_OUTCOMES).map(({ row }) => row),
  "total",
  "carriedOut",
];

function holdsTogether(value: (code: string) => number): void {
  const sum = (codes: readonly string[]): number => codes.reduce((total, code) => total + value(code), 0);
  for (const column of COLUMNS) {
    const of = (row: string): string => `requests.${row}.${column}`;
    expect(sum([of("received"), of("carriedIn")])).toBe(sum([of("total"), of("carriedOut")]));
    expect(sum(Object.values(REQUEST_OUTCOMES).map(({ row }) => of(row)))).toBe(value(of("total")));
  }
  for (const row of ROWS)
    expect(sum(COLUMNS.slice(0, -1).map((column) => `requests.${row}.${column}`))).toBe(
      value(`requests.${row}.total`),
    );
  for (const group of ["review", "litigationDirect", "litigationAfterReview"])
    expect(
      sum(["upheld", "corrected", "other", "pending"].map((outcome) => `remedies.${group}.${outcome}`)),
    ).toBe(value(`remedies.${group}.total`));
}
