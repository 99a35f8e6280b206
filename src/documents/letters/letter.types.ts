import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { RequestOutcomeEnum } from "../../ledgers/requests/api.js";
import type { RequestOutcome } from "../../ledgers/requests/index.js";
import { UnitType } from "../../units/api.js";
import { enumOf } from "../../platform/graphql/enum.js";
import { ChangeInput, MutationInput, payloadOf } from "../../platform/graphql/mutation.types.js";
import { DateScalar, DateTimeScalar } from "../../platform/graphql/scalars.js";
import type { LetterRow } from "../../ledgers/requests/api.js";
import { LETTERS, type LetterKind } from "./letters.data.js";
import type { RemedyMode } from "./remedies.js";

export const LetterKindEnum = enumOf(
  "LetterKind",
  "依申请公开文书的种类 · Kinds of letters about a request",
  Object.fromEntries(
    Object.entries(LETTERS).map(([kind, { name }]) => [kind, `${name.zh} · ${name.en}`]),
  ) as Record<LetterKind, string>,
);
export const RemedyModeEnum = enumOf("RemedyMode", "救济途径 · How a decision may be contested", {
  REVIEW_FIRST: "应当先申请行政复议（行政复议法 §23） · Review first, then a suit",
  CHOICE: "可以复议，也可以直接起诉 · Review or suit, at choice",
  MIXED: "不予公开的部分先复议，其他部分可以选择 · Review first for what is withheld, a choice for the rest",
  NONE: "程序性文书，不告知救济途径 · A procedural letter tells of none",
});

@ObjectType("Letter", {
  simpleResolvers: true,
  description: "已出具的文书 · A letter that was written about a request",
})
export class LetterType {
  /** The file went with the applicant's data. */
  readonly blanked!: boolean;
  @Field(() => ID, { description: "文书的 ID · Its id" }) id!: string;
  @Field(() => LetterKindEnum, { description: "种类 · Its kind" }) kind!: LetterKind;
  @Field(() => String, {
    nullable: true,
    description: "文号；没有的为空 · Its number; null where it has none",
  })
  number!: string | null;
  @Field(() => DateScalar, { description: "落款日期 · Its date" }) writtenOn!: string;
  @Field(() => DateTimeScalar, { description: "出具时间 · When it was written" }) writtenAt!: string;
  @Field(() => String, {
    description: "文件的 SHA-256，与办理记录中的一致 · SHA-256 of the file, as in the request's history",
  })
  sha256!: string;
}

export const presentLetter = (
  row: Omit<LetterRow, "sealed"> & { readonly sealed?: LetterRow["sealed"] },
): LetterType => ({
  blanked: row.sealed === null,
  id: row.id,
  kind: row.kind as LetterKind,
  number: row.number,
  writtenOn: row.writtenOn,
  writtenAt: row.createdAt,
  sha256: row.sha256,
});

@InputType({ description: "答复书中的一项 · One item of a decision" })
export class LetterItemInput {
  @Field(() => RequestOutcomeEnum, { description: "这一项的办理结果 · Outcome of this item" })
  outcome!: RequestOutcome;
  @Field(() => String, {
    description: "这一项所涉内容，1 至 200 字 · What of the request it is about, 1 to 200 characters",
  })
  about!: string;
  @Field(() => String, { nullable: true, description: "依据的条款，如 §16(2) · Its article, such as §16(2)" })
  article?: string | null;
  @Field(() => [String], { description: "事实和理由，一段一条 · Facts and reasons, a paragraph each" })
  reasons!: string[];
}

@InputType({ description: "出具文书的内容 · What the letter says beside the record" })
export class WriteLetterInput extends ChangeInput {
  @Field(() => ID, { description: "申请的 ID · Id of the request" }) requestId!: string;
  @Field(() => LetterKindEnum, { description: "文书种类 · Kind of letter" }) kind!: LetterKind;
  @Field(() => String, {
    nullable: true,
    description: "文号，登记回执和送达回证可不给 · Number; may be left out for RECEIPT and SERVICE_RECORD",
  })
  number?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "落款日期，默认今天 · Date of the letter; default: today",
  })
  on?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "所办的步骤号，默认为最近的一步 · Number of the step that it carries out; default: the latest",
  })
  step?: number | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "正文段落：理由、需补正的事项、事实等，至多 30 段，每段至多 2000 字 · Paragraphs: reasons, what to correct, facts; at most 30 of 2,000 characters",
  })
  paragraphs?: string[] | null;
  @Field(() => [LetterItemInput], {
    nullable: true,
    description:
      "答复书的各项，只有一项的可不给，至多 10 项 · Items of a decision, at most 10; left out where there is one",
  })
  items?: LetterItemInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: "收件人，致第三方、其他机关的须给 · Addressee, for letters to third parties and organs",
  })
  recipient?: string | null;
  @Field(() => [String], { nullable: true, description: "附件名称 · Names of the enclosures" })
  enclosures?: string[] | null;
  @Field(() => String, { nullable: true, description: "本机关的联系方式 · How to reach the organ" })
  contact?: string | null;
  @Field(() => RemedyModeEnum, {
    nullable: true,
    description:
      "救济途径；不给则按办理结果，给出则须相符 · Remedies; left out: by the outcome; given, they must agree",
  })
  remedy?: RemedyMode | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "是否网上送达；默认网上申请的为是 · Whether it is served online; default: for online requests",
  })
  servedOnline?: boolean | null;
}
export const WriteLetterPayload = payloadOf("WriteLetter", { letter: () => LetterType });

@ObjectType("LetterTag", {
  simpleResolvers: true,
  description: "模板中的标记，写作 {{名称}} · A tag of a template, written {{name}}",
})
export class LetterTagType {
  @Field(() => String, { description: "名称 · Its name" }) name!: string;
  @Field(() => Boolean, {
    description: "模板必须含有 · A template must hold it",
  })
  required!: boolean;
}

@ObjectType("LetterTemplate", {
  simpleResolvers: true,
  description: "一种文书现行的模板 · The template of one kind of letter that is in force",
})
export class LetterTemplateType {
  /** For field resolvers; not part of the API. */
  readonly unitCode!: string;
  readonly setById!: string | null;

  @Field(() => LetterKindEnum, { description: "文书种类 · Kind of letter" }) kind!: LetterKind;
  @Field(() => String, {
    nullable: true,
    description: "模板文件的 SHA-256；空：产品自带的 · SHA-256 of the file; null: the product's own",
  })
  sha256!: string | null;
  @Field(() => String, { description: "下载地址（.docx） · Where the .docx is" }) url!: string;
  @Field(() => [LetterTagType], {
    description: "可用的标记 · The tags that it may hold",
  })
  tags!: LetterTagType[];
}

@InputType({ description: "更换文书模板 · A template of a letter for a unit and all below" })
export class SaveLetterTemplateInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => LetterKindEnum, { description: "文书种类 · Kind of letter" }) kind!: LetterKind;
  @Field(() => String, {
    nullable: true,
    description:
      "docx 文件，base64，至多 40000 字节；空：恢复原模板 · A .docx file as base64, at most 40,000 bytes; null: back to the template before",
  })
  content?: string | null;
}
export const SaveLetterTemplatePayload = payloadOf("SaveLetterTemplate", { unit: () => UnitType });
