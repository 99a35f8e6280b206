import type { GraphQLFormattedError } from "graphql";
import type { RequestContext } from "../access/index.js";
import { notFound } from "../kernel/fault.js";
import type { RouteCall } from "../platform/http/routes.js";
import type { UnitKind } from "../units/index.js";

export type OpenCall = RouteCall<RequestContext>;

/** The API refuses a question of a page: its errors, with their codes and words. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? "refused");
  }
}

/** What the public API answers, at the price and with the rights of somebody who has not signed in. */
export async function ask<T>({ execute }: OpenCall, document: string, variables: object): Promise<T> {
  const { data, errors } = await execute(document, { ...variables });
  if (errors || !data) throw new Refused(errors ?? []);
  return data as T;
}

export interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

export interface Published {
  readonly year: number;
  readonly unitName: string;
  readonly publishedAt: string;
  readonly address: string;
}

export interface Member extends NamedUnit {
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly filesReport: boolean;
  readonly establishedOn: string | null;
  readonly dissolvedOn: string | null;
  readonly reports: readonly Published[];
}

/** A unit with what it has published, and with the units right below it. */
export interface Publisher extends Member {
  readonly system: readonly Published[];
  readonly ancestors: readonly (NamedUnit & Pick<Member, "kind">)[];
  readonly members: readonly Member[];
}

const REPORTS = "year unitName publishedAt address";
const MEMBER = `code name shortName kind filesReport establishedOn dissolvedOn reports { ${REPORTS} }`;
const PUBLISHER = `query Publisher($code: String!, $after: String) { unit(code: $code) {
  ${MEMBER} system: reports(scope: SYSTEM) { ${REPORTS} } ancestors { code name kind }
  children(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${MEMBER} } } } }`;

/** Pages of 100: no government of the country has so many units right below it. */
const MOST_PAGES = 5;

interface PublisherPage {
  readonly unit:
    | (Omit<Publisher, "members"> & {
        readonly children: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: readonly Member[];
        };
      })
    | null;
}

export async function publisherOf(call: OpenCall, code: string): Promise<Publisher> {
  const page = (after: string | null): Promise<PublisherPage> => ask(call, PUBLISHER, { code, after });
  let { unit } = await page(null);
  const members: Member[] = [];
  for (let asked = 1; ; asked += 1) {
    if (!unit) throw notFound();
    const { children, ...publisher }: NonNullable<PublisherPage["unit"]> = unit;
    members.push(...children.nodes);
    const { hasNextPage, endCursor } = children.pageInfo;
    if (!hasNextPage || asked === MOST_PAGES) return { ...publisher, members };
    ({ unit } = await page(endCursor));
  }
}

/** How many published reports were added up for an area, by year; areas without any are left out. */
export interface Area extends NamedUnit {
  readonly counts: ReadonlyMap<number, number>;
}

type SumsOfAreas = {
  readonly rows: readonly {
    readonly keys: readonly [code: string, year: string];
    readonly labels: readonly [name: string, year: string];
    readonly values: readonly (number | null)[];
  }[];
} | null;

const countsBy = (level: AreaLevel): string => `${level}: areaSums(
  under: $under, by: ${level}, years: $years, indicators: ["requests.received.total"], atLeast: PUBLISHED
) @include(if: $${level}) { rows { keys labels values } }`;

const LEVELS = ["PROVINCE", "CITY", "DISTRICT"] as const;
export type AreaLevel = (typeof LEVELS)[number];

const AREAS = `query Areas($under: String, $years: [Int!]!, ${LEVELS.map((level) => `$${level}: Boolean!`).join(", ")}) {
  ${LEVELS.map(countsBy).join("\n  ")} }`;

export interface AreaQuestion {
  /** Code of the unit below which the areas are; null: the whole country. */
  readonly under: string | null;
  readonly years: readonly number[];
  readonly levels: readonly AreaLevel[];
}

/** Areas with published reports, each behind the one it belongs to: their codes begin with it. */
export async function areasWithReports(call: OpenCall, asked: AreaQuestion): Promise<Area[]> {
  const { under, years, levels } = asked;
  const flags = Object.fromEntries(LEVELS.map((level) => [level, levels.includes(level)]));
  const answer = await ask<Record<string, SumsOfAreas>>(call, AREAS, { under, years, ...flags });
  const areas = new Map<string, { code: string; name: string; counts: Map<number, number> }>();
  for (const { keys, labels, values } of Object.values(answer).flatMap((sums) => sums?.rows ?? [])) {
    const count = values[values.length - 1] ?? 0;
    if (count === 0) continue;
    const area = areas.get(keys[0]) ?? { code: keys[0], name: labels[0], counts: new Map<number, number>() };
    areas.set(area.code, area);
    area.counts.set(Number(keys[1]), count);
  }
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export interface Found extends NamedUnit {
  readonly parent: NamedUnit | null;
}

const SEARCH = `query Search($text: String!) { units(text: $text, first: 50) {
  totalCount nodes { code name parent { code name } } } }`;

export const unitsNamed = async (
  call: OpenCall,
  text: string,
): Promise<{ readonly totalCount: number; readonly nodes: readonly Found[] }> =>
  (await ask<{ units: { totalCount: number; nodes: Found[] } }>(call, SEARCH, { text })).units;

export interface ComparedRow {
  readonly unit: NamedUnit & Pick<Member, "kind">;
  readonly values: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
}

export interface Compared {
  readonly columns: readonly {
    readonly total: string | null;
    readonly median: number | null;
    readonly reported: number;
  }[];
  readonly coverage: readonly {
    readonly expected: number;
    readonly included: number;
    readonly missing: readonly { readonly code: string }[];
  }[];
  readonly rows: readonly ComparedRow[];
}

type AreaRow = Omit<ComparedRow, "unit"> & { readonly labels: readonly string[] };
type AreaRows = { readonly rows: readonly AreaRow[] } | undefined;

/** One year: the government's own report, its 本级汇总, the units right below it, and the areas around it. */
export interface YearFigures {
  readonly own: Compared;
  readonly system: Compared;
  readonly below: Compared;
  readonly nation: AreaRows;
  readonly PROVINCE: AreaRows;
  readonly CITY: AreaRows;
  readonly DISTRICT: AreaRows;
}

const compared = (more: string): string =>
  `compareReports(input: { under: $code, years: [$year], indicators: $indicators, atLeast: PUBLISHED${more} }) {
    columns { total median reported } coverage { expected included missing { code } }
    rows { unit { code name kind } values numerators denominators } }`;

const SUMS = "years: [$year], indicators: $indicators, atLeast: PUBLISHED";
const SUMS_SHOWN = "{ rows { labels values numerators denominators } }";
const YEAR = `query Year($code: String!, $year: Int!, $indicators: [String!]!,
  ${LEVELS.map((level) => `$${level}: String, $has${level}: Boolean!`).join(", ")}) {
  own: ${compared(", units: [$code]")}
  system: ${compared(", units: [$code], scope: SYSTEM")}
  below: ${compared("")}
  nation: areaSums(by: PROVINCE, ${SUMS}) ${SUMS_SHOWN}
  ${LEVELS.map((level) => `${level}: areaSums(under: $${level}, by: ${level}, ${SUMS}) @include(if: $has${level}) ${SUMS_SHOWN}`).join("\n  ")} }`;

export function yearOf(
  call: OpenCall,
  { code, kind, ancestors }: Publisher,
  { year, indicators }: { readonly year: number; readonly indicators: readonly string[] },
): Promise<YearFigures> {
  const around = [...ancestors, { code, kind }];
  const areaOf = (level: AreaLevel): string | null => around.find((one) => one.kind === level)?.code ?? null;
  const asked = {
    ...{ code, year, indicators },
    ...Object.fromEntries<string | null>(LEVELS.map((level) => [level, areaOf(level)])),
    ...Object.fromEntries<boolean>(LEVELS.map((level) => [`has${level}`, areaOf(level) !== null])),
  };
  return ask<YearFigures>(call, YEAR, asked);
}

export interface Document {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly category: string;
  readonly formedOn: string;
  readonly publishedOn: string;
  readonly repealedOn: string | null;
  readonly unit: NamedUnit;
}

/** A unit's catalogue and one page of what it and the units below it have published. */
export interface Documents extends NamedUnit {
  readonly ancestors: readonly NamedUnit[];
  readonly disclosureCatalogue: readonly {
    readonly category: string;
    readonly title: string;
    readonly article: string;
    readonly retiredOn: string | null;
  }[];
  readonly disclosures: {
    readonly totalCount: number;
    readonly pageInfo: Readonly<Record<"hasNextPage" | "hasPreviousPage", boolean>> &
      Readonly<Record<"startCursor" | "endCursor", string | null>>;
    readonly nodes: readonly Document[];
  };
}

const DOCUMENTS = `query Documents($code: String!, $text: String, $first: Int, $after: String, $last: Int, $before: String) {
  unit(code: $code) { code name ancestors { code name }
    disclosureCatalogue { category title article retiredOn }
    disclosures(subtree: true, filter: { status: PUBLISHED, text: $text },
      first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { title documentNumber category formedOn publishedOn repealedOn unit { code name } } } } }`;

export interface DocumentsAsked {
  readonly code: string;
  readonly text: string | null;
  readonly after: string | null;
  readonly before: string | null;
}

const PAGE = 50;

export async function documentsOf(call: OpenCall, asked: DocumentsAsked): Promise<Documents> {
  const size = asked.before === null ? { first: PAGE } : { last: PAGE };
  const { unit } = await ask<{ unit: Documents | null }>(call, DOCUMENTS, { ...asked, ...size });
  if (!unit) throw notFound();
  return unit;
}

const REPORT = `query Report($code: String!, $year: Int!) { unit(code: $code) { report(year: $year) { address } } }`;

/** Where a published report stands; null where there is none. */
export async function addressOfReport(call: OpenCall, code: string, year: number): Promise<string | null> {
  const answer = await ask<{ unit: { report: { address: string } | null } | null }>(call, REPORT, {
    code,
    year,
  });
  return answer.unit?.report?.address ?? null;
}
