import { Field, InputType, Int } from "type-graphql";
import { DateRange } from "../../records/api.js";
import { ChannelEnum, DocumentKindEnum } from "./disclosure.types.js";
import type { Channel } from "./channels.js";
import type { DocumentKind } from "./disclosure.entity.js";
import type { DisclosureWhere } from "./disclosure.statistics.js";

const YEARS = {
  nullable: true,
  description: "年度，按 dateBasis 的日期 · Years, by the date of dateBasis",
} as const;

@InputType("DisclosureWhereInput", {
  description: "哪些主动公开记录 · Which records: all that is given must hold",
})
export class DisclosureWhereInput implements DisclosureWhere {
  @Field(() => DateRange, { nullable: true, description: "公开日期 · When published" })
  published?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "形成或变更日期 · When formed or changed" })
  formed?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [ChannelEnum], { nullable: true, description: "其中任一渠道 · On any of these" })
  channels?: Channel[] | null;
  @Field(() => [DocumentKindEnum], { nullable: true }) documentKinds?: DocumentKind[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "逾期公开的（条例 §26） · Published past the due date",
  })
  late?: boolean | null;
}
