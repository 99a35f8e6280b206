import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { ProblemType } from "../../platform/graphql/problems.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange } from "../../records/api.js";
import type { Channel } from "./channels.js";
import type { Verdict } from "./commands/review-disclosures.js";
import type { DisclosureStatus, DocumentKind } from "./disclosure.entity.js";
import { ChannelEnum, DisclosureStatusEnum, DisclosureType, DocumentKindEnum } from "./disclosure.types.js";

const KEY =
  "幂等键：七日内重发同一请求不会重复办理 · The same key and input again, within seven days, answers the first result";
const REVISION = "所依据的修订号，不给则不核对 · The revision that it is based on; not checked when left out";
const ON = "日期，不给则为今天 · The day; today when left out";

export const VerdictEnum = enumOf<Verdict>("ReviewVerdict", "审查结论 · What a review comes to", {
  PASS: "通过 · Passes",
  RETURN: "退回起草 · Goes back to the drafter",
});

@InputType()
export class DisclosureFilter {
  @Field(() => DateRange, { nullable: true }) published?: DateRange | null;
  @Field(() => ChannelEnum, { nullable: true }) channel?: Channel | null;
  @Field(() => String, {
    nullable: true,
    description: "类别，同义名称按目录一并计入 · A category, with the synonyms that the catalogue gives it",
  })
  category?: string | null;
  @Field(() => DisclosureStatusEnum, { nullable: true }) status?: DisclosureStatus | null;
  @Field(() => DocumentKindEnum, { nullable: true }) documentKind?: DocumentKind | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "该日有效的规章、规范性文件 · Documents in force on that day",
  })
  inForceOn?: string | null;
  @Field(() => String, { nullable: true, description: "标题或文号中的文字 · Part of the title or number" })
  text?: string | null;
}

@InputType({ description: "一条主动公开信息 · One record of what is to be disclosed" })
export class DisclosureRecordInput {
  @Field(() => String) title!: string;
  @Field(() => String, { description: "类别，如“财政信息” · Category" }) category!: string;
  @Field(() => [ChannelEnum]) channels!: Channel[];
  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: "信息条数 · How many items it stands for",
  })
  items?: number | null;
  @Field(() => DateScalar, { description: "信息形成或变更日期 · When it was formed or changed" })
  formedOn!: string;
  @Field(() => DocumentKindEnum, { nullable: true }) documentKind?: DocumentKind | null;
  @Field(() => String, { nullable: true, description: "文号 · Its number" }) documentNumber?: string | null;
}

@InputType()
export class RegisterDisclosureInput extends DisclosureRecordInput {
  @Field(() => String) unitCode!: string;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType({ description: "批量登记，一次最多 1000 条 · Many drafts at once, 1000 at most" })
export class ImportDisclosuresInput {
  @Field(() => String) unitCode!: string;
  @Field(() => [DisclosureRecordInput], { description: "最多 1000 条 · 1,000 at most" })
  records!: DisclosureRecordInput[];
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "标题、类别、文号和形成日期都相同的，默认不予导入；确为两条时给 true · Records that are alike in title, category, number and day are refused, unless they are two indeed",
  })
  allowDuplicates?: boolean | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
abstract class OneDisclosureInput {
  @Field(() => ID) disclosureId!: string;
  @Field(() => Int, { nullable: true, description: REVISION }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
abstract class SomeDisclosuresInput {
  @Field(() => [ID], { description: "最多 200 条 · 200 at most" }) disclosureIds!: string[];
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType({ description: "修改草稿，只改所给各项 · Changes what is given of a draft" })
export class AmendDisclosureInput extends OneDisclosureInput {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) category?: string | null;
  @Field(() => [ChannelEnum], { nullable: true }) channels?: Channel[] | null;
  @Field(() => Int, { nullable: true }) items?: number | null;
  @Field(() => DateScalar, { nullable: true }) formedOn?: string | null;
  @Field(() => DocumentKindEnum, { nullable: true, description: "null：不是文件 · null: no document" })
  documentKind?: DocumentKind | null;
  @Field(() => String, { nullable: true }) documentNumber?: string | null;
}

const VERDICT = { nullable: true, defaultValue: "PASS" } as const;
const COMMENT = {
  nullable: true,
  description: "意见，退回时必填 · Comment; needed for RETURN",
} as const;

@InputType()
export class ReviewDisclosureInput extends OneDisclosureInput {
  @Field(() => VerdictEnum, VERDICT) verdict?: Verdict | null;
  @Field(() => String, COMMENT) comment?: string | null;
}

@InputType()
export class ReviewDisclosuresInput extends SomeDisclosuresInput {
  @Field(() => VerdictEnum, VERDICT) verdict?: Verdict | null;
  @Field(() => String, COMMENT) comment?: string | null;
}

@InputType()
export class PublishDisclosureInput extends OneDisclosureInput {
  @Field(() => DateScalar, { nullable: true, description: ON }) on?: string | null;
}

@InputType()
export class PublishDisclosuresInput extends SomeDisclosuresInput {
  @Field(() => DateScalar, { nullable: true, description: ON }) on?: string | null;
}

@InputType()
export class WithdrawDisclosureInput extends OneDisclosureInput {
  @Field(() => String, { description: "撤回理由 · Why" }) reason!: string;
}

@InputType()
export class RepealDocumentInput extends OneDisclosureInput {
  @Field(() => DateScalar, { nullable: true, description: ON }) on?: string | null;
  @Field(() => String, { nullable: true, description: "废止依据 · What the repeal rests on" })
  note?: string | null;
}

@ObjectType("DisclosurePayload", { simpleResolvers: true })
export class DisclosurePayloadType {
  @Field(() => DisclosureType, { nullable: true }) disclosure!: DisclosureType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("DisclosuresPayload", { simpleResolvers: true })
export class DisclosuresPayloadType {
  @Field(() => [DisclosureType], { description: "有问题时为空，均未办理 · None where there are problems" })
  disclosures!: DisclosureType[];
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
