import { type CalendarDate, dateInShanghai, yearOf } from "../../kernel/calendar-date.js";
import { allOf, atOrBelow, raw, sql, type Session } from "../../platform/db/index.js";
import type { LedgerServices } from "../../records/index.js";
import { settingsOf, type OnSettingsChange } from "../../settings/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { keepBasis, clockOf, keptOf } from "./request-clock.js";
import { INFORMATION_REQUESTS, type RequestRow } from "./request.entity.js";
import { UNCONFIRMED } from "./request.facts.js";
import { requestFiles } from "./request.read-model.js";
import { insertEvents } from "./request.store.js";
import { UNDECIDED } from "./request.terms.js";

/** An open request whose due date moved. */
export interface MovedRequest {
  readonly unit: UnitRow;
  readonly request: RequestRow;
  readonly dueOn: CalendarDate | null;
  readonly provisional: boolean;
}

type Services = Pick<LedgerServices, "clock" | "calendar">;

/** No user: the server itself. */
const ACTOR = { actorId: "reckoning", actor: "期限重新计算" };

/**
 * Computes the clocks of undecided requests at or below a place of the tree (null: all), without storing them.
 * Decided ones keep the terms of their decision.
 */
export async function reckonAgain(
  session: Session,
  path: string | null,
  { clock, calendar }: Services,
): Promise<MovedRequest[]> {
  const below = path === null ? raw("1=1") : atOrBelow("u.path", path);
  const undecided = sql`r.state in ${[...UNDECIDED]}`;
  const files = await requestFiles(
    session,
    allOf([undecided, sql`r.unit_id in (select u.id from units u where ${below})`]),
  );
  const unitOf = await unitsOf(
    session,
    files.map(({ request }) => request),
  );
  const settings = await settingsOf(session);
  const today = dateInShanghai(clock.now());
  return files.flatMap(({ request, events }) => {
    const unit = unitOf.get(request.unitId);
    if (!unit) return [];
    const terms = { today, calendar, settings: settings(unit) };
    const kept = keptOf(request, clockOf(request, events, terms), terms);
    const same = kept.dueOn === request.dueOn && kept.provisional === request.provisional;
    return same ? [] : [{ unit, request, ...kept }];
  });
}

/**
 * Stores the computed dates and records them in each case's history, except for cases changed in the meantime, whose
 * dates are new already. The reports that count the requests are checked again.
 */
export async function keepReckoned(
  session: Session,
  moved: readonly MovedRequest[],
  { clock, onChange }: Pick<LedgerServices, "clock" | "onChange">,
): Promise<void> {
  const now = clock.now();
  for (const { unit, request, dueOn, provisional } of moved) {
    const { id, unitId } = request;
    const revision = request.revision + 1;
    const values = { dueOn, provisional, revision };
    const changed = await session
      .rows(INFORMATION_REQUESTS)
      .update({ id, unitId, revision: request.revision }, values);
    if (changed === 0) continue;
    const event = { requestId: id, unitId, revision, at: now.toISOString(), onDate: dateInShanghai(now) };
    // Before the receipt is confirmed no answer is due: only the day to confirm moves.
    const key = UNCONFIRMED.holds(request) ? "confirmBy" : "dueOn";
    const details = { [`${key}Before`]: request.dueOn, [key]: dueOn };
    insertEvents(session, unit, { ...event, ...ACTOR, action: "reckonAgain", note: null, details });
  }
  for (const [unit, year] of earliestYears(moved)) await onChange(session, unit, year);
}

/** After a change of a setting: computes the open requests at and below the unit. */
export const reckonOnSettings =
  (services: LedgerServices): OnSettingsChange =>
  async (session, { path }) =>
    keepReckoned(session, await reckonAgain(session, path, services), services);

/** Cases decided before terms were stored get the present terms. Returns their number. */
export async function keepMissingTerms(session: Session, { clock, calendar }: Services): Promise<number> {
  const cases = await session.query<{ id: string; unitId: string }>(
    sql`select r.id, r.unit_id as unitId from ${session.from(INFORMATION_REQUESTS, "r")}
        where r.decided_on is not null and r.terms_id is null order by r.unit_id`,
  );
  const unitOf = await unitsOf(session, cases);
  const settings = await settingsOf(session);
  for (const unit of unitOf.values()) {
    const terms = { calendar, settings: settings(unit) };
    const termsId = await keepBasis(session, terms, clock.now());
    const ids = cases.filter(({ unitId }) => unitId === unit.id).map(({ id }) => id);
    await session.rows(INFORMATION_REQUESTS).update({ id: ids, unitId: unit.id }, { termsId });
  }
  return cases.length;
}

async function unitsOf(
  session: Session,
  cases: readonly { readonly unitId: string }[],
): Promise<Map<string, UnitRow>> {
  const units = await unitsByIds(session, [...new Set(cases.map(({ unitId }) => unitId))]);
  return new Map(units.map((unit) => [unit.id, unit]));
}

function earliestYears(moved: readonly MovedRequest[]): Map<UnitRow, number> {
  const years = new Map<UnitRow, number>();
  for (const { unit, request } of moved)
    years.set(unit, Math.min(years.get(unit) ?? Infinity, yearOf(request.countedOn)));
  return years;
}
