import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { RequestContext, Viewer } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { requiredId, type LedgerServices } from "../../records/index.js";
import { amendRequest, type AmendServices, type DatesCheck } from "./commands/amend-request.js";
import { correctStep, reopenRequest, withdrawStep } from "./commands/mend-steps.js";
import { takeStep, type Taken } from "./commands/take-step.js";
import {
  AmendRequestInput,
  CorrectStepInput,
  RecordArrivalInput,
  ReopenRequestInput,
  WithdrawStepInput,
} from "./request-amendment-input.types.js";
import { presentOutcome } from "./request-payload.presenter.js";
import { RequestPayloadType } from "./request-payload.types.js";

/** Corrections of records, and facts known only later. */
@Resolver()
export class RequestAmendmentResolver {
  readonly #services: AmendServices;

  constructor(services: LedgerServices, vault: Vault, datesCheck: DatesCheck) {
    this.#services = { ...services, vault, datesCheck };
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "更正登记错误：不给的保持不变，期限按更正后的日期重新计算 · Corrects a record: omitted fields stay, and the clock is computed from the corrected dates",
  })
  @Access("request:handle")
  async amendRequest(
    @Arg("input", () => AmendRequestInput) input: AmendRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    const { viewer } = context;
    const requestId = requiredId("InformationRequest", input.requestId);
    const outcome = await this.#services.commands.run({ viewer, name: "amendRequest", input }, (session) =>
      amendRequest(session, viewer, { ...input, requestId }, this.#services),
    );
    return presentOutcome(outcome, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "补登送达日期：征求意见书、收费通知或延期告知何时送达 · When a letter or notice arrived, where that became known only later",
  })
  @Access("request:handle")
  async recordArrival(
    @Arg("input", () => RecordArrivalInput) input: RecordArrivalInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    const { viewer } = context;
    const requestId = requiredId("InformationRequest", input.requestId);
    const outcome = await this.#services.commands.run({ viewer, name: "recordArrival", input }, (session) =>
      takeStep(session, viewer, "recordArrival", { ...input, requestId }, this.#services),
    );
    return presentOutcome(outcome, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "撤回一步：本机关撤回自己的文书，或撤销误记的一步；文书等待到撤回之日，日期照旧计算 · Takes a step back: a notice was waited for up to that day; anything else is as if it had not been",
  })
  @Access("request:handle")
  withdrawStep(
    @Arg("input", () => WithdrawStepInput) input: WithdrawStepInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#mend("withdrawStep", withdrawStep, input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "更正一步的日期或所记事项；不给的保持不变 · Corrects a step's day or particulars; omitted fields stay",
  })
  @Access("request:handle")
  correctStep(
    @Arg("input", () => CorrectStepInput) input: CorrectStepInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#mend("correctStep", correctStep, input, context);
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "恢复办理：申请人有正当理由的（条例 §30） · Reopens what had lapsed: the applicant had a good reason",
  })
  @Access("request:handle")
  reopenRequest(
    @Arg("input", () => ReopenRequestInput) input: ReopenRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestPayloadType> {
    return this.#mend("reopenRequest", reopenRequest, input, context);
  }

  async #mend<I extends { requestId: string; idempotencyKey?: string | null }>(
    name: string,
    mend: (session: Session, viewer: Viewer, input: I, services: AmendServices) => Promise<Taken>,
    input: I,
    context: RequestContext,
  ): Promise<RequestPayloadType> {
    const { viewer } = context;
    const requestId = requiredId("InformationRequest", input.requestId);
    const outcome = await this.#services.commands.run({ viewer, name, input }, (session) =>
      mend(session, viewer, { ...input, requestId }, this.#services),
    );
    return presentOutcome(outcome, context);
  }
}
