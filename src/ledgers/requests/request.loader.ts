import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory, type Loaders } from "../../platform/loaders/index.js";
import { activityLoader, listLoader } from "../../records/index.js";
import { keptBasis, type KeptBasis } from "./request-clock.js";
import type { Stored } from "./commands/open-request.js";
import { requestActivityOf } from "./request-activity.read-model.js";
import { INFORMATION_REQUESTS, type ApplicantRow, type RequestRow } from "./request.entity.js";
import { requestListing, type RequestListFilter } from "./request.read-model.js";
import { applicantsOf, eventsOf, type StoredEvent } from "./request.store.js";

export const informationRequestById: LoaderFactory<string, RequestRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(INFORMATION_REQUESTS).find({ id: ids })), ({ id }) => id),
  );

export const eventsOfRequest: LoaderFactory<string, StoredEvent[]> = (read) =>
  new DataLoader(async (ids) =>
    groupedBy(ids, await read((s) => eventsOf(s, ids)), ({ requestId }) => requestId),
  );

/** Under the caller's own scope: null without the right to personal data, and after blanking. */
export const applicantOfRequest: LoaderFactory<string, ApplicantRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => applicantsOf(s, ids)), ({ requestId }) => requestId),
  );

/** 一事一申请: those that were split off from a request. */
export const partsOfRequest: LoaderFactory<string, RequestRow[]> = (read) =>
  new DataLoader(async (ids) => {
    const rows = await read((s) => s.rows(INFORMATION_REQUESTS).find({ splitFromId: ids }));
    // 2026-0001-10 comes after 2026-0001-2.
    rows.sort((a, b) => a.number.localeCompare(b.number, "en", { numeric: true }));
    return groupedBy(ids, rows, ({ splitFromId }) => splitFromId ?? "");
  });

export const requestActivity = activityLoader(requestActivityOf);

export const requestLists = listLoader<RequestListFilter, RequestRow>(requestListing);

/** The calendar and conventions of a decided case, by their id. */
export const reckoningTerms: LoaderFactory<string, KeptBasis | null> = (read) =>
  new DataLoader(async (ids) => {
    const cases = ids.map((termsId) => ({ termsId }));
    const terms = await read((session) => keptBasis(session, cases));
    return cases.map(terms);
  });

/**
 * The request as a mutation left it, not as it was read before. What the mutation has in hand is not read again; its
 * transaction holds the row until the answer is written.
 */
export function freshRequest(
  loaders: Loaders,
  id: string,
  stored: Stored | null,
): Promise<RequestRow | null> {
  const requests = loaders.of(informationRequestById).clear(id);
  loaders.of(eventsOfRequest).clear(id);
  loaders.of(applicantOfRequest).clear(id);
  loaders.of(partsOfRequest).clear(id);
  if (stored) requests.prime(id, stored.request);
  const { termsId } = stored?.request ?? {};
  if (termsId && stored?.basis) loaders.of(reckoningTerms).prime(termsId, stored.basis);
  return requests.load(id);
}
