import type { GraphQLSchema } from "graphql";
import { encodeCursor } from "../../src/platform/graphql/paging.js";
import { FIGURE } from "./plant.js";
import type { Caller } from "./people.js";
import { forbiddenTo, ghostOf, isStranger, YEARS, type Target, type Tenant, type World } from "./tenants.js";
import { everything, type Ends } from "./walk-schema.js";

/** One call with another tenant's reference, and maybe the same with one that does not exist. */
export interface Probe {
  readonly variables: object;
  /** The answer must be, letter for letter, the same. */
  readonly twin?: object;
  /** In place of the case's own document. */
  readonly document?: string;
}

export interface Case {
  /** The leaves of walk-schema.ts that it is about; a root field without any stands for itself. */
  readonly about: readonly string[];
  readonly document: (schema: GraphQLSchema) => string;
  readonly probes: (tenant: Tenant, caller: Caller, world: World) => Probe[];
  /** Tables that the call may write whoever calls. */
  readonly writes?: readonly string[];
}

const GHOST_CODE = "371009999";
const GHOST_LOGIN = "planted.0.371009999";
const REPORT_YEARS = Object.values(YEARS);

const ENDS: Ends = {
  Indicator: "code",
  ReportFormat: "code",
  Rule: "code",
  Unit: "id code",
  AnnualReport: "id status",
};
const ARGS = { "Unit.report": `(year: ${YEARS.draft})`, "Unit.reports": `(years: [${REPORT_YEARS.join()}])` };

const all = (schema: GraphQLSchema, type: string, ends: Ends = ENDS): string =>
  everything(schema, type, ends, ARGS);
/** Ends that show something of the reports of each unit met on the way. */
const REPORT_SKETCH = `id status unitName revision sections { body } cells(codes: ["${FIGURE}"]) { id value }
  findings { id explanation } events { actor reason } versions { id }`;
const sketched = (year: number): Ends => ({
  ...ENDS,
  Unit: `code report(year: ${year}) { ${REPORT_SKETCH} }`,
});

const forbidden = (tenant: Tenant, caller: Caller, type: string): Target[] =>
  tenant.targets.filter((t) => t.type === type && forbiddenTo(caller, tenant).includes(t.kind));
/** To a stranger even what is published is nothing that could be acted on. */
const actedOn = (tenant: Tenant, caller: Caller, type: string): Target[] =>
  tenant.targets.filter(
    (t) => t.type === type && (isStranger(caller, tenant) || forbiddenTo(caller, tenant).includes(t.kind)),
  );

function payload(schema: GraphQLSchema, field: string): string {
  const ends = { ...ENDS, "BlockedByFindings.findings": "id message explanation" };
  const { args = [], type } = schema.getMutationType()?.getFields()[field] ?? {};
  return `mutation ($input: ${String(args[0]?.type)}) { ${field}(input: $input) { ${all(schema, String(type).replace(/\W/g, ""), ends)} } }`;
}

/** A mutation of one record by its id. */
const byId = (
  field: string,
  leaf: string,
  type: string,
  rest: (target: Target, tenant: Tenant) => object,
): Case => ({
  about: [`Mutation.${field} input.${leaf}`],
  document: (schema) => payload(schema, field),
  probes: (tenant, caller) =>
    actedOn(tenant, caller, type).map((target) => {
      const input = rest(target, tenant);
      return {
        variables: { input: { ...input, [leaf]: target.id } },
        twin: { input: { ...input, [leaf]: ghostOf(target) } },
      };
    }),
});

/** A mutation of a unit by its code. */
const byCode = (field: string, leaf: string, rest: (tenant: Tenant, world: World) => object): Case => ({
  about: [`Mutation.${field} input.${leaf}`],
  document: (schema) => payload(schema, field),
  probes: (tenant, caller, world) => {
    const input = rest(tenant, world);
    const probe = (code: string): object => ({ input: { ...input, [leaf]: code } });
    return isStranger(caller, tenant) ? [{ variables: probe(tenant.code), twin: probe(GHOST_CODE) }] : [];
  },
});

const step = (field: string): Case =>
  byId(field, "reportId", "AnnualReport", ({ revision: expectedRevision }) => ({ expectedRevision }));
const back = (field: string): Case => ({
  ...byId(field, "reportId", "AnnualReport", ({ revision: expectedRevision }) => ({
    expectedRevision,
    reason: "请核对",
    cells: [FIGURE],
  })),
  about: [`Mutation.${field} input.reportId`, `Mutation.${field} input.cells`],
});
const ofOther = ({ tenants }: World, tenant: Tenant): Tenant => tenants.find((t) => t !== tenant) ?? tenant;

const reads: readonly Case[] = [
  {
    about: ["Query.node id"],
    document: () => "query ($id: ID!) { node(id: $id) { __typename id } }",
    probes: (tenant, caller) =>
      tenant.targets
        .filter(({ kind }) => forbiddenTo(caller, tenant).includes(kind))
        .map((target) => ({ variables: { id: target.id }, twin: { id: ghostOf(target) } })),
  },
  // Whatever the caller may see of a record, through it nothing else of the tenant can be reached.
  ...["AnnualReport", "ReportVersion", "ReportCell", "Finding", "User"].map((type): Case => ({
    about: [],
    document: (schema) => {
      const deep = { ...ENDS, AnnualReport: all(schema, "AnnualReport") };
      return `query ($id: ID!) { node(id: $id) { ... on ${type} { ${all(schema, type, type === "AnnualReport" ? deep : ENDS)} } } }`;
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
      ... on AnnualReport { cells(codes: $codes) { id value source } versions { cells(codes: $codes) { id value } } }
      ... on ReportVersion { versionCells: cells(codes: $codes) { id value source } } } }`,
    probes: (tenant, caller) =>
      [...forbidden(tenant, caller, "AnnualReport"), ...forbidden(tenant, caller, "ReportVersion")].map(
        (target) => ({
          variables: { id: target.id, codes: [FIGURE] },
          twin: { id: ghostOf(target), codes: [FIGURE] },
        }),
      ),
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
      system: reports(years: $years, scope: SYSTEM) { id } children { reports(years: $years) { id status } } } }`,
    probes: ({ code, district }) =>
      [code, district, "37"].map((c) => ({ variables: { code: c, years: REPORT_YEARS } })),
  },
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
  ...(["viewer", "reportFormats", "rules"] as const).map((field): Case => ({
    about: [`Query.${field}`],
    document: (schema) => {
      const type = String(schema.getQueryType()?.getFields()[field]?.type).replace(/\W/g, "");
      return `{ ${field} { ${all(schema, type, { Unit: "code report(year: 2024) { id }" })} } }`;
    },
    probes: () => [{ variables: {} }],
  })),
];

const writes: readonly Case[] = [
  {
    ...byCode("saveReport", "unitCode", () => ({
      year: YEARS.draft,
      expectedRevision: 2,
      cells: [{ code: FIGURE, value: 1 }],
    })),
    about: ["Mutation.saveReport input.unitCode", "Mutation.saveReport input.cells.code"],
  },
  ...["requestReview", "submitReport", "approveReport", "publishReport"].map(step),
  ...["returnReport", "reviseReport"].map(back),
  byId("explainFinding", "findingId", "Finding", () => ({ status: "ACCEPTED", explanation: "已核实" })),
  byCode("setFilingDeadline", "under", () => ({ year: 2025, dueOn: "2026-01-20" })),
  {
    ...byCode("createUnit", "parentCode", ({ code }) => ({
      code: `${code}1`,
      name: "试验单位",
      shortName: "试验",
      kind: "TOWN",
    })),
    about: ["Mutation.createUnit input.parentCode", "Mutation.createUnit input.code"],
  },
  byCode("renameUnit", "unitCode", () => ({ name: "别的名称", shortName: "别名", expectedRevision: 1 })),
  byCode("createUser", "unitCode", ({ code }) => ({
    login: `spy.${code}`,
    displayName: "某人",
    password: "long enough 2026",
    roles: ["ADMIN"],
  })),
  // Somebody one administers, at a unit that one does not: and the other way round.
  ...["grantRole", "revokeRole"].flatMap((field) => [
    byCode(field, "unitCode", (tenant, world) => ({ userId: ofOther(world, tenant).user.id, role: "CLERK" })),
    byId(field, "userId", "User", ({ id }, { user }) => ({
      unitCode: id === user.id ? "371003104" : "37",
      role: "CLERK",
    })),
  ]),
  byId("disableUser", "userId", "User", () => ({})),
  byId("resetPassword", "userId", "User", () => ({ newPassword: "long enough 2026" })),
  {
    about: ["Mutation.signIn input.login"],
    document: (schema) => payload(schema, "signIn"),
    probes: ({ user: { login } }) => {
      const input = { password: "not the password" };
      return [
        { variables: { input: { ...input, login } }, twin: { input: { ...input, login: GHOST_LOGIN } } },
      ];
    },
    writes: ["sign_in_throttles"],
  },
];

export const CASES: readonly Case[] = [...reads, ...writes];

/** Text that names no record: what is said or called, passwords, and the cells of a form, which are everybody's. */
export const PLAIN_TEXT: readonly string[] = [
  ...["requestReview", "submitReport", "approveReport", "publishReport"].map(
    (f) => `Mutation.${f} input.comment`,
  ),
  "Mutation.returnReport input.reason",
  "Mutation.reviseReport input.reason",
  "Mutation.explainFinding input.explanation",
  "Mutation.saveReport input.sections.body",
  ...["name", "shortName", "aliases"].map((f) => `Mutation.createUnit input.${f}`),
  ...["name", "shortName"].map((f) => `Mutation.renameUnit input.${f}`),
  // A login is unique over all tenants: that one is taken must be told, and nothing more is.
  ...["login", "displayName", "password"].map((f) => `Mutation.createUser input.${f}`),
  "Mutation.resetPassword input.newPassword",
  "Mutation.signIn input.password",
  ...["currentPassword", "newPassword"].map((f) => `Mutation.changePassword input.${f}`),
];

/** Root fields that concern the caller's own session alone; keys of theirs are tried in isolation.test.ts. */
export const OWN_SESSION: readonly string[] = [
  "Mutation.renewSession",
  "Mutation.signOut",
  "Mutation.changePassword",
];
