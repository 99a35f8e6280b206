import { Refusal, type Path } from "../kernel/problem.js";
import { counted, text, type Text } from "../kernel/text.js";
import type { FindingRow } from "./finding.entity.js";
import type { ReportRow } from "./report.entity.js";
import { workflowOf } from "./report.workflow.js";
import type { ReportStatus } from "./report-status.js";

/** 报告状态的中文名 */
export const STATUS_NAMES: Readonly<Record<ReportStatus, Text>> = {
  DRAFT: text("草稿", "draft"),
  UNDER_REVIEW: text("单位审核中", "under review"),
  SUBMITTED: text("已报送", "submitted"),
  RETURNED: text("已退回", "returned"),
  APPROVED: text("已审定", "approved"),
  PUBLISHED: text("已发布", "published"),
};

export const staleRevision = (currentRevision: number): Refusal =>
  new Refusal({
    code: "STALE_REVISION",
    message: text(
      `报告已被他人修改（现为第 ${currentRevision} 次修订），请刷新后重试`,
      `Somebody changed the report in the meantime (it is at revision ${currentRevision}): reload and try again`,
    ),
    path: ["input", "expectedRevision"],
    currentRevision,
  });

export const alreadyExists = (): Refusal =>
  new Refusal({
    code: "ALREADY_EXISTS",
    message: text(
      "该年度的报告已存在，修改时须给出 expectedRevision",
      "The report for this year exists already: give expectedRevision to change it",
    ),
    path: ["input", "expectedRevision"],
  });

export const underWayMessage = text(
  "报告已送审或报送，退回后方可修改",
  "The report is under way: it can be edited once it is returned",
);

export const notAllowedNow = (path: Path, message: Text): Refusal =>
  new Refusal({ code: "NOT_ALLOWED_NOW", message, path });

export function transitionRefused({ status: from, scope }: Pick<ReportRow, "status" | "scope">): Refusal {
  const allowed = workflowOf({ scope }).next(from);
  const names = { zh: list(allowed, "zh", "、"), en: list(allowed, "en", ", ") };
  return new Refusal({
    code: "TRANSITION_REFUSED",
    message: text(
      `报告现为“${STATUS_NAMES[from].zh}”，不能进行这一步；其后可为：${names.zh}`,
      `The report is ${STATUS_NAMES[from].en}: this step is not open; what can follow is ${names.en}`,
    ),
    path: ["input", "reportId"],
    from,
    allowed,
  });
}

const list = (statuses: readonly ReportStatus[], language: keyof Text, comma: string): string =>
  statuses.map((status) => STATUS_NAMES[status][language]).join(comma);

export const openFindingsMessage = (count: number): Text =>
  text(
    `还有 ${count} 条疑点未处理：错误须更正，警告须说明`,
    `${counted(count, "open finding")}: errors must be corrected, warnings explained`,
  );

export const blockedByFindings = (findings: readonly FindingRow[]): Refusal =>
  new Refusal({
    code: "BLOCKED_BY_FINDINGS",
    message: openFindingsMessage(findings.length),
    path: ["input", "reportId"],
    findings,
  });
