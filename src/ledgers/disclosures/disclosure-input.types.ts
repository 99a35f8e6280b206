import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import {
  ChangeInput,
  EXPECTED_REVISION,
  MutationInput,
  payloadOf,
} from "../../platform/graphql/mutation.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange, LedgerPageArgs, orderEnum } from "../../records/api.js";
import type { Channel } from "./channels.js";
import type { Verdict } from "./steps/review.js";
import type { DisclosureStatus, DocumentKind } from "./disclosure.entity.js";
import { ChannelEnum, DisclosureStatusEnum, DisclosureType, DocumentKindEnum } from "./disclosure.types.js";
import { ORDER_BY } from "../../platform/graphql/paging.types.js";
import { text } from "../../kernel/text.js";
import { DISCLOSURE_ORDERS } from "./disclosure.listing.js";

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

export const DisclosureOrderEnum = orderEnum(
  "DisclosureOrder",
  text("主动公开", "disclosures"),
  DISCLOSURE_ORDERS,
);

/** Which page of a unit's disclosures, of which of them, and in which order. */
@ArgsType()
export class DisclosureListArgs extends LedgerPageArgs {
  @Field(() => DisclosureFilter, { nullable: true, description: "筛选 · Which of them" })
  filter?: DisclosureFilter | null;
  @Field(() => DisclosureOrderEnum, { nullable: true, defaultValue: "FORMED_DESC", description: ORDER_BY })
  orderBy?: keyof typeof DISCLOSURE_ORDERS | null;
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

const KEY =
  "幂等键，1 至 200 个字符 · Idempotency key: the same key and input again answers the first result";
const UNIT_CODE = "单位代码 · The unit's code";
const DISCLOSURE_ID = "主动公开记录的 id · The disclosure's id";

@InputType({ description: "登记主动公开信息（草稿） · Drafts a record" })
export class RegisterDisclosureInput extends DisclosureRecordInput {
  @Field(() => String, { description: UNIT_CODE }) unitCode!: string;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType({ description: "批量登记，一次最多 1000 条 · Many drafts at once, 1000 at most" })
export class ImportDisclosuresInput extends MutationInput {
  @Field(() => String, { description: UNIT_CODE }) unitCode!: string;
  @Field(() => [DisclosureRecordInput], { description: "最多 1000 条 · 1,000 at most" })
  records!: DisclosureRecordInput[];
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "标题、类别、文号和形成日期都相同的，默认不予导入；确为两条时给 true · Records that are alike in title, category, number and day are refused, unless they are two indeed",
  })
  allowDuplicates?: boolean | null;
}

@InputType({ description: "批量办理的一条 · One record among several" })
export class DisclosureAtRevisionInput {
  @Field(() => ID, { description: DISCLOSURE_ID }) disclosureId!: string;
  @Field(() => Int, { description: EXPECTED_REVISION }) expectedRevision!: number;
}

const SOME = "1 至 200 条，互不相同，各依其修订号 · 1 to 200 different records, each at its revision";

@InputType({ description: "修改草稿，只改所给各项 · Changes what is given of a draft" })
export class AmendDisclosureInput extends ChangeInput {
  @Field(() => ID, { description: DISCLOSURE_ID }) disclosureId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) category?: string | null;
  @Field(() => [ChannelEnum], { nullable: true }) channels?: Channel[] | null;
  @Field(() => Int, { nullable: true }) items?: number | null;
  @Field(() => DateScalar, { nullable: true }) formedOn?: string | null;
  @Field(() => DocumentKindEnum, { nullable: true, description: "null：不是文件 · null: no document" })
  documentKind?: DocumentKind | null;
  @Field(() => String, { nullable: true }) documentNumber?: string | null;
}

const VERDICT = {
  nullable: true,
  defaultValue: "PASS",
  description: "审查结论，默认通过 · What the review comes to; PASS when left out",
} as const;
const COMMENT = {
  nullable: true,
  description: "意见，退回时必填 · Comment; needed for RETURN",
} as const;

@InputType({ description: "审查一条记录 · The next review of a record" })
export class ReviewDisclosureInput extends ChangeInput {
  @Field(() => ID, { description: DISCLOSURE_ID }) disclosureId!: string;
  @Field(() => VerdictEnum, VERDICT) verdict?: Verdict | null;
  @Field(() => String, COMMENT) comment?: string | null;
}

@InputType({ description: "批量审查 · The next review of several records" })
export class ReviewDisclosuresInput extends MutationInput {
  @Field(() => [DisclosureAtRevisionInput], { description: SOME }) disclosures!: DisclosureAtRevisionInput[];
  @Field(() => VerdictEnum, VERDICT) verdict?: Verdict | null;
  @Field(() => String, COMMENT) comment?: string | null;
}

@InputType({ description: "公开一条记录 · Publishes a record" })
export class PublishDisclosureInput extends ChangeInput {
  @Field(() => ID, { description: DISCLOSURE_ID }) disclosureId!: string;
  @Field(() => DateScalar, { nullable: true, description: ON }) on?: string | null;
}

@InputType({ description: "批量公开 · Publishes several records" })
export class PublishDisclosuresInput extends MutationInput {
  @Field(() => [DisclosureAtRevisionInput], { description: SOME }) disclosures!: DisclosureAtRevisionInput[];
  @Field(() => DateScalar, { nullable: true, description: ON }) on?: string | null;
}

@InputType({ description: "撤回 · Takes a record back" })
export class WithdrawDisclosureInput extends ChangeInput {
  @Field(() => ID, { description: DISCLOSURE_ID }) disclosureId!: string;
  @Field(() => String, { description: "撤回理由 · Why" }) reason!: string;
}

@InputType({ description: "废止文件 · Repeals a document" })
export class RepealDocumentInput extends ChangeInput {
  @Field(() => ID, { description: DISCLOSURE_ID }) disclosureId!: string;
  @Field(() => DateScalar, { nullable: true, description: ON }) on?: string | null;
  @Field(() => String, { nullable: true, description: "废止依据 · What the repeal rests on" })
  note?: string | null;
}

const disclosure = () => DisclosureType;
export const RegisterDisclosurePayload = payloadOf("RegisterDisclosure", { disclosure });
export const AmendDisclosurePayload = payloadOf("AmendDisclosure", { disclosure });
export const ReviewDisclosurePayload = payloadOf("ReviewDisclosure", { disclosure });
export const PublishDisclosurePayload = payloadOf("PublishDisclosure", { disclosure });
export const WithdrawDisclosurePayload = payloadOf("WithdrawDisclosure", { disclosure });
export const RepealDocumentPayload = payloadOf("RepealDocument", { disclosure });

const disclosures = {
  type: () => [DisclosureType],
  description:
    "办理后的各条，依输入的顺序；有问题而未办理时为空列表 · The records after the change, in the input's order; empty where problems are",
  always: true,
} as const;
export const ImportDisclosuresPayload = payloadOf("ImportDisclosures", { disclosures });
export const ReviewDisclosuresPayload = payloadOf("ReviewDisclosures", { disclosures });
export const PublishDisclosuresPayload = payloadOf("PublishDisclosures", { disclosures });
