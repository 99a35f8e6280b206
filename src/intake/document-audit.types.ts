import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { ReportScopeEnum, ReportVersionType, SectionKeyEnum, SentenceChangeEnum } from "../reports/api.js";
import type { ReportScope } from "../reports/index.js";
import { IndicatorType } from "../forms/api.js";
import type { SectionKey } from "../forms/index.js";
import { DecimalScalar } from "../platform/graphql/scalars.js";
import { CertaintyEnum, FilePlaceType, ImportDoubtType, ImportedFileType } from "./import.types.js";
import type { Certainty } from "./understanding/labels.js";

@ArgsType()
export class AuditDocumentArgs {
  @Field(() => ID, { description: "POST /uploads 返回的 id · The id that POST /uploads answered" })
  uploadId!: string;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Int, { description: "年度 · The year" }) year!: number;
  @Field(() => ReportScopeEnum, { defaultValue: "OWN", description: "统计口径 · What the report covers" })
  scope!: ReportScope;
}

@ObjectType("UnlikeCell", {
  simpleResolvers: true,
  description: "文件与已发布的数不同的一格 · A cell that the file prints otherwise than it was published",
})
export class UnlikeCellType {
  @Field(() => IndicatorType, { description: "指标 · Its indicator" }) indicator!: IndicatorType;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "已发布的数；空：未填 · As published; null: blank",
  })
  published!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "文件中的数；空：空白 · In the file; null: blank",
  })
  value!: string | null;
  @Field(() => String, { description: "文件中的原文 · As printed" }) text!: string;
  @Field(() => FilePlaceType, { description: "在文件中的位置 · Its place in the file" })
  place!: FilePlaceType;
  @Field(() => CertaintyEnum, { description: "把握程度 · How sure the reading is" }) certainty!: Certainty;
}

@ObjectType("UnlikeSentence", {
  simpleResolvers: true,
  description: "只在一方的一句话 · A sentence that only one of the two has",
})
export class UnlikeSentenceType {
  @Field(() => SentenceChangeEnum, {
    description:
      "ADDED 只在文件中，REMOVED 只在已发布的正文中 · ADDED: in the file only; REMOVED: as published only",
  })
  change!: "ADDED" | "REMOVED";
  @Field(() => String, { description: "原文 · The sentence" }) text!: string;
  @Field(() => Int, {
    description: "在该方这一部分的第几行，从 1 起 · Its line in that side's section, from 1",
  })
  line!: number;
}

@ObjectType("UnlikeSection", {
  simpleResolvers: true,
  description: "文件与已发布的文字不同的一部分 · A section whose text differs from the published one",
})
export class UnlikeSectionType {
  @Field(() => SectionKeyEnum, { description: "哪一部分 · Which section" }) key!: SectionKey;
  @Field(() => String, { description: "标题 · Its heading" }) heading!: string;
  @Field(() => FilePlaceType, { nullable: true, description: "在文件中的位置 · Its place in the file" })
  place!: FilePlaceType | null;
  @Field(() => Boolean, { description: "文件中有这一部分 · The file has the section" }) found!: boolean;
  @Field(() => [UnlikeSentenceType], { description: "不同的句子，依次 · The sentences, in order" })
  sentences!: readonly UnlikeSentenceType[];
}

@ObjectType("DocumentAudit", {
  simpleResolvers: true,
  description: "成稿与已发布年报的核对结果 · Where a finished file differs from the published report",
})
export class DocumentAuditType {
  @Field(() => ImportedFileType, { description: "文件 · The file" }) file!: ImportedFileType;
  @Field(() => ReportVersionType, { description: "核对所据的已发布版本 · The published version" })
  version!: ReportVersionType;
  @Field(() => Boolean, {
    description:
      "全部一致：没有不同的格和句子，没有缺的格，没有疑点 · All agrees: no cell or sentence differs, no cell is missing, nothing is doubtful",
  })
  agrees!: boolean;
  @Field(() => [UnlikeCellType], {
    description: "不同的格，按表内顺序 · Cells that differ, in the form's order",
  })
  cells!: readonly UnlikeCellType[];
  @Field(() => [IndicatorType], {
    description: "已发布而文件中没有找到的格 · Published cells that the file does not have",
  })
  missing!: readonly IndicatorType[];
  @Field(() => [UnlikeSectionType], { description: "文字不同的部分 · Sections that differ" })
  sections!: readonly UnlikeSectionType[];
  @Field(() => [ImportDoubtType], { description: "疑点 · Doubts" }) doubts!: readonly ImportDoubtType[];
}
