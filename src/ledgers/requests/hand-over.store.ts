import { carryOver, handOverPersonalKeys } from "../../history/index.js";
import { fold } from "../../kernel/fold.js";
import type { Vault } from "../../platform/vault/vault.js";
import { sql, type Session } from "../../platform/db/index.js";
import type { HandOver } from "../../units/index.js";
import { openApplicant, sealApplicant } from "./applicant.js";
import { REQUEST_LETTERS, sealLettersFor } from "./letter.entity.js";
import { INFORMATION_REQUESTS, REQUEST_APPLICANTS, type RequestRow } from "./request.entity.js";
import { PENDING } from "./request.facts.js";
import { applicantsOf, insertEvents, requestChanges } from "./request.store.js";

const NUMBER_LENGTH = 60;

/** The requests of a unit whose clock still runs, or whose decision is still to be served. */
export async function openRequestIds(session: Session, unitId: string): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    sql`select r.id from ${session.from(INFORMATION_REQUESTS, "r")} where r.unit_id = ${unitId} and ${PENDING.sql} order by r.id`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Moves these requests to the successor with their history, applicant and receipt, so that the statutory clock
 * continues from the day of the receipt (条例 §31, §33). A link to a request that stays behind is noted in the history
 * instead.
 */
export async function handOverRequests(
  session: Session,
  vault: Vault,
  handOver: HandOver,
  ids: readonly string[],
): Promise<void> {
  const { from, to } = handOver;
  const requests = await session.rows(INFORMATION_REQUESTS).find({ unitId: from.id, id: ids });
  if (requests.length === 0) return;
  const taken = await numbersOf(session, to.id);
  for (const request of requests) await note(session, handOver, request, { taken, ids });
  await session
    .rows(INFORMATION_REQUESTS)
    .update({ unitId: from.id, splitFromId: ids }, { splitFromId: null });
  for (const { requestId, sealed } of await applicantsOf(session, ids)) {
    const applicant = openApplicant(vault, sealed, { unitId: from.id, requestId });
    const anew = sealApplicant(vault, applicant, { unitId: to.id, requestId });
    await session.rows(REQUEST_APPLICANTS).update({ requestId }, { sealed: Buffer.from(anew) });
  }
  await sealLettersFor(session, vault, { ids, to: to.id });
  await carryOver(session, "InformationRequest", { ids, from, to });
  const rows = { ids, from: from.id, to: to.id };
  await handOverPersonalKeys(session, rows);
  await session.relocate(async (relocation) => {
    await relocation.handOver(INFORMATION_REQUESTS, { key: "id", ...rows });
    await relocation.handOver(REQUEST_APPLICANTS, { key: "request_id", ...rows });
    await relocation.handOver(REQUEST_LETTERS, { key: "request_id", ...rows });
  });
}

async function numbersOf(session: Session, unitId: string): Promise<Set<string>> {
  const rows = await session.query<{ number: string }>(
    sql`select r.number from ${session.from(INFORMATION_REQUESTS, "r")} where r.unit_id = ${unitId}`,
  );
  return new Set(rows.map(({ number }) => fold(number)));
}

/** Records the hand-over, and assigns a number that is free at the successor. */
async function note(
  session: Session,
  { from, to, on, reason, now, actor }: HandOver,
  request: RequestRow,
  { taken, ids }: { taken: ReadonlySet<string>; ids: readonly string[] },
): Promise<void> {
  const { id, unitId, splitFromId } = request;
  const clash = taken.has(fold(request.number));
  const number = clash ? `${from.code}/${request.number}`.slice(0, NUMBER_LENGTH) : request.number;
  const [parent] = splitFromId ? await session.rows(INFORMATION_REQUESTS).find({ id: splitFromId }) : [];
  const stays = parent !== undefined && !ids.includes(parent.id);
  const said = [
    `由${from.name}移交${to.name} · handed over: ${reason}`,
    ...(clash ? [`原编号 · number before: ${request.number}`] : []),
    ...(stays ? [`分立自 · split off from: ${parent.number}`] : []),
  ];
  const revision = request.revision + 1;
  await session
    .rows(INFORMATION_REQUESTS)
    .update({ id, unitId, revision: request.revision }, { number, revision });
  insertEvents(session, from, {
    unitId,
    requestId: id,
    revision,
    at: now.toISOString(),
    onDate: on,
    actorId: actor.id,
    actor: actor.name,
    action: "handOver",
    note: said.join("\n"),
    ...requestChanges(request, { ...request, number }),
    details: {},
  });
}
