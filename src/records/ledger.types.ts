import { Field, InputType, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../platform/graphql/scalars.js";

@InputType({
  description: "起止日期，均含；可只给一端 · From one day to another, both included; either may be left out",
})
export class DateRange {
  @Field(() => DateScalar, { nullable: true }) from?: string | null;
  @Field(() => DateScalar, { nullable: true }) to?: string | null;
}

@ObjectType("Tally", { simpleResolvers: true, description: "分类计数 · How many of one kind" })
export class TallyType {
  @Field(() => String) key!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
}
