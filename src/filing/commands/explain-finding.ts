import { authorize, type Call } from "../../access/index.js";
import { append, changesBetween } from "../../history/index.js";
import { notFound } from "../../kernel/fault.js";
import { isBlank, isPlainText, lengthOf } from "../../kernel/plain-text.js";
import {
  invalidInput,
  notAllowedNow,
  refuse,
  staleRevision,
  type Problem,
  Refusal,
} from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { type FindingRow, FINDINGS, type FindingStatus } from "../finding.entity.js";
import { FINDING_STEPS, type FindingVerb, whyNotTo } from "../finding.steps.js";
import { holdReport, type ReportRow } from "../../reports/index.js";

export interface FindingStatement<Status extends FindingStatus = FindingStatus> {
  readonly findingId: string | null;
  readonly status: Status;
  /** Revision of the report whose values the statement concerns. */
  readonly expectedRevision: number;
}

const EXPLANATION_LIMIT = 2000;
const MOST_AT_ONCE = 500;

/** The unit's explanation. An ERROR may be explained, too, for the district; that does not unblock it. */
export const explainFinding = (
  call: Call,
  { explanation, ...input }: FindingStatement<"OPEN" | "EXPLAINED"> & { readonly explanation: string },
): Promise<FindingRow> => state(call, "explainFinding", input, { explanation });

/** The judgement of the district office: a verdict lifts an ERROR, too. */
export const judgeFinding = (
  call: Call,
  {
    judgement,
    ...input
  }: FindingStatement<"OPEN" | "ACCEPTED" | "FALSE_ALARM"> & { readonly judgement: string },
): Promise<FindingRow> => state(call, "judgeFinding", input, { judgement });

/** Explains or judges several findings, of one report or several: all or, with a problem in any, none. */
export async function eachFinding<Input extends FindingStatement>(
  call: Call,
  take: (call: Call, input: Input) => Promise<FindingRow>,
  inputs: readonly Input[],
): Promise<FindingRow[]> {
  refuseBadList(inputs);
  const stated: FindingRow[] = [];
  const problems: Problem[] = [];
  for (const [i, input] of inputs.entries())
    try {
      stated.push(await take(call, input));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems.map((problem) => inList(problem, i)));
    }
  refuse(problems);
  return stated;
}

/** A problem of one, as one of the list: `input.explanation` becomes `input.findings.3.explanation`. */
const inList = (problem: Problem, i: number): Problem => ({
  ...problem,
  path: ["input", "findings", String(i), ...problem.path.slice(1)],
});

function refuseBadList(inputs: readonly FindingStatement[]): void {
  const path = ["input", "findings"];
  if (inputs.length === 0 || inputs.length > MOST_AT_ONCE)
    throw new Refusal(
      invalidInput(path, text(`须为 1 至 ${MOST_AT_ONCE} 条疑点`, `1 to ${MOST_AT_ONCE} findings`)),
    );
  const ids = inputs.map(({ findingId }) => findingId);
  const again = text("同一条疑点重复列出", "This finding stands in the list twice");
  refuse(
    ids.flatMap((id, i) =>
      id !== null && ids.indexOf(id) < i ? [invalidInput([...path, String(i), "findingId"], again)] : [],
    ),
  );
}

/** What is said of a finding, under the name of its column and of the input's field. */
type Said = Readonly<Partial<Pick<FindingRow, "explanation" | "judgement">>>;

async function state(
  call: Call,
  verb: FindingVerb,
  input: FindingStatement,
  said: Said,
): Promise<FindingRow> {
  const { session } = call;
  const { unit, report, finding } = await findFinding(call, verb, input.findingId);
  const words = said.judgement ?? said.explanation ?? "";
  refuseBadWords(verb === "judgeFinding" ? "judgement" : "explanation", words);
  if (input.expectedRevision !== report.revision) throw staleRevision(report.revision);
  const { status } = input;
  const whyNot = whyNotTo(verb, status, finding, report.status);
  if (whyNot) throw new Refusal(notAllowedNow(["input", "findingId"], whyNot));

  await session.rows(FINDINGS).update({ id: finding.id, unitId: unit.id }, { status, ...said });
  const cells = finding.fault.places.filter(({ year }) => year === report.year).map(({ code }) => code);
  append(call, {
    unit,
    subject: { type: "AnnualReport", id: report.id },
    operation: verb,
    revision: report.revision,
    reason: `${finding.rule} ${status}: ${words}`,
    changes: changesBetween<object>(told(finding), told({ ...finding, status, ...said })),
    details: cells.length > 0 ? { cells } : {},
  });
  return { ...finding, status, ...said };
}

/** By names of their own: the entry is the report's, which has a status, too. */
const told = ({ status, explanation, judgement }: FindingRow) => ({
  ...{ findingStatus: status, explanation, judgement },
});

interface FoundFinding {
  readonly unit: UnitRow;
  readonly report: ReportRow;
  readonly finding: FindingRow;
}

/** The finding, with its report locked: neither values nor status can change meanwhile. */
async function findFinding(
  { session, viewer }: Call,
  verb: FindingVerb,
  id: string | null,
): Promise<FoundFinding> {
  const seen = id === null ? null : await session.rows(FINDINGS).one({ id });
  const [found] = seen ? await unitsByIds(session, [seen.unitId]) : [];
  const unit = authorize(viewer, FINDING_STEPS[verb].permission, found ?? null);
  const report = seen && (await holdReport(session, seen.reportId, unit.id));
  const finding = seen && (await session.rows(FINDINGS).one({ id: seen.id }));
  if (!report || !finding) throw notFound();
  return { unit, report, finding };
}

function refuseBadWords(field: string, words: string): void {
  if (!isBlank(words) && lengthOf(words) <= EXPLANATION_LIMIT && isPlainText(words)) return;
  throw new Refusal(
    invalidInput(
      ["input", field],
      text(`请用 1 至 ${EXPLANATION_LIMIT} 字说明`, `Explain in 1 to ${EXPLANATION_LIMIT} plain characters`),
    ),
  );
}
