import { NOT_YOURS, type Permission } from "../access/index.js";
import type { Operation, Step as StepTaken } from "../history/index.js";
import { text, type Text } from "../kernel/text.js";
import type { LegalStep } from "../kernel/problem.js";

/** Who asks for a step, and what the record's history says; the history is read only for kinds that declare its loader. */
export interface Asking {
  /** The caller's user id; null for the public. */
  readonly actorId: string | null;
  /** The steps taken so far, oldest first. */
  readonly taken: readonly StepTaken[];
}

/** One step of a workflow: the mutation that takes it, who may, between which states, and what else stands against it. */
export interface Step<State extends string = string, Row = never> extends LegalStep {
  readonly permission: Permission;
  readonly from: readonly State[];
  /** null: the record stays in its state. */
  readonly to: State | null;
  /** The operation in the history; the mutation's name unless given. */
  readonly entry?: Operation;
  /** What the record itself has against the step, besides its state; null where nothing. */
  bar?(row: Row): Text | null;
  /** What stands against the step for this person alone; null where nothing. */
  personalBar?(row: Row, asking: Asking): Text | null;
}

/** The states of a record and the steps between them, as data. A step that is not in the table does not exist. */
export interface Workflow<Row, State extends string = string, Verb extends string = string> {
  readonly states: Readonly<Record<State, Text>>;
  readonly initial: State;
  readonly stateOf: (row: Row) => State;
  /** In the order in which they are shown; one mutation may be several steps. */
  readonly steps: Readonly<Record<Verb, Step<State, Row>>>;
}

const stepsIn = <Row, State extends string>({
  steps,
}: Pick<Workflow<Row, State>, "steps">): Step<State, Row>[] => Object.values<Step<State, Row>>(steps);

/** The steps that a record leaves open, each name once, whoever asks. */
export function openSteps<Row, State extends string>(
  workflow: Pick<Workflow<Row, State>, "steps" | "stateOf">,
  row: Row,
): Step<State, Row>[] {
  const state = workflow.stateOf(row);
  const open = stepsIn(workflow).filter((step) => step.from.includes(state) && !step.bar?.(row));
  return [...new Map(open.map((step) => [step.name.zh, step])).values()];
}

const firstOfItsMutation = ({ mutation }: LegalStep, index: number, all: readonly LegalStep[]): boolean =>
  all.findIndex((one) => one.mutation === mutation) === index;

/** The mutations of a workflow, each by the name of its first step. */
export const mutationsOf = <Row, State extends string>(
  workflow: Pick<Workflow<Row, State>, "steps">,
): Readonly<Record<string, LegalStep>> =>
  Object.fromEntries(
    stepsIn(workflow)
      .filter(firstOfItsMutation)
      .map((step) => [step.mutation, step]),
  );

/** Why a mutation cannot be taken on a record; null where it can. */
export interface Standing {
  readonly mutation: string;
  readonly name: Text;
  readonly whyNot: Text | null;
}

/** Every mutation of a workflow, in its order, as it stands open to somebody with these permissions. */
export function standingSteps<Row, State extends string>(
  workflow: Omit<Workflow<Row, State>, "initial">,
  row: Row,
  { may, ...asking }: Asking & { readonly may: (permission: Permission) => boolean },
): Standing[] {
  const state = workflow.stateOf(row);
  const { zh, en } = workflow.states[state];
  const elsewhere = text(`现为“${zh}”`, `It is ${en}`);
  const whyNot = (step: Step<State, Row>): Text | null =>
    may(step.permission) ? (step.bar?.(row) ?? step.personalBar?.(row, asking) ?? null) : NOT_YOURS;
  const all = stepsIn(workflow);
  return all.filter(firstOfItsMutation).map(({ mutation, name }) => {
    const steps = all.filter((step) => step.mutation === mutation);
    const here = steps.filter(({ from }) => from.includes(state)).map(whyNot);
    const reasons =
      here.length > 0 ? here : [steps.some(({ permission }) => may(permission)) ? elsewhere : NOT_YOURS];
    return { mutation, name, whyNot: reasons.includes(null) ? null : (reasons[0] ?? null) };
  });
}

/** The states that no sequence of steps reaches: each would be a mistake in the table. */
export function unreachableStates<State extends string>({
  states,
  initial,
  steps,
}: Omit<Workflow<never, State>, "stateOf">): State[] {
  const reached = new Set([initial]);
  for (const state of reached)
    for (const { from, to } of stepsIn<never, State>({ steps }))
      if (to !== null && from.includes(state)) reached.add(to);
  return (Object.keys(states) as State[]).filter((state) => !reached.has(state));
}
