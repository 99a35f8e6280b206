import type { CalendarDate } from "../../kernel/calendar-date.js";
import { sql, type Session, type Sql } from "../../platform/db/index.js";
import type { Period } from "../../records/index.js";
import type { NamedItem } from "./category.js";
import { DISCLOSURE_CATALOGUE, DISCLOSURES } from "./disclosure.entity.js";

/** Records of one unit that were published in a period on the same channels under the same name of a category. */
export interface PublishedSum {
  readonly unitId: string;
  readonly channels: number;
  readonly category: string;
  readonly items: number;
  readonly lateRecords: number;
}

const publishedWithin = ({ from, to }: Period): Sql =>
  sql`r.status = 'PUBLISHED' and r.published_on >= ${from} and r.published_on <= ${to}`;

type Named = NamedItem & Pick<PublishedSum, "unitId">;

interface Published {
  readonly sums: readonly PublishedSum[];
  /** The units' catalogues, which name the categories. */
  readonly catalogue: readonly Named[];
}

interface SumOrItem extends Omit<PublishedSum, "channels">, Pick<NamedItem, "retiredOn"> {
  /** null: an item of the catalogue. */
  readonly channels: number | null;
  readonly title: string | null;
  readonly synonyms: string | null;
}

/** What units published in a period, with the names that their catalogues have for it. One statement. */
export async function publishedIn(
  session: Session,
  unitIds: readonly string[],
  period: Period,
): Promise<Published> {
  const rows = await session.query<SumOrItem>(
    sql`select r.unit_id as unitId, r.channels as channels, min(r.category) as category, sum(r.items) as items,
          sum(case when r.published_on > r.due_on then 1 else 0 end) as lateRecords, null as title,
          null as synonyms, null as retiredOn
        from ${session.from(DISCLOSURES, "r")}
        where r.unit_id in ${[...unitIds]} and ${publishedWithin(period)}
        group by r.unit_id, r.channels, r.category_key
        union all
        select c.unit_id, null, c.category, 0, 0, c.title, c.synonyms, c.retired_on
        from ${session.from(DISCLOSURE_CATALOGUE, "c")}
        where c.unit_id in ${[...unitIds]}`,
  );
  const sums: PublishedSum[] = [];
  const catalogue: Named[] = [];
  for (const { unitId, category, channels, items, lateRecords, title, synonyms, retiredOn } of rows)
    if (channels !== null)
      sums.push({ unitId, channels, category, items: Number(items), lateRecords: Number(lateRecords) });
    else if (title !== null && synonyms !== null)
      catalogue.push({ unitId, category, title, synonyms: JSON.parse(synonyms) as string[], retiredOn });
  return { sums, catalogue };
}

/** By unit, what fell due in a period and is past it by now, still unpublished. */
export async function overdueDrafts(
  session: Session,
  unitIds: readonly string[],
  { from, to }: Period,
  today: CalendarDate,
): Promise<Map<string, number>> {
  const rows = await session.query<{ unitId: string; count: number }>(
    sql`select r.unit_id as unitId, count(*) as count from ${session.from(DISCLOSURES, "r")}
        where r.unit_id in ${[...unitIds]} and r.published_on is null and r.status <> 'WITHDRAWN'
          and r.due_on >= ${from} and r.due_on <= ${to} and r.due_on < ${today}
        group by r.unit_id`,
  );
  return new Map(rows.map(({ unitId, count }) => [unitId, Number(count)]));
}

export interface LateDisclosure {
  readonly title: string;
  readonly publishedOn: string;
  readonly dueOn: string;
}

/** What a unit published after its due date (条例 §26). */
export const publishedLate = (session: Session, unitId: string, period: Period): Promise<LateDisclosure[]> =>
  session.query<LateDisclosure>(
    sql`select r.title, r.published_on as publishedOn, r.due_on as dueOn from ${session.from(DISCLOSURES, "r")}
        where r.unit_id = ${unitId} and ${publishedWithin(period)} and r.published_on > r.due_on
        order by r.published_on, r.id`,
  );
