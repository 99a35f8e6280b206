import { fold } from "../../kernel/fold.js";
import { allOf, anyOf, raw, sql, type Sql } from "../../platform/db/index.js";
import {
  being,
  dueFirst,
  having,
  type Listing,
  newestFirst,
  notBy,
  oldestFirst,
  withinRange,
} from "../../records/index.js";
import { bitOf, type Channel } from "./channels.js";
import {
  DISCLOSURES,
  type DisclosureRow,
  type DisclosureStatus,
  type DocumentKind,
} from "./disclosure.entity.js";

/** One category asked for, by the names it goes by: those of some units, by their catalogues, and of all others. */
export interface CategoryNames {
  readonly units: readonly { readonly unitIds: readonly string[]; readonly names: readonly string[] }[];
  readonly otherwise: string;
}

export interface DisclosureConditions {
  readonly published?: { readonly from?: string | null; readonly to?: string | null } | null;
  readonly channel?: Channel | null;
  readonly category?: CategoryNames | null;
  readonly status?: DisclosureStatus | null;
  readonly documentKind?: DocumentKind | null;
  readonly inForceOn?: string | null;
  readonly text?: string | null;
  readonly orderBy?: keyof typeof DISCLOSURE_ORDERS | null;
}

/** What a list shows of a record. */
export type ListedDisclosure = Omit<DisclosureRow, "createdAt">;

const COLUMNS = raw(`r.id, r.unit_id as unitId, r.title, r.category, r.channels, r.items, r.status,
  r.formed_on as formedOn, r.due_on as dueOn, r.published_on as publishedOn, r.document_kind as documentKind,
  r.document_number as documentNumber, r.repealed_on as repealedOn, r.revision`);

const FORMED = ["r.formed_on", "形成日期", "by the day on which they were formed"] as const;
export const DISCLOSURE_ORDERS = {
  FORMED_DESC: newestFirst(...FORMED),
  FORMED_ASC: oldestFirst(...FORMED),
  DUE_ASC: dueFirst("r.due_on", "公开期限", "by the day on which they are due"),
};

export const disclosureListing = (filter: DisclosureConditions): Listing => ({
  table: DISCLOSURES,
  columns: COLUMNS,
  where: allOf([
    ...withinRange("r.published_on", filter.published),
    ...(filter.channel ? [sql`(r.channels & ${bitOf(filter.channel)}) <> 0`] : []),
    ...(filter.category ? [ofCategory(filter.category)] : []),
    ...being("r.status", filter.status),
    ...being("r.document_kind", filter.documentKind),
    ...(filter.inForceOn ? [inForce(filter.inForceOn)] : []),
    ...(filter.text
      ? [anyOf([...having("r.title_key", filter.text), ...having("r.document_number_key", filter.text)])]
      : []),
  ]),
  order: DISCLOSURE_ORDERS[filter.orderBy ?? "FORMED_DESC"],
});

const inForce = (day: string): Sql =>
  sql`(r.status = 'PUBLISHED' and r.document_kind is not null and r.formed_on <= ${day}
       and ${notBy("r.repealed_on", day)})`;

const ofCategory = ({ units, otherwise }: CategoryNames): Sql => {
  const known = units.flatMap(({ unitIds }) => unitIds);
  const others = sql`${named([otherwise])}`;
  return anyOf([
    ...units.map(({ unitIds, names }) => sql`(r.unit_id in ${[...unitIds]} and ${named(names)})`),
    known.length === 0 ? others : sql`(r.unit_id not in ${known} and ${others})`,
  ]);
};

const named = (names: readonly string[]): Sql => sql`r.category_key in ${names.map(fold)}`;
