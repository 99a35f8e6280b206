import { UnitWebhooksResolver, WebhookResolver, type WebhookServices } from "./webhook.resolver.js";

export { WEBHOOK_DELIVERIES, WEBHOOKS } from "./webhook.entity.js";
export { WEBHOOK_NODES } from "./webhook.resolver.js";
export { WebhookWork } from "./webhook-work.js";

export const webhookResolvers = (services: WebhookServices): object[] => [
  new UnitWebhooksResolver(),
  new WebhookResolver(services),
];
