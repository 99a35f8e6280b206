import { Field, Int, ObjectType } from "type-graphql";
import { TallyType } from "../../records/api.js";

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
