import type { Problem } from "../kernel/problem.js";
import type { Language } from "../kernel/text.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { presentProblems, type ProblemType } from "../platform/graphql/problems.types.js";
import type { FindingRow } from "./finding.entity.js";
import type { FindingType, RuleType } from "./finding.types.js";
import { presentIndicator } from "../forms/index.js";
import { faultMessage, ruleByCode, type Rule } from "../rules/index.js";

export const presentRule = (rule: Rule, language: Language): RuleType => ({
  code: rule.code,
  title: rule.title[language],
  basis: rule.basis,
  severity: rule.severity,
});

export function presentFinding(finding: FindingRow, language: Language): FindingType {
  const { fault } = finding;
  const rule = ruleByCode(finding.rule);
  if (!rule) throw new Error(`no rule ${finding.rule}`);
  return {
    __typename: "Finding",
    row: finding,
    id: toGlobalId("Finding", finding.id),
    rule: presentRule(rule, language),
    severity: finding.severity,
    status: finding.status,
    message: faultMessage(fault)[language],
    cells: [...new Set(fault.places.map((place) => place.code))].map(presentIndicator),
    places: fault.places.map(({ code, year, value }) => ({ indicator: presentIndicator(code), year, value })),
    expected: fault.expected,
    actual: fault.actual,
    excerpt: fault.excerpt,
    arithmetic: fault.said?.arithmetic ?? null,
    suggestion: fault.said?.suggestion[language] ?? null,
    replacement: fault.said?.replacement ?? null,
    explanation: finding.explanation,
    judgement: finding.judgement,
  };
}

/** Problems of a report's mutations: those that name findings show them in full. */
export const presentReportProblems = (problems: readonly Problem[], language: Language): ProblemType[] =>
  presentProblems(
    problems.map((problem) =>
      problem.code === "BLOCKED_BY_FINDINGS"
        ? { ...problem, findings: (problem.findings as FindingRow[]).map((f) => presentFinding(f, language)) }
        : problem,
    ),
    language,
  );
