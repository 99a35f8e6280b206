import { text } from "../../../kernel/text.js";
import { ON_A_DAY, ON_REQUEST } from "../step-input.js";
import { HANDLE, step, within } from "../step.js";

/** 条例 §31: the day on which both sides confirm is that of the receipt, and the request counts from it. */
export const confirmReceipt = step({
  ...HANDLE,
  name: text("确认收到日期", "confirm the receipt"),
  description:
    "确认收到日期：双方确认之日（条例 §31） · Confirms the day of the receipt, on which both sides agree: REGISTERED becomes RECEIVED",
  gate: within("REGISTERED"),
  fields: { ...ON_REQUEST, ...ON_A_DAY },
  phase: "OPEN",
  corrects: "amendRequest",
  changes: ({ on }) => ({ receivedOn: on, countedOn: on }),
});
