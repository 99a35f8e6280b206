import type { StepInput, StepRule } from "../step.js";

/** 条例 §31: the day on which both sides confirm is that of the receipt, and the request counts from it. */
export const CONFIRM_RECEIPT: StepRule<StepInput> = {
  changes: ({ on }) => ({ receivedOn: on, countedOn: on }),
};
