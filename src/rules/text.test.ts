import { describe, expect, it } from "vitest";
import { suqianValues } from "../forms/suqian.fixture.js";
import { check } from "./suqian-check.fixture.js";
import type { SectionKey } from "../forms/index.js";
import type { Fault } from "./rule.js";

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
    // R5
    `${lead}为2023年元月1日至12月31日。`,
    `${lead}为二〇二三年一月一日至十二月三十一日。`,
    `${lead}自二○二三年一月一日起至二○二三年十二月三十一日止。`,
    `${lead}为2023年1月1日0时至12月31日24时。`,
    `${lead}为2023年1月1日零时至2024年1月1日零时。`,
    `${lead}为2023年1月1日00:00至2023年12月31日24:00。`,
    `${lead}为2023年1月份至12月份。`,
    `${lead}为十十月一日至十二月三十一日。`,
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
    // R5
    [
      `${lead}为二〇二二年元月一日至十二月三十一日。`,
      "2022-01-01",
      "2022-12-31",
      "二〇二二年元月一日至十二月三十一日",
    ],
    [`${lead}为2023年2月1日0时至12月31日24时。`, "2023-02-01", "2023-12-31", "2023年2月1日0时至12月31日24时"],
    [
      `${lead}为2023年1月1日零时至12月31日零时。`,
      "2023-01-01",
      "2023-12-30",
      "2023年1月1日零时至12月31日零时",
    ],
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

describe("F5 S02_OVERVIEW_PARTS knows ordinary wordings", () => {
  const all: Readonly<Record<string, readonly string[]>> = {
    主动公开: ["全年主动发布各类信息37条", "公开政府信息911条", "向社会公布政务信息"],
    依申请公开: [
      "收到和处理政府信息公开申请情况",
      "本年度未收到公开申请",
      "办理群众申请3件，均按期答复",
      "受理信息公开申请2件",
    ],
    政府信息管理: [
      "落实三审三校制度",
      "做好保密审查",
      "规范信息发布审核流程",
      "及时调整公开目录",
      "加强信息资源规范化管理",
    ],
    政府信息公开平台建设: [
      "升级政务公开专栏平台",
      "优化网站栏目",
      "设置政府信息查阅点",
      "加强新媒体管理",
      "拓展公开渠道",
    ],
    监督保障: ["监督与保障", "纳入年度考核", "组织业务培训", "开展社会评议", "强化组织保障"],
  };
  it.each(Object.entries(all).flatMap(([part, wordings]) => wordings.map((one) => [part, one] as const)))(
    "%s: %s",
    (part, wording) => {
      const others = Object.keys(all).filter((one) => one !== part);
      expect(found("S02_OVERVIEW_PARTS", { OVERVIEW: [...others, wording].join("。") })).toBeUndefined();
      expect(found("S02_OVERVIEW_PARTS", { OVERVIEW: others.join("。") })?.detail).toEqual({
        missing: [part],
      });
    },
  );
});

describe("R1 section 五", () => {
  it.each([
    undefined,
    "",
    "无",
    "无。",
    "  \n ",
    "问题和改进都没有",
    "五、存在的主要问题及改进情况\n无",
    "五、存在的主要问题及改进情况",
    "５、 存在的 主要问题 及 改进情况：",
    "（五）政府信息公开工作存在的主要问题及改进情况",
    "存在的问题和整改措施",
    "（一）存在的主要问题\n（二）下一步改进措施",
    "一、存在的问题：无。二、改进措施：无。",
  ])("S03 blocks %j", (PROBLEMS) => {
    expect(found("S03_TEXT_EMPTY", { PROBLEMS })?.severity).toBe("ERROR");
    expect(found("S12_PROBLEMS_PARTS", { PROBLEMS })).toBeUndefined();
  });

  it.each([
    "一方面工作机制还要完善，另一方面宣传不够。明年将加大力度，加强培训。",
    "短板在于基层公开队伍人手少、更新慢。下一步，我们配齐人员，按月通报。",
    "公开形式较为单一，群众参与度不高。今后拟增设政民互动专栏。",
    "部分栏目更新不及时，已明确专人负责，每周巡查。",
    "政策解读深度有待加强，图解、视频偏少。来年力争图文并茂。",
    "工作人员业务水平与新要求尚有差距。我局将组织学习《条例》。",
    "五、存在的主要问题及改进情况\n信息公开意识薄弱，2024年继续抓好培训。",
    "依申请答复说理还需更充分，准备邀请法律顾问逐件把关，确保合法合规。",
    "The disclosure channels are few：渠道偏窄；改进措施：拓宽渠道。",
  ])("neither rule complains of %s", (PROBLEMS) => {
    expect(found("S03_TEXT_EMPTY", { PROBLEMS })).toBeUndefined();
    expect(found("S12_PROBLEMS_PARTS", { PROBLEMS })).toBeUndefined();
  });

  it.each([
    ["本年度各项工作成效显著，受到群众一致好评，名列全区前茅。", ["存在的主要问题", "改进情况"]],
    ["工作中存在的主要问题：公开内容枯燥，群众看不懂。", ["改进情况"]],
    ["宣传力度有待加强，制度不完善，公开不及时。", ["改进情况"]],
    ["明年继续加强培训，提升公开实效，推进平台升级。", ["存在的主要问题"]],
  ])("S12 asks after %s, and blocks nothing", (PROBLEMS, missing) => {
    expect(found("S03_TEXT_EMPTY", { PROBLEMS })).toBeUndefined();
    expect(found("S12_PROBLEMS_PARTS", { PROBLEMS })).toMatchObject({
      severity: "WARNING",
      detail: { missing },
    });
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
