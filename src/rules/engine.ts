import { formatScaled, type Scaled } from "../kernel/decimal.js";
import type { CellValues, Format } from "../forms/index.js";
import { expand, membersOf } from "./cells.js";
import type { CheckInput, LinearRule, Place, Spotted, Term, Fault, Rule, Severity } from "./rule.js";
import { RULES } from "./rules.data.js";

/** A term at one place, with all codes it sums. */
export interface BoundTerm {
  readonly term: Term;
  readonly codes: readonly string[];
}

export interface BoundRule {
  readonly left: readonly BoundTerm[];
  readonly right: readonly BoundTerm[];
}

/** A rule at one member of its list. */
export function bindRule(rule: LinearRule, format: Format, at: string): BoundRule {
  const bind = (term: Term): BoundTerm => ({
    term,
    codes: expand(format, term.cell.replace(`{${rule.forEach}}`, at)),
  });
  return { left: rule.left.map(bind), right: rule.right.map(bind) };
}

// Expanding handles some 60 places of up to 22 cells, the same at every save: done once a form.
type BoundPlaces = readonly (readonly [at: string, bound: BoundRule])[];
const boundRules = new WeakMap<Format, Map<LinearRule, BoundPlaces>>();

function placesOf(rule: LinearRule, format: Format): BoundPlaces {
  const ofFormat = boundRules.get(format) ?? new Map<LinearRule, BoundPlaces>();
  boundRules.set(format, ofFormat);
  const known = ofFormat.get(rule);
  if (known) return known;
  const places = membersOf(format, rule.forEach).map((at) => [at, bindRule(rule, format, at)] as const);
  ofFormat.set(rule, places);
  return places;
}

const usesLastYear = (rule: LinearRule): boolean =>
  [...rule.left, ...rule.right].some((term) => term.lastYear);

/** Checks the rule at every member of its list; places whose cells the form lacks are skipped. */
export function checkLinear(rule: LinearRule, input: CheckInput): readonly Spotted[] {
  const { previous, format } = input;
  if (usesLastYear(rule) && !previous) return [];
  if (rule.sameFormat && previous?.format.code !== format.code) return [];
  return placesOf(rule, format).flatMap(([at, bound]) => checkPlace(rule, input, at, bound) ?? []);
}

interface Reading {
  readonly term: Term;
  readonly code: string;
  readonly year: number;
  readonly value: Scaled | null;
  readonly computed: boolean;
}

function checkPlace(rule: LinearRule, input: CheckInput, at: string, bound: BoundRule): Spotted | null {
  const left = readSide(input, bound.left);
  const right = readSide(input, bound.right);
  if (!left || !right) return null;
  const readings = [...left, ...right];
  if (isSkipped(rule, left, right)) return null;
  const expected = total(left);
  const actual = total(right);
  if (rule.op === "=" ? expected === actual : expected <= actual) return null;
  return {
    at,
    places: readings.map(showPlace),
    expected: formatScaled(expected, 0),
    actual: formatScaled(actual, 0),
    detail: { at, format: input.format.code },
  };
}

/** null if the year's form lacks one of the cells. */
function readSide(input: CheckInput, terms: readonly BoundTerm[]): readonly Reading[] | null {
  const readings: Reading[] = [];
  for (const { term, codes } of terms) {
    const source: { format: Format; year: number; values: CellValues } | null = term.lastYear
      ? input.previous
      : input;
    for (const code of codes) {
      const position = source?.format.position(code);
      if (!source || position === undefined) return null;
      const computed = !term.lastYear && input.computed.has(position);
      readings.push({ term, code, year: source.year, value: source.values[position] ?? null, computed });
    }
  }
  return readings;
}

function isSkipped(rule: LinearRule, left: readonly Reading[], right: readonly Reading[]): boolean {
  const allBlank = (some: readonly Reading[]): boolean => some.every((reading) => reading.value === null);
  const readings = [...left, ...right];
  const sides = {
    all: readings,
    left,
    lastYear: readings.filter((reading) => reading.term.lastYear),
    thisYear: readings.filter((reading) => !reading.term.lastYear),
  };
  return rule.skipIfBlank.some((side) => allBlank(sides[side]));
}

const total = (readings: readonly Reading[]): Scaled =>
  readings.reduce((sum, { term, value }) => sum + (term.minus ? -(value ?? 0) : (value ?? 0)), 0);

// Every linear rule is over counts: scale 0.
const showPlace = ({ code, year, value, computed }: Reading): Place => ({
  code,
  year,
  value: value === null ? null : formatScaled(value, 0),
  ...(computed && value !== null ? { computed } : {}),
});

/** All faults of a report, in the order of the rules, then of the form. Pure and deterministic. */
export function checkReport(input: CheckInput): Fault[] {
  const checked = withoutOlderYears(input);
  return RULES.filter((rule) => appliesTo(rule, input.format)).flatMap((rule) =>
    run(rule, checked).map((spotted) => toFault(rule, checked, spotted)),
  );
}

/** Codes of forms are the years of their documents. */
export const appliesTo = ({ since, until }: Rule, { code }: Pick<Format, "code">): boolean =>
  (since === undefined || code >= since) && (until === undefined || code <= until.form);

/** Only the year right before is comparable; a gap of two years says nothing. */
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
