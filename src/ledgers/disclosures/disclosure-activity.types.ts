import { Field, Int, ObjectType } from "type-graphql";
import { TallyType } from "../../records/api.js";
import type { Channel } from "./channels.js";

@ObjectType("DisclosureActivity", {
  simpleResolvers: true,
  description: "主动公开情况 · What a unit disclosed of its own accord over a period",
})
export class DisclosureActivityType {
  /** For the field resolver of `byChannel`; not part of the API. */
  readonly channelSums!: Readonly<Record<Channel, number>>;

  @Field(() => Int, {
    description:
      "公开条数，同一信息在几个渠道公开只计一条 · Items published; one on several channels counts once",
  })
  total!: number;
  @Field(() => [TallyType], {
    description:
      "按类别，同义名称归入目录所列类别 · Items by category; synonyms go under the catalogue's name",
  })
  byCategory!: TallyType[];
  @Field(() => Int, {
    description:
      "逾期记录数：本期内逾期公开的，加本期内到期、今已逾期而未公开的（后者只对可见草稿者）（条例 §26） · Records published late in the period, and those that fell due in it and are overdue by now; the latter only for who may see drafts",
  })
  late!: number;
}
