import type { StepInput, StepRule } from "../step.js";

/** 撤回 counts under 其他处理·其他. What was never confirmed as received counts from its withdrawal alone. */
export const WITHDRAW_REQUEST: StepRule<StepInput> = {
  changes: ({ on, request }) => ({
    outcome: "OTHER_MISC",
    decidedOn: on,
    ...(request.state === "REGISTERED" && { countedOn: on }),
  }),
};
