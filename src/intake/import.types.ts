import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AnnualReportType, ReportScopeEnum, SectionKeyEnum } from "../reports/api.js";
import type { ReportScope } from "../reports/index.js";
import { IndicatorType } from "../forms/api.js";
import type { SectionKey } from "../forms/index.js";
import { enumOf } from "../platform/graphql/enum.js";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { DateScalar, DecimalScalar } from "../platform/graphql/scalars.js";
import { UnitType } from "../units/api.js";
import type { DoubtCode } from "./understanding/findings.js";
import type { Certainty } from "./understanding/labels.js";

export const CertaintyEnum = enumOf<Certainty>("ImportCertainty", "把握程度 · How sure the reading is", {
  EXACT: "本系统导出的文件中有标记 · Tagged in a file that was exported here",
  SURE: "行列名称与格式一致 · Row and column are named as on the form",
  LIKELY: "名称相近，或按先后推定 · Names are alike, or the order of the figures tells",
  DOUBTFUL: "出自语句，或文件中有两个不同的数 · From a sentence, or the file gives two figures",
});

export const DoubtCodeEnum = enumOf<DoubtCode>("ImportDoubtCode", "疑点种类 · Kind of doubt", {
  S04_TABLE_IMAGE: "表格是图片 · A table is a picture",
  TABLE_NOT_FOUND: "没有找到表格 · A table was not found",
  ROW_NOT_UNDERSTOOD: "表中一行未能识别 · A row was not understood",
  VALUE_NOT_UNDERSTOOD: "不是可以取用的数 · Not a figure that can be taken",
  BLANK_MARK: "以符号代替数字 · A sign stands for a blank",
  GUESSED_BY_POSITION: "按数的先后推定 · The order of the figures decided",
  CONVERTED: "计量单位已折算 · Converted to the form's unit",
  FOUND_TWICE: "同一表格出现两次 · A table stands there twice",
  OTHER_FORM: "其他年度的格式 · The form of other years",
  OTHER_YEAR: "其他年度 · Another year",
  OTHER_UNIT: "其他单位 · Another unit",
  HEAD_NOT_FOUND: "没有单位名称或年度 · Unit or year was not found",
  SECTION_NOT_FOUND: "没有找到某一部分 · A section was not found",
  EXPORT_OVERTAKEN: "导出之后年报又有修改 · The report has changed since the export",
  PART_DROPPED: "文件的一部分未读取 · A part of the file was left out",
});

@ObjectType("FilePlace", {
  simpleResolvers: true,
  description: "在文件中的位置，均从 1 起 · A place in a file; every number counts from 1",
})
export class FilePlaceType {
  @Field(() => Int, { nullable: true, description: "第几张表 · The table's number" }) table!: number | null;
  @Field(() => String, { nullable: true, description: "工作表名 · The sheet's name" }) sheet!: string | null;
  @Field(() => Int, { nullable: true, description: "第几行 · The row" }) row!: number | null;
  @Field(() => Int, { nullable: true, description: "第几列 · The column" }) column!: number | null;
  @Field(() => Int, { nullable: true, description: "第几段 · The paragraph" }) paragraph!: number | null;
}

@ObjectType("ImportedFile", { simpleResolvers: true, description: "上传的文件 · A file that was brought in" })
export class ImportedFileType {
  @Field(() => String, { description: "文件名 · Its name" }) name!: string;
  @Field(() => Int, { description: "字节数 · Its size in bytes" }) bytes!: number;
  @Field(() => String, { description: "SHA-256，记入操作记录 · SHA-256, kept in the history" })
  sha256!: string;
}

@ObjectType("ImportedCell", {
  simpleResolvers: true,
  description: "识别出的一个数 · A figure that was found",
})
export class ImportedCellType {
  @Field(() => IndicatorType, { description: "指标 · Its indicator" }) indicator!: IndicatorType;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "数值；空：文件中为空白 · Its value; null: blank in the file",
  })
  value!: string | null;
  @Field(() => String, { description: "原文 · As printed" }) text!: string;
  @Field(() => FilePlaceType, { description: "位置 · Its place" }) place!: FilePlaceType;
  @Field(() => CertaintyEnum, { description: "把握程度 · How sure the reading is" }) certainty!: Certainty;
  @Field(() => DecimalScalar, { nullable: true, description: "年报中现有的数 · The value in the report now" })
  stored!: string | null;
  @Field(() => Boolean, { description: "与年报中现有的不同 · It differs from the report's" })
  differs!: boolean;
}

@ObjectType("ImportedSection", {
  simpleResolvers: true,
  description: "识别出的一部分文字 · A section that was found",
})
export class ImportedSectionType {
  @Field(() => SectionKeyEnum, { description: "哪一部分 · Which section" }) key!: SectionKey;
  @Field(() => String, { description: "标题 · Its heading" }) heading!: string;
  @Field(() => String, { description: "文字 · Its text" }) body!: string;
  @Field(() => FilePlaceType, { nullable: true, description: "位置 · Its place" })
  place!: FilePlaceType | null;
  @Field(() => String, { description: "年报中现有的文字 · The text in the report now" }) stored!: string;
  @Field(() => Boolean, { description: "与年报中现有的不同 · It differs from the report's" })
  differs!: boolean;
}

@ObjectType("ImportDoubt", { simpleResolvers: true, description: "须人工核对之处 · Something to look at" })
export class ImportDoubtType {
  @Field(() => DoubtCodeEnum, { description: "种类 · Its kind" }) code!: DoubtCode;
  @Field(() => String, { description: "说明 · What it is" }) message!: string;
  @Field(() => FilePlaceType, { nullable: true, description: "位置 · Its place" })
  place!: FilePlaceType | null;
  @Field(() => String, { nullable: true, description: "原文摘录 · The words of the file" }) excerpt!:
    string | null;
}

@ArgsType()
export class PreviewImportArgs {
  @Field(() => ID, { description: "POST /uploads 返回的 id · The id that POST /uploads answered" })
  uploadId!: string;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Int, { nullable: true, description: "年度；不给则按文件 · The year; left out: the file's" })
  year?: number | null;
  @Field(() => ReportScopeEnum, { nullable: true, description: "统计口径 · What the report covers" })
  scope?: ReportScope | null;
}

@ObjectType("ImportPreview", {
  simpleResolvers: true,
  description: "导入前的预览，什么都没有存 · What an import would do; nothing is stored",
})
export class ImportPreviewType {
  @Field(() => ImportedFileType, { description: "文件 · The file" }) file!: ImportedFileType;
  @Field(() => UnitType, { description: "导入到哪个单位 · The unit that it is imported for" })
  unit!: UnitType;
  @Field(() => Int, { description: "导入到哪个年度 · The year that it is imported for" }) year!: number;
  @Field(() => ReportScopeEnum, { description: "统计口径 · What the report covers" }) scope!: ReportScope;
  @Field(() => String, { nullable: true, description: "文件中的单位名称 · The unit's name in the file" })
  foundUnitName!: string | null;
  @Field(() => Int, { nullable: true, description: "文件中的年度 · The year in the file" }) foundYear!:
    number | null;
  @Field(() => String, {
    nullable: true,
    description: "文件中表格的格式：2019、2021 · The form of the file's tables",
  })
  foundFormat!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "落款日期 · The date of signature" }) signedOn!:
    string | null;
  @Field(() => Int, {
    description:
      "年报现在的修订号，applyImport 须给出；尚无年报为 0 · The report's revision now, for applyImport; 0: no report yet",
  })
  revision!: number;
  @Field(() => Int, {
    nullable: true,
    description: "本系统导出的文件：导出时的修订号 · The revision that a file of this system was exported at",
  })
  exportedRevision!: number | null;
  @Field(() => [ImportedCellType], { description: "识别出的数 · The figures" })
  cells!: readonly ImportedCellType[];
  @Field(() => [ImportedSectionType], { description: "识别出的文字 · The texts" })
  sections!: readonly ImportedSectionType[];
  @Field(() => [ImportDoubtType], { description: "疑点 · Doubts" }) doubts!: readonly ImportDoubtType[];
}

@InputType({ description: "applyImport 的内容 · What applyImport takes" })
export class ApplyImportInput extends MutationInput {
  @Field(() => ID, { description: "POST /uploads 返回的 id · The id that POST /uploads answered" })
  uploadId!: string;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Int, { nullable: true, description: "年度；不给则按文件 · The year; left out: the file's" })
  year?: number | null;
  @Field(() => ReportScopeEnum, {
    nullable: true,
    defaultValue: "OWN",
    description: "统计口径 · What the report covers",
  })
  scope?: ReportScope | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "取用的指标代码；不给则取有把握的全部 · Codes of the figures to take; left out: all but the doubtful",
  })
  cells?: string[] | null;
  @Field(() => [SectionKeyEnum], {
    nullable: true,
    description: "取用的文字；不给则全部 · The texts to take; left out: all",
  })
  sections?: SectionKey[] | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "取用落款日期 · Take the date of signature",
  })
  signedOn?: boolean | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "所依据的修订号，即预览的 revision · The revision of the preview; left out or 0 for a new report",
  })
  expectedRevision?: number | null;
}

export const ApplyImportPayload = payloadOf("ApplyImport", { report: () => AnnualReportType });
