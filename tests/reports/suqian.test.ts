import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin } from "../../src/identity/api.js";
import { suqianCells } from "../../src/forms/suqian.fixture.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { CREATE_USER } from "./documents.js";
import {
  OVERLONG,
  PASSWORD,
  fieldOf,
  findingsOf,
  reportOf,
  saved,
  signedIn,
  taken,
  valueOf,
  type Finding,
  type Report,
} from "./factories.js";

const SUQIAN = "3213";
const SYSTEM = { scope: "SYSTEM" };

/** Whole published reports of a city, filed as a city would file them, each in its own spring. */
let app: TestApp;
let clerk: Client;
let report2023: Report;
let report2024: Report;
beforeAll(async () => {
  app = await startTestApp();
  await createAdmin(
    { database: app.app.database, clock: app.clock, passwords: app.app.identity.passwords },
    {
      login: "admin.suqian",
      displayName: "宿迁市管理员",
      password: PASSWORD,
      unitCode: SUQIAN,
      newUnit: { name: "宿迁市人民政府", kind: "CITY" },
    },
  );
  const admin = await signedIn(app, "admin.suqian");
  for (const role of ["CLERK", "REVIEWER", "OFFICER"]) {
    const input = {
      login: `${role.toLowerCase()}.suqian`,
      displayName: role,
      unitCode: SUQIAN,
      password: PASSWORD,
      roles: [role],
    };
    fieldOf(await admin.query(CREATE_USER, { input }));
  }
  report2023 = await file(2023);
  await publish(report2023);
  report2024 = await file(2024);
});
afterAll(() => app.close());

async function file(year: 2023 | 2024): Promise<Report> {
  app.clock.set(`${year + 1}-03-20T09:00:00+08:00`);
  clerk = await signedIn(app, "clerk.suqian");
  return saved(clerk, {
    unitCode: SUQIAN,
    year,
    ...SYSTEM,
    signedOn: `${year + 1}-03-20`,
    cells: cells(suqianCells[year]),
    sections: [
      { key: "INTRODUCTION", body: `所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。` },
      { key: "OVERVIEW", body: "主动公开、依申请公开、政府信息管理、平台建设、监督保障各方面情况。" },
      { key: "PROBLEMS", body: "存在的主要问题：公开内容不够全面。改进措施：加强培训和检查。" },
      { key: "OTHER_MATTERS", body: "本年度依法收取信息处理费。" },
    ],
  });
}

async function publish(report: Report): Promise<void> {
  const [reviewer, officer] = [await signedIn(app, "reviewer.suqian"), await signedIn(app, "officer.suqian")];
  const submitted = await taken(reviewer, "submitReport", report);
  await taken(officer, "publishReport", await taken(officer, "approveReport", submitted));
}

const cells = (values: Readonly<Record<string, string | null>>): object[] =>
  Object.entries(values).map(([code, value]) => ({ code, value }));
const found = (year: number): Promise<Finding[]> => findingsOf(clerk, SUQIAN, year, SYSTEM);

describe("the reports as they were published", () => {
  it.each([2023, 2024] as const)("%i has every cell exactly", async (year) => {
    const report = year === 2023 ? report2023 : report2024;
    expect(report).toMatchObject({ scope: "SYSTEM", dueOn: `${year + 1}-03-31`, unitName: "宿迁市人民政府" });
    expect(report.cells).toHaveLength(200);
    const values = report.cells.map(({ indicator, value }) => [indicator.code, value]);
    expect(Object.fromEntries(values)).toEqual(suqianCells[year]);
    expect(new Set(report.cells.map(({ source }) => source))).toEqual(new Set(["ENTERED"]));
    expect((await reportOf(clerk, SUQIAN, year, "SYSTEM"))?.cells).toEqual(report.cells);
    expect(await reportOf(clerk, SUQIAN, year)).toBeNull();
  });

  it("no rule finds anything: the identities, the carry-over and what is in force all hold", async () => {
    expect(await found(2023)).toEqual([]);
    expect(await found(2024)).toEqual([]);
    expect(await reportOf(app.anonymous, SUQIAN, 2023, "SYSTEM")).toMatchObject({ status: "PUBLISHED" });
  });

  it("totals that are left out are computed to what was published", async () => {
    const totals = Object.keys(suqianCells[2024]).filter((code) => /\.total(\.|$)/.test(code));
    expect(totals).toHaveLength(34);
    const mended = await saved(clerk, {
      ...(await atRevision()),
      cells: cells(Object.fromEntries(totals.map((code) => [code, null]))),
    });
    expect(mended.cells.filter(({ source }) => source === "COMPUTED")).toHaveLength(34);
    for (const code of totals) expect([code, valueOf(mended, code)]).toEqual([code, suqianCells[2024][code]]);
    expect(await openFindings()).toEqual([]);
    await saved(clerk, { ...(await atRevision()), cells: cells(suqianCells[2024]) });
  });
});

const atRevision = async (): Promise<object> => {
  const { revision } = (await reportOf(clerk, SUQIAN, 2024, "SYSTEM")) as Report;
  return { unitCode: SUQIAN, year: 2024, ...SYSTEM, expectedRevision: revision };
};

/** `SEVERITY RULE: places` of what is open; a place of last year's has its year before it. */
const openFindings = async (): Promise<string[]> =>
  (await found(2024))
    .filter(({ status }) => status === "OPEN")
    .map(({ severity, rule, places }) => {
      const at = places.map(({ year, indicator }) =>
        year === 2024 ? indicator.code : `2023 ${indicator.code}`,
      );
      return `${severity} ${rule.code}: ${at.join(" ")}`;
    });

const APPLICANTS = [
  "naturalPerson",
  "enterprise",
  "research",
  "publicWelfare",
  "legalService",
  "otherOrganization",
];
const RESULTS = [
  "granted",
  "partial",
  ...["stateSecret", "lawForbidden", "securityStability", "thirdParty"].map((row) => `denied.${row}`),
  ...["internalAffairs", "process", "caseFile", "queryMatter"].map((row) => `denied.${row}`),
  ...["notHeld", "needsCreation", "unclear"].map((row) => `unable.${row}`),
  ...["petition", "repeat", "publication", "excessive", "confirmReissue"].map((row) => `refused.${row}`),
  ...["noCorrection", "unpaidFee", "misc"].map((row) => `other.${row}`),
];

const inColumn = (column: string, rows: readonly string[]): string =>
  rows.map((row) => `requests.${row}.${column}`).join(" ");
const flow = (column: string): string =>
  `ERROR T3.FLOW: ${inColumn(column, ["received", "carriedIn", "total", "carriedOut"])}`;
const resultTotal = (column: string): string =>
  `ERROR T3.RESULT_TOTAL: ${inColumn(column, [...RESULTS, "total"])}`;
const rowTotal = (row: string): string =>
  `ERROR T3.ROW_TOTAL: ${[...APPLICANTS, "total"].map((column) => `requests.${row}.${column}`).join(" ")}`;
const groupTotal = (group: string): string =>
  `ERROR T4.GROUP_TOTAL: ${["upheld", "corrected", "other", "pending", "total"]
    .map((outcome) => `remedies.${group}.${outcome}`)
    .join(" ")}`;
const carry = (column: string): string =>
  `ERROR X_CARRY: 2023 requests.carriedOut.${column} requests.carriedIn.${column}`;
const inForce = (row: string): string =>
  `WARNING T2_IN_FORCE: 2023 proactive.${row}.inForce ${["issued", "repealed", "inForce"]
    .map((column) => `proactive.${row}.${column}`)
    .join(" ")}`;
const yearOnYear = (code: string): string => `WARNING T2_YOY: 2023 ${code} ${code}`;
const blank = (...codes: string[]): string => `WARNING S05_CELL_BLANK: ${codes.join(" ")}`;

/** One thing changed, and all that must be found, by hand. */
const SINGLE_FAULTS: readonly (readonly [
  name: string,
  cells: Readonly<Record<string, string | null>>,
  found: readonly string[],
])[] = [
  [
    "a result of one kind of applicant",
    { "requests.granted.naturalPerson": "1409" },
    [resultTotal("naturalPerson"), rowTotal("granted")],
  ],
  [
    "a result in a row that was 0",
    { "requests.refused.publication.research": "1" },
    [resultTotal("research"), rowTotal("refused.publication")],
  ],
  [
    "a result left blank",
    { "requests.denied.caseFile.enterprise": null },
    [blank("requests.denied.caseFile.enterprise"), resultTotal("enterprise"), rowTotal("denied.caseFile")],
  ],
  ["a blank that was 0", { "requests.granted.research": null }, [blank("requests.granted.research")]],
  ["a row's total", { "requests.partial.total": "470" }, [resultTotal("total"), rowTotal("partial")]],
  [
    "received, one column",
    { "requests.received.naturalPerson": "3441" },
    [flow("naturalPerson"), rowTotal("received")],
  ],
  ["received in all", { "requests.received.total": "3526" }, [flow("total"), rowTotal("received")]],
  [
    "carried in, one column",
    { "requests.carriedIn.enterprise": "4" },
    [flow("enterprise"), rowTotal("carriedIn"), carry("enterprise")],
  ],
  [
    "carried in, column and total",
    { "requests.carriedIn.enterprise": "4", "requests.carriedIn.total": "122" },
    [flow("enterprise"), flow("total"), carry("enterprise"), carry("total")],
  ],
  [
    "carried out",
    { "requests.carriedOut.legalService": "2" },
    [flow("legalService"), rowTotal("carriedOut")],
  ],
  [
    "the total of results, one column",
    { "requests.total.legalService": "6" },
    [flow("legalService"), resultTotal("legalService"), rowTotal("total")],
  ],
  [
    "the total of totals",
    { "requests.total.total": "3522" },
    [flow("total"), resultTotal("total"), rowTotal("total")],
  ],
  ["an outcome of reviews", { "remedies.review.corrected": "19" }, [groupTotal("review")]],
  ["a total of suits", { "remedies.litigationDirect.total": "26" }, [groupTotal("litigationDirect")]],
  [
    "suits after review, pending",
    { "remedies.litigationAfterReview.pending": "0" },
    [groupTotal("litigationAfterReview")],
  ],
  [
    "suits pending last year that are gone",
    {
      "remedies.litigationDirect.upheld": "0",
      "remedies.litigationDirect.other": "0",
      "remedies.litigationDirect.pending": "5",
      "remedies.litigationDirect.total": "5",
    },
    ["WARNING X_T4_PENDING: 2023 remedies.litigationDirect.pending remedies.litigationDirect.total"],
  ],
  ["documents in force", { "proactive.normativeDocuments.inForce": "421" }, [inForce("normativeDocuments")]],
  ["regulations repealed", { "proactive.regulations.repealed": "0" }, [inForce("regulations")]],
  [
    "more regulations made than there are",
    { "proactive.regulations.issued": "14" },
    [
      inForce("regulations"),
      "WARNING T2_ISSUED_IN_FORCE: proactive.regulations.issued proactive.regulations.inForce proactive.regulations.repealed",
    ],
  ],
  [
    "licences, a digit too many",
    { "proactive.licences.decisions": "18085951" },
    [yearOnYear("proactive.licences.decisions")],
  ],
  ["penalties gone", { "proactive.penalties.decisions": "0" }, [yearOnYear("proactive.penalties.decisions")]],
  ["penalties blank", { "proactive.penalties.decisions": null }, [blank("proactive.penalties.decisions")]],
  [
    "fees in yuan",
    { "proactive.fees.amount": "727012578" },
    ["WARNING T2_FEE_UNIT: 2023 proactive.fees.amount proactive.fees.amount"],
  ],
];

describe("a single fault in 2024 is named by exactly the right rules and cells", () => {
  it.each(SINGLE_FAULTS)("%s", async (_name, changed, expected) => {
    await saved(clerk, { ...(await atRevision()), cells: cells(changed) });
    expect(await openFindings()).toEqual(expected);
    const right = Object.keys(changed).map((code) => [code, suqianCells[2024][code] ?? null] as const);
    await saved(clerk, { ...(await atRevision()), cells: cells(Object.fromEntries(right)) });
    expect(await openFindings()).toEqual([]);
  });

  it.each([
    [
      "the period of the year before",
      "INTRODUCTION",
      "统计期限自2023年1月1日起至2023年12月31日止。",
      ["ERROR S09_PERIOD: "],
    ],
    ["no problems", "PROBLEMS", "无", ["ERROR S03_TEXT_EMPTY: "]],
    [
      "problems without improvements",
      "PROBLEMS",
      "存在的主要问题是公开内容不够全面。",
      ["WARNING S12_PROBLEMS_PARTS: "],
    ],
    ["too long an overview", "OVERVIEW", OVERLONG.body, ["INFO S08_OVERLONG: "]],
    [
      "nothing said of fees",
      "OTHER_MATTERS",
      "无",
      ["INFO T3_UNPAID_NO_FEE: requests.other.unpaidFee.total"],
    ],
  ])("%s", async (_name, key, body, expected) => {
    const right = report2024.sections.find((section) => section.key === key)?.body;
    await saved(clerk, { ...(await atRevision()), sections: [{ key, body }] });
    expect(await openFindings()).toEqual(expected);
    await saved(clerk, { ...(await atRevision()), sections: [{ key, body: right }] });
    expect(await openFindings()).toEqual([]);
  });

  it("the report as it was, mended, is submitted and published", async () => {
    const report = (await reportOf(clerk, SUQIAN, 2024, "SYSTEM")) as Report;
    expect(report.cells).toEqual(report2024.cells);
    await publish(report);
    const seen = await reportOf(app.anonymous, SUQIAN, 2024, "SYSTEM");
    expect([seen?.status, valueOf(seen as Report, "proactive.fees.amount")]).toEqual([
      "PUBLISHED",
      "72701.2578",
    ]);
  });
});
