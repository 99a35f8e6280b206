import { fold } from "../../kernel/fold.js";
import type { CatalogueItemRow } from "./disclosure.entity.js";

export type NamedItem = Pick<CatalogueItemRow, "category" | "title" | "synonyms" | "retiredOn">;

/** Ambiguous and unknown names are left unchanged; retired items are matched last. */
export function categoriesOf(items: readonly NamedItem[]): (name: string) => string {
  const open = meaningsIn(items.filter(({ retiredOn }) => retiredOn === null));
  const retired = meaningsIn(items.filter(({ retiredOn }) => retiredOn !== null));
  return (name) => {
    const known = open(name);
    if (known !== undefined) return known;
    const former = retired(name) ?? name;
    return open(former) ?? former;
  };
}

function meaningsIn(items: readonly NamedItem[]): (name: string) => string | undefined {
  const meanings = [
    unambiguous(items.map(({ category }) => [category, category])),
    unambiguous(items.flatMap(({ synonyms, category }) => synonyms.map((one) => [one, category] as const))),
    unambiguous(items.map(({ title, category }) => [title, category])),
  ];
  return (name) => {
    for (const meaning of meanings) {
      const category = meaning(name);
      if (category !== undefined) return category;
    }
    return undefined;
  };
}

function unambiguous(
  pairs: readonly (readonly [name: string, category: string])[],
): (name: string) => string | undefined {
  const meaning = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const [name, category] of pairs) {
    const key = fold(name);
    const known = meaning.get(key) ?? category;
    if (fold(known) !== fold(category)) doubtful.add(key);
    // Of two spellings the first in order: the same for every reader.
    meaning.set(key, known < category ? known : category);
  }
  return (name) => (doubtful.has(fold(name)) ? undefined : meaning.get(fold(name)));
}

/** Every name that goes into the same category as this one, itself and the category's own among them. */
export function namesAlike(items: readonly NamedItem[], name: string): string[] {
  const categoryOf = categoriesOf(items);
  const category = categoryOf(name);
  const names = items.flatMap((item) => [item.category, item.title, ...item.synonyms]);
  return [...new Set([...names.filter((one) => categoryOf(one) === category), category, name])].sort();
}
