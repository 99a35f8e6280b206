import { describe, expect, it } from "vitest";
import { check, suqianValues } from "../../../../tests/fixtures/suqian.js";
import type { SectionKey } from "../catalog/index.js";
import type { Fault } from "./index.js";

/** The first fault of a rule in 宿迁 2023 with these texts. */
const found = (rule: string, sections: Partial<Record<SectionKey, string>>): Fault | undefined =>
  check({ year: 2023, values: suqianValues[2023], previous: null, sections }).find(
    (fault) => fault.rule === rule,
  );

describe("S09_PERIOD", () => {
  const lead = "报告中所列数据的统计期限";

  it.each([
    `${lead}从2023年1月1日到12月31日止。`,
    `${lead}为2023年1月1日至12月31日。`,
    `${lead}为2023年1月1日至2023年12月31日。`,
    `${lead}自2023年1月1日起至2023年12月31日止。`,
    `${lead}自2023年1月1日起，至2023年12月31日止。`,
    `${lead}为２０２３年１月１日－１２月３１日。`,
    `${lead}为 2023 年 1 月 1 日 至 12 月 31 日。`,
    `${lead}为2023年01月01日—2023年12月31日。`,
    `${lead}为2023.1.1-2023.12.31。`,
    `${lead}为2023-01-01至2023-12-31。`,
    `${lead}为2023年1月至12月。`,
    `${lead}为2023年1月1日至本年12月31日。`,
    `${lead}为1月1日至12月31日。`,
    `${lead}为2023年⼀⽉。`,
    "2023年1月1日至12月31日为统计期限。",
    "本报告公示期为2024年1月20日至2月20日。",
    `${lead}为2023年1月1日至12月31日，网上公示期为2024年1月20日至2月20日。`,
    "2022年1月1日至2024年12月31日开展三年行动。",
    "《条例》自2019年5月15日起施行，电话：0631-8188038。",
    `${lead}为2023年1月1日至202312月31日。`,
    "",
  ])("lets pass: %s", (INTRODUCTION) => expect(found("S09_PERIOD", { INTRODUCTION })).toBeUndefined());

  it.each([
    [`${lead}为2023年1月1日至12月30日。`, "2023-01-01", "2023-12-30", "2023年1月1日至12月30日"],
    [`${lead}为2022年1月1日至12月31日。`, "2022-01-01", "2022-12-31", "2022年1月1日至12月31日"],
    [
      `${lead}自2023年1月1日起至2024年12月31日止。`,
      "2023-01-01",
      "2024-12-31",
      "2023年1月1日起至2024年12月31日",
    ],
    [
      `${lead}从2022年12月1日到2023年11月30日止。`,
      "2022-12-01",
      "2023-11-30",
      "2022年12月1日到2023年11月30日",
    ],
    [
      `${lead}为２０２２年１月１日 至 １２月３１日。`,
      "2022-01-01",
      "2022-12-31",
      "２０２２年１月１日 至 １２月３１日",
    ],
    [`${lead}为2022.1.1-2022.12.31。`, "2022-01-01", "2022-12-31", "2022.1.1-2022.12.31"],
    [`${lead}为1月1日至12月30日。`, "2023-01-01", "2023-12-30", "1月1日至12月30日"],
  ])("finds in %s the period %s to %s", (INTRODUCTION, from, to, quoted) => {
    const fault = found("S09_PERIOD", { INTRODUCTION });
    expect(fault?.detail).toEqual({ stated: [from, to], due: ["2023-01-01", "2023-12-31"] });
    expect(fault?.excerpt?.text).toBe(quoted);
    expect(INTRODUCTION.slice(fault?.excerpt?.start, fault?.excerpt?.end)).toBe(quoted);
  });
});

describe("S02_OVERVIEW_PARTS", () => {
  it("lists what is missing", () => {
    expect(found("S02_OVERVIEW_PARTS", { OVERVIEW: "主动公开；依申请公开；平台建设。" })?.detail).toEqual({
      missing: ["政府信息管理", "监督保障"],
    });
  });

  it("takes the usual wordings, blanks and line ends", () => {
    const OVERVIEW =
      "（一）主动公开方面。\n（二）依申请公开工作方面。\n（三）政府信 息管理方面。\n（四）平台建设方面。\n（五）监督\n保障方面。";
    expect(found("S02_OVERVIEW_PARTS", { OVERVIEW })).toBeUndefined();
  });
});

describe("S03_TEXT_EMPTY", () => {
  it.each([undefined, "", "无", "无。", "  \n ", "问题和改进都没有", "五、存在的主要问题及改进情况\n无"])(
    "blocks %j",
    (PROBLEMS) => expect(found("S03_TEXT_EMPTY", { PROBLEMS })?.severity).toBe("ERROR"),
  );

  it("wants both problems and improvements", () => {
    expect(found("S03_TEXT_EMPTY", { PROBLEMS: "工作中存在的主要问题：公开内容枯燥。" })?.detail).toEqual({
      missing: ["改进"],
    });
    expect(
      found("S03_TEXT_EMPTY", { PROBLEMS: "存在的问题：内容枯燥。改进措施：加强培训。" }),
    ).toBeUndefined();
  });
});

describe("S08_OVERLONG", () => {
  it("counts characters, not blanks", () => {
    expect(found("S08_OVERLONG", { OVERVIEW: " 字".repeat(1000) })).toBeUndefined();
    expect(found("S08_OVERLONG", { OVERVIEW: "字".repeat(1001) })).toMatchObject({
      expected: "1000",
      actual: "1001",
    });
  });
});

describe("T3_UNPAID_NO_FEE", () => {
  it("fires where 六 does not speak of fees", () => {
    expect(found("T3_UNPAID_NO_FEE", { OTHER_MATTERS: "无" })).toMatchObject({
      severity: "INFO",
      actual: "10",
    });
    expect(found("T3_UNPAID_NO_FEE", { OTHER_MATTERS: "本年度未收取信息处理费。" })).toBeUndefined();
  });
});
