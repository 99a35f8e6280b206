import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import { payload, type PayloadOf } from "../../platform/graphql/mutation.types.js";
import { carriedOut, givenId, requiredId, type LedgerServices } from "../../records/index.js";
import { amendRemedy } from "./steps/amend.js";
import { concludeRemedy } from "./steps/conclude.js";
import { recordRulingArrival } from "./steps/record-arrival.js";
import { lodgeRemedy } from "./steps/lodge.js";
import { eventsOfRemedy, remediesOfRequest, remedyById } from "./remedy.loader.js";
import { presentRemedy } from "./remedy.presenter.js";
import {
  AmendRemedyInput,
  AmendRemedyPayload,
  ConcludeRemedyInput,
  ConcludeRemedyPayload,
  LodgeRemedyInput,
  LodgeRemedyPayload,
  RecordRulingArrivalInput,
  RecordRulingArrivalPayload,
} from "./remedy-input.types.js";

const INPUT = { description: "办理的内容 · What is to be done" };

@Resolver()
export class RemedyMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => LodgeRemedyPayload, {
    description:
      "登记行政复议、行政诉讼：答复之前不能提起，逾期未答复的除外 · Enters a review or suit; none before the request's decision, but for a failure to answer",
  })
  @Access("remedy:record")
  lodgeRemedy(
    @Arg("input", () => LodgeRemedyInput, INPUT) input: LodgeRemedyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof LodgeRemedyPayload>> {
    const command = {
      ...input,
      unitCode: input.unitCode ?? null,
      requestId: givenId("InformationRequest", input.requestId),
      reviewId: givenId("Remedy", input.reviewId),
      organ: input.organ ?? null,
      note: input.note ?? null,
    };
    return this.#run("lodgeRemedy", input, context, (call) => lodgeRemedy(call, command, this.#services));
  }

  @Mutation(() => ConcludeRemedyPayload, {
    description:
      "登记审理结果；二审改判的再登记一次，一案只计一次 · Records the outcome; a later one comes in its stead, as a case counts once",
  })
  @Access("remedy:record")
  concludeRemedy(
    @Arg("input", () => ConcludeRemedyInput, INPUT) input: ConcludeRemedyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ConcludeRemedyPayload>> {
    const command = {
      id: requiredId("Remedy", input.remedyId),
      expectedRevision: input.expectedRevision ?? null,
      on: input.on ?? null,
      arrivedOn: input.arrivedOn ?? null,
      ruling: input.ruling ?? null,
      disposition: input.disposition ?? null,
      reason: input.reason ?? null,
    };
    return this.#run("concludeRemedy", input, context, (call) =>
      concludeRemedy(call, command, this.#services),
    );
  }

  @Mutation(() => RecordRulingArrivalPayload, {
    description:
      "补登复议决定书、裁判文书的送达日期 · When the ruling arrived, where that became known only later",
  })
  @Access("remedy:record")
  recordRulingArrival(
    @Arg("input", () => RecordRulingArrivalInput, INPUT) input: RecordRulingArrivalInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RecordRulingArrivalPayload>> {
    const command = { ...input, id: requiredId("Remedy", input.remedyId) };
    return this.#run("recordRulingArrival", input, context, (call) =>
      recordRulingArrival(call, command, this.#services),
    );
  }

  @Mutation(() => AmendRemedyPayload, {
    description: "更正未审结案件的登记信息 · Corrects the particulars of a pending case",
  })
  @Access("remedy:record")
  amendRemedy(
    @Arg("input", () => AmendRemedyInput, INPUT) input: AmendRemedyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AmendRemedyPayload>> {
    const command = { ...input, id: requiredId("Remedy", input.remedyId) };
    return this.#run("amendRemedy", input, context, (call) => amendRemedy(call, command, this.#services));
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: Call) => Promise<{ readonly id: string }>,
  ) {
    const mutation = { name, input, byId: remedyById, events: eventsOfRemedy };
    const outcome = await carriedOut(context, this.#services.commands, mutation, work);
    context.loaders.of(remediesOfRequest).clearAll();
    return payload("remedy", outcome, presentRemedy, context);
  }
}
