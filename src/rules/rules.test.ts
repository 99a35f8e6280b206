import { describe, expect, it } from "vitest";
import { FORMATS } from "../forms/index.js";
import { appliesTo } from "./engine.js";
import { RULES, ruleByCode } from "./rules.data.js";

describe("the rules", () => {
  // Findings are stored by code, and a severity decides what blocks: neither changes by accident.
  it("keep their codes and severities", () => {
    expect(RULES.map((rule) => `${rule.severity} ${rule.code}`)).toMatchInlineSnapshot(`
      [
        "WARNING S02_OVERVIEW_PARTS",
        "ERROR S03_TEXT_EMPTY",
        "WARNING S12_PROBLEMS_PARTS",
        "WARNING S05_CELL_BLANK",
        "WARNING S13_TOTALS_ONLY",
        "INFO S08_OVERLONG",
        "ERROR S09_PERIOD",
        "ERROR T3.FLOW",
        "ERROR T3.RESULT_TOTAL",
        "ERROR T3.ROW_TOTAL",
        "ERROR T4.GROUP_TOTAL",
        "ERROR T2_REGULATION_NOT_ALLOWED",
        "WARNING T2_FEE_UNIT",
        "WARNING T2_IN_FORCE",
        "WARNING T2_ISSUED_IN_FORCE",
        "WARNING T2_PUBLISHED_TOTAL",
        "WARNING T2_ITEMS_NONNEGATIVE",
        "WARNING T2_YOY",
        "INFO T3_UNPAID_NO_FEE",
        "INFO T4_MORE_THAN_REQUESTS",
        "ERROR X_CARRY",
        "WARNING X_T4_PENDING",
        "WARNING S10_INTRO_PARTS",
        "INFO S11_ANNEX",
        "WARNING S14_SUPERSEDED",
        "WARNING S15_OTHER_FORM",
        "WARNING N01_CHANNEL_SUM",
        "WARNING N02_CATEGORY_SUM",
        "WARNING N03_CATEGORY_DUP",
        "WARNING N04_REQ_NEW",
        "WARNING N05_REQ_GROUPS",
        "WARNING N06_CARRY",
        "WARNING N07_REVIEW",
        "WARNING N08_LITIGATION",
        "WARNING N09_YOY",
        "WARNING N10_PREV_VALUE",
        "WARNING N11_T2_TEXT",
        "WARNING N12_FEE_TEXT",
        "WARNING N13_ZERO_CLAIM",
        "WARNING N14_WRONG_YEAR",
        "WARNING N15_WRONG_ORG",
        "WARNING N16_SIMILAR_PREV",
        "WARNING N17_SIMILAR_PEER",
        "INFO N18_DUP_NUMBERS",
        "INFO N19_TYPO",
        "WARNING N20_RATE",
        "INFO N21_ENUM",
        "WARNING N22_TWO_TOTALS",
        "WARNING L01",
        "WARNING L02",
        "WARNING L03",
        "WARNING L04",
        "WARNING L05",
        "WARNING L06",
        "INFO T3_CORRECTION_NONE",
        "WARNING T4_DIRECT_AFTER_2024",
        "INFO T4_STAGE_CHAIN",
        "WARNING D01",
        "WARNING D02",
        "WARNING D03",
        "WARNING D04",
        "WARNING D05",
        "INFO D10",
        "WARNING D11",
        "WARNING D12",
        "INFO D06",
        "INFO D07",
        "WARNING D08",
        "WARNING R01",
        "WARNING R02",
        "WARNING R03",
        "WARNING R04",
      ]
    `);
  });

  it("each have one code, a title in both languages and can be found", () => {
    expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(ruleByCode(rule.code)).toBe(rule);
      expect(rule.title.zh && rule.title.en).toBeTruthy();
    }
    expect(ruleByCode("T9")).toBeUndefined();
  });

  // A new form must not switch rules off without a word.
  it("apply to the newest form, or say why not", () => {
    const newest = [...FORMATS].sort((a, b) => b.firstYear - a.firstYear)[0];
    const silent = RULES.filter((rule) => newest && !appliesTo(rule, newest));
    expect(silent.map(({ code }) => code)).toEqual(["T2_PUBLISHED_TOTAL", "T2_ITEMS_NONNEGATIVE"]);
    for (const rule of silent) expect(rule.until?.why).toMatch(/form of \d{4}/);
    for (const rule of RULES) expect(FORMATS.some((form) => appliesTo(rule, form))).toBe(true);
  });
});
