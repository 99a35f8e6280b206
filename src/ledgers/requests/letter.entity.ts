import { Column, Entity, PrimaryColumn } from "typeorm";
import { sql, tenantTable, withinReach, type Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";

/** A letter of a request as it was written: a Word file, sealed, as it names the applicant. */
@Entity("request_letters")
export class LetterRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "request_id", type: "varchar" }) requestId!: string;
  @Column({ name: "kind", type: "varchar" }) kind!: string;
  @Column({ name: "number", type: "varchar", nullable: true }) number!: string | null;
  @Column({ name: "written_on", type: "varchar" }) writtenOn!: string;
  /** Of the file, as in the request's history. */
  @Column({ name: "sha256", type: "varchar" }) sha256!: string;
  /** null once the applicant's personal data was blanked. */
  @Column({ name: "sealed", type: "blob", nullable: true }) sealed!: Uint8Array | null;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** For the unit's own clerk and reviewer alone, as the applicants. */
export const REQUEST_LETTERS = tenantTable("request_letters", LetterRow, {
  readable: (scope, alias) => withinReach(scope.personal, alias),
  writable: (scope) => scope.personal,
});

type Place = Pick<LetterRow, "id" | "unitId">;
const placeOf = ({ id, unitId }: Place): string => `request_letters ${unitId} ${id}`;

export const sealLetter = (vault: Vault, file: Buffer, place: Place): Buffer =>
  vault.seal(file.toString("base64"), placeOf(place));

export const openLetter = (vault: Vault, sealed: Uint8Array, place: Place): Buffer =>
  Buffer.from(vault.open(sealed, placeOf(place)), "base64");

/** Raw SQL returns bytes alike on both databases. Oldest first. */
export const lettersOf = (session: Session, requestIds: readonly string[]): Promise<LetterRow[]> =>
  session.query<LetterRow>(
    sql`select l.id, l.unit_id as unitId, l.request_id as requestId, l.kind, l.number, l.written_on as writtenOn,
          l.sha256, l.sealed, l.created_at as createdAt
        from ${session.from(REQUEST_LETTERS, "l")} where l.request_id in ${[...requestIds]} order by l.created_at, l.id`,
  );

/** Seals the letters of these requests for another unit; the rows themselves move with the requests. */
export async function sealLettersFor(
  session: Session,
  vault: Vault,
  { ids, to }: { readonly ids: readonly string[]; readonly to: string },
): Promise<void> {
  for (const { id, unitId, sealed } of await lettersOf(session, ids))
    if (sealed) {
      const anew = sealLetter(vault, openLetter(vault, sealed, { id, unitId }), { id, unitId: to });
      await session.rows(REQUEST_LETTERS).update({ id }, { sealed: anew });
    }
}
