import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, MutationInput, payloadOf } from "../../platform/graphql/mutation.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import type { ProposalKind, ProposalLevel, ProposalRole, Satisfaction } from "./proposal.terms.js";
import {
  ProposalKindEnum,
  ProposalLevelEnum,
  ProposalRoleEnum,
  ProposalType,
  SatisfactionEnum,
} from "./proposal.types.js";

const PROPOSAL_ID = "建议提案的 id · The proposal's id";
const TODAY = "默认今天 · Today when left out";
const AGAIN = "重新登记已登记事项的理由 · Why what was recorded is recorded anew";

@InputType({ description: "登记交办的建议提案 · A proposal that was assigned to the unit" })
export class AssignProposalInput extends MutationInput {
  @Field(() => String) unitCode!: string;
  @Field(() => ProposalKindEnum) kind!: ProposalKind;
  @Field(() => ProposalLevelEnum) level!: ProposalLevel;
  @Field(() => ProposalRoleEnum, { nullable: true, defaultValue: "LEAD" }) role?: ProposalRole | null;
  @Field(() => String, { nullable: true }) session?: string | null;
  @Field(() => String) number!: string;
  @Field(() => String) title!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) broad?: boolean | null;
  @Field(() => DateScalar) assignedOn!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "办理期限；不给则按设置（代表法 §51：三个月，涉及面广的六个月） · By the settings when left out",
  })
  dueOn?: string | null;
}

@InputType({
  description:
    "登记答复：主办件须填 resultClass，会办件不填 · The answer; a lead gives its class, a co-organizer none",
})
export class AnswerProposalInput extends ChangeInput {
  @Field(() => ID, { description: PROPOSAL_ID }) proposalId!: string;
  @Field(() => DateScalar, { nullable: true, description: TODAY }) on?: string | null;
  @Field(() => String, { nullable: true }) answerNumber?: string | null;
  @Field(() => String, { nullable: true }) resultClass?: string | null;
  @Field(() => Boolean, { nullable: true, description: "不给则为未公开 · Not published when left out" })
  published?: boolean | null;
  @Field(() => String, { nullable: true, description: AGAIN }) reason?: string | null;
}

@InputType({
  description: "登记满意度：不满意的重新办理 · The rating; what is found unsatisfactory is answered again",
})
export class RateProposalInput extends ChangeInput {
  @Field(() => ID, { description: PROPOSAL_ID }) proposalId!: string;
  @Field(() => SatisfactionEnum) satisfaction!: Satisfaction;
  @Field(() => DateScalar, { nullable: true, description: TODAY }) on?: string | null;
  @Field(() => String, { nullable: true, description: AGAIN }) reason?: string | null;
}

@InputType({ description: "登记答复公开 · The answer was published" })
export class PublishProposalAnswerInput extends ChangeInput {
  @Field(() => ID, { description: PROPOSAL_ID }) proposalId!: string;
  @Field(() => DateScalar, { nullable: true, description: TODAY }) on?: string | null;
}

@InputType({
  description:
    "更正登记信息：不给的不改；broad、assignedOn、dueOn 限答复前，answerNumber、resultClass 限答复后，答复后须写 reason · Corrects a record; omitted fields stay",
})
export class AmendProposalInput extends ChangeInput {
  @Field(() => ID, { description: PROPOSAL_ID }) proposalId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => String, { nullable: true, description: "null 则清空 · null removes it" })
  session?: string | null;
  @Field(() => ProposalLevelEnum, { nullable: true }) level?: ProposalLevel | null;
  @Field(() => Boolean, { nullable: true }) broad?: boolean | null;
  @Field(() => DateScalar, { nullable: true }) assignedOn?: string | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true, description: "null 则清空 · null removes it" })
  answerNumber?: string | null;
  @Field(() => String, { nullable: true }) resultClass?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

const proposal = () => ProposalType;
export const AssignProposalPayload = payloadOf("AssignProposal", { proposal });
export const AnswerProposalPayload = payloadOf("AnswerProposal", { proposal });
export const RateProposalPayload = payloadOf("RateProposal", { proposal });
export const PublishProposalAnswerPayload = payloadOf("PublishProposalAnswer", { proposal });
export const AmendProposalPayload = payloadOf("AmendProposal", { proposal });
