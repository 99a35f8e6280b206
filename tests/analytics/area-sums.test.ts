import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { rebuildAllSums, verifySums } from "../../src/area-sums/api.js";
import { insertUnit, unitByCode } from "../../src/units/index.js";
import { sql, type Session } from "../../src/platform/db/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import type { Step } from "../reports/documents.js";
import {
  explain,
  findingsOf,
  newOffice,
  newPerson,
  reportAt,
  save,
  saved,
  taken,
  wholeReport,
  type Office,
  type Report,
} from "../reports/factories.js";

const ROLL_UP = `query ($under: String, $by: AreaLevel!, $years: [Int!]!, $indicators: [String!]!, $atLeast: ReportStage) {
  areaSums(under: $under, by: $by, years: $years, indicators: $indicators, atLeast: $atLeast) {
    dimensions { key label } measures { name label unit formula }
    rows { keys labels values numerators denominators note }
    totals { keys values numerators denominators }
    coverage { units groups suppressed threshold notes
      reports { year expected included missing { code } provisional { code } } }
  }
}`;
const RECEIVED = "requests.received.total";
const LICENCES = "proactive.licences.decisions";
const FEES = "proactive.fees.amount";
const DISCLOSED = "rates.disclosed";

interface Row {
  readonly keys: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly note: string | null;
}
interface RollUp {
  readonly dimensions: readonly { readonly key: string; readonly label: string }[];
  readonly measures: readonly { readonly name: string; readonly unit: string; readonly formula: string }[];
  readonly rows: readonly Row[];
  readonly totals: Row;
  readonly coverage: {
    readonly units: number;
    readonly groups: number;
    readonly notes: readonly string[];
    readonly reports: readonly {
      readonly year: number;
      readonly expected: number;
      readonly included: number;
      readonly missing: readonly { readonly code: string }[];
      readonly provisional: readonly { readonly code: string }[];
    }[];
  };
}

async function rollUp(client: Client, variables: object): Promise<RollUp> {
  const given = { by: "DISTRICT", years: [2025], indicators: [LICENCES], ...variables };
  const answer = await client.query(ROLL_UP, given);
  expect(answer.errors).toBeUndefined();
  return answer.data.areaSums as RollUp;
}

/** The code of the only error, and the argument it names. */
const refusal = async (client: Client, variables: object): Promise<unknown> => {
  const given = { by: "DISTRICT", years: [2025], indicators: [LICENCES], ...variables };
  const { errors } = await client.query(ROLL_UP, given);
  return errors?.map(({ extensions }) => [extensions.code, ...(extensions.argument as string[])]);
};

const SYSTEM = TenantScope.system("a test");
const inside = <T>(app: TestApp, work: (session: Session) => Promise<T>): Promise<T> =>
  app.app.database.write(SYSTEM, work);

describe("the sums through the workflow", () => {
  let app: TestApp;
  let offices: Office[];
  beforeAll(async () => {
    app = await startTestApp();
    offices = [await newOffice(app), await newOffice(app), await newOffice(app)];
  });
  afterAll(() => app.close());

  /** What one office's report may be made to do next, whatever its status. */
  const STEPS: readonly (readonly [Step, "clerk" | "reviewer" | "officer"])[] = [
    ["submitReport", "reviewer"],
    ["returnReport", "officer"],
    ["approveReport", "officer"],
    ["publishReport", "officer"],
    ["reviseReport", "officer"],
  ];
  const POSSIBLE: Readonly<Record<string, readonly Step[]>> = {
    DRAFT: ["submitReport"],
    RETURNED: ["submitReport"],
    SUBMITTED: ["returnReport", "approveReport"],
    APPROVED: ["returnReport", "publishReport"],
    PUBLISHED: ["reviseReport"],
  };

  it("are those of the versions after every step, whatever the steps", async () => {
    // Goes on from one sequence to the next, as reports do.
    const officer = app.as("officer.371003");
    const reports = new Map<Office, Report>();
    const step = async (office: Office, choice: number, licences: number): Promise<void> => {
      const known = reports.get(office);
      const status = known?.status ?? "DRAFT";
      const draft =
        status === "DRAFT" || status === "RETURNED"
          ? await saved(office.clerk, {
              ...wholeReport(office, 2025, { [LICENCES]: licences % 9 === 8 ? null : String(licences) }),
              ...(known && { expectedRevision: known.revision }),
            })
          : known;
      if (!draft) throw new Error("a report is saved first");
      const open = await findingsOf(office.clerk, office.code, 2025, { statuses: ["OPEN"] });
      for (const { id } of open) await explain(office.clerk, id, "EXPLAINED", "本年度未统计");
      const possible = POSSIBLE[status] ?? [];
      const verb = possible[choice % possible.length] ?? "submitReport";
      const by = STEPS.find(([name]) => name === verb)?.[1];
      const client = by === "reviewer" ? office.reviewer : officer;
      reports.set(office, await taken(client, verb, draft));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(5000)), { minLength: 6, maxLength: 12 }),
        async (moves) => {
          for (const [which, choice, licences] of moves) {
            const office = offices[which];
            if (office) await step(office, choice, licences);
            expect(await verifySums(app.app.database)).toEqual([]);
          }
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it("lose nothing when several units of a province submit at once, the first of the year among them", async () => {
    const many = await Promise.all([1, 2, 3, 4].map(() => newOffice(app)));
    const drafts = [];
    for (const office of many)
      drafts.push({
        office,
        draft: await saved(office.clerk, wholeReport(office, 2024, { [LICENCES]: "7" })),
      });
    await Promise.all(drafts.map(({ office, draft }) => taken(office.reviewer, "submitReport", draft)));
    expect(await verifySums(app.app.database)).toEqual([]);
    const { rows } = await rollUp(app.as("officer.371003"), {
      under: "371003",
      years: [2024],
      atLeast: "SUBMITTED",
    });
    expect(rows.map(({ values }) => values)).toEqual([[28, 4]]);
  });

  it("stay as they are when a step is refused", async () => {
    const office = await newOffice(app);
    const report = await saved(office.clerk, wholeReport(office, 2023, { [LICENCES]: "7" }));
    const { problems } = await save(office.clerk, { ...wholeReport(office, 2023), expectedRevision: 99 });
    expect(problems).not.toEqual([]);
    await expect(
      taken(office.reviewer, "submitReport", { ...report, revision: report.revision + 1 }),
    ).rejects.toThrow("STALE_REVISION");
    expect(await verifySums(app.app.database)).toEqual([]);
    const { rows } = await rollUp(app.as("officer.371003"), { under: "371003", years: [2023] });
    expect(rows.map(({ values }) => values)).toEqual([[null, 0]]);
  });
});

describe("areaSums", () => {
  let app: TestApp;
  let one: Office;
  beforeAll(async () => {
    app = await startTestApp();
    one = await newOffice(app);
    const two = await newOffice(app);
    const cells = (n: number) => ({
      [LICENCES]: String(n),
      [FEES]: `${n}.25`,
      "requests.received.naturalPerson": String(n),
      "requests.granted.naturalPerson": String(n - 1),
      "requests.unable.notHeld.naturalPerson": "1",
    });
    await reportAt(app, "PUBLISHED", one, 2025, cells(3));
    await reportAt(app, "APPROVED", two, 2025, cells(10));
    await reportAt(app, "SUBMITTED", await newOffice(app), 2025, cells(100));
    await reportAt(app, "PUBLISHED", two, 2022, cells(5));
  });
  afterAll(() => app.close());

  const indicators = [LICENCES, FEES, RECEIVED, DISCLOSED];

  it("adds up what is published, rates out of the sums, and tells how many reports", async () => {
    const answer = await rollUp(app.anonymous, { under: "371003", years: [2025, 2022], indicators });
    expect(answer.dimensions).toEqual([
      { key: "DISTRICT", label: "县（市、区）" },
      { key: "YEAR", label: "年度" },
    ]);
    expect(answer.measures.map(({ name }) => name)).toEqual([...indicators, "reports"]);
    expect(answer.rows.map(({ keys, values }) => [...keys, ...values])).toEqual([
      ["371003", "2025", 3, 3.25, 3, 2 / 3, 1],
      ["371003", "2022", 5, 5.25, 5, 4 / 5, 1],
    ]);
    expect(answer.rows[0]?.numerators).toEqual([null, null, null, 2, null]);
    expect(answer.rows[0]?.denominators).toEqual([null, null, null, 3, null]);
    expect(answer.rows[0]?.labels).toEqual(["威海市文登区人民政府", "2025年"]);
    expect(answer.totals).toMatchObject({ keys: [null, null], values: [8, 8.5, 8, 6 / 8, 2] });
    expect(answer.coverage).toMatchObject({ units: 1, groups: 2, suppressed: 0, threshold: null });
  });

  it.each([
    ["PROVINCE", "37"],
    ["CITY", "3710"],
    ["DISTRICT", "371003"],
  ])("is the same by %s, where there is only one", async (by, code) => {
    const { rows } = await rollUp(app.anonymous, { by });
    expect(rows.map(({ keys, values }) => [...keys, ...values])).toContainEqual([code, "2025", 3, 1]);
    expect((await rollUp(app.anonymous, { by, under: code })).rows).toEqual(
      rows.filter(({ keys }) => keys[0] === code),
    );
  });

  it("counts by stage for whom the whole area's reports are open", async () => {
    const at = async (atLeast: string, client = app.as("officer.371003")) =>
      (await rollUp(client, { under: "371003", atLeast })).rows.map(({ values }) => values);
    expect(await at("SUBMITTED")).toEqual([[113, 3]]);
    expect(await at("APPROVED")).toEqual([[13, 2]]);
    expect(await at("PUBLISHED")).toEqual([[3, 1]]);
    expect(await at("SUBMITTED", app.as("analyst.371003"))).toEqual([[113, 3]]);
  });

  it("tells everybody else what is published, byte for byte whatever lies unpublished", async () => {
    const strangers = [
      app.anonymous,
      app.as("officer.371002"),
      // Their own report is theirs to see; the district's sum would tell the others'.
      one.clerk,
      one.reviewer,
      await newPerson(app, "371003", "CLERK"),
    ];
    const seen = () =>
      Promise.all(
        strangers.flatMap((client) =>
          ["SUBMITTED", "APPROVED", "PUBLISHED"].map((atLeast) =>
            rollUp(client, { under: "371003", atLeast, indicators }).then(({ rows, totals }) =>
              JSON.stringify({ rows, totals }),
            ),
          ),
        ),
      );
    const office = await newOffice(app);
    const before = await seen();
    expect(new Set(before).size).toBe(1);
    expect(JSON.parse(before[0] ?? "")).toMatchObject({ rows: [{ values: [3, 3.25, 3, 2 / 3, 1] }] });
    await reportAt(app, "SUBMITTED", office, 2025, { [LICENCES]: "4000" });
    expect(await seen()).toEqual(before);
    // Nor does the district's own office learn the city's.
    expect(
      (await rollUp(app.as("officer.371003"), { by: "CITY", atLeast: "SUBMITTED" })).rows[0]?.values,
    ).toEqual([3, 1]);
  });

  it("says where only what is published counts", async () => {
    const { coverage } = await rollUp(app.anonymous, { atLeast: "SUBMITTED" });
    expect(coverage.notes[0]).toBe("其中 2 组在查询人可见范围之外，只计已公布的年报");
    const published = await rollUp(app.anonymous, { atLeast: "PUBLISHED" });
    expect(published.coverage.notes.join()).not.toContain("可见范围之外");
  });

  it("takes as many statements for one year and district as for all", async () => {
    const count = async (variables: object): Promise<number> => {
      app.statements();
      await rollUp(app.anonymous, variables);
      return app.statements().length;
    };
    const one = await count({ under: "37", by: "PROVINCE" });
    expect(one).toBe(7);
    expect(await count({ under: "37", by: "DISTRICT", years: [2022, 2023, 2024, 2025], indicators })).toBe(
      one,
    );
    app.statements();
    await app.anonymous
      .query(`{ areaSums(by: DISTRICT, years: [2025], indicators: ["${LICENCES}"], under: "37") {
      rows { values } } }`);
    expect(app.statements()).toHaveLength(4);
  });

  it("Z5 shows every district of the scope, blank with its reason where nobody has filed", async () => {
    const { rows, coverage } = await rollUp(app.as("officer.371003"), { under: "3710", years: [2025] });
    const [year] = coverage.reports;
    const missing = (district: string) =>
      year?.missing.filter(({ code }) => code.startsWith(district)).length;
    expect(rows.map(({ keys, values, note }) => [keys[0], ...values, note])).toEqual([
      ["371002", null, 0, "应计 2 份，没有计入的年报"],
      ["371003", 4113, 4, `应计 ${4 + (missing("371003") ?? 0)} 份，计入 4 份`],
    ]);
    expect(missing("371002")).toBe(2);
    expect(year).toMatchObject({ included: 4, expected: 4 + (year?.missing.length ?? 0) });
    expect(coverage.notes).toContain(
      `2025 年应计 ${year?.expected} 份，计入 4 份，缺 ${year?.missing.length} 份，合计和增减受其影响`,
    );
  });

  it("Z5 names the units of the scope that lie in none of its areas", async () => {
    await inside(app, async (session) => {
      const city = await unitByCode(session, "3710");
      const unit = { code: "3710-gaj", name: "威海市公安局", shortName: "市公安局", aliases: [] };
      await insertUnit(
        session,
        { ...unit, kind: "DEPARTMENT", filesReport: true, establishedOn: null },
        city,
      );
    });
    const { coverage } = await rollUp(app.anonymous, { under: "3710" });
    expect(coverage.notes.at(-1)).toBe("范围内另有 1 个应计单位不在任何县（市、区）之内，未列入：市公安局");
    const byCity = await rollUp(app.anonymous, { under: "3710", by: "CITY" });
    expect(byCity.coverage.notes.join()).not.toContain("市公安局");
    expect(byCity.coverage.reports[0]?.missing.map(({ code }) => code)).toContain("3710-gaj");
  });

  it("Z5 a year in which a district did not exist yet is no row", async () => {
    await inside(app, async (session) => {
      const city = await unitByCode(session, "3710");
      const unit = { code: "371099", name: "威海市新设区人民政府", shortName: "新设区", aliases: [] };
      await insertUnit(
        session,
        { ...unit, kind: "DISTRICT", filesReport: false, establishedOn: "2024-03-01" },
        city,
      );
    });
    const { rows } = await rollUp(app.anonymous, { under: "371099", years: [2023, 2024, 2025] });
    expect(rows.map(({ keys, note }) => [...keys, note])).toEqual([
      ["371099", "2024", "应计 0 份，没有计入的年报"],
      ["371099", "2025", "应计 0 份，没有计入的年报"],
    ]);
  });

  it("refuses what it cannot answer, and says where", async () => {
    expect(await refusal(app.anonymous, { under: "999999" })).toEqual([["NOT_FOUND", "under"]]);
    expect(await refusal(app.anonymous, { under: "371003", by: "CITY" })).toEqual([["BAD_USER_INPUT", "by"]]);
    expect(await refusal(app.anonymous, { years: [] })).toEqual([["BAD_USER_INPUT", "years"]]);
    expect(await refusal(app.anonymous, { years: [2025, 2025] })).toEqual([["BAD_USER_INPUT", "years"]]);
    expect(await refusal(app.anonymous, { years: [2018] })).toEqual([["BAD_USER_INPUT", "years"]]);
    expect(await refusal(app.anonymous, { indicators: [LICENCES, "nothing"] })).toEqual([
      ["BAD_USER_INPUT", "indicators", "1"],
    ]);
  });
});

describe("rebuilding and verifying", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ seed: "reports" });
  });
  afterAll(() => app.close());

  const rows = () =>
    app.app.database.read(SYSTEM, (session) =>
      session.query<{ cells: Uint8Array; filed: number }>(
        sql`select stage, kind, year, path, format, filed, cells from report_sums where filed > 0 order by stage, kind, year, path`,
      ),
    );
  const shown = async () =>
    (await rows()).map((row) => ({ ...row, cells: Buffer.from(row.cells).toString("hex") }));

  it("finds nothing in what the workflow kept, and rebuilding changes no byte of it", async () => {
    expect(await verifySums(app.app.database)).toEqual([]);
    const kept = await shown();
    expect(kept.length).toBeGreaterThan(0);
    expect(await rebuildAllSums(app.app.database)).toBe(kept.length);
    expect(await shown()).toEqual(kept);
  });

  it("agrees with compareReports, which adds up the reports themselves", async () => {
    const years = [2021, 2022, 2023];
    const input = { under: "371003", years, indicators: [RECEIVED, FEES], atLeast: "SUBMITTED" };
    const compared = await app
      .as("officer.371003")
      .query(
        `query ($input: CompareReportsInput!) { compareReports(input: $input) { columns { year total reported } } }`,
        { input },
      );
    const columns = compared.data.compareReports.columns as { total: string; reported: number }[];
    const rolled = await rollUp(app.as("officer.371003"), input);
    expect(rolled.rows.flatMap(({ values: [received, fees] }) => [received, fees])).toEqual(
      columns.map(({ total }) => Number(total)),
    );
    expect(rolled.rows.map(({ values }) => values[2])).toEqual(
      columns.filter((_, i) => i % 2 === 0).map(({ reported }) => reported),
    );
  });

  it("names each planted difference, and rebuilding mends it", async () => {
    const kept = await shown();
    const [one, two] = kept as unknown as { stage: string; kind: string; year: number; path: string }[];
    await inside(app, async (session) => {
      await session.execute(
        sql`update report_sums set filed = filed + 1
            where stage = ${one?.stage} and kind = ${one?.kind} and year = ${one?.year} and path = ${one?.path}`,
      );
      await session.execute(
        sql`delete from report_sums
            where stage = ${two?.stage} and kind = ${two?.kind} and year = ${two?.year} and path = ${two?.path}`,
      );
    });
    const found = await verifySums(app.app.database);
    expect(found.filter(({ what }) => what === "reports")).toHaveLength(2);
    expect(found).toContainEqual(
      expect.objectContaining({ stage: one?.stage, year: one?.year, path: one?.path, what: "reports" }),
    );
    expect(found.length).toBeGreaterThan(2);
    expect(await shown()).not.toEqual(kept);
    await rebuildAllSums(app.app.database);
    expect(await verifySums(app.app.database)).toEqual([]);
    expect(await shown()).toEqual(kept);
  });
});
