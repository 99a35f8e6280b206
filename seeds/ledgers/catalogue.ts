import type { SeedUnit } from "../units.js";
import { DEPARTMENT_CATALOGUE, SUBDISTRICT_CATALOGUE, TOWN_CATALOGUE } from "./catalogue.data.js";

export interface SeedCatalogueItem {
  readonly category: string;
  readonly title: string;
  readonly article: string;
  readonly synonyms: readonly string[];
}

/** Category, what it rests on, its items; other names that the unit's records go by. */
export type CatalogueCategory = readonly [
  category: string,
  article: string,
  titles: readonly string[],
  synonyms?: readonly string[],
];

const CATALOGUES: Readonly<Record<string, readonly CatalogueCategory[]>> = {
  SUBDISTRICT: SUBDISTRICT_CATALOGUE,
  TOWN: TOWN_CATALOGUE,
  DEPARTMENT: DEPARTMENT_CATALOGUE,
};

export const catalogueOf = ({ kind }: SeedUnit): SeedCatalogueItem[] =>
  (CATALOGUES[kind] ?? []).flatMap(([category, article, titles, synonyms = []]) =>
    titles.map((title) => ({ category, title, article, synonyms })),
  );
