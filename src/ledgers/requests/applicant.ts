import type { PersonalChanges } from "../../history/index.js";
import type { Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { REQUEST_APPLICANTS } from "./request.entity.js";

/**
 * 申请人: the personal data of a request. It is stored in `request_applicants` alone, sealed, and copied nowhere else.
 */
export interface Applicant {
  readonly name: string;
  readonly contact: string | null;
  readonly deliveryAddress: string | null;
}

/** The applicant as entered by the clerk. */
export interface ApplicantGiven {
  readonly name: string;
  readonly contact?: string | null;
  readonly deliveryAddress?: string | null;
}

export const applicantIn = ({ name, contact, deliveryAddress }: ApplicantGiven): Applicant => ({
  name,
  contact: contact ?? null,
  deliveryAddress: deliveryAddress ?? null,
});

interface Place {
  readonly unitId: string;
  readonly requestId: string;
}

const placeOf = ({ unitId, requestId }: Place): string => `request_applicants ${unitId} ${requestId}`;

export const sealApplicant = (vault: Vault, applicant: Applicant, place: Place): Uint8Array =>
  vault.seal(JSON.stringify(applicant), placeOf(place));

/** True if the key opens the stored data; null if there is none. */
export async function applicantsOpen(session: Session, vault: Vault): Promise<boolean | null> {
  const [row] = await session.rows(REQUEST_APPLICANTS).find({}, { limit: 1 });
  return row ? vault.opens(row.sealed, placeOf(row)) : null;
}

export const openApplicant = (vault: Vault, sealed: Uint8Array, place: Place): Applicant =>
  JSON.parse(vault.open(sealed, placeOf(place))) as Applicant;

/** What the history is told of an applicant, of which it keeps digests; null where the request is new. */
export const applicantChanges = (before: Applicant | null, after: Applicant): PersonalChanges => ({
  "applicant.name": [before?.name ?? null, after.name],
  "applicant.contact": [before?.contact ?? null, after.contact],
  "applicant.deliveryAddress": [before?.deliveryAddress ?? null, after.deliveryAddress],
});
