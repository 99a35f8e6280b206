import { append, changesBetween } from "../../../history/index.js";
import { authorize, callOf, type Viewer } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { notFound } from "../../../kernel/fault.js";
import { invalidInput, Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId, type Session } from "../../../platform/db/index.js";
import { changeRecord, notNow, staleRecord, type LedgerServices } from "../../../records/index.js";
import { holdUnit, unitByCode, type UnitRow } from "../../../units/index.js";
import { clashProblems, itemProblems, MOST_ITEMS, type CatalogueFields } from "../catalogue.rules.js";
import { DISCLOSURE_CATALOGUE, type CatalogueItemRow } from "../disclosure.entity.js";

export interface SaveCatalogueItem extends CatalogueFields {
  readonly unitCode: string;
  /** Null adds one. */
  readonly itemId: string | null;
  readonly expectedRevision?: number | null;
}

/** Adds an item to the unit's 主动公开事项目录, or changes one. Records are tallied by it at once, old ones too. */
export async function saveCatalogueItem(
  session: Session,
  viewer: Viewer,
  { unitCode, itemId, expectedRevision, ...fields }: SaveCatalogueItem,
  { calendar, onChange }: LedgerServices,
): Promise<{ id: string }> {
  const unit = authorize(viewer, "catalogue:change", await unitByCode(session, unitCode));
  // Serializes changes of the catalogue, as no unique key can prevent conflicting names.
  await holdUnit(session, unit);
  const items = await session.rows(DISCLOSURE_CATALOGUE).find({ unitId: unit.id });
  const item = itemId === null ? null : (items.find(({ id }) => id === itemId) ?? notThere());
  if (item && (expectedRevision ?? item.revision) !== item.revision) throw staleRecord(item.revision);
  if (item?.retiredOn) throw retired(item.retiredOn);
  const others = items.filter((one) => one !== item);
  const problems = [...itemProblems(fields), ...clashProblems(fields, others)];
  if (!item && items.length >= MOST_ITEMS) problems.push(full());
  if (problems.length > 0) throw new Refusal(...problems);
  const after = item
    ? await changeRecord(session, DISCLOSURE_CATALOGUE, item, fields)
    : await insert(session, unit, fields);
  const { id, revision } = after;
  const changes = changesBetween(item ? catalogueFields(item) : {}, fields);
  append(callOf(session), { unit, subject: { type: "CatalogueItem", id }, revision, changes });
  await onChange(session, unit, yearOf(calendar.firstDay));
  return { id };
}

const catalogueFields = ({ category, title, article, synonyms }: CatalogueItemRow): CatalogueFields => ({
  ...{ category, title, article, synonyms },
});

function notThere(): never {
  throw notFound();
}

const full = () =>
  invalidInput(
    ["input"],
    text(`一个单位的目录最多 ${MOST_ITEMS} 项`, `A catalogue has at most ${MOST_ITEMS} items`),
  );

const retired = (on: string): Refusal =>
  notNow(["input", "itemId"], text(`该事项已于 ${on} 停用，请新增`, `It was retired on ${on}: add another`));

async function insert(session: Session, unit: UnitRow, fields: CatalogueFields): Promise<CatalogueItemRow> {
  const row: CatalogueItemRow = { ...fields, id: newId(), unitId: unit.id, retiredOn: null, revision: 1 };
  await session.rows(DISCLOSURE_CATALOGUE).insert(unit, row);
  return row;
}
