import { text, type Text } from "../kernel/text.js";

/** 报告状态; the order is the order of the enum in the API. */
export const REPORT_STATUSES = [
  "DRAFT",
  "UNDER_REVIEW",
  "SUBMITTED",
  "RETURNED",
  "APPROVED",
  "PUBLISHED",
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** 报告状态的中文名 */
export const STATUS_NAMES: Readonly<Record<ReportStatus, Text>> = {
  DRAFT: text("草稿", "draft"),
  UNDER_REVIEW: text("单位审核中", "under review"),
  SUBMITTED: text("已报送", "submitted"),
  RETURNED: text("已退回", "returned"),
  APPROVED: text("已审定", "approved"),
  PUBLISHED: text("已发布", "published"),
};

/** The statuses in which a version counts, from the least advanced to the most. */
export const REPORT_STAGES = ["SUBMITTED", "APPROVED", "PUBLISHED"] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

/** As a list in SQL; constants of ours, so typed out. */
export const COUNTED_STATUSES = "('SUBMITTED', 'APPROVED', 'PUBLISHED')";

export const counts = (status: ReportStatus): status is ReportStage =>
  (REPORT_STAGES as readonly string[]).includes(status);

/** 本机关, or with everything below it (本级汇总). */
export const REPORT_SCOPES = ["OWN", "SYSTEM"] as const;
export type ReportScope = (typeof REPORT_SCOPES)[number];
