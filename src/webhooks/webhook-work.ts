import type { ChangeNumbers } from "../changes/index.js";
import { BackgroundWork, type BackgroundLog } from "../kernel/background-work.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../platform/db/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Vault } from "../platform/vault/vault.js";
import { fillOutbox, SCOPE } from "./outbox.js";
import { post, type Answer } from "./post.js";
import { WEBHOOK_DELIVERIES, WEBHOOKS, type DeliveryRow, type WebhookRow } from "./webhook.entity.js";
import { dueDeliveries, secretPlace } from "./webhook.read-model.js";
import { LEASE_MS, MOST_ATTEMPTS, PAUSES_MS } from "./webhooks.data.js";

export const WEBHOOK_WORK = "webhooks";

export interface WebhookParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly numbers: ChangeNumbers;
  /** The operator lets addresses of inner networks in. */
  readonly inner: boolean;
}

/**
 * Tells programs what happened, at least once: an event is a row before it is sent, and stays pending until its receiver
 * has answered 2xx. Receivers are served side by side, the events of one of them one after the other.
 */
export class WebhookWork extends BackgroundWork {
  readonly #parts: WebhookParts;

  constructor(parts: WebhookParts, log: BackgroundLog) {
    super({ announcement: WEBHOOK_WORK, everyMs: null, failure: "could not deliver to webhooks" }, log);
    this.#parts = parts;
  }

  protected async workOff(): Promise<void> {
    const { database, clock, numbers } = this.#parts;
    const endpoints = await database.read(SCOPE, (session) => session.rows(WEBHOOKS).find({}));
    if (endpoints.length === 0) return;
    if (endpoints.some(({ kinds }) => kinds.length > 0)) await numbers.catchUp();
    for (let more = true; more && !this.closed;) {
      const now = clock.now();
      const current = await database.read(SCOPE, (session) => session.rows(WEBHOOKS).find({}));
      more = await fillOutbox(database, current, now);
      const due = await database.read(SCOPE, (session) => dueDeliveries(session, now.toISOString()));
      await Promise.all(current.map((endpoint) => this.#serve(endpoint, due)));
    }
  }

  async #serve(endpoint: WebhookRow, due: readonly DeliveryRow[]): Promise<void> {
    for (const delivery of due.filter(({ webhookId }) => webhookId === endpoint.id)) {
      if (this.closed) return;
      const claimed = await this.#claim(delivery);
      if (claimed) await this.#settle(claimed, await this.#send(endpoint, claimed));
    }
  }

  /** null: another process has it. The row is not due again before the attempt must be over. */
  async #claim({ id, attempts, nextAt }: DeliveryRow): Promise<DeliveryRow | null> {
    const { database, clock } = this.#parts;
    const taken = { attempts: attempts + 1, nextAt: after(clock, LEASE_MS) };
    return database.write(SCOPE, async (session) => {
      const rows = session.rows(WEBHOOK_DELIVERIES);
      const ours = await rows.update({ id, attempts, nextAt, state: "PENDING" }, taken);
      return ours === 0 ? null : rows.one({ id });
    });
  }

  #send({ id, url, secret }: WebhookRow, { id: deliveryId, kind, body }: DeliveryRow): Promise<Answer> {
    const { clock, vault, inner } = this.#parts;
    const key = vault.open(secret, secretPlace(id));
    const parcel = { url, deliveryId: toGlobalId("WebhookDelivery", deliveryId), kind, body, secret: key };
    return post(parcel, clock.now(), inner);
  }

  async #settle({ id, attempts, nextAt }: DeliveryRow, answer: Answer): Promise<void> {
    const { database, clock } = this.#parts;
    const answered = "status" in answer ? answer.status : null;
    const failure = "failure" in answer ? answer.failure : null;
    const taken = answered !== null && answered >= 200 && answered < 300;
    const pause = PAUSES_MS[attempts - 1];
    const outcome = taken
      ? { state: "DELIVERED" as const, deliveredAt: clock.now().toISOString() }
      : attempts >= MOST_ATTEMPTS || pause === undefined
        ? { state: "GIVEN_UP" as const }
        : { nextAt: after(clock, pause) };
    // Whoever took over after the lease has an attempt of its own.
    await database.write(SCOPE, (session) =>
      session.rows(WEBHOOK_DELIVERIES).update({ id, attempts, nextAt }, { answered, failure, ...outcome }),
    );
  }
}

const after = (clock: Clock, ms: number): string => new Date(clock.now().getTime() + ms).toISOString();
