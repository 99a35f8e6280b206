import { text, type Text } from "./text.js";

/**
 * A fault that the user can correct. A command collects all problems and refuses with them; nothing has changed then.
 */
export type Problem =
  | PlainProblem
  | { readonly code: "STALE_REVISION"; message: Text; path: Path; currentRevision: number }
  | {
      /** The record's state, and the mutations that are open to it now. */
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

/** The law, or the record as it stands, forbids it now; the message gives the reason, with the article. */
export const notAllowedNow = (path: Path, message: Text): PlainProblem => ({
  code: "NOT_ALLOWED_NOW",
  message,
  path,
});

/** `at` leads to the part of the input that names the record: `["input", "disclosures", "3"]`. */
export const staleRevision = (currentRevision: number, at: Path = ["input"]): Refusal =>
  new Refusal({
    code: "STALE_REVISION",
    message: text(
      `该记录已被他人修改（现为第 ${currentRevision} 次修订），请刷新后重试`,
      `Somebody else changed this record in the meantime (it is at revision ${currentRevision}): reload and try again`,
    ),
    path: [...at, "expectedRevision"],
    currentRevision,
  });

/** A record that exists is changed only from the revision that the caller has read. */
export const revisionMissing = (): Refusal =>
  new Refusal({
    code: "ALREADY_EXISTS",
    message: text(
      "该记录已存在：请给出读取时的修订号 expectedRevision",
      "The record exists: give the revision at which you read it, as expectedRevision",
    ),
    path: ["input", "expectedRevision"],
  });

/** A step of a workflow, by the mutation that takes it. */
export interface LegalStep {
  readonly mutation: string;
  readonly name: Text;
}

/** The step is not open to the record in its state; the message lists the open ones. */
export const transitionRefused = (
  path: Path,
  state: { readonly code: string; readonly name: Text },
  legal: readonly LegalStep[],
): Refusal =>
  new Refusal({
    code: "TRANSITION_REFUSED",
    message: text(
      `现为“${state.name.zh}”，不能进行这一步；现在可以：${names(legal, "zh", "、") || "无"}`,
      `It is ${state.name.en}: this step is not open; open are ${names(legal, "en", ", ") || "none"}`,
    ),
    path,
    state: state.code,
    legalSteps: [...new Set(legal.map(({ mutation }) => mutation))],
  });

const names = (steps: readonly LegalStep[], language: keyof Text, comma: string): string =>
  steps.map(({ name }) => name[language]).join(comma);
