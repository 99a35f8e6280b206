import { newId, type Database } from "../../src/platform/db/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { WEBHOOK_DELIVERIES, WEBHOOKS } from "../../src/webhooks/api.js";
import { SYSTEM, unitOf } from "./rows.js";

const AT = "2026-01-10T01:00:00.000Z";

export interface PlantedWebhook {
  /** Global ids. */
  readonly webhook: string;
  readonly delivery: string;
}

/** An endpoint that is told nothing any more, with a delivery that was taken; both say `word`. */
export async function plantWebhook(
  database: Database,
  unitCode: string,
  word: string,
): Promise<PlantedWebhook> {
  const [id, deliveryId] = [newId(), newId()];
  await database.write(SYSTEM, async (session) => {
    const unit = await unitOf(session, unitCode);
    await session.rows(WEBHOOKS).insert(unit, {
      ...{ id, unitId: unit.id, url: `https://hooks.example.invalid/${word}`, kinds: [], createdAt: AT },
      ...{ secret: Buffer.from(word), through: 0 },
    });
    await session.rows(WEBHOOK_DELIVERIES).insert(unit, {
      ...{
        id: deliveryId,
        webhookId: id,
        unitId: unit.id,
        number: null,
        kind: "TEST",
        body: `{"word":"${word}"}`,
      },
      ...{ state: "DELIVERED", attempts: 1, nextAt: AT, answered: 204, failure: null },
      ...{ createdAt: AT, deliveredAt: AT },
    });
  });
  return { webhook: toGlobalId("Webhook", id), delivery: toGlobalId("WebhookDelivery", deliveryId) };
}
