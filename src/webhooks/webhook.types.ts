import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CHANGE_KINDS } from "../changes/api.js";
import { enumOf } from "../platform/graphql/enum.js";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import {
  EVENT_KINDS,
  MOST_ATTEMPTS,
  MOST_ENDPOINTS,
  type DeliveryState,
  type EventKind,
} from "./webhooks.data.js";

const named = (kinds: readonly EventKind[]): Record<EventKind, string> =>
  Object.fromEntries(
    kinds.map((kind) => [kind, `${CHANGE_KINDS[kind].zh} · ${CHANGE_KINDS[kind].en}`]),
  ) as Record<EventKind, string>;

export const WebhookEventEnum = enumOf<EventKind>(
  "WebhookEvent",
  "可通知的事件 · What an endpoint can be told of",
  named(EVENT_KINDS),
);

export const DeliveryStateEnum = enumOf<DeliveryState>(
  "WebhookDeliveryState",
  "通知的状态 · What became of a delivery",
  {
    PENDING: "待送达，失败后自动重试 · Not taken yet; tried again after a failure",
    DELIVERED: "已送达（对方答复 2xx） · The receiver has answered 2xx",
    GIVEN_UP: `已放弃：${MOST_ATTEMPTS} 次均未送达 · Given up after ${MOST_ATTEMPTS} attempts`,
  },
);

@ObjectType("WebhookDelivery", {
  simpleResolvers: true,
  implements: NodeType,
  description: "一次通知 · One event for one endpoint",
})
export class WebhookDeliveryType extends NodeType {
  readonly __typename!: "WebhookDelivery";
  @Field(() => String, { description: "事件；测试为 TEST · The event; TEST of a test" }) kind!: string;
  @Field(() => DeliveryStateEnum, { description: "状态 · What became of it" }) state!: DeliveryState;
  @Field(() => Int, { description: "已尝试次数 · How often it was tried" }) attempts!: number;
  @Field(() => Int, {
    nullable: true,
    description: "最近一次答复的 HTTP 状态码 · HTTP status of the last answer; null where there was none",
  })
  answered!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      "最近一次无答复的原因，如 TIMEOUT、ECONNREFUSED、ADDRESS_NOT_ALLOWED · Why the last attempt got no answer, as a code",
  })
  failure!: string | null;
  @Field(() => DateTimeScalar, { description: "登记时刻 · When it was written" }) createdAt!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "下次尝试的时刻；不再尝试为空 · When it is tried next; null when it is not",
  })
  nextAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "送达时刻 · When it was taken" })
  deliveredAt!: string | null;
  @Field(() => String, { description: "通知的正文（JSON） · The body as it is sent, JSON" }) body!: string;
}

@ObjectType("Webhook", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "通知接口：本单位及以下各单位有事时，向这个地址发送签名的通知 · An address that is told, signed, what happens at the unit and below",
})
export class WebhookType extends NodeType {
  readonly __typename!: "Webhook";
  @Field(() => String, { description: "地址 · Where events are posted" }) url!: string;
  @Field(() => [WebhookEventEnum], { description: "事件 · What it is told of" }) kinds!: EventKind[];
  @Field(() => DateTimeScalar, { description: "登记时刻 · When it was added" }) createdAt!: string;
}

@InputType({ description: "新的通知接口 · A new endpoint" })
export class AddWebhookInput extends MutationInput {
  @Field(() => String, {
    description: `单位代码，通知包括其下各单位；每单位至多 ${MOST_ENDPOINTS} 个 · The unit, with all below; ${MOST_ENDPOINTS} endpoints a unit at most`,
  })
  unitCode!: string;
  @Field(() => String, {
    description:
      "地址，须为 https，不能是本机或内网的地址 · An https address, not of this machine or an inner network",
  })
  url!: string;
  @Field(() => [WebhookEventEnum], { description: "事件 · What it is to be told of" }) kinds!: EventKind[];
}

@InputType({ description: "要删除的通知接口 · The endpoint to be removed" })
export class RemoveWebhookInput extends MutationInput {
  @Field(() => ID, { description: "通知接口 · The endpoint" }) webhookId!: string;
}

@InputType({ description: "要测试的通知接口 · The endpoint to be tested" })
export class TestWebhookInput extends MutationInput {
  @Field(() => ID, { description: "通知接口 · The endpoint" }) webhookId!: string;
}

@InputType({ description: "要重发的通知 · The delivery to be sent again" })
export class ReplayDeliveryInput extends MutationInput {
  @Field(() => ID, { description: "通知 · The delivery" }) deliveryId!: string;
}

export const AddWebhookPayload = payloadOf("AddWebhook", {
  webhook: () => WebhookType,
  secret: {
    type: () => String,
    description: "签名密钥，只在此时给出 · The key of the signatures, shown this once",
  },
});
export const RemoveWebhookPayload = payloadOf("RemoveWebhook", {
  removedId: { type: () => ID, description: "已删除的通知接口 · Id of the endpoint that was removed" },
});
export const TestWebhookPayload = payloadOf("TestWebhook", { delivery: () => WebhookDeliveryType });
export const ReplayDeliveryPayload = payloadOf("ReplayDelivery", { delivery: () => WebhookDeliveryType });
