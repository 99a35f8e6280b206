import { text } from "../../../kernel/text.js";
import { lines, ON_A_DAY, ON_REQUEST } from "../step-input.js";
import { notWaitingFor, step } from "../step.js";

/** 一事一申请. Its command: split-request.ts in commands/. */
export const splitRequest = step({
  permission: "request:receive",
  name: text("分立（一事一申请）", "split"),
  description:
    "分立（一事一申请）：第一件留在原申请，其余各成一件，期限一致 · Splits a request: each further subject becomes a request of its own, with the same period",
  gate: notWaitingFor("CORRECTION", "FEE", "THIRD_PARTY", "AGENCY", "REASONS"),
  fields: {
    ...ON_REQUEST,
    ...ON_A_DAY,
    subjects: lines.required(
      "各件的申请内容，2 至 20 件，不写个人信息；第一件留在原申请 · What each part asks for, 2 to 20, without personal data; the first stays with the request",
    ),
  },
});
