import { NOT_YOURS, type Permission, type Role } from "../access/index.js";
import { transitionRefused, type Refusal } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import type { FindingRow } from "./finding.entity.js";
import { blocksSubmission } from "./finding.store.js";
import { samePersonMessage } from "./four-eyes.js";
import { type ReportScope, type ReportStatus, STATUS_NAMES, yearNotOver } from "../reports/index.js";
import { openFindingsMessage, underWayMessage } from "./report.problems.js";
import {
  EDITABLE,
  OPERATION_OF,
  permissionsTo,
  permissionsToSave,
  type ReportVerb,
  workflowOf,
} from "./report.workflow.js";

/** What the steps that are open on a report depend on. */
export interface ReportStanding {
  readonly report: { readonly scope: ReportScope; readonly status: ReportStatus; readonly year: number };
  readonly now: Date;
  /** The caller's roles at the report's unit, and whether one of them holds a permission. */
  readonly roles: ReadonlySet<Role>;
  readonly may: (permission: Permission) => boolean;
  readonly findings: readonly Pick<FindingRow, "severity" | "status">[];
  /** Whether the caller took the step before this one, and the unit's setting does not allow that. */
  readonly samePerson: (verb: ReportVerb) => boolean;
}

interface ReportStep {
  readonly name: Text;
  /** Whether the report's status leaves the step open to somebody. */
  readonly open: (report: ReportStanding["report"]) => boolean;
  /** Why the step cannot be taken now; null where it can. */
  readonly whyNot: (standing: ReportStanding) => Text | null;
}

const editable = ({ status }: ReportStanding["report"]): boolean => EDITABLE.includes(status);

const edit = ({ report, may }: ReportStanding): Text | null => {
  if (!permissionsToSave(report.scope).some(may)) return NOT_YOURS;
  return editable(report) ? null : underWayMessage;
};

const leadsOn = (verb: ReportVerb, report: ReportStanding["report"]): boolean =>
  workflowOf(report).transitions.some(
    ({ verb: taken, from }) => taken === verb && from.includes(report.status),
  );

function move(verb: ReportVerb, standing: ReportStanding): Text | null {
  const { report, roles, may } = standing;
  if (!permissionsTo(verb, report.scope).some(may)) return NOT_YOURS;
  const { zh, en } = STATUS_NAMES[report.status];
  if (!leadsOn(verb, report)) return text(`报告现为“${zh}”`, `The report is ${en}`);
  if (!workflowOf(report).step(verb, report.status, roles)) return NOT_YOURS;
  const closed = verb === "submit" ? submission(standing) : null;
  return closed ?? (standing.samePerson(verb) ? samePersonMessage(verb) : null);
}

function submission({ report, now, findings }: ReportStanding): Text | null {
  const open = findings.filter(blocksSubmission).length;
  return yearNotOver(report, now) ?? (open > 0 ? openFindingsMessage(open) : null);
}

const moves = (verb: ReportVerb, name: Text): Readonly<Record<string, ReportStep>> => ({
  [OPERATION_OF[verb]]: {
    name,
    open: (report) => leadsOn(verb, report),
    whyNot: (standing) => move(verb, standing),
  },
});

/** The steps of a report, by the mutation that takes each, in the order of the process. */
export const REPORT_STEPS: Readonly<Record<string, ReportStep>> = {
  saveReport: { name: text("保存", "save"), open: editable, whyNot: edit },
  deriveReport: { name: text("由台账生成", "fill from the ledgers"), open: editable, whyNot: edit },
  ...moves("requestReview", text("送审", "ask for the review")),
  ...moves("submit", text("报送", "submit")),
  ...moves("return", text("退回", "send back")),
  ...moves("approve", text("审定", "approve")),
  ...moves("publish", text("发布", "publish")),
  ...moves("revise", text("更正已发布的年报", "open a correction")),
};

/** The report's status does not leave the step open: what it leaves open, whoever may take it. */
export function reportTransitionRefused(report: ReportStanding["report"]): Refusal {
  const open = Object.entries(REPORT_STEPS).filter(([, step]) => step.open(report));
  return transitionRefused(
    ["input", "reportId"],
    { code: report.status, name: STATUS_NAMES[report.status] },
    open.map(([mutation, { name }]) => ({ mutation, name })),
  );
}
