import { formatScaled, parseScaled } from "../../../kernel/decimal.js";
import { invalidInput, notAllowedNow, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { answers, asksPayment } from "../clock/effects.js";
import { FEE_BASIS, type FeeMethod } from "../fee.data.js";
import { amountOf, feeTiers } from "../fee.js";
import { date, decimal, typed, whole } from "../step-input.js";
import { HANDLE, notWaitingFor, step, waitingFor } from "../step.js";
import {
  ANSWER,
  answerTo,
  arrivedProblems,
  letterNumberIn,
  letterNumberProblems,
  NOTICE,
} from "./notice-and-answer.js";

const YUAN_DECIMALS = 2;
const MOST_PIECES = 100_000;
/** More than the tariff comes to for that many. */
const MOST_YUAN = 100_000_000_000;

/** 收费通知 (条例 §42): by one method, within the reply period. */
export const noticeFee = step({
  ...HANDLE,
  name: text("发出收费通知", "send the fee notice"),
  description:
    "发出收费通知（条例 §42，国办函〔2020〕109号） · Sends the notice of the fee for processing information",
  gate: notWaitingFor("FEE"),
  fields: {
    ...NOTICE,
    amount: decimal.optional(
      "金额（元）；给出计收方式和数量的可不给，给出则须相符 · Amount in yuan; may be left out, and must agree, where method and quantity are given",
    ),
    method: typed<FeeMethod>("FeeMethod").optional(
      "计收方式，与数量一并给出 · Method of charging, given together with the quantity",
    ),
    quantity: whole.optional(
      `同一申请人当月的件数，或页数，1 至 ${MOST_PIECES} · Number of the applicant's pieces in the month, or of pages, from 1 to ${MOST_PIECES}`,
    ),
    noticeReceivedOn: date.optional(
      "申请人收到通知的日期，缴费期限自次日起算；未知的不给 · Day on which the notice arrived: the time to pay begins on the day after; left out while unknown",
    ),
  },
  awaits: "FEE",
  sends: "FEE_NOTICE",
  clock: asksPayment,
  corrects: ["noticeReceivedOn", "letterNumber"],
  problems: (frame, input) => [
    ...feeProblems(input),
    ...letterNumberProblems(input),
    ...arrivedProblems(
      input.noticeReceivedOn,
      "noticeReceivedOn",
      frame,
      text("发出通知的日期", "the notice's own date"),
    ),
  ],
  forbids: ({ on, clock: { dueOn } }) => {
    if (dueOn === null || on <= dueOn) return [];
    return [
      notAllowedNow(
        ["input", "on"],
        text(
          `答复期限已于 ${dueOn} 届满；收费通知须在答复期限内发出（${FEE_BASIS}）`,
          `The period ended on ${dueOn}; a fee notice goes out within it (${FEE_BASIS})`,
        ),
      ),
    ];
  },
  details: (input) => ({
    amount: formatScaled(amountIn(input) ?? 0, YUAN_DECIMALS),
    method: input.method ?? null,
    quantity: input.quantity ?? null,
    noticeReceivedOn: input.noticeReceivedOn ?? null,
    ...letterNumberIn(input),
  }),
});

export const recordFeePaid = step({
  ...HANDLE,
  name: text("登记缴费", "record the payment"),
  description: "登记缴费 · Records that the fee was paid",
  gate: waitingFor("FEE"),
  fields: ANSWER,
  answers: "FEE",
  clock: answers("FEE"),
  ...answerTo("FEE"),
});

interface FeeGiven {
  readonly amount?: string | null;
  readonly method?: FeeMethod | null;
  readonly quantity?: number | null;
}

/** By the tariff; null where not both of method and quantity are given. */
function byTariff({ method, quantity }: FeeGiven): number | null {
  if (method == null || quantity == null) return null;
  return amountOf(feeTiers(method, quantity)) * 10 ** YUAN_DECIMALS;
}

const amountIn = (input: FeeGiven): number | null =>
  input.amount == null ? byTariff(input) : parseScaled(input.amount, YUAN_DECIMALS);

function feeProblems(input: FeeGiven): Problem[] {
  const { amount, method, quantity } = input;
  const wrong = (field: string, zh: string, en: string) => [
    invalidInput(["input", field], text(`${zh}（${FEE_BASIS}）`, `${en} (${FEE_BASIS})`)),
  ];
  if ((method == null) !== (quantity == null))
    return wrong("quantity", "计收方式和数量须一并给出", "Give method and quantity together");
  if (quantity != null && (quantity < 1 || quantity > MOST_PIECES))
    return wrong("quantity", `数量须为 1 至 ${MOST_PIECES}`, `A quantity from 1 to ${MOST_PIECES}`);
  const given = amountIn(input);
  if (amount == null && given === 0)
    return wrong(
      "quantity",
      "按此数量不收费，无须发出收费通知",
      "There is no fee for so few: no notice is needed",
    );
  if (given === null || given <= 0 || given > MOST_YUAN * 10 ** YUAN_DECIMALS)
    return wrong(
      "amount",
      `金额须大于 0 元，不超过 ${MOST_YUAN} 元，至多两位小数`,
      `An amount above 0 and up to ${MOST_YUAN} yuan, with at most two decimals`,
    );
  const due = byTariff(input);
  if (due === null || due === given) return [];
  const right = formatScaled(due, YUAN_DECIMALS);
  return wrong("amount", `按计收标准应为 ${right} 元`, `By the tariff it is ${right} yuan`);
}
