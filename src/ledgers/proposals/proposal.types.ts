import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { ORDER_BY, PageInfoType } from "../../platform/graphql/paging.types.js";
import { nameSteps } from "../../platform/graphql/step.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange, LedgerPageArgs, orderEnum, TallyType } from "../../records/api.js";
import { described, mutationsOf } from "../../records/index.js";
import type { ProposalRow } from "./proposal.entity.js";
import { PROPOSAL } from "./proposal.js";
import {
  PROPOSAL_KINDS,
  PROPOSAL_LEVELS,
  PROPOSAL_ORDERS,
  PROPOSAL_ROLES,
  PROPOSAL_STATES,
  type ProposalKind,
  type ProposalLevel,
  type ProposalRole,
  type ProposalState,
  type Satisfaction,
  SATISFACTIONS,
} from "./proposal.terms.js";
import { text } from "../../kernel/text.js";

export const ProposalKindEnum = enumOf(
  "ProposalKind",
  "建议提案类别 · Suggestion or proposal",
  described(PROPOSAL_KINDS),
);
export const ProposalLevelEnum = enumOf(
  "ProposalLevel",
  "建议提案层级 · Of which congress or conference",
  described(PROPOSAL_LEVELS),
);
export const ProposalRoleEnum = enumOf(
  "ProposalRole",
  "主办或会办 · The unit's part in it",
  described(PROPOSAL_ROLES),
);
export const SatisfactionEnum = enumOf(
  "Satisfaction",
  "满意度 · How the answer was received",
  described(SATISFACTIONS),
);

const ProposalStateEnum = enumOf(
  "ProposalState",
  "建议提案的状态 · State of a proposal",
  described(PROPOSAL_STATES),
);

nameSteps(mutationsOf(PROPOSAL));

@ObjectType("Proposal", {
  simpleResolvers: true,
  implements: NodeType,
  description: "人大代表建议、政协提案 · A suggestion or proposal that the unit answers",
})
export class ProposalType extends NodeType {
  readonly __typename!: "Proposal";
  /** For field resolvers; not part of the API. */
  readonly row!: ProposalRow;
  @Field(() => ProposalKindEnum) kind!: ProposalKind;
  @Field(() => ProposalLevelEnum) level!: ProposalLevel;
  @Field(() => ProposalRoleEnum) role!: ProposalRole;
  @Field(() => String, { nullable: true, description: "届次 · The session it was made in" })
  session!: string | null;
  @Field(() => String) number!: string;
  @Field(() => String) title!: string;
  @Field(() => Boolean, { description: "涉及面广、处理难度大 · Broad or difficult: a longer period" })
  broad!: boolean;
  @Field(() => DateScalar, { description: "交办日期 · When it was assigned" }) assignedOn!: string;
  @Field(() => DateScalar, { description: "办理期限 · When it is due" }) dueOn!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "答复日期；重新办理期间为空 · When it was answered; null while it is answered again",
  })
  answeredOn!: string | null;
  @Field(() => String, { nullable: true, description: "答复文号 · The answer's number" })
  answerNumber!: string | null;
  @Field(() => String, { nullable: true, description: "办理结果分类 · Class of the result" })
  resultClass!: string | null;
  @Field(() => SatisfactionEnum, { nullable: true }) satisfaction!: Satisfaction | null;
  @Field(() => Boolean, { description: "答复已公开 · Is the answer published?" }) published!: boolean;
  @Field(() => Boolean, { description: "因不满意重新办理中 · Is it being answered again?" }) redo!: boolean;
  @Field(() => ProposalStateEnum, { description: "状态 · Its state" }) state!: ProposalState;
  @Field(() => Int) revision!: number;
}

@ObjectType("ProposalEdge", { simpleResolvers: true })
export class ProposalEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => ProposalType) node!: ProposalType;
}

@ObjectType("ProposalConnection", {
  simpleResolvers: true,
  description: "建议提案列表（分页） · A page of proposals",
})
export class ProposalConnectionType {
  @Field(() => [ProposalEdgeType]) edges!: ProposalEdgeType[];
  @Field(() => [ProposalType]) nodes!: ProposalType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

@InputType({ description: "筛选建议提案 · Which proposals" })
export class ProposalFilter {
  @Field(() => ProposalKindEnum, { nullable: true }) kind?: ProposalKind | null;
  @Field(() => ProposalRoleEnum, { nullable: true }) role?: ProposalRole | null;
  @Field(() => DateRange, { nullable: true }) assigned?: DateRange | null;
  @Field(() => Boolean, { nullable: true }) answered?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "未答复且已过期限 · Unanswered and past its day" })
  overdue?: boolean | null;
}

export const ProposalOrderEnum = orderEnum("ProposalOrder", text("建议提案", "proposals"), PROPOSAL_ORDERS);

/** Which page of a unit's proposals, of which of them, and in which order. */
@ArgsType()
export class ProposalListArgs extends LedgerPageArgs {
  @Field(() => ProposalFilter, { nullable: true, description: "筛选 · Which of them" })
  filter?: ProposalFilter | null;
  @Field(() => ProposalOrderEnum, { nullable: true, defaultValue: "ASSIGNED_DESC", description: ORDER_BY })
  orderBy?: keyof typeof PROPOSAL_ORDERS | null;
}

@ObjectType("ProposalActivity", {
  simpleResolvers: true,
  description:
    "一段时间交办的建议提案，按现在的办理情况 · The proposals assigned in a period, as they stand today",
})
export class ProposalActivityType {
  /** For the field resolvers; not part of the API. */
  readonly kinds!: ReadonlyMap<string, number>;
  readonly satisfactions!: ReadonlyMap<string, number>;

  @Field(() => Int, { description: "期内交办，含会办 · Assigned in the period, also to give an opinion on" })
  assigned!: number;
  @Field(() => Int, {
    description: "其中已答复的主办件；会办件不计 · Those of them that the unit leads and has answered",
  })
  answered!: number;
  @Field(() => Int, {
    description: "其中今已逾期未答复的，含会办 · Those of them unanswered and past their day by now",
  })
  overdue!: number;
  @Field(() => [TallyType], { description: "已答复主办件的办理结果 · Results of those answered" })
  byResult!: TallyType[];
}
