import DataLoader from "dataloader";
import { raw, sql, type Session } from "../platform/db/index.js";
import { groupedBy, inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import { WEBHOOK_DELIVERIES, WEBHOOKS, type DeliveryRow, type WebhookRow } from "./webhook.entity.js";

const AT_ONCE = 100;
const COLUMNS = raw(
  `d.id, d.webhook_id as webhookId, d.unit_id as unitId, d.number, d.kind, d.body, d.state, d.attempts,
   d.next_at as nextAt, d.answered, d.failure, d.created_at as createdAt, d.delivered_at as deliveredAt`,
);

/** What is to be sent now, the oldest first; an attempt whose process has stopped is due again after its lease. */
export const dueDeliveries = (session: Session, now: string): Promise<DeliveryRow[]> =>
  session.query<DeliveryRow>(
    sql`select ${COLUMNS} from ${session.from(WEBHOOK_DELIVERIES, "d")}
        where d.state = 'PENDING' and d.next_at <= ${now} order by d.next_at, d.number, d.id limit ${AT_ONCE}`,
  );

/** Where the vault seals an endpoint's secret. */
export const secretPlace = (webhookId: string): string => `webhooks ${webhookId} secret`;

export const webhookById: LoaderFactory<string, WebhookRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((session) => session.rows(WEBHOOKS).find({ id: ids })), ({ id }) => id),
  );

export const webhooksOfUnit: LoaderFactory<string, WebhookRow[]> = (read) =>
  new DataLoader(async (unitIds) => {
    const order = { createdAt: "ASC", id: "ASC" } as const;
    const rows = await read((session) =>
      session.rows(WEBHOOKS).find({ unitId: unitIds }, { orderBy: order }),
    );
    return groupedBy(unitIds, rows, ({ unitId }) => unitId);
  });

export const deliveryById: LoaderFactory<string, DeliveryRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(
      ids,
      await read((session) => session.rows(WEBHOOK_DELIVERIES).find({ id: ids })),
      ({ id }) => id,
    ),
  );

const SHOWN = 50;

/** The newest deliveries of one endpoint. */
export const newestDeliveries = (session: Session, webhookId: string): Promise<DeliveryRow[]> =>
  session.query<DeliveryRow>(
    sql`select ${COLUMNS} from ${session.from(WEBHOOK_DELIVERIES, "d")} where d.webhook_id = ${webhookId}
        order by d.created_at desc, d.number desc, d.id desc limit ${SHOWN}`,
  );
