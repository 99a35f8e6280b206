import { text } from "../../../kernel/text.js";
import { dateProblems } from "../../../records/index.js";
import type { ServiceMethod } from "../request.terms.js";
import type { StepInput, StepRule } from "../step.js";

export interface ServeRequest extends StepInput {
  readonly method: ServiceMethod;
  /** When the applicant had it, where that is known already. */
  readonly arrivedOn?: string | null;
}

/**
 * On time is the day of signature or, by post, that of posting (国办公开办函〔2016〕235号): `on` is that day. What runs for the
 * applicant runs from the day on which he had it (行政复议法 §20): by post, a later one.
 */
export const SERVE_REQUEST: StepRule<ServeRequest> = {
  problems: (frame, { arrivedOn }) =>
    dateProblems(arrivedOn, ["input", "arrivedOn"], {
      ...frame,
      notBefore: { date: frame.on, what: text("送达日期", "the day it was served") },
    }),
  changes: ({ on }) => ({ servedOn: on }),
  details: ({ method, arrivedOn }) => ({ method, ...(arrivedOn && { arrivedOn }) }),
};
