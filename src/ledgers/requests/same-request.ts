import { fold } from "../../kernel/fold.js";
import { sql, withStaged, type Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { openApplicant } from "./applicant.js";
import { INFORMATION_REQUESTS } from "./request.entity.js";
import { applicantsOf } from "./request.store.js";

/** A request as a file tells it. */
export interface ToldRequest {
  readonly subject: string;
  readonly applicant: string;
  readonly receivedOn: string;
}

interface Alike {
  readonly id: string;
  readonly number: string;
  readonly subjectKey: string;
  readonly receivedOn: string;
}

/**
 * For each of some requests without a number: the number of the one in the unit's ledger that the same applicant made on
 * the same day about the same; null if there is none.
 */
export async function sameRequests(
  session: Session,
  vault: Vault,
  unitId: string,
  told: readonly ToldRequest[],
): Promise<(string | null)[]> {
  if (told.length === 0) return [];
  const keys = told.map(({ subject }) => fold(subject));
  const days = [...new Set(told.map(({ receivedOn }) => receivedOn))];
  const alike = await session.query<Alike>(
    sql`select r.id, r.number, r.subject_key as subjectKey, r.received_on as receivedOn
        from ${session.from(withStaged(INFORMATION_REQUESTS), "r")}
        where r.unit_id = ${unitId} and r.counted_on in ${days} and r.received_on = r.counted_on
          and r.subject_key in ${[...new Set(keys)]}`,
  );
  if (alike.length === 0) return told.map(() => null);
  const applicants = await applicantsOf(
    session,
    alike.map(({ id }) => id),
  );
  const nameOf = new Map(
    applicants.map(({ requestId, sealed }) => [
      requestId,
      fold(openApplicant(vault, sealed, { unitId, requestId }).name),
    ]),
  );
  return told.map(({ applicant, receivedOn }, i) => {
    const same = alike.find(
      (one) =>
        one.subjectKey === keys[i] && one.receivedOn === receivedOn && nameOf.get(one.id) === fold(applicant),
    );
    return same?.number ?? null;
  });
}
