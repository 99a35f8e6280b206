import type { Permission } from "../access/index.js";
import type { Text } from "../kernel/text.js";
import type { LegalStep } from "./record.problems.js";

/** One step of a workflow: the mutation that takes it, who may, and between which states. */
export interface Step<State extends string = string> extends LegalStep {
  readonly permission: Permission;
  readonly from: readonly State[];
  /** null: the record stays in its state. */
  readonly to: State | null;
}

/** The states of a record and the steps between them, as data. A step that is not in the table does not exist. */
export interface Workflow<Row, State extends string = string, Verb extends string = string> {
  readonly states: Readonly<Record<State, Text>>;
  readonly initial: State;
  readonly stateOf: (row: Row) => State;
  /** In the order in which they are shown; one mutation may be several steps. */
  readonly steps: Readonly<Record<Verb, Step<State>>>;
}

/** The steps that a state leaves open, each mutation once, whoever asks. */
export function openSteps<State extends string>(
  { steps }: Pick<Workflow<never, State>, "steps">,
  state: State,
): Step<State>[] {
  const open = Object.values<Step<State>>(steps).filter(({ from }) => from.includes(state));
  return [...new Map(open.map((step) => [step.mutation, step])).values()];
}

/** The states that no sequence of steps reaches: each would be a mistake in the table. */
export function unreachableStates<State extends string>({
  states,
  initial,
  steps,
}: Omit<Workflow<never, State>, "stateOf">): State[] {
  const reached = new Set([initial]);
  for (const state of reached)
    for (const { from, to } of Object.values<Step<State>>(steps))
      if (to !== null && from.includes(state)) reached.add(to);
  return (Object.keys(states) as State[]).filter((state) => !reached.has(state));
}
