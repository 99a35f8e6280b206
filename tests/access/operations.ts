import { DEMO_PASSWORD } from "../../seeds/people.js";
import { REPORTS } from "../../src/reports/index.js";
import type { ReportStatus } from "../../src/reports/report-status.js";
import { MEMBERSHIPS, USERS } from "../../src/identity/api.js";
import { insertUnit } from "../../src/units/index.js";
import { newId } from "../../src/platform/db/index.js";
import type { TestApp } from "../harness/app.js";
import { ANALYST_OPERATIONS } from "./analyst-operations.js";
import { LEDGER_OPERATIONS } from "./ledger-operations.js";
import {
  ADMIN_OF_UNIT,
  ADMIN_OF_USER,
  DISTRICT,
  given,
  mutation,
  nothing,
  OPEN,
  OWN,
  query,
  SIGNED_IN,
  type Operation,
} from "./operation.js";
import { plantTableImport, plantUpload } from "./plant-uploads.js";
import { FIGURE, plantReport, plantUser, type PlantedReport } from "./plant.js";
import { plantWebhook, type PlantedWebhook } from "./plant-webhooks.js";
import { SYSTEM, unitOf } from "./rows.js";

const uploadOfClerk = async ({ app: { database } }: TestApp): Promise<string> => {
  const clerk = await database.read(SYSTEM, (session) =>
    session.rows(USERS).one({ login: "clerk.371003003" }),
  );
  return plantUpload(database, clerk?.id ?? "", "年报.docx");
};

let year = 3000;
/** Every other year, so that no report has one before it. */
const nextYear = (): number => (year += 2);
/** A report is submitted once its year is over: the first such year that has none. */
const yearOver = (
  { app: { database } }: TestApp,
  unitCode: string,
  scope: "OWN" | "SYSTEM",
): Promise<number> =>
  database.read(SYSTEM, async (session) => {
    const { id: unitId } = await unitOf(session, unitCode);
    const taken = (await session.rows(REPORTS).find({ unitId, scope })).map((report) => report.year);
    return [2025, 2024, 2023, 2022, 2021].find((one) => !taken.includes(one)) ?? 0;
  });

const report = async (
  app: TestApp,
  status: ReportStatus,
  { over = false, submittable = true } = {},
): Promise<PlantedReport> =>
  plantReport(app.app.database, {
    unitCode: OWN,
    year: over ? await yearOver(app, OWN, "OWN") : nextYear(),
    status,
    submittable,
  });

const inputOf = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;

const step = (field: string, status: ReportStatus, outcomes: string, when?: string): Operation =>
  mutation(
    field,
    inputOf(field),
    outcomes,
    async (app) => {
      const { id: reportId, revision: expectedRevision } = await report(app, status, {
        over: field === "submitReport",
      });
      return { input: { reportId, expectedRevision } };
    },
    when === undefined ? {} : { when },
  );

const back = (field: string, status: ReportStatus, outcomes: string): Operation =>
  mutation(
    field,
    inputOf(field),
    outcomes,
    async (app) => {
      const { id: reportId, revision: expectedRevision } = await report(app, status);
      return { input: { reportId, expectedRevision, reason: "请核对" } };
    },
    { when: status },
  );

const wordsOf = (field: string) =>
  field.startsWith("explain") ? { explanation: "已核实" } : { judgement: "已核实" };

const onFinding = (field: string, status: string, outcomes: string): Operation =>
  mutation(field, inputOf(field), outcomes, async (app) => {
    const { findings, revision } = await report(app, "DRAFT", { submittable: false });
    const [findingId] = findings;
    return { input: { findingId, status, ...wordsOf(field), expectedRevision: revision } };
  });

const onFindings = (field: string, status: string, outcomes: string): Operation =>
  mutation(field, inputOf(field), outcomes, async (app) => {
    const { findings, revision } = await report(app, "DRAFT", { submittable: false });
    const [findingId] = findings;
    const one = { findingId, status, ...wordsOf(field), expectedRevision: revision };
    return { input: { findings: [one] } };
  });

const onUser = (field: string, input: string, more: object = {}): Operation =>
  mutation(field, input, ADMIN_OF_USER, async (app) => {
    const { id: userId } = await plantUser(app.app, OWN, "某人");
    return { input: { userId, ...more } };
  });

const onWebhook = (field: string, input: string, named: (planted: PlantedWebhook) => object): Operation =>
  mutation(field, input, ADMIN_OF_USER, async ({ app }) => ({
    input: named(await plantWebhook(app.database, OWN, "permissions")),
  }));

let number = 0;

/** What every change of a unit says. */
const CHANGE = { reason: "威政字〔2026〕3号", expectedRevision: 1 };
/** Nobody but those who work for the whole district has to do with it. */
const ADMIN_OF_TOWN = "UA UA NF NF NF FB NF FB OK";

/** A town of the district where nobody works yet. */
async function newTown(app: TestApp): Promise<string> {
  const code = `${DISTRICT}${900 + ++number}`;
  const input = {
    parentCode: DISTRICT,
    code,
    kind: "TOWN",
    name: `试验镇${number}`,
    shortName: `试验${number}`,
  };
  const document = "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { unit { code } } }";
  await app.as("admin.371003").query(document, { input });
  return code;
}

/** A unit without one above it, which the district's administrator administers as well. */
async function newRoot({ app: { database } }: TestApp): Promise<string> {
  const code = `${DISTRICT}${900 + ++number}`;
  const names = { name: `试验镇${number}`, shortName: `试验${number}`, aliases: [] };
  await database.write(SYSTEM, async (session) => {
    const unit = { code, ...names, kind: "TOWN", filesReport: true, establishedOn: null } as const;
    const root = await insertUnit(session, unit, null);
    const admin = await session.rows(USERS).one({ login: "admin.371003" });
    if (!admin) throw new Error("no administrator");
    await session
      .rows(MEMBERSHIPS)
      .insert(root, { id: newId(), unitId: root.id, userId: admin.id, role: "ADMIN" });
  });
  return code;
}

/** Every root field. Outcomes: OK, UA(UTHENTICATED), FB (FORBIDDEN), NF (NOT_FOUND, or null by id), PR(oblems). */
export const OPERATIONS: readonly Operation[] = [
  // Before the unit has many reports, which each change in its ledgers checks again.
  ...LEDGER_OPERATIONS,
  ...ANALYST_OPERATIONS,

  query("viewer", "{ viewer { user { login } memberships { role } } }", OPEN),
  query("unit", `{ unit(code: "${OWN}") { name } }`, OPEN),
  query("units", "{ units(first: 1) { nodes { code } } }", OPEN),
  query("changes", "{ changes { nodes { kind } totalCount } }", OPEN),
  query("reportFormats", "{ reportFormats { code } }", OPEN),
  query("indicators", "{ indicators { code source } }", OPEN),
  query("rules", "{ rules { code } }", OPEN),
  query(
    "compareReports",
    "query ($input: CompareReportsInput!) { compareReports(input: $input) { rows { values } } }",
    OPEN,
    { input: { under: DISTRICT, years: [2023], indicators: [FIGURE] } },
  ),
  query("filingBoard", `{ filingBoard(under: "${DISTRICT}", year: 2023) { filings { status } } }`, OPEN),
  query("verifyHistory", "{ verifyHistory { units } }", "UA UA FB FB FB FB FB FB FB FB OK"),
  query("history", `{ history(unit: "${OWN}") { nodes { sequence } } }`, "UA UA OK OK NF OK NF FB OK FB OK"),
  query("users", "{ users { nodes { login } } }", "UA UA FB FB FB FB FB FB OK"),
  {
    field: "node",
    when: "of a draft",
    document: "query ($id: ID!) { node(id: $id) { id } }",
    variables: async (app) => ({ id: (await report(app, "DRAFT")).id }),
    outcomes: "NF UA OK OK NF OK NF NF NF",
  },
  {
    field: "node",
    when: "of a published report",
    document: "query ($id: ID!) { node(id: $id) { id } }",
    variables: async (app) => ({ id: (await report(app, "PUBLISHED")).id }),
    outcomes: OPEN,
  },

  mutation(
    "signIn",
    "SignInInput!",
    OPEN,
    given({ input: { login: "officer.371003", password: DEMO_PASSWORD } }),
  ),
  mutation("renewSession", "RenewSessionInput", SIGNED_IN, nothing),
  mutation("signOut", "SignOutInput", SIGNED_IN, nothing, { ownSession: true }),
  mutation(
    "changePassword",
    "ChangePasswordInput!",
    SIGNED_IN,
    // After the last row that signs anybody in anew.
    given({ input: { currentPassword: DEMO_PASSWORD, newPassword: "chosen by the caller" } }),
  ),

  mutation("createUnit", "CreateUnitInput!", "UA UA NF NF NF FB NF FB OK", () => {
    const code = `${DISTRICT}${900 + ++number}`;
    const names = { name: `试验街道${number}`, shortName: `试验${number}` };
    return Promise.resolve({ input: { parentCode: DISTRICT, code, kind: "SUBDISTRICT", ...names } });
  }),
  mutation(
    "renameUnit",
    "RenameUnitInput!",
    ADMIN_OF_UNIT,
    given({ input: { unitCode: OWN, name: "环山街道办事处", shortName: "环山街道", expectedRevision: 1 } }),
  ),
  mutation("importUnits", "ImportUnitsInput!", "UA UA FB FB FB FB FB FB OK", () =>
    Promise.resolve({
      input: { csv: `代码,全称,类别\n${DISTRICT}${900 + ++number},试验镇${number},镇`, preview: false },
    }),
  ),
  mutation("amendUnit", "AmendUnitInput!", ADMIN_OF_TOWN, async (app) => ({
    input: { unitCode: await newTown(app), filesReport: false, ...CHANGE },
  })),
  mutation("moveUnit", "MoveUnitInput!", "UA UA NF NF NF NF NF NF OK", async (app) => ({
    input: { unitCode: await newRoot(app), parentCode: DISTRICT, ...CHANGE },
  })),
  mutation("dissolveUnit", "DissolveUnitInput!", ADMIN_OF_TOWN, async (app) => ({
    input: { unitCode: await newTown(app), successorCodes: [OWN], ...CHANGE },
  })),
  mutation("removeUnit", "RemoveUnitInput!", ADMIN_OF_TOWN, async (app) => ({
    input: { unitCode: await newTown(app), ...CHANGE },
  })),
  mutation(
    "saveContacts",
    "SaveContactsInput!",
    "UA UA OK OK NF OK NF FB FB",
    given({ input: { unitCode: OWN, contacts: [{ name: "某某", telephone: "0631-8450000" }] } }),
  ),
  mutation(
    "setFilingDeadline",
    "SetFilingDeadlineInput!",
    "UA UA NF NF NF OK NF FB FB",
    given({ input: { under: DISTRICT, year: 2025, dueOn: "2026-01-25" } }),
  ),

  mutation("createUser", "CreateUserInput!", ADMIN_OF_UNIT, () => {
    const login = `new.${++number}`;
    const input = {
      login,
      displayName: "新人",
      unitCode: OWN,
      password: "long enough 2026",
      roles: ["CLERK"],
    };
    return Promise.resolve({ input });
  }),
  mutation("importUsers", "ImportUsersInput!", "UA UA FB FB FB FB FB FB OK FB", () =>
    Promise.resolve({ input: { csv: `login,name,unitCode\nimported.${++number},某人,${OWN}` } }),
  ),
  onUser("grantRole", "GrantRoleInput!", { unitCode: OWN, role: "REVIEWER" }),
  onUser("revokeRole", "RevokeRoleInput!", { unitCode: OWN, role: "CLERK" }),
  onUser("disableUser", "DisableUserInput!"),
  onUser("enableUser", "EnableUserInput!"),
  onUser("renameUser", "RenameUserInput!", { displayName: "新名" }),
  onUser("resetPassword", "ResetPasswordInput!", { newPassword: "long enough 2026" }),

  mutation(
    "saveReport",
    "SaveReportInput!",
    "UA UA OK FB NF FB NF FB FB",
    given({ input: { unitCode: OWN, year: 2026, cells: [{ code: FIGURE, value: 5 }] } }),
  ),
  mutation(
    "saveReport",
    "SaveReportInput!",
    "UA UA NF NF NF OK NF FB FB",
    given({
      input: { unitCode: DISTRICT, year: 2026, scope: "SYSTEM", cells: [{ code: FIGURE, value: 5 }] },
    }),
    { when: "of a 本级汇总" },
  ),
  {
    ...query(
      "previewImport",
      "query ($upload: ID!, $unit: String!) { previewImport(uploadId: $upload, unitCode: $unit) { revision } }",
      "UA UA OK FB NF FB NF FB FB",
    ),
    variables: async (app) => ({ upload: await uploadOfClerk(app), unit: OWN }),
  },
  mutation("applyImport", "ApplyImportInput!", "UA UA OK FB NF FB NF FB FB", async (app) => ({
    input: { uploadId: await uploadOfClerk(app), unitCode: OWN, year: await yearOver(app, OWN, "OWN") },
  })),
  {
    ...query(
      "auditDocument",
      "query ($upload: ID!, $unit: String!, $year: Int!) { auditDocument(uploadId: $upload, unitCode: $unit, year: $year) { agrees } }",
      "UA UA OK NF NF NF NF NF NF",
    ),
    variables: async (app) => {
      const year = nextYear();
      await plantReport(app.app.database, { unitCode: OWN, year, status: "PUBLISHED" });
      return { upload: await uploadOfClerk(app), unit: OWN, year };
    },
  },
  {
    ...query(
      "uploadedTable",
      "query ($upload: ID!) { uploadedTable(uploadId: $upload) }",
      "UA UA OK NF NF NF NF NF NF",
    ),
    variables: async (app) => ({ upload: await uploadOfClerk(app) }),
  },
  mutation("importTable", "ImportTableInput!", "UA UA OK FB NF FB NF FB FB", async (app) => ({
    input: { kind: "DISCLOSURES", uploadId: await uploadOfClerk(app), unitCode: OWN },
  })),
  mutation("startTableImport", "StartTableImportInput!", "UA UA OK FB NF FB NF FB FB", async (app) => ({
    input: { kind: "DISCLOSURES", uploadId: await uploadOfClerk(app), unitCode: OWN },
  })),
  mutation("cancelTableImport", "CancelTableImportInput!", "UA UA OK FB NF FB NF NF NF", async (app) => ({
    input: { tableImportId: await plantTableImport(app.app.database, OWN) },
  })),
  query(
    "tableImports",
    "query ($unit: String!) { tableImports(unitCode: $unit) { id } }",
    "UA UA OK OK NF FB NF FB FB",
    { unit: OWN },
  ),
  mutation(
    "submitReport",
    "SubmitReportInput!",
    "UA UA NF NF NF OK NF NF NF",
    async (app) => {
      const spec = { unitCode: DISTRICT, scope: "SYSTEM", status: "DRAFT", submittable: true } as const;
      const { id: reportId, revision: expectedRevision } = await plantReport(app.app.database, {
        ...spec,
        year: await yearOver(app, DISTRICT, "SYSTEM"),
      });
      return { input: { reportId, expectedRevision } };
    },
    { when: "of a 本级汇总" },
  ),
  step("requestReview", "DRAFT", "UA UA OK FB NF FB NF NF NF"),
  step("submitReport", "DRAFT", "UA UA FB OK NF FB NF NF NF"),
  back("returnReport", "UNDER_REVIEW", "UA UA FB OK NF PR NF NF NF"),
  back("returnReport", "SUBMITTED", "UA UA FB PR NF OK NF FB NF NF NF"),
  step("approveReport", "SUBMITTED", "UA UA FB FB NF OK NF FB NF NF NF"),
  step("publishReport", "APPROVED", "UA UA FB FB NF OK NF FB NF NF NF"),
  back("reviseReport", "PUBLISHED", "UA UA FB FB NF OK NF FB FB"),
  onFinding("explainFinding", "EXPLAINED", "UA UA OK OK NF FB NF NF NF"),
  onFindings("explainFindings", "EXPLAINED", "UA UA OK OK NF FB NF NF NF"),
  onFinding("judgeFinding", "ACCEPTED", "UA UA FB FB NF OK NF NF NF"),
  onFindings("judgeFindings", "ACCEPTED", "UA UA FB FB NF OK NF NF NF"),
  onWebhook("testWebhook", "TestWebhookInput!", ({ webhook }) => ({ webhookId: webhook })),
  onWebhook("removeWebhook", "RemoveWebhookInput!", ({ webhook }) => ({ webhookId: webhook })),
  onWebhook("replayDelivery", "ReplayDeliveryInput!", ({ delivery }) => ({ deliveryId: delivery })),
  // From here on there is an endpoint, which work in the background serves.
  mutation("addWebhook", "AddWebhookInput!", ADMIN_OF_UNIT, () =>
    Promise.resolve({
      input: { unitCode: OWN, url: "https://hooks.example.invalid/", kinds: ["REQUEST_DUE"] },
    }),
  ),
];
