import { randomBytes } from "node:crypto";
import { authorize, type Call } from "../access/index.js";
import { append, type Changes } from "../history/index.js";
import { feedEnd } from "../changes/index.js";
import { notFound } from "../kernel/fault.js";
import { invalidInput, refuse, Refusal } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { newId } from "../platform/db/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { unitByCode, unitsByIds, type UnitRow } from "../units/index.js";
import { addressFault } from "./address.js";
import { newDelivery } from "./outbox.js";
import { secretPlace } from "./webhook.read-model.js";
import { WEBHOOK_DELIVERIES, WEBHOOKS, type DeliveryRow, type WebhookRow } from "./webhook.entity.js";
import { WEBHOOK_WORK } from "./webhook-work.js";
import { MOST_ENDPOINTS, type EventKind } from "./webhooks.data.js";

export interface NewWebhook {
  readonly unitCode: string;
  readonly url: string;
  readonly kinds: readonly EventKind[];
}

interface Named {
  readonly id: string;
}

/** From now on: what happened before is not told. */
export async function addWebhook(call: Call, input: NewWebhook, inner: boolean): Promise<Named> {
  const { session, viewer, now, vault } = call;
  const unit = authorize(viewer, "webhook:change", await unitByCode(session, input.unitCode));
  if (!vault) throw new Error("secrets are sealed by the vault");
  const fault = addressFault(input.url, inner);
  refuse([
    ...(fault ? [invalidInput(["input", "url"], fault)] : []),
    ...(input.kinds.length === 0
      ? [invalidInput(["input", "kinds"], text("至少选一种事件", "Choose one kind of event at least"))]
      : []),
  ]);
  const known = await session.rows(WEBHOOKS).find({ unitId: unit.id });
  if (known.length >= MOST_ENDPOINTS)
    throw new Refusal(
      invalidInput(
        ["input", "unitCode"],
        text(`每个单位至多 ${MOST_ENDPOINTS} 个通知接口`, `A unit has ${MOST_ENDPOINTS} endpoints at most`),
      ),
    );
  const id = newId();
  const kinds = [...new Set(input.kinds)];
  const secret = vault.seal(`whsec_${randomBytes(32).toString("base64url")}`, secretPlace(id));
  const { number: through } = await feedEnd(session);
  const row = { id, unitId: unit.id, url: input.url, kinds, secret, through, createdAt: now.toISOString() };
  await session.rows(WEBHOOKS).insert(unit, row);
  record(call, unit, id, { url: [null, row.url], kinds: [null, kinds] });
  return { id };
}

/** With what it was told, and what it was not. */
export async function removeWebhook(call: Call, webhookId: string): Promise<Named> {
  const { session } = call;
  const { row, unit } = await ownWebhook(call, webhookId);
  await session.rows(WEBHOOK_DELIVERIES).delete({ webhookId });
  await session.rows(WEBHOOKS).delete({ id: webhookId });
  record(call, unit, webhookId, { url: [row.url, null], kinds: [row.kinds, null] });
  return { id: webhookId };
}

/** Sends an event without a subject, as any other. */
export async function testWebhook(call: Call, webhookId: string): Promise<Named> {
  const { session, now } = call;
  const { row, unit } = await ownWebhook(call, webhookId);
  const id = newId();
  const body = {
    ...{ id: toGlobalId("WebhookDelivery", id), kind: "TEST", at: now.toISOString(), unit: unit.code },
  };
  const delivery = newDelivery(row, { id, kind: "TEST", number: null, body }, now);
  await session.rows(WEBHOOK_DELIVERIES).insert(unit, delivery);
  record(call, unit, webhookId);
  session.announce(WEBHOOK_WORK);
  return { id };
}

/** Once more from the start, with the same id and body, whatever became of it. */
export async function replayDelivery(call: Call, deliveryId: string): Promise<Named> {
  const { session, now } = call;
  const found = await session.rows(WEBHOOK_DELIVERIES).one({ id: deliveryId });
  if (!found) throw notFound();
  const { unit } = await ownWebhook(call, found.webhookId);
  const again: Partial<DeliveryRow> = { state: "PENDING", attempts: 0, nextAt: now.toISOString() };
  await session.rows(WEBHOOK_DELIVERIES).update({ id: deliveryId }, { ...again, deliveredAt: null });
  record(call, unit, found.webhookId);
  session.announce(WEBHOOK_WORK);
  return { id: deliveryId };
}

async function ownWebhook(
  { session, viewer }: Call,
  id: string,
): Promise<{ readonly row: WebhookRow; readonly unit: UnitRow }> {
  const row = await session.rows(WEBHOOKS).one({ id });
  const [unit] = row ? await unitsByIds(session, [row.unitId]) : [];
  if (!row || !unit) throw notFound();
  return { row, unit: authorize(viewer, "webhook:change", unit) };
}

const record = (call: Call, unit: UnitRow, id: string, changes: Changes = {}): void =>
  append(call, { unit, subject: { type: "Webhook", id }, changes });
