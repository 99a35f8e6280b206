import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { requiredId, type LedgerServices } from "../../records/index.js";
import { receiveRequest, type ReceiveServices } from "./commands/receive-request.js";
import { splitRequest } from "./commands/split-request.js";
import type { StepInputs, StepVerb } from "./commands/step-rules.js";
import { takeStep } from "./commands/take-step.js";
import {
  AskCorrectionInput,
  AskReasonsInput,
  ConfirmReceiptInput,
  ConsultAgencyInput,
  ConsultThirdPartyInput,
  DecideRequestInput,
  ExtendRequestInput,
  LapseRequestInput,
  NoticeFeeInput,
  ReceiveRequestInput,
  RecordAgencyReplyInput,
  RecordCorrectionInput,
  RecordFeePaidInput,
  RecordReasonsInput,
  RecordThirdPartyReplyInput,
  ServeRequestInput,
  SplitRequestInput,
  WithdrawRequestInput,
} from "./request-input.types.js";
import { presentFresh, presentOutcome } from "./request-payload.presenter.js";
import { RequestPayloadType, SplitRequestPayloadType } from "./request-payload.types.js";

type Given<V extends StepVerb> = StepInputs[V] & { readonly idempotencyKey?: string | null };

@Resolver()
export class RequestMutationResolver {
  readonly #services: ReceiveServices;

  constructor(services: LedgerServices, vault: Vault) {
    this.#services = { ...services, vault };
  }

  @Mutation(() => RequestPayloadType, {
    description: "收到申请（条例 §29、§31） · A request came in",
  })
  @Access("request:receive")
  async receiveRequest(
    @Arg("input", () => ReceiveRequestInput) input: ReceiveRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    const { viewer } = context;
    const outcome = await this.#services.commands.run({ viewer, name: "receiveRequest", input }, (session) =>
      receiveRequest(session, viewer, input, this.#services),
    );
    return presentOutcome(outcome, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "确认收到日期：双方确认之日（条例 §31） · The day both sides confirmed: REGISTERED to RECEIVED",
  })
  @Access("request:handle")
  confirmReceipt(
    @Arg("input", () => ConfirmReceiptInput) input: ConfirmReceiptInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("confirmReceipt", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "告知补正：一次性告知（条例 §30） · Asks for a correction, once",
  })
  @Access("request:handle")
  askCorrection(
    @Arg("input", () => AskCorrectionInput) input: AskCorrectionInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("askCorrection", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "登记补正：期限自收到补正的次日重新计算（条例 §30） · The corrected request came in: the clock restarts",
  })
  @Access("request:handle")
  recordCorrection(
    @Arg("input", () => RecordCorrectionInput) input: RecordCorrectionInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("recordCorrection", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "征求第三方意见，期间不计入期限（条例 §32、§33） · Asks a third party; the clock pauses",
  })
  @Access("request:handle")
  consultThirdParty(
    @Arg("input", () => ConsultThirdPartyInput) input: ConsultThirdPartyInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("consultThirdParty", input, context);
  }

  @Mutation(() => RequestPayloadType, { description: "登记第三方意见 · The third party answered" })
  @Access("request:handle")
  recordThirdPartyReply(
    @Arg("input", () => RecordThirdPartyReplyInput) input: RecordThirdPartyReplyInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("recordThirdPartyReply", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "征求其他机关意见，期间不计入期限（条例 §33、§34） · Asks another organ; the clock pauses",
  })
  @Access("request:handle")
  consultAgency(
    @Arg("input", () => ConsultAgencyInput) input: ConsultAgencyInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("consultAgency", input, context);
  }

  @Mutation(() => RequestPayloadType, { description: "登记其他机关意见 · The other organ answered" })
  @Access("request:handle")
  recordAgencyReply(
    @Arg("input", () => RecordAgencyReplyInput) input: RecordAgencyReplyInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("recordAgencyReply", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "要求说明理由：申请数量、频次明显超过合理范围（条例 §35） · Asks why there are so many requests",
  })
  @Access("request:handle")
  askReasons(
    @Arg("input", () => AskReasonsInput) input: AskReasonsInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("askReasons", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "登记说明的理由及其是否合理（条例 §35） · The reasons, and whether they are reasonable",
  })
  @Access("request:handle")
  recordReasons(
    @Arg("input", () => RecordReasonsInput) input: RecordReasonsInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("recordReasons", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "发出收费通知（条例 §42，国办函〔2020〕109号） · Sends the notice of the processing fee",
  })
  @Access("request:handle")
  noticeFee(
    @Arg("input", () => NoticeFeeInput) input: NoticeFeeInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("noticeFee", input, context);
  }

  @Mutation(() => RequestPayloadType, { description: "登记缴费 · The fee was paid" })
  @Access("request:handle")
  recordFeePaid(
    @Arg("input", () => RecordFeePaidInput) input: RecordFeePaidInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("recordFeePaid", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "延长答复期限：一次，至多 20 个工作日（条例 §33） · Extends the period, once, by at most 20 working days",
  })
  @Access("request:handle")
  extendRequest(
    @Arg("input", () => ExtendRequestInput) input: ExtendRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("extendRequest", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "作出决定，写明依据的条款（条例 §36-39） · Decides, naming the article",
  })
  @Access("request:handle")
  decideRequest(
    @Arg("input", () => DecideRequestInput) input: DecideRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("decideRequest", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "送达：邮寄的以交邮之日为准 · The decision was served; by post, on the day of posting",
  })
  @Access("request:handle")
  serveRequest(
    @Arg("input", () => ServeRequestInput) input: ServeRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("serveRequest", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "登记申请人撤回，计入其他处理·其他 · The applicant withdrew it",
  })
  @Access("request:handle")
  withdrawRequest(
    @Arg("input", () => WithdrawRequestInput) input: WithdrawRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("withdrawRequest", input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description: "逾期不补正、逾期未缴费的终结 · Closes what was not corrected, or not paid for, in time",
  })
  @Access("request:handle")
  lapseRequest(
    @Arg("input", () => LapseRequestInput) input: LapseRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#take("lapseRequest", input, context);
  }

  @Mutation(() => SplitRequestPayloadType, {
    description:
      "分立（一事一申请）：第一件留在原申请，其余各成一件，期限一致 · Splits a request: each other subject becomes a request of its own, with the same clock",
  })
  @Access("request:receive")
  async splitRequest(
    @Arg("input", () => SplitRequestInput) input: SplitRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<SplitRequestPayloadType> {
    const { viewer } = context;
    const requestId = requiredId("InformationRequest", input.requestId);
    const outcome = await this.#services.commands.run({ viewer, name: "splitRequest", input }, (session) =>
      splitRequest(session, viewer, { ...input, requestId }, this.#services),
    );
    const ids = outcome.record?.parts ?? [];
    const parts = await Promise.all(ids.map((id) => presentFresh(id, context)));
    return { ...(await presentOutcome(outcome, context)), parts: parts.flatMap((part) => part ?? []) };
  }

  async #take<V extends StepVerb>(
    verb: V,
    input: Given<V>,
    context: RequestContext,
  ): Promise<RequestPayloadType> {
    const { viewer } = context;
    const requestId = requiredId("InformationRequest", input.requestId);
    const outcome = await this.#services.commands.run({ viewer, name: verb, input }, (session) =>
      takeStep(session, viewer, verb, { ...input, requestId }, this.#services),
    );
    return presentOutcome(outcome, context);
  }
}
