import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Outcome, RequestContext } from "../../access/index.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import { givenId, requiredId, type LedgerServices } from "../../records/index.js";
import { amendRemedy } from "./commands/amend-remedy.js";
import { concludeRemedy } from "./commands/conclude-remedy.js";
import { recordRulingArrival } from "./commands/record-ruling-arrival.js";
import { lodgeRemedy } from "./commands/lodge-remedy.js";
import { remediesOfRequest, remedyById } from "./remedy.loader.js";
import { presentRemedy } from "./remedy.presenter.js";
import {
  AmendRemedyInput,
  ConcludeRemedyInput,
  LodgeRemedyInput,
  RecordRulingArrivalInput,
  RemedyPayloadType,
} from "./remedy.types.js";

@Resolver()
export class RemedyMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => RemedyPayloadType, {
    description:
      "登记行政复议、行政诉讼：答复之前不能提起，逾期未答复的除外 · Enters a review or suit; none before the request's decision, but for a failure to answer",
  })
  @Access("remedy:record")
  async lodgeRemedy(
    @Arg("input", () => LodgeRemedyInput) input: LodgeRemedyInput,
    @Ctx() context: RequestContext,
  ): Promise<RemedyPayloadType> {
    const { viewer } = context;
    const command = {
      ...input,
      unitCode: input.unitCode ?? null,
      requestId: givenId("InformationRequest", input.requestId),
      reviewId: givenId("Remedy", input.reviewId),
      organ: input.organ ?? null,
      note: input.note ?? null,
    };
    const outcome = await this.#services.commands.run({ viewer, name: "lodgeRemedy", input }, (session) =>
      lodgeRemedy(session, viewer, command, this.#services),
    );
    return present(outcome, context);
  }

  @Mutation(() => RemedyPayloadType, {
    description:
      "登记审理结果；二审改判的再登记一次，一案只计一次 · Records the outcome; a later one comes in its stead, as a case counts once",
  })
  @Access("remedy:record")
  async concludeRemedy(
    @Arg("input", () => ConcludeRemedyInput) input: ConcludeRemedyInput,
    @Ctx() context: RequestContext,
  ): Promise<RemedyPayloadType> {
    const { viewer } = context;
    const command = {
      remedyId: requiredId("Remedy", input.remedyId),
      expectedRevision: input.expectedRevision ?? null,
      on: input.on ?? null,
      arrivedOn: input.arrivedOn ?? null,
      ruling: input.ruling ?? null,
      disposition: input.disposition ?? null,
      reason: input.reason ?? null,
    };
    const outcome = await this.#services.commands.run({ viewer, name: "concludeRemedy", input }, (session) =>
      concludeRemedy(session, viewer, command, this.#services),
    );
    return present(outcome, context);
  }

  @Mutation(() => RemedyPayloadType, {
    description:
      "补登复议决定书、裁判文书的送达日期 · When the ruling arrived, where that became known only later",
  })
  @Access("remedy:record")
  async recordRulingArrival(
    @Arg("input", () => RecordRulingArrivalInput) input: RecordRulingArrivalInput,
    @Ctx() context: RequestContext,
  ): Promise<RemedyPayloadType> {
    const { viewer } = context;
    const command = { ...input, remedyId: requiredId("Remedy", input.remedyId) };
    const outcome = await this.#services.commands.run(
      { viewer, name: "recordRulingArrival", input },
      (session) => recordRulingArrival(session, viewer, command, this.#services),
    );
    return present(outcome, context);
  }

  @Mutation(() => RemedyPayloadType, {
    description: "更正未审结案件的登记信息 · Corrects the particulars of a pending case",
  })
  @Access("remedy:record")
  async amendRemedy(
    @Arg("input", () => AmendRemedyInput) input: AmendRemedyInput,
    @Ctx() context: RequestContext,
  ): Promise<RemedyPayloadType> {
    const { viewer } = context;
    const command = { ...input, remedyId: requiredId("Remedy", input.remedyId) };
    const outcome = await this.#services.commands.run({ viewer, name: "amendRemedy", input }, (session) =>
      amendRemedy(session, viewer, command, this.#services),
    );
    return present(outcome, context);
  }
}

/** The case as it is now: what an earlier mutation of the same request loaded is out of date. */
async function present(
  { record, problems }: Outcome<{ id: string }>,
  { loaders, language }: RequestContext,
): Promise<RemedyPayloadType> {
  loaders.of(remediesOfRequest).clearAll();
  const remedy = record && (await loaders.of(remedyById).clear(record.id).load(record.id));
  return { remedy: remedy && presentRemedy(remedy), problems: presentProblems(problems, language) };
}
