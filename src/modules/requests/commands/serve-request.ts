import type { ServiceMethod } from "../request.terms.js";
import type { StepInput, StepRule } from "../step.js";

export interface ServeRequest extends StepInput {
  readonly method: ServiceMethod;
}

/** On time is the day of signature or, by post, that of posting (国办公开办函〔2016〕235号): `on` is that day. */
export const SERVE_REQUEST: StepRule<ServeRequest> = {
  changes: ({ on }) => ({ servedOn: on }),
  details: ({ method }) => ({ method }),
};
