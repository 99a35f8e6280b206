import { enumName } from "../history/index.js";
import { type ChangeFound, changePage, feedEnd } from "../changes/index.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { newId, type Database, type Session } from "../platform/db/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import { WEBHOOK_DELIVERIES, WEBHOOKS, type DeliveryRow, type WebhookRow } from "./webhook.entity.js";
import type { EventKind } from "./webhooks.data.js";

export const SCOPE = TenantScope.system("webhooks");

const CHANGES_AT_ONCE = 200;

/**
 * Writes a delivery for each change that an endpoint wants to be told of, and how far it was read, in one transaction:
 * a stop in between loses and repeats nothing. True if there is more.
 */
export async function fillOutbox(
  database: Database,
  endpoints: readonly WebhookRow[],
  now: Date,
): Promise<boolean> {
  const { number: end } = await database.read(SCOPE, feedEnd);
  let more = false;
  for (const endpoint of endpoints.filter(({ through, kinds }) => through < end && kinds.length > 0))
    more = (await database.write(SCOPE, (session) => fillOne(session, endpoint, end, now))) || more;
  return more;
}

async function fillOne(session: Session, endpoint: WebhookRow, end: number, now: Date): Promise<boolean> {
  const { id, unitId, through, kinds } = endpoint;
  const [unit] = await unitsByIds(session, [unitId]);
  const filter = {
    since: through,
    through: end,
    units: unit ? [unit] : [],
    subtree: true,
    kinds: [...kinds],
  };
  const page = { size: CHANGES_AT_ONCE, from: null, backwards: false, number: null };
  const found = await changePage(session, filter, page, "asc");
  const changes = found.slice(0, CHANGES_AT_ONCE);
  const last = found.length > CHANGES_AT_ONCE ? changes[changes.length - 1] : undefined;
  // Another process was first: what it has written is not written again.
  const ours = await session.rows(WEBHOOKS).update({ id, through }, { through: last?.number ?? end });
  if (ours === 0 || !unit) return false;
  const units = new Map(
    (
      await unitsByIds(
        session,
        changes.map((one) => one.unitId),
      )
    ).map((one) => [one.id, one]),
  );
  const rows = changes.map((change) => deliveryOf(endpoint, change, units.get(change.unitId), now));
  await session.rows(WEBHOOK_DELIVERIES).insert(unit, ...rows);
  return last !== undefined;
}

function deliveryOf(
  endpoint: Pick<WebhookRow, "id" | "unitId">,
  change: ChangeFound,
  unit: UnitRow | undefined,
  now: Date,
): DeliveryRow {
  const id = newId();
  const { kind, at, onDate, subjectType, subjectId, year, status, revision } = change;
  const body = {
    ...{ id: toGlobalId("WebhookDelivery", id), kind, at, on: onDate, unit: unit?.code ?? null },
    subject: { type: enumName(subjectType), id: subjectId && toGlobalId(subjectType, subjectId) },
    ...{ year, status, revision },
  };
  return newDelivery(endpoint, { id, kind: kind as EventKind, number: change.number, body }, now);
}

export const newDelivery = (
  { id: webhookId, unitId }: Pick<WebhookRow, "id" | "unitId">,
  { body, ...rest }: Pick<DeliveryRow, "id" | "kind" | "number"> & { readonly body: object },
  now: Date,
): DeliveryRow => ({
  ...{ ...rest, webhookId, unitId, body: JSON.stringify(body) },
  ...{ state: "PENDING", attempts: 0, nextAt: now.toISOString(), createdAt: now.toISOString() },
  ...{ answered: null, failure: null, deliveredAt: null },
});
