import { fold } from "../kernel/fold.js";
import {
  allOf,
  anyOf,
  atOrBelow,
  containing,
  keyset,
  raw,
  sql,
  type Session,
  type Sql,
} from "../platform/db/index.js";
import type { UnitRow } from "./unit.entity.js";
import type { UnitKind } from "./unit-kind.js";
import { type Page } from "../platform/graphql/paging.js";

const COLUMNS = raw(
  `u.id, u.code, u.name, u.short_name as shortName, u.aliases, u.kind, u.parent_id as parentId, u.path,
   u.files_report as filesReport, u.established_on as establishedOn, u.dissolved_on as dissolvedOn,
   u.successor_id as successorId, u.credit_code as creditCode, u.revision`,
);

type RawUnit = Omit<UnitRow, "aliases" | "filesReport"> & { aliases: string; filesReport: number };

const toRow = (unit: RawUnit): UnitRow => ({
  ...unit,
  aliases: JSON.parse(unit.aliases) as string[],
  filesReport: Boolean(unit.filesReport),
});

async function select(session: Session, condition: Sql, tail = raw("order by u.path")): Promise<UnitRow[]> {
  const found = await session.query<RawUnit>(sql`select ${COLUMNS} from units u where ${condition} ${tail}`);
  return found.map(toRow);
}

export const unitsByIds = (session: Session, ids: readonly string[]): Promise<UnitRow[]> =>
  select(session, sql`u.id in ${[...ids]}`);

/** Codes are ASCII, and so is their column: MariaDB refuses to compare it with anything else. */
const CODE = /^[0-9a-z-]{1,40}$/;

const withCodes = (codes: readonly string[]): Sql =>
  sql`u.code in ${codes.filter((code) => CODE.test(code))}`;

export const unitsByCodes = (session: Session, codes: readonly string[]): Promise<UnitRow[]> =>
  select(session, withCodes(codes));

export const unitsByParents = (session: Session, parentIds: readonly string[]): Promise<UnitRow[]> =>
  select(session, sql`u.parent_id in ${[...parentIds]}`);

export async function unitByCode(session: Session, code: string): Promise<UnitRow | null> {
  // MariaDB ignores spaces at the end of a key when it compares.
  return (await select(session, withCodes([code]))).find((unit) => unit.code === code) ?? null;
}

/** The dissolved units whose open business came to this one. */
export const handedOverTo = (session: Session, { id }: Pick<UnitRow, "id">): Promise<UnitRow[]> =>
  select(session, sql`u.successor_id = ${id}`);

/** Those without a unit above them. */
export const rootUnits = (session: Session): Promise<UnitRow[]> =>
  select(session, raw("u.parent_id is null"));

export const unitsByCreditCodes = (session: Session, codes: readonly string[]): Promise<UnitRow[]> =>
  select(session, sql`u.credit_code in ${[...codes]}`);

export interface UnitFilter {
  /** A path: that unit and all below it. */
  readonly under?: string;
  readonly kinds?: readonly UnitKind[];
  readonly filesReport?: boolean;
  /** Part of any present or former name, or of the code. */
  readonly text?: string;
}

/** In tree order, at most `limit`: a request that is refused must not read the whole country's register. */
export const unitsWhere = (session: Session, filter: UnitFilter, limit: number): Promise<UnitRow[]> =>
  select(session, conditionOf(filter), sql`order by u.path limit ${limit}`);

/** One page in tree order, with one row more if there are more, and how many there are in all. */
export async function unitPage(
  session: Session,
  filter: UnitFilter,
  page: Page,
  direction: "asc" | "desc" = "asc",
): Promise<{ rows: UnitRow[]; totalCount: number }> {
  const condition = conditionOf(filter);
  const { beyond, tail } = keyset(["u.path"], direction, page, page.from === null ? null : [page.from]);
  const rows = await select(session, allOf([condition, beyond]), tail);
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from units u where ${condition}`,
  );
  return { rows, totalCount: Number(count?.total ?? 0) };
}

function conditionOf({ under, kinds, filesReport, text }: UnitFilter): Sql {
  const conditions: Sql[] = [];
  if (under !== undefined) conditions.push(atOrBelow("u.path", under));
  if (kinds) conditions.push(sql`u.kind in ${[...kinds]}`);
  if (filesReport !== undefined) conditions.push(sql`u.files_report = ${filesReport ? 1 : 0}`);
  if (text) conditions.push(named(text));
  return allOf(conditions);
}

/** Names are kept folded for this, the former ones among them; a text has no line end, so it stays within one. */
function named(text: string): Sql {
  const needle = fold(text);
  const pattern = containing(needle);
  return anyOf([
    ...(CODE.test(needle) ? [sql`u.code like ${pattern} escape '!'`] : []),
    sql`u.search_text like ${pattern} escape '!'`,
  ]);
}
