import { text } from "../kernel/text.js";
import * as rollUp from "./roll-up.checks.js";
import type { CheckRule } from "./rule.js";

/** 本级汇总 against its members. */
export const ROLL_UP_RULES: readonly CheckRule[] = [
  {
    kind: "check",
    code: "R01",
    title: text("本级汇总有成员缺报", "A member of the roll-up has not filed"),
    basis: "政府信息公开条例§49",
    severity: "WARNING",
    check: rollUp.memberMissing,
  },
  {
    kind: "check",
    code: "R02",
    title: text("本级汇总等于各成员之和", "The roll-up is the sum of its members"),
    basis: null,
    severity: "WARNING",
    check: rollUp.memberSum,
  },
  {
    kind: "check",
    code: "R03",
    title: text("各成员所用格式一致", "The members use one form"),
    basis: null,
    severity: "WARNING",
    check: rollUp.mixedFormats,
  },
  {
    kind: "check",
    code: "R04",
    title: text("汇总后成员报告有变化", "A member's report changed after it was added up"),
    basis: null,
    severity: "WARNING",
    check: rollUp.memberAmended,
  },
];
