import { describe, expect, it } from "vitest";
import { figurePrintsOf, figureRunsOf, sharedFigures } from "./figure-runs.js";
import {
  fingerprintsOf,
  likestStretch,
  packPrints,
  sharedPassages,
  shareIn,
  unpackPrints,
} from "./likeness.js";
import type { Sections } from "./passage.js";

const share = (own: Sections, other: Sections): number => shareIn(fingerprintsOf(own), fingerprintsOf(other));

const WORK =
  "镇党委会每季度听取一次汇报，把公开情况写进对各村的年度评议；新设的便民服务驿站配齐查阅电脑和意见簿，由大学生村官值守。" +
  "全年围绕营商环境和民生保障调整公开目录，梳理村级公开事项，由各科室按月自查，镇党政办每季度抽查并通报，" +
  "对连续两次未更新的栏目约谈负责人。对群众咨询较多的医保缴费、宅基地审批编印问答口袋书，随下村走访发放。";
const OTHER =
  "社区食堂的补贴名单、收费标准和每周菜谱上墙上线，居民扫码就能提意见，街道三天内回话，半年汇总一次去向。" +
  "本街道把公开融入网格管理，由网格员收集居民想看什么，再由宣传站编发短视频。老旧小区改造方案在楼栋群里先听意见，" +
  "定稿后连同采纳理由一并贴进公示橱窗，工程结束后再公布决算。";

describe("likeness of texts", () => {
  it("sees the same text under other figures, marks and blanks, and nothing where the words differ", () => {
    const copied = WORK.replaceAll("，", ", ").replace("两次", "3次").replace("每季度", "每 季 度");
    expect(share({ OVERVIEW: WORK }, { OVERVIEW: WORK })).toBe(1);
    expect(share({ OVERVIEW: copied }, { OVERVIEW: WORK })).toBeGreaterThan(0.7);
    expect(share({ OVERVIEW: OTHER }, { OVERVIEW: WORK })).toBe(0);
    expect(share({ OVERVIEW: WORK + OTHER }, { PROBLEMS: OTHER })).toBeGreaterThan(0.35);
    expect(share({ OVERVIEW: WORK + OTHER }, { PROBLEMS: OTHER })).toBeLessThan(0.65);
  });

  it("leaves out the wording that the form demands, the opening paragraph, and texts too short to tell", () => {
    const demanded =
      "本年度按照《政府信息公开信息处理费管理办法》规定，未发出收费通知，未收取信息处理费。\n" +
      "根据《中华人民共和国政府信息公开条例》《中华人民共和国政府信息公开工作年度报告格式》的要求。";
    expect(fingerprintsOf({ OTHER_MATTERS: demanded }).length).toBeLessThan(3);
    expect(fingerprintsOf({ INTRODUCTION: WORK })).toHaveLength(0);
    expect(share({ OVERVIEW: "各科室按月自查，镇党政办每季度抽查并通报。" }, { OVERVIEW: WORK })).toBe(0);
  });

  it("finds every passage of 19 characters wherever it stands, and shows both sides with their places", () => {
    const passage = "对连续两次未更新的栏目约谈负责人并报告";
    for (let before = 0; before < 12; before++) {
      const own = { PROBLEMS: `${OTHER.slice(0, 30 + before)}。${passage}。${OTHER.slice(50)}` };
      const other = { OVERVIEW: `${WORK.slice(0, 20)}——${passage}；${WORK.slice(0, 10)}` };
      const [found, ...more] = sharedPassages(own, other);
      expect(more).toEqual([]);
      expect(found?.own.text).toBe(passage);
      expect(found?.other).toEqual({ section: "OVERVIEW", start: 22, end: 41, text: passage });
      expect(own.PROBLEMS.slice(found?.own.start, found?.own.end)).toBe(passage);
    }
  });

  it("marks the longest stretch that is another's from hashes alone, which survive their packing", () => {
    const prints = unpackPrints(packPrints(fingerprintsOf({ OVERVIEW: WORK })));
    expect(prints).toEqual(fingerprintsOf({ OVERVIEW: WORK }));
    const stretch = likestStretch({ OVERVIEW: `${OTHER}\n${WORK}` }, prints);
    expect(stretch?.start).toBeGreaterThan(OTHER.length - 10);
    expect(stretch?.text.length).toBeGreaterThan(WORK.length - 25);
  });

  it("sees three telling figures in a row that another text has, and how far they go on", () => {
    const own = "更新网站信息75条，公告公示24条，业务动态36条，人事信息32条。";
    const other = "全年网站发布75条、其中公告24条、动态36条、人事32条、会议3条。";
    const found = sharedFigures(
      figureRunsOf({ OVERVIEW: own }, 2023),
      figurePrintsOf({ OVERVIEW: other }, 2023),
    );
    expect(found.map(({ values }) => values)).toEqual([[75, 24, 36, 32]]);
    const unlike = "更新网站信息75条，公告公示25条，业务动态36条，人事信息32条。";
    expect(
      sharedFigures(figureRunsOf({ OVERVIEW: unlike }, 2023), figurePrintsOf({ OVERVIEW: other }, 2023)),
    ).toEqual([]);
    for (const chance of [
      "一2条，二3条，三5条。",
      "甲50条，乙50条，丙50条。",
      "更新网站信息44条，公告11条，动态10条。",
    ])
      expect(figureRunsOf({ OVERVIEW: chance }, 2023)).toEqual([]);
  });
});
