/** A workflow as a table; every change of a status is decided here. */
export interface Transition<State extends string, Verb extends string, Role extends string> {
  readonly verb: Verb;
  readonly from: readonly State[];
  readonly to: State;
  readonly role: Role;
}

export class StateMachine<State extends string, Verb extends string, Role extends string> {
  constructor(
    readonly initial: State,
    private readonly states: readonly State[],
    readonly transitions: readonly Transition<State, Verb, Role>[],
  ) {
    this.#refuseUnreachable();
    this.#refuseAmbiguous();
  }

  /** The step that `verb` takes from `state` for someone holding `roles`, if the table has one. */
  step(verb: Verb, state: State, roles: ReadonlySet<Role>): Transition<State, Verb, Role> | undefined {
    return this.transitions.find((t) => t.verb === verb && t.from.includes(state) && roles.has(t.role));
  }

  /** Every state that can follow, in the order of the table. */
  next(state: State): State[] {
    return [...new Set(this.transitions.filter((t) => t.from.includes(state)).map((t) => t.to))];
  }

  #refuseUnreachable(): void {
    const reached = new Set<State>([this.initial]);
    for (const state of reached) for (const next of this.next(state)) reached.add(next);
    const lost = this.states.filter((s) => !reached.has(s));
    if (lost.length > 0) throw new Error(`workflow: no way leads to ${lost.join(", ")}`);
  }

  #refuseAmbiguous(): void {
    const seen = new Set<string>();
    for (const t of this.transitions)
      for (const from of t.from) {
        const key = `${t.verb} from ${from} by ${t.role}`;
        if (seen.has(key)) throw new Error(`workflow: two steps for ${key}`);
        seen.add(key);
      }
  }
}
