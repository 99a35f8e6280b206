import type { Text } from "./text.js";

/**
 * A fault that the user can correct. A command collects all problems and refuses with them; nothing has changed then.
 */
export type Problem =
  | PlainProblem
  | { readonly code: "STALE_REVISION"; message: Text; path: Path; currentRevision: number }
  | {
      readonly code: "TRANSITION_REFUSED";
      message: Text;
      path: Path;
      from: string;
      allowed: readonly string[];
    }
  | {
      /** A record of a ledger: its state, and the mutations that are open to it now. */
      readonly code: "TRANSITION_REFUSED";
      message: Text;
      path: Path;
      state: string;
      legalSteps: readonly string[];
    }
  | { readonly code: "BLOCKED_BY_FINDINGS"; message: Text; path: Path; findings: readonly unknown[] };

export interface PlainProblem {
  readonly code: "INVALID_INPUT" | "ALREADY_EXISTS" | "NOT_ALLOWED_NOW" | "SIGN_IN_REFUSED" | "KEY_REUSED";
  readonly message: Text;
  readonly path: Path;
}

/** Path in the input, e.g. `["input", "cells", "3", "value"]`. */
export type Path = readonly string[];

/** Thrown inside a unit of work so that it rolls back; the entry point turns it into a payload's `problems`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problems: readonly Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map((p) => p.message.en).join("; "));
    this.problems = problems;
  }
}

/** Refuses with the problems that were found, if any were. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(...problems);
}

export const invalidInput = (path: Path, message: Text): PlainProblem => ({
  code: "INVALID_INPUT",
  message,
  path,
});
