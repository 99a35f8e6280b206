import { checkLinear } from "./linear.js";
import type { CheckInput, Fault, Rule, Severity, Spotted } from "./rule.js";
import { RULES } from "./rules.data.js";

/** Everything wrong with a report: in the order of the rules, then of the form. Pure, and the same on every run. */
export function checkReport(input: CheckInput): Fault[] {
  const checked = withoutOlderYears(input);
  return RULES.filter((rule) => !rule.formats || rule.formats.includes(input.format.code)).flatMap((rule) =>
    run(rule, checked).map((spotted) => toFault(rule, checked, spotted)),
  );
}

/** Only the year right before can be compared; a gap of two years says nothing. */
const withoutOlderYears = (input: CheckInput): CheckInput =>
  input.previous && input.previous.year !== input.year - 1 ? { ...input, previous: null } : input;

const run = (rule: Rule, input: CheckInput): readonly Spotted[] =>
  rule.kind === "linear" ? checkLinear(rule, input) : rule.check(input);

function toFault(rule: Rule, input: CheckInput, { at, ...spotted }: Spotted): Fault {
  return {
    rule: rule.code,
    severity: severityOf(rule, input),
    fingerprint: `${rule.code}:${at}`,
    places: [],
    expected: null,
    actual: null,
    excerpt: null,
    detail: {},
    ...spotted,
  };
}

const severityOf = (rule: Rule, input: CheckInput): Severity =>
  (rule.kind === "linear" && input.previous?.revisedAfterPublication && rule.severityIfRevised) ||
  rule.severity;
