import { Field, InputType, Int } from "type-graphql";
import { DateRange } from "../../records/api.js";
import { RemedyRouteEnum, RemedyRulingEnum } from "./remedy.types.js";
import type { RemedyRoute, RemedyRuling } from "./remedy.terms.js";
import type { RemedyWhere } from "./remedy.statistics.js";

const YEARS = {
  nullable: true,
  description: "年度，按 dateBasis 的日期 · Years, by the date of dateBasis",
} as const;

@InputType("RemedyWhereInput", {
  description: "哪些复议、诉讼案件 · Which cases: all that is given must hold",
})
export class RemedyWhereInput implements RemedyWhere {
  @Field(() => DateRange, { nullable: true, description: "申请复议或起诉日期 · When lodged" })
  lodged?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "审结日期 · When concluded" })
  concluded?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [RemedyRouteEnum], { nullable: true }) routes?: RemedyRoute[] | null;
  @Field(() => [RemedyRulingEnum], { nullable: true }) rulings?: RemedyRuling[] | null;
  @Field(() => Boolean, { nullable: true, description: "尚未审结 · Not concluded yet" }) pending?:
    boolean | null;
}
