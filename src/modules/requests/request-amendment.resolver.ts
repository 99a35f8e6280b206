import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access, type RequestContext } from "../../access/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { requiredId, type LedgerServices } from "../ledger/index.js";
import { amendRequest, type AmendServices, type DatesCheck } from "./commands/amend-request.js";
import { takeStep } from "./commands/take-step.js";
import { AmendRequestInput, RecordArrivalInput } from "./request-amendment-input.types.js";
import { presentOutcome } from "./request-payload.presenter.js";
import { RequestPayloadType } from "./request-payload.types.js";

/** What was recorded wrongly, or is known only later. */
@Resolver()
export class RequestAmendmentResolver {
  readonly #services: AmendServices;

  constructor(services: LedgerServices, vault: Vault, datesCheck: DatesCheck) {
    this.#services = { ...services, vault, datesCheck };
  }

  @Mutation(() => RequestPayloadType, {
    description:
      "更正登记错误：不给的保持不变，期限按更正后的日期重新计算 · Mends a slip: what is left out stays, and the clock is reckoned from the amended dates",
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
}
