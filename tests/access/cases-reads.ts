import { encodeCursor } from "../../src/platform/graphql/paging.js";
import { alsoBackwards, forbidden, GHOST_CODE, type Case } from "./case.js";
import { FIGURE } from "./plant.js";
import { all, CODES, ENDS, endsOf, RECORDS, REPORT_SKETCH, REPORT_YEARS, sketched } from "./selections.js";
import { forbiddenTo, ghostOf, isStranger, YEARS } from "./tenants.js";

export const READS: readonly Case[] = [
  {
    about: ["Query.node id"],
    document: () => "query ($id: ID!) { node(id: $id) { __typename id } }",
    probes: (tenant, caller) =>
      tenant.targets
        .filter(({ kind }) => forbiddenTo(caller, tenant).includes(kind))
        .map((target) => ({ variables: { id: target.id }, twin: { id: ghostOf(target) } })),
  },
  // Whatever the caller may see of a record, through it nothing else of the tenant can be reached.
  ...[
    "AnnualReport",
    "ReportVersion",
    "ReportCell",
    "Finding",
    "User",
    "CatalogueItem",
    "SavedQuery",
    "Dashboard",
    "CustomPeerGroup",
    "Webhook",
    "WebhookDelivery",
    ...Object.keys(RECORDS),
  ].map((type): Case => ({
    about: [],
    document: (schema) => {
      return `query ($id: ID!) { node(id: $id) { ... on ${type} { ${all(schema, type, endsOf(schema, type))} } } }`;
    },
    // A VersionCell is a ReportCell, too.
    probes: ({ targets }) =>
      targets
        .filter((target) => target.type.replace("Version", "Report") === type.replace("Version", "Report"))
        .map(({ id }) => ({ variables: { id } })),
  })),
  {
    about: ["AnnualReport.cells codes", "ReportVersion.cells codes"],
    document: () => `query ($id: ID!, $codes: [String!]) { node(id: $id) {
      ... on AnnualReport { cells(codes: $codes) { id value source difference } versions { nodes { cells(codes: $codes) { id value } } } }
      ... on ReportVersion { versionCells: cells(codes: $codes) { id value source difference } } } }`,
    probes: (tenant, caller) =>
      [...forbidden(tenant, caller, "AnnualReport"), ...forbidden(tenant, caller, "ReportVersion")].map(
        (target) => ({
          variables: { id: target.id, codes: CODES },
          twin: { id: ghostOf(target), codes: CODES },
        }),
      ),
  },
  {
    about: [],
    document: () =>
      "query ($code: String!) { unit(code: $code) { contacts { name } letterTemplates { sample } } }",
    probes: ({ code }) => [{ variables: { code } }],
  },
  {
    about: ["Query.uploadedTable uploadId"],
    document: () => "query ($id: ID!) { uploadedTable(uploadId: $id) }",
    probes: (tenant, caller) =>
      forbidden(tenant, caller, "Upload").map((target) => ({
        variables: { id: target.id },
        twin: { id: ghostOf(target) },
      })),
  },
  {
    about: ["Query.auditDocument uploadId", "Query.auditDocument unitCode"],
    document: (schema) =>
      `query ($id: ID!, $code: String!) { auditDocument(uploadId: $id, unitCode: $code, year: 2022) { ${all(schema, "DocumentAudit")} } }`,
    probes: (tenant, caller) =>
      forbidden(tenant, caller, "Upload").flatMap((target) => [
        {
          variables: { id: target.id, code: tenant.code },
          twin: { id: ghostOf(target), code: tenant.code },
        },
        { variables: { id: target.id, code: tenant.code }, twin: { id: target.id, code: GHOST_CODE } },
      ]),
  },
  {
    about: [],
    document: () => "query ($id: ID!) { node(id: $id) { id ... on TableImport { fileName } } }",
    probes: ({ targets }) =>
      targets.filter(({ type }) => type === "TableImport").map(({ id }) => ({ variables: { id } })),
  },
  {
    about: ["Query.tableImports unitCode"],
    document: (schema) =>
      `query ($code: String!) { tableImports(unitCode: $code) { ${all(schema, "TableImport")} } }`,
    probes: (tenant, caller) => [
      {
        variables: { code: tenant.code },
        ...(isStranger(caller, tenant) && { twin: { code: GHOST_CODE } }),
      },
    ],
  },
  {
    about: ["Query.previewImport uploadId", "Query.previewImport unitCode"],
    document: (schema) =>
      `query ($id: ID!, $code: String!) { previewImport(uploadId: $id, unitCode: $code) { ${all(schema, "ImportPreview")} } }`,
    probes: (tenant, caller) =>
      forbidden(tenant, caller, "Upload").flatMap((target) => [
        {
          variables: { id: target.id, code: tenant.code },
          twin: { id: ghostOf(target), code: tenant.code },
        },
        ...(isStranger(caller, tenant)
          ? [{ variables: { id: target.id, code: tenant.code }, twin: { id: target.id, code: GHOST_CODE } }]
          : []),
      ]),
  },
  {
    about: ["Query.unit code"],
    document: (schema) =>
      `query ($code: String!, $year: Int!) { unit(code: $code) { ${all(schema, "Unit")}
         mine: report(year: $year) { ${all(schema, "AnnualReport", { ...ENDS, AnnualReport: REPORT_SKETCH })} } } }`,
    probes: ({ code }) => [2021, 2022, 2023, 2024, 2025, 2026].map((year) => ({ variables: { code, year } })),
  },
  {
    about: [],
    document:
      () => `query ($code: String!, $years: [Int!]) { unit(code: $code) { reports(years: $years) { ${REPORT_SKETCH} }
      system: reports(years: $years, scope: SYSTEM) { id } children { nodes { reports(years: $years) { id status } } } } }`,
    probes: ({ code, district }) =>
      [code, district, "37"].map((c) => ({ variables: { code: c, years: REPORT_YEARS } })),
  },
  ...alsoBackwards(
    {
      about: ["Query.units under", "Query.units text", "Query.units after"],
      document: (schema) =>
        `query ($under: String, $text: String, $after: String) { units(under: $under, text: $text, after: $after, first: 20) {
         ${all(schema, "UnitConnection", { ...ENDS, Unit: `id code name aliases report(year: ${YEARS.draft}) { ${REPORT_SKETCH} }` })} } }`,
      probes: ({ code, district, user }) => [
        { variables: { under: code } },
        { variables: { under: district } },
        { variables: { text: user.displayName } },
        { variables: { text: "密-" } },
        { variables: { after: encodeCursor(user.login) } },
        { variables: { after: encodeCursor("37/3710/371002/") } },
      ],
    },
    "Query.units before",
    `query ($under: String, $text: String, $after: String) { units(under: $under, text: $text, before: $after, last: 20) { nodes { id code name } } }`,
  ),
  {
    about: ["Query.filingBoard under"],
    document: (schema) =>
      `query ($under: String!, $year: Int!) { filingBoard(under: $under, year: $year) { ${all(schema, "FilingBoard", sketched(YEARS.draft))} } }`,
    probes: ({ code, district }) =>
      [code, district, "37"].flatMap((under) => REPORT_YEARS.map((year) => ({ variables: { under, year } }))),
  },
  {
    about: [
      "Query.compareReports input.under",
      "Query.compareReports input.units",
      "Query.compareReports input.indicators",
      "Query.compareReports input.orderBy.indicator",
    ],
    document: (schema) =>
      `query ($input: CompareReportsInput!) { compareReports(input: $input) { ${all(schema, "ReportComparison", { ...sketched(YEARS.submitted), "ReportComparison.coverage": all(schema, "Coverage") })} } }`,
    probes: ({ code, district }) => {
      const asked = {
        years: [2022, 2023, 2024, 2025],
        indicators: [FIGURE, "requests.total.total", "rates.disclosed"],
      };
      const orderBy = { indicator: FIGURE, year: YEARS.submitted };
      const elsewhere = { ...asked, under: district === "371003" ? "371002" : "371003" };
      return [
        ...[code, district].map((under) => ({
          variables: { input: { ...asked, under, atLeast: "SUBMITTED" } },
        })),
        { variables: { input: { ...asked, under: "37", units: [code], orderBy } } },
        {
          variables: {
            input: { ...asked, under: "37", kinds: ["SUBDISTRICT", "TOWN"], orderBy, atLeast: "SUBMITTED" },
          },
        },
        {
          variables: { input: { ...elsewhere, units: [code] } },
          twin: { input: { ...elsewhere, units: [GHOST_CODE] } },
        },
      ];
    },
  },
  ...alsoBackwards(
    {
      about: ["Query.users under", "Query.users after"],
      document: (schema) =>
        `query ($under: String, $after: String) { users(under: $under, after: $after) { ${all(schema, "UserConnection")} } }`,
      probes: (tenant, caller) => [
        ...(isStranger(caller, tenant)
          ? [tenant.code, tenant.district].map((under) => ({
              variables: { under },
              twin: { under: GHOST_CODE },
            }))
          : [{ variables: { under: tenant.code } }]),
        { variables: {} },
        { variables: { after: encodeCursor(tenant.user.login) } },
        { variables: { after: encodeCursor(tenant.user.login.slice(0, -1)) } },
        { variables: { after: encodeCursor("37/3710/371003/") } },
      ],
    },
    "Query.users before",
    `query ($under: String, $after: String) { users(under: $under, before: $after, last: 20) { nodes { id login displayName } } }`,
  ),
  {
    about: ["Query.verifyHistory root"],
    document: (schema) =>
      `query ($root: String) { verifyHistory(root: $root) { ${all(schema, "HistoryVerification")} } }`,
    probes: () => [{ variables: {} }, { variables: { root: "0".repeat(64) } }],
  },
  {
    about: ["unit", "subject", "actor", "after", "before"].map((argument) => `Query.history ${argument}`),
    document: (schema) =>
      `query ($unit: String, $subject: ID, $actor: ID, $after: String, $before: String) { history(unit: $unit, subtree: true, subject: $subject, actor: $actor, after: $after, before: $before) { ${all(schema, "HistoryConnection", { Unit: "code" })} } }`,
    probes: (tenant, caller) => [
      ...(isStranger(caller, tenant)
        ? [tenant.code, tenant.district].map((unit) => ({ variables: { unit }, twin: { unit: GHOST_CODE } }))
        : [{ variables: { unit: tenant.code } }]),
      { variables: {} },
      { variables: { subject: tenant.user.id } },
      { variables: { actor: tenant.user.id } },
      ...tenant.targets.map(({ id }) => ({ variables: { subject: id } })),
      ...["after", "before"].map((argument) => ({
        variables: { [argument]: encodeCursor("2099-01-01T00:00:00.000Z/AAAAAAAAAAAAAAAA/1") },
      })),
    ],
  },
  {
    about: ["units", "since", "after", "before"].map((argument) => `Query.changes ${argument}`),
    // What is asked for finds what others have done.
    writes: ["change_feed"],
    document: (schema) =>
      `query ($units: [String!], $since: String, $after: String, $before: String) { changes(units: $units, subtree: true, since: $since, after: $after, before: $before, orderBy: COMMITTED_DESC) { ${all(schema, "ChangeConnection", { Unit: "code" })} } }`,
    probes: (tenant) => [
      { variables: {} },
      { variables: { units: [tenant.code] } },
      ...["since", "after", "before"].map((argument) => ({
        variables: { [argument]: encodeCursor("AAAAAAAAAAAAAAAAAAAAAA") },
      })),
    ],
  },
  ...(["viewer", "reportFormats", "rules", "indicators"] as const).map((field): Case => ({
    about: [`Query.${field}`],
    document: (schema) => {
      const type = String(schema.getQueryType()?.getFields()[field]?.type).replace(/\W/g, "");
      return `{ ${field} { ${all(schema, type, { Unit: "code report(year: 2024) { id }" })} } }`;
    },
    probes: () => [{ variables: {} }],
  })),
];
