import { authorize, type Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { notFound } from "../../../kernel/fault.js";
import { invalidInput, refuse, type Problem } from "../../../kernel/problem.js";
import { text, type Text } from "../../../kernel/text.js";
import { newId } from "../../../platform/db/index.js";
import {
  addRecord,
  dateProblems,
  openRecord,
  saveRecord,
  type RecordKind,
  type Step,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import { holdUnit, unitByCode, type UnitRow } from "../../../units/index.js";
import { clashProblems, itemProblems, MOST_ITEMS, type CatalogueFields } from "../catalogue.rules.js";
import { DISCLOSURE_CATALOGUE, type CatalogueItemRow } from "../disclosure.entity.js";

type ItemState = "IN_USE" | "RETIRED";

const step = (
  mutation: string,
  name: Text,
  retired: (on: string) => Text,
): Step<ItemState, CatalogueItemRow> => ({
  mutation,
  name,
  permission: "catalogue:change",
  from: ["IN_USE", "RETIRED"],
  to: null,
  bar: ({ retiredOn }) => (retiredOn === null ? null : retired(retiredOn)),
});

/** 目录事项 */
const CATALOGUE_ITEM: RecordKind<CatalogueItemRow, ItemState, "save" | "retire"> = {
  type: "CatalogueItem",
  table: DISCLOSURE_CATALOGUE,
  path: ["input", "itemId"],
  states: { IN_USE: text("使用中", "in use"), RETIRED: text("已停用", "retired") },
  initial: "IN_USE",
  stateOf: ({ retiredOn }) => (retiredOn === null ? "IN_USE" : "RETIRED"),
  steps: {
    save: step("saveCatalogueItem", text("修改", "change"), (on) =>
      text(`该事项已于 ${on} 停用，请新增`, `It was retired on ${on}: add another`),
    ),
    retire: {
      ...step("retireCatalogueItem", text("停用", "retire"), (on) =>
        text(`该事项已于 ${on} 停用`, `It was retired on ${on} already`),
      ),
      to: "RETIRED",
    },
  },
};

export interface SaveCatalogueItem extends CatalogueFields {
  readonly unitCode: string;
  /** Null adds an item. */
  readonly itemId: string | null;
  readonly expectedRevision?: number | null;
}

/** Adds an item to the unit's 主动公开事项目录, or changes one. Records are tallied by it at once, old ones too. */
export async function saveCatalogueItem(
  call: Call,
  { unitCode, itemId, expectedRevision, ...fields }: SaveCatalogueItem,
  services: StepServices,
): Promise<{ id: string }> {
  const { session, viewer } = call;
  const unit = authorize(viewer, "catalogue:change", await unitByCode(session, unitCode));
  // Serializes changes of the catalogue, as no unique key can prevent conflicting names.
  await holdUnit(session, unit);
  const { id } =
    itemId === null
      ? await addItem(call, unit, fields)
      : await changeItem(call, unit, { id: itemId, expectedRevision, fields });
  await recounted(call, unit, services);
  return { id };
}

async function addItem(call: Call, unit: UnitRow, fields: CatalogueFields): Promise<CatalogueItemRow> {
  const items = await call.session.rows(DISCLOSURE_CATALOGUE).find({ unitId: unit.id });
  refuse([
    ...itemProblems(fields),
    ...clashProblems(fields, items),
    ...(items.length < MOST_ITEMS ? [] : [FULL]),
  ]);
  const row = { ...fields, id: newId(), unitId: unit.id, retiredOn: null, revision: 1 };
  return addRecord(call, CATALOGUE_ITEM, { unit, row }, { on: dateInShanghai(call.now), note: null });
}

async function changeItem(
  call: Call,
  unit: UnitRow,
  { fields, ...target }: Target & { readonly fields: CatalogueFields },
): Promise<CatalogueItemRow> {
  const opened = await openRecord(call, CATALOGUE_ITEM, "save", target);
  const { record } = opened;
  if (opened.unit.id !== unit.id) throw notFound();
  if (target.expectedRevision == null) refuse([REVISION_MISSING]);
  const items = await call.session.rows(DISCLOSURE_CATALOGUE).find({ unitId: unit.id });
  const others = items.filter(({ id }) => id !== record.id);
  refuse([...itemProblems(fields), ...clashProblems(fields, others)]);
  const happening = { on: dateInShanghai(call.now), note: null };
  return saveRecord(call, CATALOGUE_ITEM, opened, { ...happening, values: fields });
}

const FULL: Problem = invalidInput(
  ["input"],
  text(`一个单位的目录最多 ${MOST_ITEMS} 项`, `A catalogue has at most ${MOST_ITEMS} items`),
);

const REVISION_MISSING: Problem = {
  code: "ALREADY_EXISTS",
  path: ["input", "expectedRevision"],
  message: text(
    "该事项已存在：请给出读取时的修订号 expectedRevision",
    "The item exists: give the revision at which you read it, as expectedRevision",
  ),
};

export interface RetireCatalogueItem extends Target {
  /** Today when left out. */
  readonly on?: CalendarDate | null;
}

/** The item is no longer disclosed; earlier records keep their category. */
export async function retireCatalogueItem(
  call: Call,
  input: RetireCatalogueItem,
  services: StepServices,
): Promise<{ id: string }> {
  const opened = await openRecord(call, CATALOGUE_ITEM, "retire", input);
  const { now } = call;
  const on = input.on ?? dateInShanghai(now);
  refuse(dateProblems(on, ["input", "on"], { now, calendar: services.calendar }));
  await saveRecord(call, CATALOGUE_ITEM, opened, { values: { retiredOn: on }, on, note: null });
  await recounted(call, opened.unit, services);
  return { id: opened.record.id };
}

/** The categories of all years follow the catalogue as it is now. */
const recounted = ({ session }: Call, unit: UnitRow, { calendar, onChange }: StepServices): Promise<void> =>
  onChange(session, unit, yearOf(calendar.firstDay));
