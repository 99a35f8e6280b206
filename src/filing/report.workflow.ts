import type { Permission, Role } from "../access/index.js";
import { StateMachine, type Transition } from "../kernel/state-machine.js";
import { REPORT_STATUSES, type ReportScope, type ReportStatus } from "../reports/index.js";

export type ReportVerb = "requestReview" | "submit" | "return" | "approve" | "publish" | "revise";

type Step = Transition<ReportStatus, ReportVerb, Role>;

/**
 * 报送流程. A report starts as DRAFT; the statuses after it are reached by these steps and no other way.
 * 初审、终审 are the reviewer's submit; approval and publication are the district office's (条例 §49, §50).
 */
const STEPS: readonly Step[] = [
  { verb: "requestReview", from: ["DRAFT", "RETURNED"], to: "UNDER_REVIEW", role: "CLERK" },
  { verb: "submit", from: ["UNDER_REVIEW", "DRAFT", "RETURNED"], to: "SUBMITTED", role: "REVIEWER" },
  { verb: "return", from: ["UNDER_REVIEW"], to: "RETURNED", role: "REVIEWER" },
  { verb: "return", from: ["SUBMITTED", "APPROVED"], to: "RETURNED", role: "OFFICER" },
  { verb: "approve", from: ["SUBMITTED"], to: "APPROVED", role: "OFFICER" },
  { verb: "publish", from: ["APPROVED"], to: "PUBLISHED", role: "OFFICER" },
  { verb: "revise", from: ["PUBLISHED"], to: "RETURNED", role: "OFFICER" },
];

/** 本级汇总: the disclosure office itself adds it up and files it (条例 §49(2)), beside the government's own people. */
const ROLL_UP_STEPS: readonly Step[] = [
  ...STEPS,
  { verb: "submit", from: ["UNDER_REVIEW", "DRAFT", "RETURNED"], to: "SUBMITTED", role: "OFFICER" },
];

export const INITIAL_STATUS: ReportStatus = "DRAFT";

const WORKFLOWS: Readonly<Record<ReportScope, StateMachine<ReportStatus, ReportVerb, Role>>> = {
  OWN: new StateMachine(INITIAL_STATUS, REPORT_STATUSES, STEPS),
  SYSTEM: new StateMachine(INITIAL_STATUS, REPORT_STATUSES, ROLL_UP_STEPS),
};

export const workflowOf = ({ scope }: { readonly scope: ReportScope }) => WORKFLOWS[scope];

const PERMISSION_TO: Readonly<Record<ReportVerb, readonly Permission[]>> = {
  requestReview: ["report:requestReview"],
  submit: ["report:submit"],
  return: ["report:return"],
  approve: ["report:approve"],
  publish: ["report:publish"],
  revise: ["report:revise"],
};

/** The mutation that takes the step, by which the history calls it. */
export const OPERATION_OF: Readonly<Record<ReportVerb, string>> = {
  requestReview: "requestReview",
  submit: "submitReport",
  return: "returnReport",
  approve: "approveReport",
  publish: "publishReport",
  revise: "reviseReport",
};

export const permissionsTo = (verb: ReportVerb, scope: ReportScope): readonly Permission[] =>
  scope === "SYSTEM" && verb === "submit" ? [...PERMISSION_TO.submit, "rollUp:submit"] : PERMISSION_TO[verb];

/** Who may fill a report in: the unit's clerk, and a 本级汇总 its disclosure office, too. */
export const permissionsToSave = (scope: ReportScope): readonly Permission[] =>
  scope === "SYSTEM" ? ["report:save", "rollUp:save"] : ["report:save"];

/** The statuses in which the unit may edit its report. */
export const EDITABLE: readonly ReportStatus[] = ["DRAFT", "RETURNED"];
