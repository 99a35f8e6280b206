import type { GraphQLSchema } from "graphql";
import { encodeCursor } from "../../src/platform/graphql/paging.js";
import { byCode, byId, type Case } from "./case.js";
import { RECORD_STEPS, UNIT_STEPS } from "./ledger-inputs.js";
import type { Caller } from "./people.js";
import { LEDGER_DAY, ledgerWords } from "./plant-ledgers.js";
import { all, ANY_RECORD, PERIOD } from "./selections.js";
import { emptyNeighbour, forbiddenTo, type Tenant } from "./tenants.js";

const ledgersHidden = (tenant: Tenant, caller: Caller): boolean =>
  forbiddenTo(caller, tenant).includes("ledger");

/**
 * The ledgers of a unit: who may not read them is told of this unit what is told of one that has none. `open`: what of
 * them is everybody's.
 */
function ofUnit(
  about: readonly string[],
  types: string,
  selection: (schema: GraphQLSchema) => string,
  asked: (tenant: Tenant) => object[],
  open: (asked: object) => boolean = () => false,
): Case {
  return {
    about,
    document: (schema) => `query ($code: String!${types}) { unit(code: $code) { ${selection(schema)} } }`,
    probes: (tenant, caller) =>
      asked(tenant).map((more) => ({
        variables: { code: tenant.code, ...more },
        ...(ledgersHidden(tenant, caller) &&
          !open(more) && { twin: { code: emptyNeighbour(tenant), ...more } }),
      })),
  };
}

const BEFORE_ALL = encodeCursor(`2000-01-01.${"-".repeat(16)}`);
const AFTER_ALL = encodeCursor(`2030-01-01.${"z".repeat(16)}`);
const CURSORS = [
  { after: BEFORE_ALL },
  { after: AFTER_ALL },
  { after: encodeCursor(`${LEDGER_DAY}.${"0".repeat(16)}`) },
];

interface Ledger {
  readonly field: string;
  readonly type: string;
  /** The filter's leaves of text, and what stands there of a tenant. */
  readonly words: (code: string) => Readonly<Record<string, string>>;
}

const LEDGERS: readonly Ledger[] = [
  {
    field: "disclosures",
    type: "Disclosure",
    words: (code) => ({ text: ledgerWords(code).draft, category: "业务动态" }),
  },
  { field: "requests", type: "Request", words: (code) => ({ text: ledgerWords(code).subject }) },
  { field: "remedies", type: "Remedy", words: () => ({}) },
  { field: "proposals", type: "Proposal", words: () => ({}) },
  { field: "interpretations", type: "Interpretation", words: () => ({}) },
];

export const LEDGER_READS: readonly Case[] = [
  ...LEDGERS.flatMap(({ field, type, words }) => {
    const list = (schema: GraphQLSchema): string =>
      `${field}(filter: $filter, subtree: $subtree, after: $after, first: 5) { ${all(schema, `${type}Connection`)} }
       back: ${field}(filter: $filter, subtree: $subtree, before: $after, last: 5) { nodes { id } }`;
    const types = `, $filter: ${type}Filter, $subtree: Boolean, $after: String`;
    const about = Object.keys(words("")).map((leaf) => `Unit.${field} filter.${leaf}`);
    const asked = ({ code }: Tenant): object[] => [
      {},
      { subtree: true },
      ...Object.entries(words(code)).map(([leaf, word]) => ({ filter: { [leaf]: word } })),
      ...CURSORS,
    ];
    // What a unit has published is told, and of a draft nothing, whatever words of it are looked for.
    const open = (one: object): boolean => field === "disclosures" && !JSON.stringify(one).includes("密");
    const own = ofUnit([`Unit.${field} after`, `Unit.${field} before`, ...about], types, list, asked, open);
    const above: Case = {
      ...own,
      about: [],
      probes: ({ district }) =>
        [district, "3710", "37"].map((code) => ({ variables: { code, subtree: true } })),
    };
    return [own, above];
  }),
  ofUnit(
    ["Unit.suppliedCounts after", "Unit.suppliedCounts before"],
    ", $year: Int, $after: String",
    (schema) =>
      `suppliedCounts(year: $year, after: $after, first: 5) { ${all(schema, "SuppliedCountConnection")} }
       back: suppliedCounts(year: $year, before: $after, last: 5) { nodes { id } }`,
    () => [{}, { year: 2022 }, ...CURSORS],
  ),
  ofUnit(
    [],
    "",
    (schema) => `ledgerFeeds(year: 2022) { ${all(schema, "LedgerFeed")} }`,
    () => [{}],
  ),
  ofUnit(
    [],
    "",
    () => `disclosureCatalogue { title synonyms }`,
    () => [{}],
    () => true,
  ),
  ofUnit(
    [],
    "",
    (schema) => `activity${PERIOD} { ${all(schema, "Activity")} }`,
    () => [{}],
  ),
  {
    about: ["ReportCell.records after", "ReportCell.records before"],
    document:
      () => `query ($id: ID!, $after: String) { node(id: $id) { ... on ReportCell { id ledgerValue difference
      records(first: 1, after: $after) { totalCount edges { cursor node { ${ANY_RECORD} } } }
      back: records(last: 1, before: $after) { nodes { ${ANY_RECORD} } } } } }`,
    probes: ({ targets }) =>
      targets
        .filter(({ type }) => type.endsWith("Cell"))
        .flatMap(({ id }) => [{}, { after: BEFORE_ALL }].map((more) => ({ variables: { id, ...more } }))),
  },
  {
    about: ["Query.processingFee"],
    document: (schema) =>
      `{ processingFee(quantity: 11, method: BY_PIECE) { ${all(schema, "ProcessingFee")} } }`,
    probes: () => [{ variables: {} }],
  },
];

/** An own unit of the foreign clerk, who may name it and yet not another's record with it. */
const CLERKS_UNIT = "371003104";

export const LEDGER_WRITES: readonly Case[] = [
  ...RECORD_STEPS.flatMap(({ leaf, type, steps }) =>
    Object.entries(steps).map(([field, input]) =>
      byId(field, leaf, type, () => (leaf.includes(".") ? input : { expectedRevision: 1, ...input })),
    ),
  ),
  ...Object.entries(UNIT_STEPS).map(([field, input]) => byCode(field, "unitCode", () => input)),
  ...[{}, { unitCode: CLERKS_UNIT }].flatMap((unit) => [
    byId("lodgeRemedy", "requestId", "InformationRequest", () => ({ ...UNIT_STEPS.lodgeRemedy, ...unit })),
    byId("lodgeRemedy", "reviewId", "Remedy", () => ({
      ...UNIT_STEPS.lodgeRemedy,
      ...unit,
      route: "LITIGATION_AFTER_REVIEW",
    })),
  ]),
  byId("saveCatalogueItem", "itemId", "CatalogueItem", () => ({
    ...UNIT_STEPS.saveCatalogueItem,
    unitCode: CLERKS_UNIT,
    expectedRevision: 1,
  })),
];
