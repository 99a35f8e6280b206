import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable, sql, type Session } from "../../platform/db/index.js";
import type { UnitRow } from "../../units/index.js";
import type { LetterKind } from "./letters.data.js";

/** A template that a government put in place of the product's, for itself and the units below; public like a setting. */
@Entity("letter_templates")
export class LetterTemplateRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "kind", type: "varchar" }) kind!: LetterKind;
  @Column({ name: "sha256", type: "varchar" }) sha256!: string;
  @Column({ name: "content", type: "blob" }) content!: Uint8Array;
  @Column({ name: "changed_at", type: "varchar" }) changedAt!: string;
}

export const LETTER_TEMPLATES = sharedTable("letter_templates", LetterTemplateRow, { ofUnit: true });

/** A template in place, without its file. */
export interface TemplateInPlace {
  readonly kind: LetterKind;
  readonly unitId: string;
  readonly sha256: string;
}

/** By kind, the templates of the nearest units at or above. One statement. */
export async function templatesFor(
  session: Session,
  path: string,
): Promise<ReadonlyMap<LetterKind, TemplateInPlace>> {
  const above = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
  const found = await session.query<TemplateInPlace & { path: string }>(
    sql`select t.kind, t.unit_id as unitId, t.sha256, u.path from letter_templates t join units u on u.id = t.unit_id
        where u.path in ${above}`,
  );
  // The longest path last: the nearest government decides.
  return new Map(found.sort((a, b) => a.path.length - b.path.length).map((one) => [one.kind, one]));
}

/** The template of the nearest unit at or above; null: none has one of its own. */
export async function templateFor(
  session: Session,
  { path }: Pick<UnitRow, "path">,
  kind: LetterKind,
): Promise<Uint8Array | null> {
  const above = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
  const found = await session.query<{ content: Uint8Array; path: string }>(
    sql`select t.content, u.path from letter_templates t join units u on u.id = t.unit_id
        where t.kind = ${kind} and u.path in ${above}`,
  );
  return found.sort((a, b) => b.path.length - a.path.length)[0]?.content ?? null;
}
