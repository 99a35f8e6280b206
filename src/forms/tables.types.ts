import { Field, Int, ObjectType } from "type-graphql";
import { DecimalScalar } from "../platform/graphql/scalars.js";

/**
 * The typed tables 二, 三 and 四: the codes of the cells as a tree of types. They are declared as data, since a class
 * with twenty decorated fields says no more than its list.
 */
type TableType = new () => object;

type FieldSpec = "count" | "amount" | TableType;

function tableType(
  name: string,
  description: string,
  fields: Readonly<Record<string, FieldSpec>>,
): TableType {
  const type = { [name]: class {} }[name] as TableType;
  ObjectType(name, { simpleResolvers: true, description })(type);
  for (const [field, spec] of Object.entries(fields))
    if (spec === "count") Field(() => Int, { nullable: true })(type.prototype as object, field);
    else if (spec === "amount")
      Field(() => DecimalScalar, { nullable: true })(type.prototype as object, field);
    else Field(() => spec)(type.prototype as object, field);
  return type;
}

const counts = (...names: string[]): Record<string, "count"> =>
  Object.fromEntries(names.map((name) => [name, "count"]));

const all = (type: TableType, ...names: string[]): Record<string, TableType> =>
  Object.fromEntries(names.map((name) => [name, type]));

const DocumentCounts = tableType(
  "DocumentCounts",
  "规章、规范性文件件数 · Regulations or normative documents; issued, repealed, inForce: form of 2021; made, published, publishedTotal: form of 2019",
  counts("issued", "repealed", "inForce", "made", "published", "publishedTotal"),
);
const DecisionCounts = tableType(
  "DecisionCounts",
  "处理决定数量 · Decisions; itemsLastYear, itemsDelta: form of 2019",
  counts("decisions", "itemsLastYear", "itemsDelta"),
);
const FeeAmount = tableType("FeeAmount", "行政事业性收费（万元） · Fees in 10,000 yuan", {
  amount: "amount",
  ...counts("itemsLastYear", "itemsDelta"),
});
const ProcurementCounts = tableType("ProcurementCounts", "政府集中采购 · Procurement: form of 2019", {
  ...counts("projects"),
  amount: "amount",
});

export const ProactiveTableType = tableType(
  "ProactiveTable",
  "二、主动公开政府信息情况 · What was published of its own accord (条例 §20)",
  {
    ...all(DocumentCounts, "regulations", "normativeDocuments"),
    ...all(DecisionCounts, "licences", "penalties", "coercions", "otherServices"),
    fees: FeeAmount,
    procurement: ProcurementCounts,
  },
);

const ApplicantCounts = tableType(
  "ApplicantCounts",
  "按申请人分的件数 · Requests by kind of applicant",
  counts(
    "naturalPerson",
    "enterprise",
    "research",
    "publicWelfare",
    "legalService",
    "otherOrganization",
    "total",
  ),
);
const DeniedCounts = tableType(
  "DeniedCounts",
  "（三）不予公开 · Denied (条例 §14-16, §36)",
  all(
    ApplicantCounts,
    "stateSecret",
    "lawForbidden",
    "securityStability",
    "thirdParty",
    "internalAffairs",
    "process",
    "caseFile",
    "queryMatter",
  ),
);
const UnableCounts = tableType(
  "UnableCounts",
  "（四）无法提供 · Unable to provide (条例 §30, §36, §38)",
  all(ApplicantCounts, "notHeld", "needsCreation", "unclear"),
);
const RefusedCounts = tableType(
  "RefusedCounts",
  "（五）不予处理 · Not processed (条例 §35, §36, §39)",
  all(ApplicantCounts, "petition", "repeat", "publication", "excessive", "confirmReissue"),
);
const OtherCounts = tableType(
  "OtherCounts",
  "（六）其他处理 · Otherwise; undivided: form of 2019",
  all(ApplicantCounts, "noCorrection", "unpaidFee", "misc", "undivided"),
);

export const RequestTableType = tableType(
  "RequestTable",
  "三、收到和处理政府信息公开申请情况 · Requests received and decided",
  {
    ...all(ApplicantCounts, "received", "carriedIn", "granted", "partial"),
    denied: DeniedCounts,
    unable: UnableCounts,
    refused: RefusedCounts,
    other: OtherCounts,
    ...all(ApplicantCounts, "total", "carriedOut"),
  },
);

const RemedyCounts = tableType(
  "RemedyCounts",
  "复议或诉讼件数 · Cases by outcome",
  counts("upheld", "corrected", "other", "pending", "total"),
);

export const RemedyTableType = tableType(
  "RemedyTable",
  "四、政府信息公开行政复议、行政诉讼情况 · Administrative reviews and lawsuits",
  all(RemedyCounts, "review", "litigationDirect", "litigationAfterReview"),
);
