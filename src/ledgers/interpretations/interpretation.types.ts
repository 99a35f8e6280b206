import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { ChangeInput, MutationInput, payloadOf } from "../../platform/graphql/mutation.types.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { ORDER_BY, PageInfoType } from "../../platform/graphql/paging.types.js";
import { nameSteps } from "../../platform/graphql/step.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange, LedgerPageArgs, orderEnum } from "../../records/api.js";
import { described, mutationsOf } from "../../records/index.js";
import type { InterpretationRow } from "./interpretation.entity.js";
import { INTERPRETATION } from "./interpretation.js";
import { INTERPRETATION_ORDERS, type InterpretationFacts } from "./interpretation.read-model.js";
import type { InterpretationWhere } from "./interpretation.statistics.js";
import {
  DOCUMENT_CLASSES,
  INTERPRETATION_FORMS,
  INTERPRETATION_STATES,
  type DocumentClass,
  type InterpretationForm,
  type InterpretationState,
} from "./interpretation.terms.js";
import { text } from "../../kernel/text.js";

const DocumentClassEnum = enumOf(
  "DocumentClass",
  "政策文件类别；规章、行政规范性文件应当解读 · Class of a policy document; rules and normative documents must be interpreted",
  described(DOCUMENT_CLASSES),
);
const InterpretationFormEnum = enumOf(
  "InterpretationForm",
  "解读形式；一个文件一种形式为一篇 · Form of an interpretation; one document in one form counts 1",
  described(INTERPRETATION_FORMS),
);
const InterpretationStateEnum = enumOf(
  "InterpretationState",
  "政策解读状态 · State of an interpretation",
  described(INTERPRETATION_STATES),
);

const WORDS = {
  documentTitle: "文件标题，1 至 300 字 · The document's title, 1 to 300 characters",
  documentNumber: "文号；没有则为空 · The document's number; null without one",
  documentClass: "文件类别 · The document's class",
  wideEffect:
    "涉及面广、社会关注度高，不论类别都应当解读 · Of wide effect: must be interpreted whatever its class",
  documentPublishedOn: "文件公布日期 · The day on which the document was published",
  documentLink: "文件网页地址；没有则为空 · The document's address; null without one",
  form: "解读形式 · Form of the interpretation",
  title: "解读标题；已发布的必填 · Title of the interpretation; required once it is published",
  authorUnit: "解读单位，一般为起草单位 · The author, as a rule the drafting unit",
  interpreter: "解读人，单位负责人优先 · Who interprets, the head first",
  contact: "联系方式（办公电话等） · Contact at the office",
  signedOffBy: "签发人 · Who signed the interpretation off",
  publishedOn: "解读发布日期；空为尚未发布 · The day of publication; null: still awaited",
  address: "解读网页地址，与文件页面互链 · Address of the interpretation, linked with the document's page",
  channel: "发布渠道：网站、公众号等 · Where it was published: website, account",
} as const;

nameSteps(mutationsOf(INTERPRETATION));

@ObjectType("Interpretation", {
  simpleResolvers: true,
  implements: NodeType,
  description: "政策解读：一个文件的一种解读形式 · One policy document in one form of interpretation",
})
export class InterpretationType extends NodeType {
  readonly __typename!: "Interpretation";
  /** For field resolvers; not part of the API. */
  readonly row!: InterpretationRow;
  @Field(() => String, { description: WORDS.documentTitle }) documentTitle!: string;
  @Field(() => String, { nullable: true, description: WORDS.documentNumber }) documentNumber!: string | null;
  @Field(() => DocumentClassEnum, { description: WORDS.documentClass }) documentClass!: DocumentClass;
  @Field(() => Boolean, { description: WORDS.wideEffect }) wideEffect!: boolean;
  @Field(() => DateScalar, { description: WORDS.documentPublishedOn }) documentPublishedOn!: string;
  @Field(() => String, { nullable: true, description: WORDS.documentLink }) documentLink!: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "解读期限（interpretations.dueDays 个工作日）；不须解读的为空 · Last day to publish; null: need not be",
  })
  dueOn!: string | null;
  @Field(() => InterpretationFormEnum, { description: WORDS.form }) form!: InterpretationForm;
  @Field(() => String, { nullable: true, description: WORDS.title }) title!: string | null;
  @Field(() => String, { nullable: true, description: WORDS.authorUnit }) authorUnit!: string | null;
  @Field(() => String, { nullable: true, description: WORDS.interpreter }) interpreter!: string | null;
  @Field(() => String, { nullable: true, description: WORDS.contact }) contact!: string | null;
  @Field(() => String, { nullable: true, description: WORDS.signedOffBy }) signedOffBy!: string | null;
  @Field(() => DateScalar, { nullable: true, description: WORDS.publishedOn }) publishedOn!: string | null;
  @Field(() => String, { nullable: true, description: WORDS.address }) address!: string | null;
  @Field(() => String, { nullable: true, description: WORDS.channel }) channel!: string | null;
  @Field(() => InterpretationStateEnum, { description: "状态 · Its state" }) state!: InterpretationState;
  @Field(() => Int, { description: "修订号，从 1 起 · Counts the changes, from 1" }) revision!: number;
}

@ObjectType("InterpretationEdge", {
  simpleResolvers: true,
  description: "列表中的一项 · One place of a page",
})
class InterpretationEdgeType {
  @Field(() => String, { description: "游标 · For after and before" }) cursor!: string;
  @Field(() => InterpretationType, { description: "政策解读 · The interpretation" })
  node!: InterpretationType;
}

@ObjectType("InterpretationConnection", {
  simpleResolvers: true,
  description: "政策解读列表（分页） · A page of interpretations",
})
export class InterpretationConnectionType {
  @Field(() => [InterpretationEdgeType], { description: "各项及其游标 · With their cursors" })
  edges!: InterpretationEdgeType[];
  @Field(() => [InterpretationType], { description: "各项 · Without cursors" }) nodes!: InterpretationType[];
  @Field(() => PageInfoType, { description: "前后是否还有 · Is there more?" }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: "总数 · How many there are in all" }) totalCount!: number;
}

@InputType({
  description: "筛选政策解读，所给条件都须满足 · Which interpretations: all that is given must hold",
})
export class InterpretationFilter {
  @Field(() => InterpretationStateEnum, { nullable: true, description: "状态 · State" })
  state?: InterpretationState | null;
  @Field(() => DocumentClassEnum, { nullable: true, description: WORDS.documentClass })
  documentClass?: DocumentClass | null;
  @Field(() => InterpretationFormEnum, { nullable: true, description: WORDS.form })
  form?: InterpretationForm | null;
  @Field(() => DateRange, { nullable: true, description: WORDS.documentPublishedOn })
  documentPublished?: DateRange | null;
  @Field(() => DateRange, {
    nullable: true,
    description: "解读发布日期 · When the interpretation was published",
  })
  published?: DateRange | null;
  @Field(() => Boolean, { nullable: true, description: "已过期限而未发布 · Past its day and not published" })
  overdue?: boolean | null;
}

export const InterpretationOrderEnum = orderEnum(
  "InterpretationOrder",
  text("政策解读", "interpretations"),
  INTERPRETATION_ORDERS,
);

/** Which page of a unit's interpretations, of which of them, and in which order. */
@ArgsType()
export class InterpretationListArgs extends LedgerPageArgs {
  @Field(() => InterpretationFilter, { nullable: true, description: "筛选 · Which of them" })
  filter?: InterpretationFilter | null;
  @Field(() => InterpretationOrderEnum, {
    nullable: true,
    defaultValue: "DOCUMENT_DESC",
    description: ORDER_BY,
  })
  orderBy?: keyof typeof INTERPRETATION_ORDERS | null;
}

@InputType({ description: "一个文件的一种解读 · A document and one form of interpretation" })
export class InterpretationRecordInput {
  @Field(() => String, { description: WORDS.documentTitle }) documentTitle!: string;
  @Field(() => String, { nullable: true, description: WORDS.documentNumber }) documentNumber?: string | null;
  @Field(() => DocumentClassEnum, { description: WORDS.documentClass }) documentClass!: DocumentClass;
  @Field(() => Boolean, { nullable: true, description: `${WORDS.wideEffect}；默认否 · false when left out` })
  wideEffect?: boolean | null;
  @Field(() => DateScalar, { description: WORDS.documentPublishedOn }) documentPublishedOn!: string;
  @Field(() => String, { nullable: true, description: WORDS.documentLink }) documentLink?: string | null;
  @Field(() => InterpretationFormEnum, { description: WORDS.form }) form!: InterpretationForm;
  @Field(() => String, { nullable: true, description: WORDS.title }) title?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.authorUnit }) authorUnit?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.interpreter }) interpreter?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.contact }) contact?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.signedOffBy }) signedOffBy?: string | null;
  @Field(() => DateScalar, { nullable: true, description: WORDS.publishedOn }) publishedOn?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.address }) address?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.channel }) channel?: string | null;
}

const IDEMPOTENCY_KEY =
  "幂等键，1 至 200 个字符 · Idempotency key: the same key and input again answers the first result";

@InputType({ description: "登记政策解读；不给 publishedOn 则为待解读 · Awaited without publishedOn" })
export class RegisterInterpretationInput extends InterpretationRecordInput {
  @Field(() => String, { description: "单位代码 · The unit's code" }) unitCode!: string;
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY }) idempotencyKey?: string | null;
}

@InputType({ description: "批量登记，有一条有问题则都不存入 · Many at once, all or none" })
export class ImportInterpretationsInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · The unit's code" }) unitCode!: string;
  @Field(() => [InterpretationRecordInput], { description: "1 至 1000 条 · 1 to 1,000" })
  records!: InterpretationRecordInput[];
}

const ID_WORDS = "政策解读的 id · The interpretation's id";

@InputType({ description: "登记发布；不给的保持原登记 · What is left out stays as entered" })
export class PublishInterpretationInput extends ChangeInput {
  @Field(() => ID, { description: ID_WORDS }) interpretationId!: string;
  @Field(() => DateScalar, { nullable: true, description: "发布日期，默认今天 · Today when left out" })
  publishedOn?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.title }) title?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.authorUnit }) authorUnit?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.interpreter }) interpreter?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.contact }) contact?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.signedOffBy }) signedOffBy?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.address }) address?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.channel }) channel?: string | null;
}

@InputType({ description: "更正登记信息：不给的不改，null 则清空 · What is left out stays; null empties" })
export class AmendInterpretationInput extends ChangeInput {
  @Field(() => ID, { description: ID_WORDS }) interpretationId!: string;
  @Field(() => String, { description: "更正的理由 · Why it is corrected" }) reason!: string;
  @Field(() => String, { nullable: true, description: WORDS.documentTitle }) documentTitle?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.documentNumber }) documentNumber?: string | null;
  @Field(() => DocumentClassEnum, { nullable: true, description: WORDS.documentClass })
  documentClass?: DocumentClass | null;
  @Field(() => Boolean, { nullable: true, description: WORDS.wideEffect }) wideEffect?: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: WORDS.documentPublishedOn })
  documentPublishedOn?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.documentLink }) documentLink?: string | null;
  @Field(() => InterpretationFormEnum, { nullable: true, description: WORDS.form })
  form?: InterpretationForm | null;
  @Field(() => String, { nullable: true, description: WORDS.title }) title?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.authorUnit }) authorUnit?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.interpreter }) interpreter?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.contact }) contact?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.signedOffBy }) signedOffBy?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.address }) address?: string | null;
  @Field(() => String, { nullable: true, description: WORDS.channel }) channel?: string | null;
}

@InputType({ description: "作废误登的记录 · Voids a record entered by mistake" })
export class VoidInterpretationInput extends ChangeInput {
  @Field(() => ID, { description: ID_WORDS }) interpretationId!: string;
  @Field(() => String, { description: "作废的理由 · Why it is void" }) reason!: string;
}

const one = { interpretation: () => InterpretationType };
export const RegisterInterpretationPayload = payloadOf("RegisterInterpretation", one);
export const PublishInterpretationPayload = payloadOf("PublishInterpretation", one);
export const AmendInterpretationPayload = payloadOf("AmendInterpretation", one);
export const VoidInterpretationPayload = payloadOf("VoidInterpretation", one);
export const ImportInterpretationsPayload = payloadOf("ImportInterpretations", {
  ids: {
    type: () => [ID] as const,
    description:
      "存入的记录，依输入次序；有问题则为空 · The stored records in the order of the input; null with problems",
  },
});

@ObjectType("InterpretationActivity", {
  simpleResolvers: true,
  description: "一段时间的政策解读 · Interpretations over a period, as they stand today",
})
export class InterpretationActivityType implements Omit<InterpretationFacts, "forms"> {
  /** For the field resolvers; not part of the API. */
  readonly forms!: ReadonlyMap<string, number>;
  @Field(() => Int, { description: "期内发布的解读，篇 · Interpretations published in the period" })
  interpretations!: number;
  @Field(() => Int, { description: "期内公布的文件，个 · Documents published in the period" })
  documents!: number;
  @Field(() => Int, { description: "其中已有解读的 · Those of them that are interpreted" })
  interpreted!: number;
  @Field(() => Int, { description: "其中应当解读的 · Those of them that must be" }) due!: number;
  @Field(() => Int, { description: "应当解读且已解读的 · Those that must be and are" })
  dueInterpreted!: number;
  @Field(() => Int, { description: "应当解读而逾期的 · Those that must be and came, or are, late" })
  late!: number;
  @Field(() => Float, {
    nullable: true,
    description: "解读率：dueInterpreted / due，小数；due 为 0 时为空 · A fraction; null where none must be",
  })
  rate?: number | null;
}

@InputType("InterpretationWhereInput", {
  description: "哪些政策解读，所给条件都须满足 · Which interpretations: all that is given must hold",
})
export class InterpretationWhereInput implements InterpretationWhere {
  @Field(() => DateRange, { nullable: true, description: WORDS.documentPublishedOn })
  documentPublished?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "解读发布日期 · When published" })
  published?: DateRange | null;
  @Field(() => [Int], {
    nullable: true,
    description: "年度，按 dateBasis 的日期 · Years, by the date of dateBasis",
  })
  years?: number[] | null;
  @Field(() => [InterpretationFormEnum], { nullable: true, description: WORDS.form })
  forms?: InterpretationForm[] | null;
  @Field(() => [DocumentClassEnum], { nullable: true, description: WORDS.documentClass })
  documentClasses?: DocumentClass[] | null;
  @Field(() => Boolean, { nullable: true, description: "应当解读的 · Of documents that must be interpreted" })
  mustInterpret?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "尚未发布 · Not published yet" }) awaited?:
    boolean | null;
  @Field(() => Boolean, { nullable: true, description: "逾期的 · Late" }) late?: boolean | null;
}
