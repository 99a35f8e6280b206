import { Field, InputType, Int } from "type-graphql";
import { DateRange } from "../../records/api.js";
import { ProposalKindEnum, ProposalLevelEnum, ProposalRoleEnum, SatisfactionEnum } from "./proposal.types.js";
import type { ProposalKind, ProposalLevel, ProposalRole, Satisfaction } from "./proposal.terms.js";
import type { ProposalWhere } from "./proposal.statistics.js";

const YEARS = {
  nullable: true,
  description: "年度，按 dateBasis 的日期 · Years, by the date of dateBasis",
} as const;

@InputType("ProposalWhereInput", {
  description: "哪些建议提案 · Which proposals: all that is given must hold",
})
export class ProposalWhereInput implements ProposalWhere {
  @Field(() => DateRange, { nullable: true, description: "交办日期 · When assigned" })
  assigned?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "答复日期 · When answered" })
  answered?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [ProposalKindEnum], { nullable: true }) kinds?: ProposalKind[] | null;
  @Field(() => [ProposalRoleEnum], { nullable: true }) roles?: ProposalRole[] | null;
  @Field(() => [ProposalLevelEnum], { nullable: true }) levels?: ProposalLevel[] | null;
  @Field(() => [String], { nullable: true, description: "办理结果分类 · Classes of results" })
  resultClasses?: string[] | null;
  @Field(() => [SatisfactionEnum], { nullable: true }) satisfactions?: Satisfaction[] | null;
  @Field(() => Boolean, { nullable: true, description: "尚未答复 · Not answered" }) unanswered?:
    boolean | null;
  @Field(() => Boolean, { nullable: true, description: "答复已公开 · The answer is published" })
  published?: boolean | null;
}
