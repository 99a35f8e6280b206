import { encodeCursor } from "../../src/platform/graphql/paging.js";
import { alsoBackwards, byCode, forbidden, type Case } from "./case.js";
import { all, payload } from "./selections.js";
import { emptyNeighbour, forbiddenTo, ghostOf, isStranger, type Tenant } from "./tenants.js";
import type { Caller } from "./people.js";

const CURSORS = ["2000-01-01", "2030-01-01"].map((day) => ({
  after: encodeCursor(`${day}T00:00:00.000Z~${"z".repeat(16)}`),
}));

const unitHidden = (tenant: Tenant, caller: Caller): boolean => forbiddenTo(caller, tenant).includes("team");

export const QUERY_READS: readonly Case[] = [
  ...alsoBackwards(
    {
      about: ["Query.savedQueries under", "Query.savedQueries after"],
      document: (schema) =>
        `query ($under: String, $after: String) { savedQueries(under: $under, after: $after, first: 5) { ${all(schema, "SavedQueryConnection")} } }`,
      probes: (tenant, caller) => [
        {
          variables: { under: tenant.code },
          ...(unitHidden(tenant, caller) && { twin: { under: emptyNeighbour(tenant) } }),
        },
        ...[{}, { under: tenant.district }, { under: "37" }, ...CURSORS].map((variables) => ({ variables })),
      ],
    },
    "Query.savedQueries before",
    `query ($under: String, $after: String) { savedQueries(under: $under, before: $after, last: 5) { nodes { id name } } }`,
  ),
  ...alsoBackwards(
    {
      about: ["Query.dashboards after"],
      document: (schema) =>
        `query ($after: String) { dashboards(after: $after, first: 1) { ${all(schema, "DashboardConnection")} } }`,
      probes: () => [{}, ...CURSORS].map((variables) => ({ variables })),
    },
    "Query.dashboards before",
    "query ($after: String) { dashboards(before: $after, last: 5) { nodes { id name panels { query { id name } } } } }",
  ),
  {
    about: ["Query.downloadLink document", "Query.downloadLink variables"],
    document: () => `query ($document: String!, $variables: JSON) {
      downloadLink(document: $document, variables: $variables, format: CSV) { url expiresAt } }`,
    probes: ({ code }) => [
      {
        variables: {
          document: "query ($code: String!) { unit(code: $code) { requests { totalCount } } }",
          variables: { code },
        },
      },
    ],
  },
  {
    about: ["Query.libraryQueries"],
    document: (schema) => `{ libraryQueries { ${all(schema, "LibraryQuery")} } }`,
    probes: () => [{ variables: {} }],
  },
];

const NEW = { name: "某查询", document: "{ rules { code } }" };

/** What one may see and not change is no secret: then nothing is compared, but nothing may have changed either. */
const ofOne = (type: "SavedQuery" | "Dashboard", field: string, rest: object): Case => {
  const leaf = type === "SavedQuery" ? "queryId" : "dashboardId";
  return {
    about: [`Mutation.${field} input.${leaf}`],
    document: (schema) => payload(schema, field),
    probes: (tenant, caller) => {
      const hidden = forbidden(tenant, caller, type);
      const seen = tenant.targets.filter((target) => target.type === type && !hidden.includes(target));
      return [
        ...hidden.map((target) => ({
          variables: { input: { ...rest, [leaf]: target.id } },
          twin: { input: { ...rest, [leaf]: ghostOf(target) } },
        })),
        ...(isStranger(caller, tenant) ? seen : []).map(({ id }) => ({
          variables: { input: { ...rest, [leaf]: id } },
        })),
      ];
    },
  };
};

const ARRANGED = { name: "某看板", panels: [] };

/** A query that is hidden is, in a dashboard of one's own, one that there is not. */
const PANELS: Case = {
  about: ["Mutation.saveDashboard input.panels.queryId"],
  document: (schema) => payload(schema, "saveDashboard"),
  probes: (tenant, caller) =>
    forbidden(tenant, caller, "SavedQuery").flatMap((target) =>
      ["371003003", "371003104", "371003", "371002"].map((unitCode) => {
        const showing = (queryId: string) => ({ input: { ...ARRANGED, unitCode, panels: [{ queryId }] } });
        return { variables: showing(target.id), twin: showing(ghostOf(target)) };
      }),
    ),
};

export const QUERY_WRITES: readonly Case[] = [
  ...[{}, { expectedRevision: 1 }, { expectedRevision: 1, unitCode: "371003104" }].map((more) =>
    ofOne("SavedQuery", "saveQuery", { ...NEW, ...more }),
  ),
  ...[1, 7].map((expectedRevision) => ofOne("SavedQuery", "deleteQuery", { expectedRevision })),
  ofOne("Dashboard", "saveDashboard", { ...ARRANGED, expectedRevision: 1 }),
  ofOne("Dashboard", "deleteDashboard", { expectedRevision: 1 }),
  PANELS,
  byCode("saveDashboard", "unitCode", () => ARRANGED),
  ...["PRIVATE", "UNIT", "SUBTREE"].map((visibility) =>
    byCode("saveQuery", "unitCode", () => ({ ...NEW, visibility })),
  ),
];
