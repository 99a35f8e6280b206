import { stepIn, stepsOf, type Step as Taken } from "../../../history/index.js";
import { authorize, type Viewer } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { forbidden, notFound } from "../../../kernel/fault.js";
import { Refusal, type Path, type Problem } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { staleRecord, stepRefused, type LedgerServices } from "../../../records/index.js";
import { unitsByIds, type UnitRow } from "../../../units/index.js";
import { DISCLOSURES, type DisclosureRow, type DisclosureStatus } from "../disclosure.entity.js";
import { eventBy, updateDisclosures } from "../disclosure.store.js";
import {
  DISCLOSURE_WORKFLOW,
  openSteps,
  STATUS_NAMES,
  STEPS,
  type DisclosureVerb,
} from "../disclosure.workflow.js";

/** The records that a call names: one, or a list of them. */
export interface Selection {
  readonly ids: readonly string[];
  readonly pathOf: (index: number) => Path;
  readonly expectedRevision?: number | null;
}

export interface Case {
  readonly disclosure: DisclosureRow;
  readonly unit: UnitRow;
  readonly events: readonly Taken[];
  readonly path: Path;
}

export interface Move {
  readonly verb: DisclosureVerb;
  readonly note?: string | null;
  /** What stands against it besides the workflow. */
  readonly problems: (one: Case, to: DisclosureStatus) => readonly Problem[];
  readonly values?: (one: Case) => Partial<DisclosureRow>;
  /** The operation in its history; the mutation unless said. */
  readonly action?: (to: DisclosureStatus) => string | undefined;
}

type Step = Case & { readonly to: DisclosureStatus };

/** Takes the same step with each of the records or, with a problem in one, with none. */
export async function moveDisclosures(
  session: Session,
  viewer: Viewer,
  chosen: Selection,
  move: Move,
  { clock, onChange }: LedgerServices,
): Promise<{ ids: string[] }> {
  const cases = await casesOf(session, viewer, chosen, move.verb);
  refuseStale(cases, chosen.expectedRevision ?? null);
  const steps = planned(viewer, cases, move);
  const now = clock.now();
  const changed = steps.map((one) => ({ ...one, values: { status: one.to, ...changesOf(one, move) } }));
  for (const alike of groupsOf(changed, groupKey)) {
    const [{ unit, to, values }] = alike;
    const rows = alike.map(({ disclosure }) => disclosure);
    const deed = eventBy(viewer, now, move.action?.(to) ?? STEPS[move.verb].mutation, move.note ?? null);
    await updateDisclosures(session, unit, rows, values, deed);
  }
  for (const ofUnit of groupsOf(changed, ({ unit }) => unit.id)) {
    const years = ofUnit.flatMap(({ disclosure: { formedOn }, values }) =>
      [formedOn, values.formedOn ?? formedOn].map(yearOf),
    );
    await onChange(session, ofUnit[0].unit, Math.min(...years));
  }
  return { ids: steps.map(({ disclosure }) => disclosure.id) };
}

/** Only what becomes another: most of many records change alike, in one statement. */
const changesOf = (one: Case, { values }: Move): Partial<DisclosureRow> =>
  Object.fromEntries(
    Object.entries(values?.(one) ?? {}).filter(
      ([key, value]) => one.disclosure[key as keyof DisclosureRow] !== value,
    ),
  );

const groupKey = ({ unit, disclosure, values }: Case & { readonly values: object }): string =>
  `${unit.id} ${disclosure.revision} ${JSON.stringify(values)}`;

function refuseStale([first]: readonly Case[], expected: number | null): void {
  if (first && expected !== null && expected !== first.disclosure.revision)
    throw staleRecord(first.disclosure.revision);
}

function planned(viewer: Viewer, cases: readonly Case[], move: Move): Step[] {
  const steps: Step[] = [];
  // A problem such as a wrong date concerns all records and is reported once.
  const problems = new Map<string, Problem>();
  for (const one of cases) {
    const to = target(viewer, move.verb, one);
    if (to !== null) steps.push({ ...one, to });
    for (const problem of to === null ? refusedStep(one) : move.problems(one, to))
      problems.set(`${problem.path.join(".")} ${problem.message.zh}`, problem);
  }
  if (problems.size > 0) throw new Refusal(...problems.values());
  return steps;
}

async function casesOf(
  session: Session,
  viewer: Viewer,
  { ids, pathOf }: Selection,
  verb: DisclosureVerb,
): Promise<Case[]> {
  const rows = new Map((await session.rows(DISCLOSURES).find({ id: ids })).map((row) => [row.id, row]));
  const units = await unitsByIds(session, [...new Set([...rows.values()].map(({ unitId }) => unitId))]);
  const found = ids.map((id, index) => {
    const disclosure = rows.get(id);
    if (!disclosure) throw notFound();
    const unit = units.find((one) => one.id === disclosure.unitId) ?? null;
    return { disclosure, unit: authorize(viewer, STEPS[verb].permission, unit), path: pathOf(index) };
  });
  const events = (await stepsOf(session, "Disclosure", ids)).map(stepIn);
  return found.map((one) => ({
    ...one,
    events: events.filter(({ subjectId }) => subjectId === one.disclosure.id),
  }));
}

/** The state after the step; null if the step is not open. FORBIDDEN if the step is another role's. */
function target(viewer: Viewer, verb: DisclosureVerb, { disclosure, unit }: Case): DisclosureStatus | null {
  const { status } = disclosure;
  const step = DISCLOSURE_WORKFLOW.step(verb, status, viewer.rolesAt(unit));
  if (step) return step.to;
  if (DISCLOSURE_WORKFLOW.transitions.some((t) => t.verb === verb && t.from.includes(status)))
    throw forbidden();
  return null;
}

const refusedStep = ({ disclosure, path }: Case): readonly Problem[] =>
  stepRefused(path, disclosure.status, STATUS_NAMES[disclosure.status], openSteps(disclosure)).problems;

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}
