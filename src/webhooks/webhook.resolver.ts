import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import { holds, type Commands, type RequestContext } from "../access/index.js";
import type { Database } from "../platform/db/index.js";
import { fromGlobalId, toGlobalId } from "../platform/graphql/global-id.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import type { Vault } from "../platform/vault/vault.js";
import { requiredId } from "../records/index.js";
import { UnitType } from "../units/api.js";
import { addWebhook, removeWebhook, replayDelivery, testWebhook } from "./commands.js";
import type { DeliveryRow, WebhookRow } from "./webhook.entity.js";
import {
  deliveryById,
  newestDeliveries,
  secretPlace,
  webhookById,
  webhooksOfUnit,
} from "./webhook.read-model.js";
import {
  AddWebhookInput,
  AddWebhookPayload,
  RemoveWebhookInput,
  RemoveWebhookPayload,
  ReplayDeliveryInput,
  ReplayDeliveryPayload,
  TestWebhookInput,
  TestWebhookPayload,
  WebhookDeliveryType,
  WebhookType,
} from "./webhook.types.js";

export interface WebhookServices {
  readonly database: Database;
  readonly commands: Commands;
  readonly vault: Vault;
  /** The operator lets addresses of inner networks in. */
  readonly inner: boolean;
}

const presentWebhook = ({ id, url, kinds, createdAt }: WebhookRow): WebhookType => ({
  __typename: "Webhook",
  ...{ id: toGlobalId("Webhook", id), url, kinds: [...kinds], createdAt },
});

const presentDelivery = (row: DeliveryRow): WebhookDeliveryType => ({
  __typename: "WebhookDelivery",
  id: toGlobalId("WebhookDelivery", row.id),
  ...{ kind: row.kind, state: row.state, attempts: row.attempts, answered: row.answered },
  ...{ failure: row.failure, createdAt: row.createdAt, deliveredAt: row.deliveredAt, body: row.body },
  nextAt: row.state === "PENDING" ? row.nextAt : null,
});

/** How they are fetched by their ids, for `node(id:)`. */
export const WEBHOOK_NODES = {
  Webhook: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(webhookById).load(id);
    return row && presentWebhook(row);
  },
  WebhookDelivery: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(deliveryById).load(id);
    return row && presentDelivery(row);
  },
};

@Resolver(() => UnitType)
export class UnitWebhooksResolver {
  @FieldResolver(() => [WebhookType], {
    nullable: true,
    description: "通知接口；不是其管理员则为空 · Its endpoints; null for all but its administrators",
  })
  async webhooks(
    @Root() { row }: UnitType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<WebhookType[] | null> {
    if (!holds(viewer, "webhook:change", row)) return null;
    return (await loaders.of(webhooksOfUnit).load(row.id)).map(presentWebhook);
  }
}

@Resolver(() => WebhookType)
export class WebhookResolver {
  readonly #services: WebhookServices;

  constructor(services: WebhookServices) {
    this.#services = services;
  }

  @FieldResolver(() => [WebhookDeliveryType], {
    description: "最近的通知，至多 50 条，新的在前 · The newest deliveries, 50 at most, the newest first",
  })
  async deliveries(
    @Root() { id }: WebhookType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<WebhookDeliveryType[]> {
    const rowId = fromGlobalId(id)?.id ?? "";
    const rows = await this.#services.database.read(viewer.scope, (session) =>
      newestDeliveries(session, rowId),
    );
    return rows.map(presentDelivery);
  }

  @Mutation(() => AddWebhookPayload, {
    description:
      "新增通知接口：此后本单位及以下各单位的所选事件以签名的 POST 送到该地址，至少一次 · Adds an endpoint: from now on the chosen events of the unit and all below are posted to it, signed, at least once",
  })
  @Access("webhook:change")
  async addWebhook(
    @Arg("input", () => AddWebhookInput) input: AddWebhookInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AddWebhookPayload>> {
    const { commands, vault, inner } = this.#services;
    const { record, problems } = await commands.run({ ...context, name: "addWebhook", input }, (_, call) =>
      addWebhook(call, input, inner),
    );
    const row = record && (await context.loaders.of(webhookById).load(record.id));
    return {
      webhook: row && presentWebhook(row),
      secret: row && vault.open(row.secret, secretPlace(row.id)),
      problems: presentProblems(problems, context.language),
    };
  }

  @Mutation(() => RemoveWebhookPayload, {
    description: "删除通知接口及其通知 · Removes an endpoint with its deliveries",
  })
  @Access("webhook:change")
  async removeWebhook(
    @Arg("input", () => RemoveWebhookInput) input: RemoveWebhookInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RemoveWebhookPayload>> {
    const id = requiredId("Webhook", input.webhookId);
    const call = { ...context, name: "removeWebhook", input };
    const outcome = await this.#services.commands.run(call, (_, command) => removeWebhook(command, id));
    return payload("removedId", outcome, (removed) => toGlobalId("Webhook", removed.id), context);
  }

  @Mutation(() => TestWebhookPayload, {
    description: "向通知接口发送一条测试通知 · Sends a test event to an endpoint",
  })
  @Access("webhook:change")
  async testWebhook(
    @Arg("input", () => TestWebhookInput) input: TestWebhookInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof TestWebhookPayload>> {
    const id = requiredId("Webhook", input.webhookId);
    const call = { ...context, name: "testWebhook", input };
    const outcome = await this.#services.commands.run(call, (_, command) => testWebhook(command, id));
    return this.#withDelivery(outcome, context);
  }

  @Mutation(() => ReplayDeliveryPayload, {
    description: "重发一条通知，编号和正文不变 · Sends a delivery again, with the same id and body",
  })
  @Access("webhook:change")
  async replayDelivery(
    @Arg("input", () => ReplayDeliveryInput) input: ReplayDeliveryInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ReplayDeliveryPayload>> {
    const id = requiredId("WebhookDelivery", input.deliveryId);
    const call = { ...context, name: "replayDelivery", input };
    const outcome = await this.#services.commands.run(call, (_, command) => replayDelivery(command, id));
    return this.#withDelivery(outcome, context);
  }

  async #withDelivery(
    { record, problems }: Awaited<ReturnType<Commands["run"]>>,
    { loaders, language }: RequestContext,
  ): Promise<PayloadOf<typeof TestWebhookPayload>> {
    const named = record as { readonly id: string } | null;
    const row = named && (await loaders.of(deliveryById).load(named.id));
    return { delivery: row && presentDelivery(row), problems: presentProblems(problems, language) };
  }
}
