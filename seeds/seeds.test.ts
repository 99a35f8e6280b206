import { describe, expect, it } from "vitest";
import {
  APPLICANTS,
  LEAF_CODES,
  OUTCOMES,
  REMEDY_GROUPS,
  REMEDY_RESULTS,
  countOf,
  decidedTotal,
  remedyTotal,
  rowTotal,
  type Cells,
} from "./form-codes.js";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "./people.js";
import { PLANTED_FAULTS, demoReports, textFaultsOf, type SeedReport } from "./reports.js";
import { DEMO_UNITS } from "./units.js";

const reports = demoReports();
const reportOf = (unitCode: string, year: number) =>
  reports.find((report) => report.unitCode === unitCode && report.year === year);
const reportOrFail = (unitCode: string, year: number): SeedReport => {
  const report = reportOf(unitCode, year);
  if (!report) throw new Error(`no report of ${unitCode} for ${year}`);
  return report;
};
const keyOf = (one: Pick<SeedReport, "unitCode" | "year">) => `${one.unitCode}:${one.year}`;

/** A total as the platform sees it: given, or computed. */
const total = (cells: Cells, code: string, computed: number) =>
  cells[code] === undefined ? computed : countOf(cells, code);

function rulesBrokenWithin({ cells, year, submittedAt }: SeedReport): string[] {
  const broken: string[] = [];
  const rows = ["received", "carriedIn", ...OUTCOMES, "carriedOut"];
  const given = (row: string) => total(cells, `requests.${row}.total`, rowTotal(cells, row));
  if (rows.some((row) => given(row) !== rowTotal(cells, row))) broken.push("T3.ROW_TOTAL");

  const flows = APPLICANTS.map((applicant) => {
    const at = (row: string) => countOf(cells, `requests.${row}.${applicant}`);
    const decided = OUTCOMES.reduce((sum, outcome) => sum + at(outcome), 0);
    return at("received") + at("carriedIn") - decided - at("carriedOut");
  });
  flows.push(given("received") + given("carriedIn") - decidedTotal(cells) - given("carriedOut"));
  if (flows.some((difference) => difference !== 0)) broken.push("T3.FLOW");

  const documents = (column: string) => countOf(cells, `proactive.normativeDocuments.${column}`);
  if (documents("issued") > documents("inForce") + documents("repealed")) broken.push("T2_ISSUED_IN_FORCE");
  if (["issued", "repealed", "inForce"].some((column) => cells[`proactive.regulations.${column}`] !== "0"))
    broken.push("T2_REGULATION_NOT_ALLOWED");
  if (countOf(cells, "proactive.fees.amount") >= 1000) broken.push("T2_FEE_UNIT");
  if (rowTotal(cells, "other.unpaidFee") > 0) broken.push("T3_UNPAID_NO_FEE");
  if (submittedAt && submittedAt.slice(0, 10) > `${year + 1}-01-31`) broken.push("D06");
  return broken;
}

function rulesBrokenSince(last: Cells, cells: Cells): string[] {
  const broken: string[] = [];
  const column = (row: string, applicant: string) => `requests.${row}.${applicant}`;
  const carries = (applicant: string) =>
    countOf(last, column("carriedOut", applicant)) === countOf(cells, column("carriedIn", applicant));
  if (!APPLICANTS.every(carries)) broken.push("X_CARRY");

  const reappears = (group: (typeof REMEDY_GROUPS)[number]) =>
    countOf(last, `remedies.${group}.pending`) <= remedyTotal(cells, group);
  if (!REMEDY_GROUPS.every(reappears)) broken.push("X_T4_PENDING");

  const documents = (of: Cells, name: string) => countOf(of, `proactive.normativeDocuments.${name}`);
  const expected = documents(last, "inForce") + documents(cells, "issued") - documents(cells, "repealed");
  if (documents(cells, "inForce") !== expected) broken.push("T2_IN_FORCE");

  const jumps = (code: string) => {
    const [before, now] = [countOf(last, code), countOf(cells, code)];
    return before > 0 && (now === 0 || now > before * 3 || now < before / 3);
  };
  if (LEAF_CODES.filter((code) => code.startsWith("proactive.")).some(jumps)) broken.push("T2_YOY");
  return broken;
}

function rulesBrokenBy(report: SeedReport): string[] {
  const last = reportOf(report.unitCode, report.year - 1);
  const since = last ? rulesBrokenSince(last.cells, report.cells) : [];
  return [...rulesBrokenWithin(report), ...since].sort();
}

describe("units and people", () => {
  it("have unique codes, and parents that stand before them", () => {
    const codes = DEMO_UNITS.map((unit) => unit.code);
    expect(new Set(codes).size).toBe(codes.length);
    DEMO_UNITS.forEach((unit, at) => {
      if (unit.parentCode !== null) expect(codes.slice(0, at)).toContain(unit.parentCode);
    });
  });

  it("name no unit twice within a district", () => {
    for (const district of ["371003", "371002"]) {
      const names = DEMO_UNITS.filter((unit) => unit.parentCode === district).flatMap((unit) => [
        ...new Set([unit.name, unit.shortName, ...unit.aliases]),
      ]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("find 环山街道 by either name, and hold 16 township-level units and 33 departments of 文登区", () => {
    const huanshan = DEMO_UNITS.find((unit) => unit.code === "371003003");
    expect(huanshan).toMatchObject({ name: "威海市文登区环山街道办事处", shortName: "环山路街道" });
    expect(huanshan?.aliases).toEqual(expect.arrayContaining(["环山街道", "环山街道办事处"]));
    const wendeng = DEMO_UNITS.filter((unit) => unit.parentCode === "371003");
    expect(wendeng.filter((unit) => unit.kind !== "DEPARTMENT")).toHaveLength(16);
    expect(wendeng.filter((unit) => unit.filesReport)).toHaveLength(48);
  });

  it("sign in at units that exist", () => {
    const codes = new Set(DEMO_UNITS.map((unit) => unit.code));
    expect(DEMO_PASSWORD).toBe("gongkai-demo");
    expect(new Set(DEMO_PEOPLE.map(({ login }) => login)).size).toBe(DEMO_PEOPLE.length);
    for (const person of DEMO_PEOPLE) expect(codes).toContain(person.unitCode);
  });
});

describe("figures", () => {
  it("are the same at every call", () => {
    expect(demoReports()).toEqual(reports);
  });

  it("fill every leaf with a decimal, and give a total only where a fault is planted", () => {
    for (const report of reports) {
      const extra = Object.keys(report.cells).filter((code) => !LEAF_CODES.includes(code));
      expect(extra).toEqual(keyOf(report) === "371003003:2023" ? ["requests.received.total"] : []);
      for (const code of LEAF_CODES) expect(report.cells[code], code).toMatch(/^\d+(\.\d{1,4})?$/);
    }
    expect(LEAF_CODES).toHaveLength(10 + 24 * APPLICANTS.length + 3 * REMEDY_RESULTS.length);
  });

  it("tie by every identity but where a fault is planted", () => {
    const broken = reports.flatMap((report) => {
      const rules = rulesBrokenBy(report);
      return rules.length > 0 ? [{ at: keyOf(report), rules }] : [];
    });
    const planted = PLANTED_FAULTS.map((fault) => ({
      at: keyOf(fault),
      rules: [...fault.rules].sort(),
    }));
    const byPlace = (left: { at: string }, right: { at: string }) => left.at.localeCompare(right.at);
    expect(broken.sort(byPlace)).toEqual(planted.sort(byPlace));
  });

  it("keep remedies below the decisions of two years", () => {
    for (const report of reports) {
      const remedies = REMEDY_GROUPS.reduce((sum, group) => sum + remedyTotal(report.cells, group), 0);
      const before = reportOf(report.unitCode, report.year - 1)?.cells ?? null;
      expect(remedies).toBeLessThanOrEqual(decidedTotal(report.cells) + decidedTotal(before));
    }
  });
});

describe("outcomes", () => {
  it("are published but for a few of 2023", () => {
    const count = (outcome: string) => reports.filter((report) => report.outcome === outcome).length;
    expect(reports.filter((report) => report.year < 2023 && report.outcome !== "PUBLISHED")).toEqual([]);
    expect([count("DRAFT"), count("RETURNED"), count("SUBMITTED"), count("APPROVED")]).toEqual([1, 1, 5, 4]);
    expect(reportOrFail("371003003", 2023).outcome).toBe("DRAFT");
    expect(reportOrFail("371003104", 2023).returned?.cells).toEqual(["proactive.penalties.decisions"]);
  });

  it("leave one report missing and one late", () => {
    const filers = DEMO_UNITS.filter((unit) => unit.filesReport && unit.parentCode === "371003");
    expect(filers.filter((unit) => !reportOf(unit.code, 2023)).map((unit) => unit.shortName)).toEqual([
      "泽头镇",
    ]);
    const late = reports.filter(({ submittedAt, year }) => (submittedAt ?? "") > `${year + 1}-02`);
    expect(late.map(keyOf)).toEqual(["371003109:2023"]);
  });

  it("take their steps in order, signed between saving and publication", () => {
    for (const report of reports) {
      const steps = [report.savedAt, report.submittedAt, report.approvedAt, report.publishedAt];
      const taken = steps.filter((step) => step !== null);
      expect([...taken].sort()).toEqual(taken);
      expect(report.signedOn >= report.savedAt.slice(0, 10)).toBe(true);
      if (report.publishedAt) expect(report.signedOn <= report.publishedAt.slice(0, 10)).toBe(true);
    }
  });

  it("explain every warning of what was submitted, and submit no error", () => {
    for (const report of reports.filter(({ submittedAt }) => submittedAt !== null)) {
      const broken = rulesBrokenBy(report);
      const { ledgerRules = [] } = PLANTED_FAULTS.find((fault) => keyOf(fault) === keyOf(report)) ?? {};
      const textRules = Object.keys(textFaultsOf(report.unitCode, report.year));
      expect(Object.keys(report.explanations).sort()).toEqual(
        [...broken, ...ledgerRules, ...textRules].sort(),
      );
      expect(broken.filter((rule) => rule.startsWith("T3.") || rule === "X_CARRY")).toEqual([]);
    }
  });
});

describe("sections", () => {
  it("say that they are sample data, and for which period", () => {
    for (const { sections, year } of reports) {
      expect(sections.INTRODUCTION).toContain("示例数据");
      expect(sections.INTRODUCTION).toContain(`${year}年1月1日至12月31日`);
      expect(sections.OTHER_MATTERS).toContain("信息处理费");
      expect(sections.PROBLEMS).toMatch(/问题[^]{10,}改进/);
    }
  });

  it("cover the five parts in at most 1000 characters", () => {
    const parts = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
    for (const { sections } of reports) {
      expect(sections.OVERVIEW.length).toBeLessThanOrEqual(1000);
      for (const [at, part] of parts.entries()) {
        expect(sections.OVERVIEW).toContain(`（${"一二三四五"[at]}）${part}。`);
      }
    }
  });

  it("differ from unit to unit and from year to year", () => {
    expect(new Set(reports.map(({ sections }) => sections.OVERVIEW)).size).toBe(reports.length);
  });

  it("state the figures that units published, contradictions included", () => {
    const overview = (unitCode: string, year: number) => reportOrFail(unitCode, year).sections.OVERVIEW;
    for (const figure of [
      "911条",
      "59条",
      "876条",
      "业务动态40条",
      "申请1件",
      "2件，同比下降100%",
      "十大类24项",
    ])
      expect(overview("371003003", 2023)).toContain(figure);
    for (const figure of ["532条", "357条", "101条", "75条", "执行公开8条", "未收到政府信息公开申请"])
      expect(overview("371003104", 2023)).toContain(figure);
    for (const figure of ["540条", "352条", "38条", "机构职能24条"])
      expect(overview("371003105", 2023)).toContain(figure);
    expect(overview("371003-spj", 2021)).toContain("317条；各分项依次为227条、54条、7条、19条");
    expect(overview("371003-fgj", 2021)).toContain("2020年为121条");
  });
});
