import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { VERSIONS } from "../../src/reports/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { type Client, startTestApp, type TestApp } from "../harness/app.js";
import {
  fieldOf,
  findingsOf,
  leaves,
  newLogin,
  newOffice,
  reportOf,
  saved,
  SECTIONS,
  signedIn,
  take,
  taken,
  wholeReport,
  type Finding,
  type Office,
} from "../reports/factories.js";
import { plant } from "./planted-rows.js";

let app: TestApp;
let office: Office;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

const YEAR = 2025;
const RECEIVED = "requests.received.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";
const CARRIED_OUT = "requests.carriedOut.naturalPerson";

const LEDGER_RULE = /^(L0|D01|D02|D03|D04|D05|D10|T3_CORRECTION|T4_DIRECT|T4_STAGE)/;

const open = async (client: Client = office.clerk): Promise<Finding[]> => {
  const found = await findingsOf(client, office.code, YEAR, { statuses: ["OPEN"] });
  return found.filter(({ rule }) => LEDGER_RULE.test(rule.code));
};
const told = (findings: readonly Finding[]): unknown[] =>
  findings.map(({ rule, cells, expected, actual }) => [
    rule.code,
    cells.map(({ code }) => code).join(),
    expected,
    actual,
  ]);
const withOverview = (body: string) =>
  SECTIONS.map((section) =>
    section.key === "OVERVIEW" ? { ...section, body: section.body + body } : section,
  );

async function input<T>(client: Client, mutation: string, fields: object, selection: string): Promise<T> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} problems { code message } } }`;
  const payload = fieldOf<T & { problems: object[] }>(await client.query(document, { input: fields }));
  expect(payload.problems).toEqual([]);
  return payload;
}

describe("L01 to L03", () => {
  it("say nothing to a unit that only files its report", async () => {
    const cells = { [RECEIVED]: "5", [GRANTED]: "5", "proactive.fees.amount": "2" };
    await saved(office.clerk, wholeReport(office, YEAR, cells));
    expect(await open()).toEqual([]);
  });

  it("speak once the ledger has a record of that year or before", async () => {
    await plant(app, office.code, { requests: [{ countedOn: "2026-01-05" }] });
    const report = await saved(office.clerk, wholeReport(office, YEAR, { [RECEIVED]: "1", [GRANTED]: "1" }));
    expect(await open()).toEqual([]);
    await plant(app, office.code, { requests: [{ countedOn: "2025-12-29" }] });
    await saved(office.clerk, { unitCode: office.code, year: YEAR, expectedRevision: report.revision });
    expect(told(await open())).toEqual([
      ["L01", GRANTED, "0", "1"],
      ["L01", CARRIED_OUT, "1", "0"],
    ]);
    expect((await open())[0]?.message).toBe(
      "表三 三（一）予以公开 自然人 1，台账为 0，相差 1；请核对，或说明差异",
    );
  });

  it("speak from the year that the district decided on", async () => {
    await plant(app, office.code, {
      remedies: [{ route: "REVIEW", lodgedOn: "2024-02-01", concludedOn: "2024-03-01", ruling: "OTHER" }],
    });
    let report = await saved(office.clerk, wholeReport(office, YEAR, { "remedies.review.upheld": "1" }));
    const decide = (value: number | null) =>
      input(
        app.as("officer.371003"),
        "changeSetting",
        { unitCode: "371003", key: "ledgers.since", ...(value ? { value } : {}) },
        "unit { code }",
      );
    const again = async () => {
      report = await saved(office.clerk, {
        unitCode: office.code,
        year: YEAR,
        expectedRevision: report.revision,
      });
      return told(await open());
    };
    await decide(2026);
    expect(await again()).toEqual([]);
    await decide(2025);
    expect(await again()).toEqual([["L02", "remedies.review.upheld", "0", "1"]]);
    await decide(null);
    expect(await again()).toEqual([["L02", "remedies.review.upheld", "0", "1"]]);
  });

  it("stand in the way of submission until the difference is explained, and then are gone", async () => {
    await plant(app, office.code, { requests: [{ countedOn: "2025-12-29" }] });
    const cells = { [RECEIVED]: "2", [CARRIED_OUT]: "2" };
    const report = await saved(office.clerk, wholeReport(office, YEAR, cells));
    const blocked = await take(office.reviewer, "submitReport", report);
    expect(blocked.problems.map(({ code }) => code)).toEqual(["BLOCKED_BY_FINDINGS"]);
    const reasons = [RECEIVED, CARRIED_OUT].map((code) => ({ code, difference: "另一件由原单位受理" }));
    const explained = await saved(office.clerk, {
      unitCode: office.code,
      year: YEAR,
      cells: reasons,
      expectedRevision: report.revision,
    });
    expect(await open()).toEqual([]);
    expect((await taken(office.reviewer, "submitReport", explained)).status).toBe("SUBMITTED");
  });

  it("compare documents and supplied counts, and a blank with what is there", async () => {
    await plant(app, office.code, {
      disclosures: [{ kind: "NORMATIVE_DOCUMENT", formedOn: "2025-02-01" }],
      supplies: [{ indicator: "proactive.fees.amount", year: YEAR, quantity: "1.5" }],
    });
    const cells = leaves({ "proactive.normativeDocuments.inForce": "1", "proactive.fees.amount": null });
    await saved(office.clerk, { unitCode: office.code, year: YEAR, cells });
    expect(told(await open())).toEqual([
      ["L03", "proactive.normativeDocuments.issued", "1", "0"],
      ["L03", "proactive.fees.amount", "1.5", null],
    ]);
  });
});

describe("an event that arrives late", () => {
  it("raises a finding on the submitted report and changes nothing in it", async () => {
    const received = await input<{ request: { id: string } }>(
      office.clerk,
      "receiveRequest",
      {
        unitCode: office.code,
        subject: "某事项的办理结果",
        applicantKind: "NATURAL_PERSON",
        applicant: { name: "某人" },
        receiptChannel: "IN_PERSON",
        arrivedOn: "2025-12-29",
      },
      "request { id }",
    );
    const cells = { [RECEIVED]: "1", [CARRIED_OUT]: "1" };
    const draft = await saved(office.clerk, wholeReport(office, YEAR, cells));
    expect(await open()).toEqual([]);
    const submitted = await taken(office.reviewer, "submitReport", draft);
    const before = [await reportOf(office.clerk, office.code, YEAR), await versionsOf(office.code)];

    const login = await newLogin(app, office.code, "CLERK");
    app.clock.set("2026-02-10T09:00:00+08:00");
    const [clerk, officer] = [await signedIn(app, login), await signedIn(app, "officer.371003")];
    await input(
      clerk,
      "decideRequest",
      {
        requestId: received.request.id,
        expectedRevision: 1,
        on: "2025-12-31",
        outcome: "GRANTED",
        article: "条例§36(2)",
      },
      "request { state }",
    );
    const findings = await open(officer);
    expect(told(findings).slice(0, 2)).toEqual([
      ["L01", GRANTED, "1", "0"],
      ["L01", CARRIED_OUT, "0", "1"],
    ]);
    expect(findings.map(({ status }) => status)).toEqual(findings.map(() => "OPEN"));
    const after = [await reportOf(clerk, office.code, YEAR), await versionsOf(office.code)];
    expect(after).toEqual(before);
    expect((await reportOf(clerk, office.code, YEAR))?.revision).toBe(submitted.revision);
  });

  const versionsOf = (code: string): Promise<unknown> =>
    app.app.database.read(SYSTEM, async (session) => {
      const unit = await unitOf(session, code);
      const versions = await session.rows(VERSIONS).find({ unitId: unit.id });
      return versions.map((version) => ({ ...version, cells: Buffer.from(version.cells).toString("hex") }));
    });
});

describe("L05 and D05", () => {
  it("hold the text against what was disclosed", async () => {
    await plant(app, office.code, {
      disclosures: [
        ...Array.from({ length: 59 }, () => ({ formedOn: "2025-03-01", channels: 1 })),
        { formedOn: "2025-12-31", channels: 2, items: 876 },
      ],
    });
    const body = "\n2025年共主动公开政府信息911条；其中政府网站59条、微信公众号“筑梦环山”876条。";
    const sections = withOverview(body);
    await saved(office.clerk, { ...wholeReport(office, YEAR), sections });
    const [finding, ...others] = await open();
    expect(others).toEqual([]);
    expect(finding?.message).toBe("正文写主动公开信息总数 911 条，台账为 935 条，相差 24");
    const answer = await office.clerk.query(
      `query ($unit: String!) { unit(code: $unit) { report(year: 2025) { findings(statuses: [OPEN]) {
         rule { code } excerpt { section start end text } } } } }`,
      { unit: office.code },
    );
    const found = fieldOf<{
      report: {
        findings: { rule: { code: string }; excerpt: { start: number; end: number; text: string } | null }[];
      };
    }>(answer).report.findings.find(({ rule }) => rule.code === "L05");
    const overview = sections.find(({ key }) => key === "OVERVIEW")?.body ?? "";
    expect(found?.excerpt?.text).toBe("共主动公开政府信息911条");
    expect(overview.slice(found?.excerpt?.start, found?.excerpt?.end)).toBe("共主动公开政府信息911条");
  });

  it("hold its categories against the records, by the catalogue's names", async () => {
    const item = { unitCode: office.code, category: "财政信息", title: "预算", article: "条例 §20(7)" };
    const payload = await input<{ item: { id: string; revision: number } }>(
      office.clerk,
      "saveCatalogueItem",
      { ...item, synonyms: ["财政数据"] },
      "item { id revision }",
    );
    const published = (category: string) => ({ category, formedOn: "2025-03-01" });
    await plant(app, office.code, { disclosures: ["财政信息", "财政数据", "人事信息"].map(published) });
    const body = "\n其中人事信息2条、财政信息1条、财政数据1条。";
    await saved(office.clerk, { ...wholeReport(office, YEAR), sections: withOverview(body) });
    expect((await open()).map(({ message }) => message)).toEqual([
      "正文写“人事信息” 2 条，台账为 1 条，相差 1",
    ]);
    const { id: itemId, revision: expectedRevision } = payload.item;
    const change = { ...item, itemId, expectedRevision, synonyms: [] };
    await input(office.clerk, "saveCatalogueItem", change, "item { id }");
    expect((await open()).map(({ message }) => message)).toEqual([
      "正文写“人事信息” 2 条，台账为 1 条，相差 1",
    ]);
  });

  it("list what was published after 20 working days", async () => {
    const late = { formedOn: "2025-03-01", dueOn: "2025-03-31", publishedOn: "2025-04-01" };
    await plant(app, office.code, {
      disclosures: [
        { ...late, title: "晚了一天" },
        { ...late, title: "按时", publishedOn: "2025-03-31" },
      ],
    });
    await saved(office.clerk, wholeReport(office, YEAR));
    expect((await open()).map(({ message }) => message)).toEqual([
      "形成或变更后超过20个工作日才公开（条例§26）的信息 1 条：晚了一天",
    ]);
  });
});

describe("time limits and the chain of cases", () => {
  it("D01 names requests by their numbers, never who asked", async () => {
    await plant(app, office.code, { requests: [{ countedOn: "2025-01-10", decidedOn: "2025-02-14" }] });
    const cells = { [RECEIVED]: "1", [GRANTED]: "1" };
    await saved(office.clerk, wholeReport(office, YEAR, cells));
    const [finding, ...others] = await open();
    expect(others).toEqual([]);
    // 2025-01-10 and 20 working days is 2025-02-13.
    expect(finding?.message).toMatch(/^答复逾期（条例§33）的申请 1 件：P-\d+$/);
    expect(finding?.rule.code).toBe("D01");
  });

  it("T4_DIRECT_AFTER_2024 and T4_STAGE_CHAIN read table 四's cases", async () => {
    const id = "denied-in-2025-0";
    await plant(app, office.code, {
      requests: [{ id, countedOn: "2025-01-10", decidedOn: "2025-02-10", outcome: "DENIED_PROCESS" }],
      remedies: [
        { route: "LITIGATION_DIRECT", lodgedOn: "2025-03-01", requestId: id },
        { route: "REVIEW", lodgedOn: "2025-03-01" },
      ],
    });
    const cells = {
      [RECEIVED]: "1",
      "requests.denied.process.naturalPerson": "1",
      "remedies.litigationDirect.pending": "1",
      "remedies.review.pending": "1",
    };
    await saved(office.clerk, wholeReport(office, YEAR, cells));
    expect((await open()).map(({ rule, severity, actual }) => [rule.code, severity, actual])).toEqual([
      ["T4_DIRECT_AFTER_2024", "WARNING", "1"],
      ["T4_STAGE_CHAIN", "INFO", "1"],
    ]);
  });
});
