import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import { payload, type PayloadOf } from "../../platform/graphql/mutation.types.js";
import { carriedOut, requiredId, type LedgerServices } from "../../records/index.js";
import {
  AmendProposalInput,
  AmendProposalPayload,
  AnswerProposalInput,
  AnswerProposalPayload,
  AssignProposalInput,
  AssignProposalPayload,
  PublishProposalAnswerInput,
  PublishProposalAnswerPayload,
  RateProposalInput,
  RateProposalPayload,
} from "./proposal-input.types.js";
import { eventsOfProposal, proposalById } from "./proposal.loader.js";
import { presentProposal } from "./proposal.presenter.js";
import { amendProposal } from "./steps/amend.js";
import { answerProposal } from "./steps/answer.js";
import { assignProposal } from "./steps/assign.js";
import { publishAnswer } from "./steps/publish.js";
import { rateProposal } from "./steps/rate.js";

const INPUT = { description: "办理的内容 · What is to be done" };

@Resolver()
export class ProposalMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => AssignProposalPayload, {
    description: "登记交办的建议提案 · Enters a proposal assigned to the unit",
  })
  @Access("proposal:record")
  assignProposal(
    @Arg("input", () => AssignProposalInput, INPUT) input: AssignProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AssignProposalPayload>> {
    return this.#run("assignProposal", input, context, (call) => assignProposal(call, input, this.#services));
  }

  @Mutation(() => AnswerProposalPayload, {
    description: "登记答复；未评价前可更正重登 · Records the answer, anew as long as it is not rated",
  })
  @Access("proposal:record")
  answerProposal(
    @Arg("input", () => AnswerProposalInput, INPUT) input: AnswerProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AnswerProposalPayload>> {
    return this.#run("answerProposal", input, context, (call) =>
      answerProposal(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => RateProposalPayload, {
    description: "登记满意度；不满意的重新办理 · Records the rating; DISSATISFIED opens the proposal again",
  })
  @Access("proposal:record")
  rateProposal(
    @Arg("input", () => RateProposalInput, INPUT) input: RateProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RateProposalPayload>> {
    return this.#run("rateProposal", input, context, (call) =>
      rateProposal(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => PublishProposalAnswerPayload, {
    description: "登记答复公开 · Records that the answer was published",
  })
  @Access("proposal:record")
  publishProposalAnswer(
    @Arg("input", () => PublishProposalAnswerInput, INPUT) input: PublishProposalAnswerInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof PublishProposalAnswerPayload>> {
    return this.#run("publishProposalAnswer", input, context, (call) =>
      publishAnswer(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => AmendProposalPayload, {
    description: "更正登记信息；答复后须写理由 · Corrects a record; after the answer, with a reason",
  })
  @Access("proposal:record")
  amendProposal(
    @Arg("input", () => AmendProposalInput, INPUT) input: AmendProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AmendProposalPayload>> {
    return this.#run("amendProposal", input, context, (call) =>
      amendProposal(call, targetOf(input), this.#services),
    );
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: Call) => Promise<{ readonly id: string }>,
  ) {
    const mutation = { name, input, byId: proposalById, events: eventsOfProposal };
    const outcome = await carriedOut(context, this.#services.commands, mutation, work);
    return payload("proposal", outcome, presentProposal, context);
  }
}

const targetOf = <Input extends { readonly proposalId: string }>(
  input: Input,
): Input & { readonly id: string } => ({
  ...input,
  id: requiredId("Proposal", input.proposalId),
});
