import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("RemedyActivity", {
  simpleResolvers: true,
  description: "一段时间的复议、诉讼情况 · Reviews and suits over a period",
})
export class RemedyActivityType {
  /** For the field resolver; not part of the API. */
  readonly rulings!: ReadonlyMap<string, number>;

  @Field(() => Int, { description: "期内提起 · Lodged in the period" }) lodged!: number;
  @Field(() => Int, { description: "期末尚未审结 · Not concluded by its end" }) pending!: number;
}
