import { describe, expect, it } from "vitest";
import { auditTexts, factsOf, passageOf, readAll } from "./index.js";

const figures = (OVERVIEW: string, year = 2023): Record<string, number> => {
  const facts = factsOf(readAll({ year, sections: { OVERVIEW } }));
  const stated = facts.keys.flatMap((key) => {
    const fact = facts.stated(key);
    return fact ? [[key.replace("overview.disclosed.", ""), fact.statement.value] as const] : [];
  });
  return Object.fromEntries(stated);
};

describe("the figures that a text states", () => {
  it.each<[string, Record<string, number>]>([
    [
      "2023年共主动公开政府信息911条；其中政府网站59条、微信公众号“筑梦环山”876条；网站信息按栏目计：人事信息1条、业务动态40条。",
      { total: 911, website: 59, wechat: 876 },
    ],
    [
      "2023年共主动公开政府信息540条；其中政务微信352条、新闻媒体38条、政府网站75条。2022年为121条。",
      { total: 540, wechat: 352, press: 38, website: 75 },
    ],
    ["２０２３年，我街道累计公开各类政府信息 ３７ 条。", { total: 37 }],
    ["通过政府网站、微信公众号等渠道共公开信息911条。", { total: 911 }],
    ["依托政府网站和微信公众号发布信息911条。", {}],
    ["2022年共主动公开政府信息800条，2023年共主动公开政府信息911条。", { total: 911 }],
    ["上年共主动公开政府信息800条。", {}],
    ["共主动公开政府信息900余条。", {}],
    ["共主动公开政府信息近900条。", {}],
    ["共主动公开政府信息1,234条。", { total: 1234 }],
    ["共主动公开政府信息1.9万条。", { total: 19_000 }],
    ["共主动公开政府信息一千九百九十九条。", { total: 1999 }],
    ["上半年共主动公开政府信息34条。", {}],
    ["政府网站办理留言92条，官方网站清理失效链接30条，微信公众号原创稿件120篇。", {}],
    [
      "2023年新收信息公开申请112件，上年结转9件，办结119件，结转下年度2件。行政复议7件、行政诉讼3件。",
      {
        "requests.received": 112,
        "requests.carriedIn": 9,
        "requests.answered": 119,
        "requests.carriedOut": 2,
        "remedies.review": 7,
        "remedies.litigation": 3,
      },
    ],
    ["收到申请36件（含2022年结转2件）。", { "requests.accepted": 36, "requests.carriedIn": 2 }],
    ["2023年承办人大代表建议0件、政协提案0件。", { "proposals.congress": 0, "proposals.cppcc": 0 }],
    ["办理人大代表建议和政协提案共8件。", {}],
    ["发布文件和解读信息21条。", {}],
    ["2023年发布政策解读18篇。", { "overview.interpretations": 18 }],
    ["第1条、《2023年要点》、电话0631-8188038、2023年1月1日。", {}],
  ])("%s", (text, expected) => expect(figures(text)).toEqual(expected));
});

describe("a remark", () => {
  it("points at the original by UTF-16 offsets, however the text was typed", () => {
    const OVERVIEW = "𠮷。２０２３年 共主动公开政府信息 １０ 条：网站 ３ 条、微信 ６ 条。";
    const [remark, ...others] = auditTexts({ year: 2023, sections: { OVERVIEW } });
    expect(others).toEqual([]);
    expect(remark).toMatchObject({
      rule: "N01_CHANNEL_SUM",
      severity: "ERROR",
      expected: "9",
      actual: "10",
      arithmetic: "3 + 6 = 9 ≠ 10",
    });
    const { start = 0, end = 0, text } = remark?.excerpt ?? {};
    expect(OVERVIEW.slice(start, end)).toBe(text);
    expect(text).toBe("２０２３年 共主动公开政府信息 １０ 条：网站 ３ 条、微信 ６ 条");
  });

  it("is an ERROR only for exact counts in a list that is said to be complete", () => {
    const severities = (OVERVIEW: string) =>
      auditTexts({ year: 2023, sections: { OVERVIEW } }).map(({ severity }) => severity);
    expect(severities("公开信息48条，分别为动态8条、执法2条、年报31条。")).toEqual(["ERROR"]);
    expect(severities("公开信息48条，其中动态8条、执法2条、其他31条。")).toEqual(["ERROR"]);
    expect(severities("公开信息48条，其中动态28条、执法31条。")).toEqual(["WARNING"]);
    expect(severities("公开信息40余条，分别为动态8条、执法2条、年报51条。")).toEqual(["WARNING"]);
    expect(severities("公开信息48条，其中动态8条、执法2条。")).toEqual([]);
  });

  it("stands once for a rule and a place, which its fingerprint is", () => {
    const OVERVIEW = "公开信息48条，分别为动态8条、执法2条。\n公开信息48条，分别为动态8条、执法2条。";
    expect(auditTexts({ year: 2023, sections: { OVERVIEW } })).toHaveLength(1);
  });

  it("finds pictures of tables that were made after the signature", () => {
    const sections = { OTHER_MATTERS: "没有其他事项。\n[image: 1705995664987]\n" };
    const rules = (signedOn: string) =>
      auditTexts({ year: 2023, sections, signedOn }).map(({ rule }) => rule);
    expect(rules("2024-01-22")).toEqual(["N19_TYPO", "D08"]);
    expect(rules("2024-01-23")).toEqual(["N19_TYPO"]);
  });

  it("that there are two totals looks at all sections", () => {
    const sections = { OVERVIEW: "全年收到申请5件。", OTHER_MATTERS: "全年收到申请6件。" };
    expect(auditTexts({ year: 2023, sections }).map(({ rule, excerpt }) => [rule, excerpt.section])).toEqual([
      ["N22_TWO_TOTALS", "OTHER_MATTERS"],
    ]);
    expect(passageOf(sections, "OVERVIEW").text).toBe("全年收到申请5件。");
  });
});

describe("a replacement", () => {
  const corrected = (OVERVIEW: string): string => {
    const remark = auditTexts({ year: 2023, sections: { OVERVIEW } })[0];
    const { start = 0, end = 0, text = "" } = remark?.replacement ?? {};
    return remark?.replacement ? OVERVIEW.slice(0, start) + text + OVERVIEW.slice(end) : "";
  };

  it.each([
    ["共主动公开信息911条，其中网站59条、微信876条。", "共主动公开信息935条，其中网站59条、微信876条。"],
    ["公开信息1,234条，分别为动态234条、执法1,100条。", "公开信息1,334条，分别为动态234条、执法1,100条。"],
    [
      "𠮷。公开信息 ９１１ 条：网站 ５９ 条、微信 ８７６ 条。",
      "𠮷。公开信息 935条：网站 ５９ 条、微信 ８７６ 条。",
    ],
    ["收到申请1件，2022年为2件，同比下降100%。", "收到申请1件，2022年为2件，同比下降50%。"],
    ["收到申请3件，上年为2件，与上年持平。", "收到申请3件，上年为2件，较上年增加1件。"],
    ["收到申请10件，予以公开5件，占60%。", "收到申请10件，予以公开5件，占50%。"],
    ["2022年，我局主动公开信息34条。", "2023年，我局主动公开信息34条。"],
    ["按照国办公开办函〔2019〕60号编写。", "按照国办公开办函〔2021〕30号编写。"],
    ["认真做好公开的的工作。", "认真做好公开的工作。"],
  ])("%s", (text, expected) => {
    expect(corrected(text)).toBe(expected);
    expect(auditTexts({ year: 2023, sections: { OVERVIEW: expected } })).toEqual([]);
  });

  it.each(["收到申请0件，办结率100%。", "本报告统计附表附后。", "一是加强学习。三是加强管理。"])(
    "is not made up where a person must decide: %s",
    (text) => expect(corrected(text)).toBe(""),
  );
});
