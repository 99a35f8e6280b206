import type { Permission, Role } from "../../access/index.js";
import { StateMachine } from "../../kernel/state-machine.js";
import { REPORT_STATUSES, type ReportStatus } from "./report-status.js";

export type ReportVerb = "requestReview" | "submit" | "return" | "approve" | "publish" | "revise";

/**
 * 报送流程. A report starts as DRAFT; the statuses after it are reached by these steps and no other way.
 * 初审、终审 are the reviewer's submit; approval and publication are the district office's (条例 §49, §50).
 */
export const REPORT_WORKFLOW = new StateMachine<ReportStatus, ReportVerb, Role>("DRAFT", REPORT_STATUSES, [
  { verb: "requestReview", from: ["DRAFT", "RETURNED"], to: "UNDER_REVIEW", role: "CLERK" },
  { verb: "submit", from: ["UNDER_REVIEW", "DRAFT", "RETURNED"], to: "SUBMITTED", role: "REVIEWER" },
  { verb: "return", from: ["UNDER_REVIEW"], to: "RETURNED", role: "REVIEWER" },
  { verb: "return", from: ["SUBMITTED", "APPROVED"], to: "RETURNED", role: "OFFICER" },
  { verb: "approve", from: ["SUBMITTED"], to: "APPROVED", role: "OFFICER" },
  { verb: "publish", from: ["APPROVED"], to: "PUBLISHED", role: "OFFICER" },
  { verb: "revise", from: ["PUBLISHED"], to: "RETURNED", role: "OFFICER" },
]);

export const PERMISSION_TO: Readonly<Record<ReportVerb, Permission>> = {
  requestReview: "report:requestReview",
  submit: "report:submit",
  return: "report:return",
  approve: "report:approve",
  publish: "report:publish",
  revise: "report:revise",
};

/** The statuses in which the unit may edit its report. */
export const EDITABLE: readonly ReportStatus[] = ["DRAFT", "RETURNED"];
