import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { CommandCall, RequestContext } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import { requiredId, type LedgerServices } from "../../records/index.js";
import { amendProposal } from "./commands/amend-proposal.js";
import { answerProposal } from "./commands/answer-proposal.js";
import { assignProposal } from "./commands/assign-proposal.js";
import { publishAnswer } from "./commands/publish-answer.js";
import { rateProposal } from "./commands/rate-proposal.js";
import type { ProposalStep } from "./find-proposal.js";
import {
  AmendProposalInput,
  AnswerProposalInput,
  AssignProposalInput,
  ProposalPayloadType,
  PublishProposalAnswerInput,
  RateProposalInput,
} from "./proposal-input.types.js";
import { changesIn } from "./proposal-changes.js";
import { proposalById } from "./proposal.loader.js";
import { presentProposal } from "./proposal.presenter.js";

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
    const { unitCode, kind, level, number, title, assignedOn } = input;
    const command = {
      ...{ unitCode, kind, level, number, title, assignedOn },
      role: input.role ?? "LEAD",
      session: input.session ?? null,
      broad: input.broad ?? false,
      dueOn: input.dueOn ?? null,
    };
    return this.#run("assignProposal", input, context, (session) =>
      assignProposal(session, context.viewer, command, this.#services),
    );
  }

  @Mutation(() => ProposalPayloadType, {
    description: "登记答复；未评价前可更正重登 · Records the answer, anew as long as it is not rated",
  })
  @Access("proposal:record")
  answerProposal(
    @Arg("input", () => AnswerProposalInput) input: AnswerProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    const command = {
      ...stepOf(input),
      on: input.on ?? null,
      answerNumber: input.answerNumber ?? null,
      resultClass: input.resultClass ?? null,
      published: input.published ?? null,
      reason: input.reason ?? null,
    };
    return this.#run("answerProposal", input, context, (session) =>
      answerProposal(session, context.viewer, command, this.#services),
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
    const command = {
      ...stepOf(input),
      satisfaction: input.satisfaction,
      on: input.on ?? null,
      reason: input.reason ?? null,
    };
    return this.#run("rateProposal", input, context, (session) =>
      rateProposal(session, context.viewer, command, this.#services),
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
    const command = { ...stepOf(input), on: input.on ?? null };
    return this.#run("publishProposalAnswer", input, context, (session) =>
      publishAnswer(session, context.viewer, command, this.#services),
    );
  }

  @Mutation(() => ProposalPayloadType, {
    description: "更正登记信息；答复后须写理由 · Mends a slip; once it is answered, with a reason",
  })
  @Access("proposal:record")
  amendProposal(
    @Arg("input", () => AmendProposalInput) input: AmendProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayloadType> {
    const command = { ...stepOf(input), changes: changesIn(input), reason: input.reason ?? null };
    return this.#run("amendProposal", input, context, (session) =>
      amendProposal(session, context.viewer, command, this.#services),
    );
  }

  /** Answers with the proposal as it is now: what an earlier mutation of the same request loaded is out of date. */
  async #run(
    name: string,
    input: CommandCall["input"],
    { viewer, loaders, language }: RequestContext,
    work: (session: Session) => Promise<{ id: string }>,
  ): Promise<ProposalPayloadType> {
    const { record, problems } = await this.#services.commands.run({ viewer, name, input }, work);
    const proposal = record && (await loaders.of(proposalById).clear(record.id).load(record.id));
    return { proposal: proposal && presentProposal(proposal), problems: presentProblems(problems, language) };
  }
}

interface StepInput {
  readonly proposalId: string;
  readonly expectedRevision?: number | null;
}

const stepOf = ({ proposalId, expectedRevision }: StepInput): ProposalStep => ({
  proposalId: requiredId("Proposal", proposalId),
  expectedRevision: expectedRevision ?? null,
});
