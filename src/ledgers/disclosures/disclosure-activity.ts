import { fold } from "../../kernel/fold.js";
import type { Session } from "../../platform/db/index.js";
import { activityLoader, byUnit, firstDayOf, lastDayOf } from "../../records/index.js";
import { categoriesOf, type NamedItem } from "./category.js";
import { CHANNELS, decodeChannels, type Channel } from "./channels.js";
import {
  overdueDrafts,
  publishedIn,
  publishedLate,
  type LateDisclosure,
  type PublishedSum,
} from "./disclosure-activity.read-model.js";
import type { DisclosureActivityType } from "./disclosure-activity.types.js";

interface Figures {
  /** Each item once, on however many channels. */
  readonly total: number;
  /** Each item once in each of its channels: together they may exceed the total. */
  readonly byChannel: Readonly<Record<Channel, number>>;
  /** By the catalogue's name for the category. */
  readonly byCategory: Readonly<Record<string, number>>;
}

function addUp(sums: readonly PublishedSum[], categoryOf: (name: string) => string): Figures {
  const byChannel = Object.fromEntries(CHANNELS.map((channel) => [channel, 0])) as Record<Channel, number>;
  const byCategory = new Map<string, { readonly name: string; readonly items: number }>();
  let total = 0;
  for (const { channels, category, items } of sums) {
    total += items;
    for (const channel of decodeChannels(channels)) byChannel[channel] += items;
    const name = categoryOf(category);
    const key = fold(name);
    const known = byCategory.get(key) ?? { name, items: 0 };
    byCategory.set(key, { name: known.name < name ? known.name : name, items: known.items + items });
  }
  const named = [...byCategory.values()].map((one) => [one.name, one.items] as const);
  return { total, byChannel, byCategory: Object.fromEntries(named) };
}

/** 主动公开 over a period, by unit. */
export const disclosureActivity = activityLoader(async (session, unitIds, period, today) => {
  const published = await publishedIn(session, unitIds, period);
  const [sums, catalogues] = [byUnit(unitIds, published.sums), byUnit(unitIds, published.catalogue)];
  const overdue = await overdueDrafts(session, unitIds, period, today);
  return (unitId) => {
    const ofUnit = sums(unitId);
    const late = ofUnit.reduce((count, { lateRecords }) => count + lateRecords, overdue.get(unitId) ?? 0);
    return presentActivity(addUp(ofUnit, categoriesOf(catalogues(unitId))), late);
  };
});

const presentActivity = (
  { total, byChannel, byCategory }: Figures,
  late: number,
): DisclosureActivityType => ({
  total,
  channelSums: byChannel,
  byCategory: Object.entries(byCategory)
    .map(([category, count]) => ({ key: category, label: category, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
  late,
});

interface CategoryFacts {
  readonly name: string;
  readonly names: readonly string[];
  readonly total: number;
  readonly onChannels: readonly number[];
}

interface DisclosureFacts extends Figures {
  readonly categories: readonly CategoryFacts[];
  readonly late: readonly LateDisclosure[];
}

/** What the records published in a year say, for the rules that hold a report's text against them. */
export async function disclosureFacts(
  session: Session,
  unitId: string,
  year: number,
): Promise<DisclosureFacts> {
  const period = { from: firstDayOf(year), to: lastDayOf(year) };
  const { sums, catalogue } = await publishedIn(session, [unitId], period);
  return {
    ...addUp(sums, categoriesOf(catalogue)),
    categories: categoryFacts(sums, catalogue),
    late: sums.some(({ lateRecords }) => lateRecords > 0) ? await publishedLate(session, unitId, period) : [],
  };
}

/** Every category of the catalogue or of a record, by name; one of which nothing was published, too. */
function categoryFacts(sums: readonly PublishedSum[], items: readonly NamedItem[]): CategoryFacts[] {
  const categoryOf = categoriesOf(items);
  const names = items.flatMap(({ category, synonyms }) => [category, ...synonyms]);
  const known = new Set([...names, ...sums.map(({ category }) => category)]);
  const categories = [...new Set([...known].map(categoryOf))].sort();
  return categories.map((name) => {
    const ofCategory = sums.filter(({ category }) => categoryOf(category) === name);
    const { total, byChannel } = addUp(ofCategory, categoryOf);
    return {
      name,
      names: [...known].filter((one) => categoryOf(one) === name),
      total,
      onChannels: Object.values(byChannel).filter((count) => count > 0),
    };
  });
}
