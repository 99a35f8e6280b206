import type { CatalogueItemRow } from "./disclosure.entity.js";

export type NamedItem = Pick<CatalogueItemRow, "category" | "title" | "synonyms" | "retiredOn">;

/**
 * The category that a record of a unit is tallied under, by the unit's catalogue. A name means first the category
 * itself, then what it is a synonym of, then the item of that title. What could mean two of them, as an item “其他” in
 * each category, stays as it is; so does what the catalogue does not know. A retired item still names what no other does.
 */
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
  return (name) => meanings.find((meaning) => meaning.has(name))?.get(name);
}

function unambiguous(pairs: readonly (readonly [name: string, category: string])[]): Map<string, string> {
  const meaning = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const [name, category] of pairs) {
    if ((meaning.get(name) ?? category) !== category) doubtful.add(name);
    meaning.set(name, category);
  }
  for (const name of doubtful) meaning.delete(name);
  return meaning;
}

/** Every name that goes into the same category as this one, itself and the category's own among them. */
export function namesAlike(items: readonly NamedItem[], name: string): string[] {
  const categoryOf = categoriesOf(items);
  const category = categoryOf(name);
  const names = items.flatMap((item) => [item.category, item.title, ...item.synonyms]);
  return [...new Set([...names.filter((one) => categoryOf(one) === category), category, name])].sort();
}
