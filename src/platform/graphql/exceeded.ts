import { CallerFault } from "../../kernel/fault.js";
import { type Text, text } from "../../kernel/text.js";

export interface ComplexityDetails {
  readonly limit: number;
  readonly price?: number;
  /** The root field that costs most, by its response name. */
  readonly field?: string;
}

/** The query asks for too much; the details tell the client what to reduce. */
export class TooComplex extends CallerFault {
  constructor(
    message: Text,
    readonly details: ComplexityDetails,
  ) {
    super("TOO_COMPLEX", message);
  }
}

/** Too much at once, or within a minute; the answer and the header Retry-After say when to come back. */
export class RateLimited extends CallerFault {
  constructor(
    message: Text,
    readonly retryAfterSeconds: number,
  ) {
    super("RATE_LIMITED", message);
  }
}

export const budgetSpent = (budget: number, retryAfterSeconds: number): RateLimited =>
  new RateLimited(
    text(
      `每分钟的查询额度（${budget}）已用完，请在 ${retryAfterSeconds} 秒后再试`,
      `The minute's budget of ${budget} is spent: try again in ${retryAfterSeconds} seconds`,
    ),
    retryAfterSeconds,
  );
