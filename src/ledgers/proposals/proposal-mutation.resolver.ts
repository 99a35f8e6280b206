import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import { carriedOut, requiredId, type LedgerServices } from "../../records/index.js";
import {
  AmendProposalInput,
  AnswerProposalInput,
  AssignProposalInput,
  ProposalPayloadType,
  PublishProposalAnswerInput,
  RateProposalInput,
} from "./proposal-input.types.js";
import { proposalById } from "./proposal.loader.js";
import { presentProposal } from "./proposal.presenter.js";
import { amendProposal } from "./steps/amend.js";
import { answerProposal } from "./steps/answer.js";
import { assignProposal } from "./steps/assign.js";
import { publishAnswer } from "./steps/publish.js";
import { rateProposal } from "./steps/rate.js";

@Resolver()
export class ProposalMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => ProposalPayloadType, {
    description: "登记交办的建议提案 · Enters a proposal assigned to the unit",
  })
  @Access("proposal:record")
  assignProposal(
    @Arg("input", () => AssignProposalInput) input: AssignProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    return this.#run("assignProposal", input, context, (call) => assignProposal(call, input, this.#services));
  }

  @Mutation(() => ProposalPayloadType, {
    description: "登记答复；未评价前可更正重登 · Records the answer, anew as long as it is not rated",
  })
  @Access("proposal:record")
  answerProposal(
    @Arg("input", () => AnswerProposalInput) input: AnswerProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    return this.#run("answerProposal", input, context, (call) =>
      answerProposal(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => ProposalPayloadType, {
    description: "登记满意度；不满意的重新办理 · Records the rating; DISSATISFIED opens the proposal again",
  })
  @Access("proposal:record")
  rateProposal(
    @Arg("input", () => RateProposalInput) input: RateProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    return this.#run("rateProposal", input, context, (call) =>
      rateProposal(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => ProposalPayloadType, {
    description: "登记答复公开 · Records that the answer was published",
  })
  @Access("proposal:record")
  publishProposalAnswer(
    @Arg("input", () => PublishProposalAnswerInput) input: PublishProposalAnswerInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    return this.#run("publishProposalAnswer", input, context, (call) =>
      publishAnswer(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => ProposalPayloadType, {
    description: "更正登记信息；答复后须写理由 · Corrects a record; after the answer, with a reason",
  })
  @Access("proposal:record")
  amendProposal(
    @Arg("input", () => AmendProposalInput) input: AmendProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    return this.#run("amendProposal", input, context, (call) =>
      amendProposal(call, targetOf(input), this.#services),
    );
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: Call) => Promise<{ readonly id: string }>,
  ): Promise<ProposalPayloadType> {
    const mutation = { name, input, byId: proposalById };
    const { record, problems } = await carriedOut(context, this.#services.commands, mutation, work);
    return {
      proposal: record && presentProposal(record),
      problems: presentProblems(problems, context.language),
    };
  }
}

const targetOf = <Input extends { readonly proposalId: string }>(
  input: Input,
): Input & { readonly id: string } => ({
  ...input,
  id: requiredId("Proposal", input.proposalId),
});
