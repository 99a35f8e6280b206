import { asOperator } from "../../access/index.js";
import { erasePersonalKey } from "../../history/index.js";
import { dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import type { Session } from "../../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { REQUEST_LETTERS } from "./letter.entity.js";
import { INFORMATION_REQUESTS, REQUEST_APPLICANTS } from "./request.entity.js";
import { endedWithApplicant, unitIdsWithApplicants } from "./request.read-model.js";
import { changeRequest, insertEvents } from "./request.store.js";

/** No user: the operator's retention command. */
const ACTOR = { actorId: "retention", actor: "个人信息清除" };

/** The units that hold personal data of applicants. */
export const unitsWithApplicants = async (session: Session): Promise<UnitRow[]> =>
  unitsByIds(session, await unitIdsWithApplicants(session));

/** Deletes the personal data of a unit's requests that ended before a day, and the keys of its digests. Returns of how many. */
export async function blankApplicants(
  session: Session,
  unit: UnitRow,
  before: CalendarDate,
  clock: Clock,
): Promise<number> {
  const ids = await endedWithApplicant(session, unit.id, before);
  const requests = await session.rows(INFORMATION_REQUESTS).find({ id: ids, unitId: unit.id });
  const now = clock.now();
  asOperator(session, now, "blankApplicant");
  for (const request of requests) {
    await changeRequest(session, request, {});
    await session.rows(REQUEST_APPLICANTS).delete({ requestId: request.id, unitId: unit.id });
    await session.rows(REQUEST_LETTERS).update({ requestId: request.id, unitId: unit.id }, { sealed: null });
    await erasePersonalKey(session, unit.id, request.id);
    insertEvents(session, unit, {
      unitId: unit.id,
      requestId: request.id,
      revision: request.revision + 1,
      at: now.toISOString(),
      onDate: dateInShanghai(now),
      ...ACTOR,
      action: "blankApplicant",
      note: null,
      details: {},
    });
  }
  return requests.length;
}
