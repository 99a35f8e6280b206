import type { Permission } from "../access/index.js";
import { text, type Text } from "../kernel/text.js";
import type { FindingRow, FindingStatus } from "./finding.entity.js";
import type { ReportStatus } from "../reports/index.js";

/** What the gate of a step goes by. */
export interface FindingStanding {
  readonly status: FindingStatus;
  readonly report: ReportStatus;
}

interface FindingStep {
  readonly name: Text;
  readonly permission: Permission;
  /** Why the step cannot be taken now; null where it can. */
  readonly gate: (standing: FindingStanding) => Text | null;
}

export type FindingVerb = "explainFinding" | "judgeFinding";

const resolved = text(
  "该疑点已消除，不再说明或判定",
  "This finding is resolved: there is nothing left to explain or judge",
);
const judged = text(
  "主管部门已判定，单位不能再说明",
  "The district office has judged this finding: the unit can no longer explain it",
);
const pastExplaining = text(
  "报告已报送，疑点不能再说明",
  "The report has been submitted: its findings are past explaining",
);

const UNIT_AT_WORK: readonly ReportStatus[] = ["DRAFT", "RETURNED", "UNDER_REVIEW"];
const VERDICTS: readonly FindingStatus[] = ["ACCEPTED", "FALSE_ALARM"];

/** What people do about a finding: the unit explains it, its district office judges it. RESOLVED is set by the rules only. */
export const FINDING_STEPS: Readonly<Record<FindingVerb, FindingStep>> = {
  explainFinding: {
    name: text("说明疑点", "explain"),
    permission: "finding:explain",
    gate: ({ status, report }) => {
      if (status === "RESOLVED") return resolved;
      if (VERDICTS.includes(status)) return judged;
      return UNIT_AT_WORK.includes(report) ? null : pastExplaining;
    },
  },
  judgeFinding: {
    name: text("判定疑点", "judge"),
    permission: "finding:judge",
    gate: ({ status }) => (status === "RESOLVED" ? resolved : null),
  },
};

/** Why a finding cannot be set to this status: a verdict may be given at any time, a finding be reopened only until the report is submitted. */
export const whyNotTo = (
  verb: FindingVerb,
  to: FindingStatus,
  finding: Pick<FindingRow, "status">,
  report: ReportStatus,
): Text | null =>
  FINDING_STEPS[verb].gate({ status: finding.status, report }) ??
  (to === "OPEN" && !UNIT_AT_WORK.includes(report) ? pastExplaining : null);
