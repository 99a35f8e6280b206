import { append } from "../../../history/index.js";
import { authorize, callOf, type Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { notFound } from "../../../kernel/fault.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import {
  changeRecord,
  dateProblems,
  notNow,
  staleRecord,
  type LedgerServices,
} from "../../../records/index.js";
import { unitsByIds } from "../../../units/index.js";
import { DISCLOSURE_CATALOGUE } from "../disclosure.entity.js";

export interface RetireCatalogueItem {
  readonly itemId: string;
  readonly on?: CalendarDate | null;
  readonly expectedRevision?: number | null;
}

/** The item is no longer disclosed; earlier records keep their category. */
export async function retireCatalogueItem(
  session: Session,
  viewer: Viewer,
  { itemId, on, expectedRevision }: RetireCatalogueItem,
  { clock, calendar, onChange }: LedgerServices,
): Promise<{ id: string }> {
  const item = await session.rows(DISCLOSURE_CATALOGUE).one({ id: itemId });
  if (!item) throw notFound();
  const [row] = await unitsByIds(session, [item.unitId]);
  const unit = authorize(viewer, "catalogue:change", row ?? null);
  if ((expectedRevision ?? item.revision) !== item.revision) throw staleRecord(item.revision);
  if (item.retiredOn)
    throw notNow(
      ["input", "itemId"],
      text(`该事项已于 ${item.retiredOn} 停用`, `It was retired on ${item.retiredOn} already`),
    );
  const now = clock.now();
  const retiredOn = on ?? dateInShanghai(now);
  const problems = dateProblems(retiredOn, ["input", "on"], { now, calendar });
  if (problems.length > 0) throw new Refusal(...problems);
  const { id, revision } = await changeRecord(session, DISCLOSURE_CATALOGUE, item, { retiredOn });
  append(callOf(session), { unit, subject: { type: "CatalogueItem", id }, on: retiredOn, revision });
  await onChange(session, unit, yearOf(calendar.firstDay));
  return { id };
}
