import { fold } from "../../kernel/fold.js";
import { containing, sql, type Session, type Sql } from "../../platform/db/index.js";
import { categoriesOf, type NamedItem } from "./category.js";
import { DISCLOSURE_CATALOGUE } from "./disclosure.entity.js";

/** The units whose catalogue mentions this name. */
export async function unitsNaming(session: Session, name: string): Promise<string[]> {
  const rows = await session.query<{ unitId: string }>(
    sql`select distinct c.unit_id as unitId from ${session.from(DISCLOSURE_CATALOGUE, "c")}
        where c.names_key like ${containing(`\n${fold(name)}\n`)} escape '!'
        order by c.unit_id`,
  );
  return rows.map(({ unitId }) => unitId);
}

interface CatalogueRow extends Omit<NamedItem, "synonyms"> {
  readonly unitId: string;
  readonly synonyms: string;
}

/** By unit, the category that its catalogue puts a name in. One statement for all that meet a condition on `r`. */
export async function catalogueCategories(
  session: Session,
  condition: Sql,
): Promise<(unitId: string, name: string) => string> {
  const rows = await session.query<CatalogueRow>(
    sql`select r.unit_id as unitId, r.category, r.title, r.synonyms, r.retired_on as retiredOn
        from ${session.from(DISCLOSURE_CATALOGUE, "r")} where ${condition}`,
  );
  const items = new Map<string, NamedItem[]>();
  for (const { unitId, synonyms, ...row } of rows) {
    const ofUnit = items.get(unitId) ?? [];
    ofUnit.push({ ...row, synonyms: JSON.parse(synonyms) as string[] });
    items.set(unitId, ofUnit);
  }
  const meanings = new Map([...items].map(([unitId, ofUnit]) => [unitId, categoriesOf(ofUnit)]));
  return (unitId, name) => meanings.get(unitId)?.(name) ?? name;
}
