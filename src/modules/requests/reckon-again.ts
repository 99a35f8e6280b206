import type { CalendarDate } from "../../kernel/calendar-date.js";
import { dateInShanghai, yearOf } from "../../kernel/calendar-date.js";
import { allOf, atOrBelow, raw, sql, type Session } from "../../platform/db/index.js";
import type { LedgerServices, OnLedgerChange } from "../ledger/index.js";
import { settingsOf, type OnSettingsChange } from "../settings/index.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import { clockOf, keptOf } from "./request-clock.js";
import { INFORMATION_REQUESTS, type RequestRow } from "./request.entity.js";
import { requestFiles, stillOpen } from "./request.read-model.js";

/** An open request whose due date is another one now. */
export interface MovedRequest {
  readonly unit: UnitRow;
  readonly request: RequestRow;
  readonly dueOn: CalendarDate | null;
  readonly provisional: boolean;
}

type Services = Pick<LedgerServices, "clock" | "calendar">;

/** Reckons the open requests at or below a place of the tree (null: all) anew; what it finds is not stored. */
export async function reckonAgain(
  session: Session,
  path: string | null,
  { clock, calendar }: Services,
): Promise<MovedRequest[]> {
  const below = path === null ? raw("1=1") : atOrBelow("u.path", path);
  const files = await requestFiles(
    session,
    allOf([stillOpen, sql`r.unit_id in (select u.id from units u where ${below})`]),
  );
  const units = await unitsByIds(session, [...new Set(files.map(({ request }) => request.unitId))]);
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const settings = await settingsOf(session);
  const today = dateInShanghai(clock.now());
  return files.flatMap(({ request, events }) => {
    const unit = unitOf.get(request.unitId);
    if (!unit) return [];
    const kept = keptOf(clockOf(request, events, { today, calendar, settings: settings(unit) }));
    const same = kept.dueOn === request.dueOn && kept.provisional === request.provisional;
    return same ? [] : [{ unit, request, ...kept }];
  });
}

/**
 * Stores what was reckoned, but for what somebody changed in the meantime: that was reckoned by it. The reports that the
 * requests count in are checked again.
 */
export async function keepReckoned(
  session: Session,
  moved: readonly MovedRequest[],
  onChange: OnLedgerChange,
): Promise<void> {
  for (const { request, dueOn, provisional } of moved) {
    const { id, unitId, revision } = request;
    await session.rows(INFORMATION_REQUESTS).update({ id, unitId, revision }, { dueOn, provisional });
  }
  for (const [unit, year] of earliestYears(moved)) await onChange(session, unit, year);
}

/** A setting that changed reckons the open requests at and below that unit. */
export const reckonOnSettings =
  (services: LedgerServices): OnSettingsChange =>
  async (session, { path }) =>
    keepReckoned(session, await reckonAgain(session, path, services), services.onChange);

function earliestYears(moved: readonly MovedRequest[]): Map<UnitRow, number> {
  const years = new Map<UnitRow, number>();
  for (const { unit, request } of moved)
    years.set(unit, Math.min(years.get(unit) ?? Infinity, yearOf(request.countedOn)));
  return years;
}
