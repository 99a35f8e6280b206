import { holds, type Permission, type Place, type Viewer } from "../access/index.js";
import { text, type Text } from "../kernel/text.js";
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

/** Whether one caller can take a step now and, where not, why. */
export interface StepOnOffer {
  readonly mutation: string;
  readonly name: Text;
  readonly allowed: boolean;
  readonly whyNot: Text | null;
}

/** Every mutation of a workflow, as it stands open to a caller on one record of a unit. */
export function stepsOnOffer<Row>(
  workflow: Workflow<Row>,
  row: Row,
  viewer: Viewer,
  unit: Place,
): StepOnOffer[] {
  const state = workflow.stateOf(row);
  const open = new Set(openSteps(workflow, state).map(({ mutation }) => mutation));
  const steps = new Map(Object.values(workflow.steps).map((step) => [step.mutation, step])).values();
  return [...steps].map(({ mutation, name, permission }) => {
    const whyNot = !holds(viewer, permission, unit)
      ? NOT_YOURS
      : open.has(mutation)
        ? null
        : notFrom(workflow.states[state] ?? text(state, state));
    return { mutation, name, allowed: whyNot === null, whyNot };
  });
}

const NOT_YOURS = text("您的角色无权进行此操作", "Your role does not allow this");
const notFrom = ({ zh, en }: Text): Text =>
  text(`现为“${zh}”，不能进行这一步`, `Not while the record is ${en}`);
