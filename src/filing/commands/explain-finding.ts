import { authorize, signedIn, type Role, type Viewer } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import { forbidden, notFound } from "../../kernel/fault.js";
import { isBlank, isPlainText, lengthOf } from "../../kernel/plain-text.js";
import { invalidInput, Refusal, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { FINDINGS, type FindingRow, type FindingStatus } from "../finding.entity.js";
import { notAllowedNow, staleRevision } from "../report.problems.js";
import { holdReport, recordEvent } from "../report.store.js";
import type { ReportRow } from "../report.entity.js";
import { REPORT_STATUSES, type ReportStatus } from "../report-status.js";

export interface ExplainFinding {
  readonly findingId: string | null;
  readonly status: FindingStatus;
  readonly explanation: string;
  /** Revision of the report whose values the explanation concerns. */
  readonly expectedRevision?: number | null;
}

interface Say {
  readonly roles: readonly Role[];
  readonly during: readonly ReportStatus[];
}

const UNIT_AT_WORK = ["DRAFT", "RETURNED", "UNDER_REVIEW"] as const;

/** Who may set which status, and in which states of the report. RESOLVED is set by the rules only. */
const SAYS: Readonly<Partial<Record<FindingStatus, Say>>> = {
  OPEN: { roles: ["CLERK", "REVIEWER", "OFFICER"], during: UNIT_AT_WORK },
  EXPLAINED: { roles: ["CLERK", "REVIEWER"], during: UNIT_AT_WORK },
  ACCEPTED: { roles: ["OFFICER"], during: REPORT_STATUSES },
  FALSE_ALARM: { roles: ["OFFICER"], during: REPORT_STATUSES },
};

const VERDICTS: readonly FindingStatus[] = ["ACCEPTED", "FALSE_ALARM"];
const EXPLANATION_LIMIT = 2000;

const MOST_AT_ONCE = 500;

/** Explains or judges several findings, of one report or several: all or, with a problem in any, none. */
export async function explainFindings(
  session: Session,
  viewer: Viewer,
  inputs: readonly ExplainFinding[],
  clock: Clock,
): Promise<FindingRow[]> {
  refuseBadList(inputs);
  const explained: FindingRow[] = [];
  const problems: Problem[] = [];
  for (const [i, input] of inputs.entries())
    try {
      explained.push(await explainFinding(session, viewer, input, clock));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems.map((problem) => inList(problem, i)));
    }
  refuse(problems);
  return explained;
}

/** A problem of one, as one of the list: `input.explanation` becomes `input.findings.3.explanation`. */
const inList = (problem: Problem, i: number): Problem => ({
  ...problem,
  path: ["input", "findings", String(i), ...problem.path.slice(1)],
});

function refuseBadList(inputs: readonly ExplainFinding[]): void {
  const path = ["input", "findings"];
  if (inputs.length === 0 || inputs.length > MOST_AT_ONCE)
    throw new Refusal(
      invalidInput(path, text(`须为 1 至 ${MOST_AT_ONCE} 条疑点`, `1 to ${MOST_AT_ONCE} findings`)),
    );
  const ids = inputs.map(({ findingId }) => findingId);
  refuse(
    ids.flatMap((id, i) =>
      id !== null && ids.indexOf(id) < i
        ? [
            invalidInput(
              [...path, String(i), "findingId"],
              text("同一条疑点重复列出", "This finding stands in the list twice"),
            ),
          ]
        : [],
    ),
  );
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(...problems);
}

/** Sets the explanation of a finding. An ERROR may be explained, too, for the district; that does not unblock it. */
export async function explainFinding(
  session: Session,
  viewer: Viewer,
  input: ExplainFinding,
  clock: Clock,
): Promise<FindingRow> {
  const { unit, report, finding } = await findFinding(session, viewer, input.findingId);
  refuseBadExplanation(input);
  const roles = viewer.rolesAt(unit);
  const say = SAYS[input.status];
  if (!say?.roles.some((role) => roles.has(role))) throw forbidden();
  if (input.expectedRevision != null && input.expectedRevision !== report.revision)
    throw staleRevision(report.revision);
  const judged = VERDICTS.includes(finding.status) && !roles.has("OFFICER");
  if (finding.status === "RESOLVED" || judged || !say.during.includes(report.status))
    throw notAllowedNow(
      ["input", "findingId"],
      text(
        "该疑点现在不能再说明：已消除、主管部门已有结论，或报告已不在可说明的阶段",
        "This finding is resolved or judged by the district, or its report is past explaining",
      ),
    );

  const { status, explanation } = input;
  await session.rows(FINDINGS).update({ id: finding.id, unitId: unit.id }, { status, explanation });
  const { id: actorId, displayName: actor } = signedIn(viewer);
  recordEvent(session, unit, report, {
    at: clock.now().toISOString(),
    actorId,
    actor,
    action: "explainFinding",
    reason: `${finding.rule} ${status}: ${explanation}`,
    cells: finding.fault.places.filter((place) => place.year === report.year).map((place) => place.code),
  });
  return { ...finding, status, explanation };
}

interface FoundFinding {
  readonly unit: UnitRow;
  readonly report: ReportRow;
  readonly finding: FindingRow;
}

/** The finding, with its report locked: neither values nor status can change meanwhile. */
async function findFinding(session: Session, viewer: Viewer, id: string | null): Promise<FoundFinding> {
  const seen = id === null ? null : await session.rows(FINDINGS).one({ id });
  const [found] = seen ? await unitsByIds(session, [seen.unitId]) : [];
  const unit = authorize(viewer, ["finding:explain", "finding:judge"], found ?? null);
  const report = seen && (await holdReport(session, seen.reportId, unit.id));
  const finding = seen && (await session.rows(FINDINGS).one({ id: seen.id }));
  if (!report || !finding) throw notFound();
  return { unit, report, finding };
}

function refuseBadExplanation({ status, explanation }: ExplainFinding): void {
  const problems = [];
  if (isBlank(explanation) || lengthOf(explanation) > EXPLANATION_LIMIT || !isPlainText(explanation))
    problems.push(
      invalidInput(
        ["input", "explanation"],
        text(
          `请用 1 至 ${EXPLANATION_LIMIT} 字说明`,
          `Explain in 1 to ${EXPLANATION_LIMIT} plain characters`,
        ),
      ),
    );
  if (!SAYS[status])
    problems.push(
      invalidInput(["input", "status"], text("“已消除”由系统判定", "RESOLVED is set when the fault is gone")),
    );
  refuse(problems);
}
