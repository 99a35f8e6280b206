import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Prints } from "../rules/index.js";
import { ExcerptType } from "./finding.types.js";
import type { Sections, VersionHead } from "../reports/index.js";
import { ReportVersionType } from "../reports/api.js";

@ObjectType("SharedPassage", {
  simpleResolvers: true,
  description: "两份报告相同的一段文字，左右对照 · A passage that two reports share, side by side",
})
export class SharedPassageType {
  @Field(() => ExcerptType, { description: "本报告的原文 · As this report has it" }) own!: ExcerptType;
  @Field(() => ExcerptType, { description: "对方报告的原文 · As the other report has it" })
  other!: ExcerptType;
  @Field(() => Int, {
    description:
      "相同的字数，标点不计，一个数字计一字（不论是否相同） · Characters that are the same; marks do not count, a figure counts as one whatever its value",
  })
  length!: number;
}

@ObjectType("SharedFigures", {
  simpleResolvers: true,
  description: "两份报告连续相同的数字 · Figures in a row that two reports share",
})
export class SharedFiguresType {
  @Field(() => [Float], { description: "数字，按正文顺序 · The figures, in the order of the text" })
  values!: number[];
  @Field(() => ExcerptType, { description: "在本报告中的位置 · Where they begin in this report" })
  excerpt!: ExcerptType;
}

@ObjectType("LikeReport", {
  simpleResolvers: true,
  description: "与本报告比对的一份报告 · A report that this one is compared with",
})
export class LikeReportType {
  /** For field resolvers; not part of the API. */
  readonly other!: VersionHead & Prints;
  readonly sections!: Sections;
  @Field(() => String, { description: "对方单位编码 · Code of the other unit" }) unitCode!: string;
  @Field(() => String, { description: "对方报送时的机关名称 · The other unit's name when it filed" })
  unitName!: string;
  @Field(() => ReportVersionType, { description: "对方报告的版本 · The version that is compared with" })
  version!: ReportVersionType;
  @Field(() => Float, {
    description:
      "本报告的文字有多少也在对方报告中，0 至 1；格式规定的文字、数字和标点不计 · How much of this report's text stands in the other, 0 to 1; the form's own wording, figures and marks aside",
  })
  share!: number;
}

@ObjectType("ReportLikeness", {
  simpleResolvers: true,
  description:
    "雷同：正文与上年报告、与同级单位本年报告的比对 · How far the text is last year's, or that of units with the same parent",
})
export class ReportLikenessType {
  @Field(() => LikeReportType, {
    nullable: true,
    description:
      "上年报告的最新版本；没有则为空 · The newest version of last year's; null where there is none",
  })
  previous!: LikeReportType | null;
  @Field(() => [LikeReportType], {
    description:
      "同级单位本年的报告，最相像的在前；主管部门可见已报送的，单位只见已发布的 · Siblings' reports of the year, the most alike first: the office sees those submitted, a unit those published",
  })
  peers!: LikeReportType[];
}
