import { callOf } from "../../access/index.js";
import { append } from "../../history/index.js";
import { unitById } from "../../units/index.js";
import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory, type Loaders } from "../../platform/loaders/index.js";
import { activityLoader, listLoader } from "../../records/index.js";
import { keptBasis, type KeptBasis } from "./request-clock.js";
import type { Stored } from "./commands/open-request.js";
import { requestActivityOf } from "./request-activity.read-model.js";
import {
  INFORMATION_REQUESTS,
  type ApplicantRow,
  type RequestEventRow,
  type RequestRow,
} from "./request.entity.js";
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

/** What was recorded of a request, without the entries: a command has that in hand when it answers. */
export const stepsOfRequest: LoaderFactory<string, readonly RequestEventRow[]> = (_read, loaders) =>
  new DataLoader((ids) => loaders.of(eventsOfRequest).loadMany(ids));

/**
 * Under the caller's own scope: null without the right to personal data, and after blanking. That they are read is
 * recorded first, once a request of HTTP and record; without that entry nothing is answered.
 */
export const applicantOfRequest: LoaderFactory<string, ApplicantRow | null> = (read, loaders) =>
  new DataLoader(async (ids) => {
    const found = await read((session) => applicantsOf(session, ids));
    const units = await Promise.all(found.map(({ unitId }) => loaders.of(unitById).load(unitId)));
    if (found.length > 0)
      await loaders.record("readApplicant", async (session) =>
        append(
          callOf(session),
          ...found.map(({ requestId: id }, i) => ({
            unit: units[i] ?? nowhere(),
            subject: { type: "InformationRequest" as const, id },
          })),
        ),
      );
    return inOrderOf(ids, found, ({ requestId }) => requestId);
  });

function nowhere(): never {
  throw new Error("an applicant of a unit that is not in the register");
}

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
  const steps = loaders.of(stepsOfRequest).clear(id);
  if (stored) requests.prime(id, stored.request);
  if (stored?.steps) steps.prime(id, stored.steps);
  const { termsId } = stored?.request ?? {};
  if (termsId && stored?.basis) loaders.of(reckoningTerms).prime(termsId, stored.basis);
  return requests.load(id);
}
