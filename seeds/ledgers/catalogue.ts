import type { SeedUnit } from "../units.js";
import {
  type CatalogueCategory,
  DEPARTMENT_CATALOGUE,
  SUBDISTRICT_CATALOGUE,
  TOWN_CATALOGUE,
} from "./catalogue.data.js";

export interface SeedCatalogueItem {
  readonly category: string;
  readonly title: string;
  readonly article: string;
  readonly synonyms: readonly string[];
}

const CATALOGUES: Readonly<Record<string, readonly CatalogueCategory[]>> = {
  SUBDISTRICT: SUBDISTRICT_CATALOGUE,
  TOWN: TOWN_CATALOGUE,
  DEPARTMENT: DEPARTMENT_CATALOGUE,
};

export const catalogueOf = ({ kind }: SeedUnit): SeedCatalogueItem[] =>
  (CATALOGUES[kind] ?? []).flatMap(([category, article, titles, synonyms = []]) =>
    titles.map((title) => ({ category, title, article, synonyms })),
  );
