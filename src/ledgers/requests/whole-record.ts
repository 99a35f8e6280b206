import { authorize, type Call } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { notFound } from "../../kernel/fault.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import type { Vault } from "../../platform/vault/vault.js";
import { refuseStale } from "../../records/index.js";
import { settingsOf, type Settings } from "../../settings/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { openApplicant, type Applicant } from "./applicant.js";
import type { Clock } from "./clock/clock.js";
import { clockOf, keptBasis } from "./request-clock.js";
import { INFORMATION_REQUESTS, type RequestEventRow, type RequestRow } from "./request.entity.js";
import { applicantsOf, eventsOf, requestById } from "./request.store.js";
import { asTheyStand } from "./standing.js";

/** A request with all that a letter about it may say. */
export interface WholeRecord {
  readonly request: RequestRow;
  readonly unit: UnitRow;
  /** As they are valid now, in the order of their days. */
  readonly steps: readonly RequestEventRow[];
  readonly clock: Clock;
  /** null once the personal data was blanked. */
  readonly applicant: Applicant | null;
  /** 一事一申请: what was split off. */
  readonly parts: readonly RequestRow[];
  readonly settings: Settings;
}

/** For whoever may handle the request: NOT_FOUND, FORBIDDEN, STALE_REVISION, or the record. */
export async function wholeRecord(
  { session, viewer, now }: Call,
  target: { readonly id: string; readonly expectedRevision: number },
  { vault, calendar }: { readonly vault: Vault; readonly calendar: WorkingCalendar },
): Promise<WholeRecord> {
  const request = await requestById(session, target.id);
  if (!request) throw notFound();
  const [found] = await unitsByIds(session, [request.unitId]);
  const unit = authorize(viewer, "request:handle", found ?? null);
  refuseStale(request, target.expectedRevision);
  const events = await eventsOf(session, [request.id]);
  const settings = (await settingsOf(session))(unit);
  const kept = (await keptBasis(session, [request]))(request) ?? { calendar, settings };
  const [sealed] = await applicantsOf(session, [request.id]);
  return {
    request,
    unit,
    steps: asTheyStand(events),
    clock: clockOf(request, events, { ...kept, today: dateInShanghai(now) }),
    applicant: sealed ? openApplicant(vault, sealed.sealed, sealed) : null,
    parts: await session.rows(INFORMATION_REQUESTS).find({ splitFromId: request.id }),
    settings,
  };
}
