import { Refusal } from "../kernel/problem.js";
import { counted, text, type Text } from "../kernel/text.js";
import type { FindingRow } from "./finding.entity.js";

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
