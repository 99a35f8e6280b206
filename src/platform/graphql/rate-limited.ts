import { CallerFault } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";

/** The minute's budget is spent; the client is told when to come back, in the answer and in the header Retry-After. */
export class RateLimited extends CallerFault {
  constructor(
    readonly budget: number,
    readonly retryAfterSeconds: number,
  ) {
    super(
      "RATE_LIMITED",
      text(
        `每分钟的查询额度（${budget}）已用完，请在 ${retryAfterSeconds} 秒后再试`,
        `The minute's budget of ${budget} is spent: try again in ${retryAfterSeconds} seconds`,
      ),
    );
  }
}
