import type { RemedyRow } from "./remedy.entity.js";

type Linked = Pick<RemedyRow, "id" | "requestId" | "reviewId" | "concludedOn">;

export interface Files {
  readonly requestIds: readonly string[];
  readonly remedyIds: readonly string[];
}

/**
 * Groups of records that stay together: open requests and pending cases, with every case over such a request, the
 * request of such a case, and the review that a suit followed.
 */
export function filesOf(remedies: readonly Linked[], openRequestIds: readonly string[]): Files {
  const requests = new Set(openRequestIds);
  const cases = new Set(remedies.filter(({ concludedOn }) => concludedOn === null).map(({ id }) => id));
  const belongs = ({ id, requestId, reviewId }: Linked): boolean =>
    cases.has(id) ||
    (requestId !== null && requests.has(requestId)) ||
    (reviewId !== null && cases.has(reviewId));
  for (let known = -1; known !== cases.size + requests.size;) {
    known = cases.size + requests.size;
    for (const remedy of remedies.filter(belongs)) {
      cases.add(remedy.id);
      if (remedy.reviewId !== null) cases.add(remedy.reviewId);
      if (remedy.requestId !== null) requests.add(remedy.requestId);
    }
  }
  return { requestIds: [...requests], remedyIds: [...cases] };
}
