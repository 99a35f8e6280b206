import type { StateMachine } from "../kernel/state-machine.js";
import type { LegalStep } from "./record.problems.js";

/** The mutations that are open to a record in a state, in the workflow's order; one mutation may be several steps. */
export function legalSteps<State extends string, Verb extends string, Role extends string>(
  machine: StateMachine<State, Verb, Role>,
  state: State,
  steps: Readonly<Record<Verb, LegalStep>>,
): LegalStep[] {
  const open = machine.transitions.filter(({ from }) => from.includes(state)).map(({ verb }) => steps[verb]);
  return [...new Map(open.map((step) => [step.name.zh, step])).values()];
}
