import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { counting, FILERS } from "./expected.js";

const BOARD = `query ($under: String!, $year: Int!) {
  filingBoard(under: $under, year: $year) {
    year
    coverage { year expected included missing { code } provisional { code } formats }
    filings { unit { code } status dueOn submittedAt onTime openErrors openWarnings }
  }
}`;

interface Filing {
  readonly unit: { readonly code: string };
  readonly status: string | null;
  readonly dueOn: string;
  readonly submittedAt: string | null;
  readonly onTime: boolean | null;
  readonly openErrors: number;
  readonly openWarnings: number;
}
interface Board {
  readonly year: number;
  readonly coverage: {
    readonly included: number;
    readonly missing: { readonly code: string }[];
    readonly provisional: { readonly code: string }[];
  };
  readonly filings: Filing[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

async function board(client: Client, under = "371003", year = 2023): Promise<Board> {
  const answer = await client.query(BOARD, { under, year });
  expect(answer.errors).toBeUndefined();
  return (answer.data as { filingBoard: Board }).filingBoard;
}

const officer = () => app.as("officer.371003");
const of = ({ filings }: Board, code: string) => filings.find((filing) => filing.unit.code === code);
const codesOf = (units: readonly { readonly code: string }[]) => units.map((unit) => unit.code);

describe("an officer's board", () => {
  it("has everybody who must file, in tree order", async () => {
    const { year, filings, coverage } = await board(officer());
    expect(year).toBe(2023);
    expect(codesOf(filings.map((filing) => filing.unit))).toEqual(codesOf(FILERS));
    expect(coverage).toMatchObject({
      year: 2023,
      expected: FILERS.length,
      included: FILERS.length - 3,
      formats: ["2021"],
    });
    expect(codesOf(coverage.missing)).toEqual(["371003003", "371003104", "371003107"]);
    expect(codesOf(coverage.provisional)).toEqual(
      codesOf(
        FILERS.filter(({ code }) => counting(code, 2023, "SUBMITTED") && !counting(code, 2023, "PUBLISHED")),
      ),
    );
  });

  it.each([
    ["the draft with its planted fault, overdue", "371003003", "DRAFT", false],
    ["U4 the one sent back whose new date has passed", "371003104", "RETURNED", false],
    ["one submitted", "371003101", "SUBMITTED", true],
    ["one approved", "371003-czj", "APPROVED", true],
    ["one published", "371003001", "PUBLISHED", true],
    ["the late one", "371003109", "PUBLISHED", false],
    ["the one that is missing, overdue", "371003107", null, false],
  ])("shows %s", async (_which, code, status, onTime) => {
    const filing = of(await board(officer()), code);
    expect(filing).toMatchObject({ status, onTime });
    expect(filing?.submittedAt === null).toBe(status === null || status === "DRAFT");
  });

  it("says when each is due and was submitted", async () => {
    const filings = await board(officer());
    expect(of(filings, "371003109")).toMatchObject({
      dueOn: "2024-01-31",
      submittedAt: "2024-02-06T02:05:00.000Z",
    });
    expect(of(filings, "371003104")?.dueOn).toBe("2024-02-05");
    expect(of(filings, "371003107")?.dueOn).toBe("2024-01-31");
  });

  it("counts what still blocks submission", async () => {
    const filings = await board(officer());
    const draft = of(filings, "371003003");
    expect(draft?.openErrors).toBeGreaterThan(0);
    const others = filings.filings.filter(({ status }) => status !== "DRAFT" && status !== null);
    expect(others.reduce((sum, { openErrors }) => sum + openErrors, 0)).toBe(0);
    const answer = await officer().query(
      `{ unit(code: "371003003") { report(year: 2023) { findings { severity status } } } }`,
    );
    const { findings } = (answer.data as FindingsAnswer).unit.report;
    const open = (severity: string, ...statuses: string[]) =>
      findings.filter((f) => f.severity === severity && statuses.includes(f.status)).length;
    expect(draft).toMatchObject({
      openErrors: open("ERROR", "OPEN", "EXPLAINED"),
      openWarnings: open("WARNING", "OPEN"),
    });
  });
});

interface FindingsAnswer {
  readonly unit: { readonly report: { readonly findings: { severity: string; status: string }[] } };
}

describe("who sees what", () => {
  const published = (code: string) => (counting(code, 2023, "PUBLISHED") ? "PUBLISHED" : null);

  it.each<[string, () => Client]>([
    ["the public", () => app.anonymous],
    ["another district's officer", () => app.as("officer.371002")],
    ["the district's administrator", () => app.as("admin.371003")],
  ])("%s sees what is published and nothing of the rest", async (_who, client) => {
    const { filings, coverage } = await board(client());
    expect(filings.map(({ unit, status }) => [unit.code, status])).toEqual(
      FILERS.map(({ code }) => [code, published(code)]),
    );
    for (const filing of filings) {
      expect(filing).toMatchObject({ openErrors: 0, openWarnings: 0 });
      if (filing.status === null)
        expect(filing).toMatchObject({ submittedAt: null, onTime: null, dueOn: "2024-01-31" });
      else expect(filing.onTime).toBe(filing.unit.code !== "371003109");
    }
    expect(coverage.included).toBe(filings.filter(({ status }) => status).length);
    expect(coverage.provisional).toEqual([]);
  });

  it("an analyst sees what was submitted, and neither drafts nor findings", async () => {
    const { filings } = await board(app.as("analyst.371003"));
    for (const { unit, status, openErrors } of filings) {
      expect([unit.code, status]).toEqual([
        unit.code,
        counting(unit.code, 2023, "SUBMITTED")?.outcome ?? null,
      ]);
      expect(openErrors).toBe(0);
    }
  });

  it("a clerk sees his own draft and of others what is published", async () => {
    const { filings } = await board(app.as("clerk.371003003"));
    for (const { unit, status, openErrors } of filings) {
      const own = unit.code === "371003003";
      expect([unit.code, status]).toEqual([unit.code, own ? "DRAFT" : published(unit.code)]);
      expect(openErrors > 0).toBe(own);
    }
  });

  it("an officer of one district sees the other's published ones on the city's board", async () => {
    const { filings } = await board(app.as("officer.371002"), "3710");
    expect(filings).toHaveLength(FILERS.length + 2);
    expect(filings.slice(0, 2).every(({ status }) => status === "PUBLISHED")).toBe(true);
    expect(filings.some(({ status }) => status === "DRAFT" || status === "RETURNED")).toBe(false);
  });
});

it("shows a year that nobody has filed for as empty, with the dates it is due", async () => {
  const { filings, coverage } = await board(officer(), "371003", 2025);
  expect(coverage).toMatchObject({ expected: FILERS.length, included: 0, formats: [] });
  expect(new Set(filings.map(({ status, dueOn, onTime }) => `${status} ${dueOn} ${onTime}`))).toEqual(
    new Set(["null 2026-01-31 null"]),
  );
});

it("is one line for a unit itself", async () => {
  const { filings } = await board(officer(), "371003-czj");
  expect(codesOf(filings.map((filing) => filing.unit))).toEqual(["371003-czj"]);
});

it("runs as many statements for a province as for one unit", async () => {
  const count = async (under: string): Promise<number> => {
    await board(officer());
    app.statements();
    await board(officer(), under);
    return app.statements().length;
  };
  expect(await count("37")).toBe(await count("371003001"));
});

it.each<[string, object, string, string[]]>([
  ["a year before the forms", { year: 2018 }, "BAD_USER_INPUT", ["year"]],
  ["a year to come", { year: 2027 }, "BAD_USER_INPUT", ["year"]],
  ["an unknown place", { under: "no such place" }, "NOT_FOUND", ["under"]],
])("refuses %s and says where", async (_what, changed, code, argument) => {
  const answer = await app.anonymous.query(BOARD, { under: "371003", year: 2023, ...changed });
  expect(answer.data).toBeNull();
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code, argument });
});
