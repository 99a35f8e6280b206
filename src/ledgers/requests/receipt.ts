import type { CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { dateProblems, type DateLimits } from "../../records/index.js";
import { RECEIPT_CHANNELS, type ReceiptChannel } from "./request.terms.js";

export interface ReceiptInput {
  readonly receiptChannel: ReceiptChannel;
  readonly arrivedOn?: CalendarDate | null;
  readonly receivedOn?: CalendarDate | null;
}

export interface Receipt {
  readonly arrivedOn: CalendarDate;
  /** null: not confirmed yet. */
  readonly receivedOn: CalendarDate | null;
}

/** 条例 §31: when a request came in and when it counts as received; null where no date is given at all. */
export function receiptOf({ receiptChannel, arrivedOn, receivedOn }: ReceiptInput): Receipt | null {
  const arrived = arrivedOn ?? receivedOn;
  if (!arrived) return null;
  const { confirmed } = RECEIPT_CHANNELS[receiptChannel];
  return { arrivedOn: arrived, receivedOn: receivedOn ?? (confirmed ? null : arrived) };
}

export function receiptProblems(input: ReceiptInput, limits: DateLimits): Problem[] {
  const { receiptChannel, arrivedOn, receivedOn } = input;
  const { name, day, confirmed } = RECEIPT_CHANNELS[receiptChannel];
  const path = ["input", "receivedOn"];
  const says = (zh: string, en: string) => [
    invalidInput(
      path,
      text(
        `${zh}（条例第三十一条：${name.zh}以${day.zh}为收到申请之日）`,
        `${en} (条例 §31: ${name.en} counts as received on the day of ${day.en})`,
      ),
    ),
  ];
  if (!arrivedOn && !receivedOn)
    return says("请给出到达日期或收到日期", "Give the day of arrival or that of receipt");
  const outside = [
    ...dateProblems(arrivedOn, ["input", "arrivedOn"], limits),
    ...dateProblems(receivedOn, path, limits),
  ];
  if (outside.length > 0 || !arrivedOn || !receivedOn) return outside;
  if (!confirmed && arrivedOn !== receivedOn)
    return says("到达日期与收到日期应为同一天", "The days of arrival and of receipt are the same");
  if (receivedOn < arrivedOn) return says("收到日期早于到达日期", "The receipt lies before the arrival");
  return [];
}
