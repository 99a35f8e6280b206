import { foldAll } from "../kernel/fold.js";
import { newId, type Session, type TenantTable } from "../platform/db/index.js";
import { UNIT_NAMES, UNITS, type UnitRow } from "./unit.entity.js";

export interface NewUnit extends Pick<
  UnitRow,
  "code" | "name" | "shortName" | "aliases" | "kind" | "filesReport"
> {
  readonly establishedOn: string | null;
  readonly creditCode?: string | null;
}

interface OfUnit {
  readonly id: string;
  readonly unitId: string;
}

/** Records by their ids, each with its unit. One statement. */
export const recordsWithUnits = async <Row extends OfUnit>(
  session: Session,
  table: TenantTable<Row>,
  ids: readonly string[],
): Promise<readonly (readonly [record: Row, unit: UnitRow])[]> =>
  (await session.rows<OfUnit>(table as never).findWith({ id: ids }, "unitId", UNITS)) as never;

/** Adds a unit below its parent, or as a root of the tree. */
export async function insertUnit(session: Session, unit: NewUnit, parent: UnitRow | null): Promise<UnitRow> {
  const row: UnitRow = {
    ...unit,
    creditCode: unit.creditCode ?? null,
    id: newId(),
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? ""}${unit.code}/`,
    searchText: searchText(unit),
    dissolvedOn: null,
    successorId: null,
    revision: 1,
  };
  await session.rows(UNITS).insert(row);
  return row;
}

/** Changes a unit unless somebody else has changed it since it was read; false then. */
export async function changeUnit(
  session: Session,
  unit: UnitRow,
  values: Partial<Omit<UnitRow, "id" | "code" | "path" | "revision">>,
): Promise<boolean> {
  const changed = await session
    .rows(UNITS)
    .update(
      { id: unit.id, revision: unit.revision },
      { ...values, searchText: searchText({ ...unit, ...values }), revision: unit.revision + 1 },
    );
  return changed === 1;
}

const searchText = ({ name, shortName, aliases }: Pick<UnitRow, "name" | "shortName" | "aliases">): string =>
  foldAll([name, shortName, ...aliases]);

/** Locks the unit until this transaction ends, where no unique key can prevent conflicts. */
export async function holdUnit(session: Session, { id }: Pick<UnitRow, "id">): Promise<void> {
  await session.hold(UNITS, { id });
}

export interface Renaming {
  readonly name: string;
  readonly shortName: string;
  readonly at: string;
  readonly by: string;
}

/** All other names of a renamed unit, its former name among them. */
export const aliasesAfter = (
  unit: UnitRow,
  to: Pick<UnitRow, "name" | "shortName">,
  aliases: readonly string[] = unit.aliases,
): string[] =>
  [...new Set([...aliases, unit.name, unit.shortName])].filter(
    (alias) => alias !== to.name && alias !== to.shortName,
  );

/** Keeps the old name in `unit_names` and among the aliases. False if somebody changed the unit in the meantime. */
export async function renameUnit(session: Session, unit: UnitRow, to: Renaming): Promise<boolean> {
  const { name, shortName } = to;
  if (!(await changeUnit(session, unit, { name, shortName, aliases: aliasesAfter(unit, to) }))) return false;
  await keepName(session, unit, to);
  return true;
}

export const keepName = (
  session: Session,
  unit: UnitRow,
  { at, by }: Pick<Renaming, "at" | "by">,
): Promise<void> =>
  session.rows(UNIT_NAMES).insert({
    id: newId(),
    unitId: unit.id,
    name: unit.name,
    shortName: unit.shortName,
    replacedAt: at,
    replacedBy: by,
  });
