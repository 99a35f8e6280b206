import { describe, expect, it } from "vitest";
import { changed, suqianValues } from "../forms/suqian.fixture.js";
import { before, check, street } from "./suqian-check.fixture.js";
import { faultMessage } from "./messages.js";
import type { CheckInput, Fault } from "./rule.js";

type Cells = Readonly<Record<string, string | null>>;

const zeros = street.values;

describe("messages", () => {
  const message = (print: string, more: Partial<CheckInput>): { zh: string; en: string } => {
    const fault = check(more).find((found) => found.fingerprint === print);
    if (!fault) throw new Error(`no ${print}`);
    // As it comes back from the database.
    return faultMessage(JSON.parse(JSON.stringify(fault)) as Fault);
  };
  const typed = (cells: Cells): Partial<CheckInput> => ({ ...street, values: changed(zeros, cells) });

  it("name table, column, both values and the difference", () => {
    const cells = {
      "requests.received.naturalPerson": "12",
      "requests.total.naturalPerson": "10",
      "requests.carriedOut.naturalPerson": "1",
    };
    expect(message("T3.FLOW:naturalPerson", typed(cells))).toEqual({
      zh: "表三 自然人列：一、本年新收 12 + 二、上年结转 0 = 12，而 三（七）总计 10 + 四、结转下年度 1 = 11，相差 1",
      en: "Table 3 column natural persons: received this year 12 + carried in 0 = 12, but result total 10 + carried out 1 = 11; difference 1",
    });
  });

  it("name the row, and the parts that are not 0", () => {
    const cells = {
      "requests.granted.naturalPerson": "2",
      "requests.granted.otherOrganization": "1",
      "requests.granted.total": "5",
    };
    expect(message("T3.ROW_TOTAL:requests.granted", typed(cells)).zh).toBe(
      "表三 三（一）予以公开：自然人 2 + 法人或其他组织·其他 1 = 3，而 总计 5，相差 2",
    );
    expect(message("T3.RESULT_TOTAL:total", typed(cells)).zh).toBe(
      "表三 总计列：（一）至（六）各项之和 5，而 三（七）总计 0，相差 5",
    );
  });

  it("reach into last year", () => {
    expect(
      message("X_CARRY:research", { ...street, ...before({ "requests.carriedOut.research": "2" }) }).zh,
    ).toBe("表三 法人或其他组织·科研机构列：上年（2023年）四、结转下年度 2，而 二、上年结转 0，相差 2");
    expect(
      message("T2_IN_FORCE:proactive.normativeDocuments", {
        values: changed(suqianValues[2024], { "proactive.normativeDocuments.inForce": "421" }),
      }).zh,
    ).toBe(
      "表二 行政规范性文件：上年（2023年）现行有效件数 597 + 本年制发件数 50 − 本年废止件数 227 = 420，而 现行有效件数 421，相差 1",
    );
  });

  it("every rule has one in both languages", () => {
    const everything = [
      ...check({
        ...street,
        sections: {
          INTRODUCTION: "统计期限为2023年1月1日至12月31日",
          OVERVIEW: "长".repeat(1001),
          PROBLEMS: "无",
        },
        today: "2026-01-01",
        missed: { dueOn: "2025-03-31", on: "2026-01-01" },
        signedOn: "2025-01-01",
        publishedOn: "2024-12-31",
        values: changed(zeros, {
          "proactive.regulations.issued": "3",
          "proactive.fees.amount": "99999",
          "requests.other.unpaidFee.total": "1",
          "remedies.review.other": null,
        }),
      }),
      ...check({
        ...street,
        ...before({ "proactive.licences.decisions": "99", "remedies.review.pending": "2" }),
        values: changed(zeros, { "remedies.review.total": "1" }),
      }),
    ];
    for (const fault of everything) {
      const { zh, en } = faultMessage(fault);
      expect(`${fault.rule}: ${zh} ${en}`).not.toMatch(/undefined|null|NaN|\[object/);
      expect(zh.length).toBeGreaterThan(8);
      expect(en).not.toBe(zh);
    }
    expect(everything.map((fault) => `${fault.rule} ${faultMessage(fault).zh}`)).toMatchSnapshot();
  });
});
