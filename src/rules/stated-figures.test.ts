import { describe, expect, it } from "vitest";
import {
  CHANNEL_WORDINGS,
  INTERPRETATION_WORDINGS,
  PROPOSAL_WORDINGS,
  TOTAL_WORDINGS,
  type Wording,
  statedFigures,
} from "./stated-figures.js";

const read = (
  OVERVIEW: string,
  wordings: readonly Wording[] = [...TOTAL_WORDINGS, ...CHANNEL_WORDINGS],
): Record<string, number> =>
  Object.fromEntries(
    statedFigures({ sections: { OVERVIEW }, year: 2023 }, "OVERVIEW", wordings).map(({ key, value }) => [
      key,
      value,
    ]),
  );

describe("the figures of 主动公开", () => {
  it.each<[string, Record<string, number>]>([
    // As 环山街道 words it.
    [
      "本街道坚持以公开为常态。2023年共主动公开政府信息911条；其中政府网站59条、微信公众号“筑梦环山”876条；网站信息按栏目计：人事信息1条、业务动态40条、财政信息1条。",
      { total: 911, WEBSITE: 59, WECHAT: 876 },
    ],
    [
      "2023年共主动公开政府信息532条；其中政务微信357条、其他新媒体101条、政府网站75条。",
      { total: 532, WECHAT: 357, WEBSITE: 75 },
    ],
    [
      "2023年共主动公开政府信息540条；其中政务微信352条、新闻媒体38条、政府网站75条。2022年为121条（工作动态33条）。",
      { total: 540, WECHAT: 352, PRESS: 38, WEBSITE: 75 },
    ],
    ["２０２３年，我街道累计公开各类政府信息 ３７ 条。", { total: 37 }],
    [
      "全年主动公开政府信息共103条，其中公示栏6条，政府公报2条，微博4篇。",
      { total: 103, BULLETIN: 6, GAZETTE: 2, WEIBO: 4 },
    ],
    ["通过区政府门户网站发布信息59条，微信视频号发布12条，客户端3条。", { WEBSITE: 59, VIDEO: 12, APP: 3 }],
    // Not a channel's own figure.
    ["通过政府网站、微信公众号等渠道共公开信息911条。", { total: 911 }],
    ["依托政府网站和微信公众号发布信息911条。", {}],
    ["通过政府网站共公开信息59条。", { WEBSITE: 59 }],
    // Not this year's, or not to be told which.
    ["2022年共主动公开政府信息800条，2023年共主动公开政府信息911条。", { total: 911 }],
    ["上年共主动公开政府信息800条。", {}],
    ["共主动公开政府信息911条。……共主动公开政府信息935条。", {}],
    ["共主动公开政府信息900余条。", {}],
    // R2 As people write numbers.
    ["共主动公开政府信息1,234条。", { total: 1234 }],
    ["共主动公开政府信息1.9万条。", { total: 19_000 }],
    ["共主动公开政府信息一千九百九十九条。", { total: 1999 }],
    ["二〇二三年累计公开各类政务信息1999件。", { total: 1999 }],
    ["二〇二二年累计公开政府信息1999件。", {}],
    // R2 Approximate: no claim.
    ["共主动公开政府信息近900条。", {}],
    ["共主动公开政府信息约900条，其中政府网站800余条、微信公众号100条左右。", {}],
    ["共主动公开政府信息900条以上。", {}],
    // R2 A part, or no disclosure at all.
    ["通过网站主动公开政府信息34条，通过网站公开财政信息41条。", {}],
    ["上半年共主动公开政府信息34条。", {}],
    ["其中主动公开政府信息34条。", {}],
    ["政府网站政策文件34条、工作动态41条。政府网站34条和41条。", {}],
    [
      "政府网站办理留言92条，官方网站清理失效链接30条，微信公众号原创稿件120篇，微博回应热点12条，公开栏更新12期。",
      {},
    ],
    ["", {}],
  ])("%s", (text, figures) => expect(read(text)).toEqual(figures));

  it("come with the stretch of the original that states them", () => {
    const OVERVIEW = "（一）主动公开。\n２０２３年 共主动公开政府信息 ９１１ 条。";
    const [total] = statedFigures({ sections: { OVERVIEW }, year: 2023 }, "OVERVIEW", TOTAL_WORDINGS);
    expect(total?.excerpt.text).toBe("共主动公开政府信息 ９１１ 条");
    expect(OVERVIEW.slice(total?.excerpt.start, total?.excerpt.end)).toBe(total?.excerpt.text);
  });
});

describe("the figures of 政策解读", () => {
  it.each<[string, Record<string, number>]>([
    ["2023年发布政策解读18篇。", { INTERPRETATIONS: 18 }],
    ["公开政策文件18件、政策解读材料共21篇。", { INTERPRETATIONS: 21 }],
    ["发布文件和解读信息21条。", {}],
    ["图文解读6篇、专家解读2篇。", {}],
    ["2022年发布政策解读9篇。", {}],
  ])("%s", (text, figures) => expect(read(text, INTERPRETATION_WORDINGS)).toEqual(figures));
});

describe("the figures of 建议提案", () => {
  it.each<[string, Record<string, number>]>([
    ["2023年承办人大代表建议0件、政协提案0件。", { CONGRESS_SUGGESTION: 0, CPPCC_PROPOSAL: 0 }],
    [
      "2023年承办区人大代表建议3件、政协委员提案5件，均已答复。",
      { CONGRESS_SUGGESTION: 3, CPPCC_PROPOSAL: 5 },
    ],
    ["办理人大代表建议和政协提案共8件。", {}],
    ["未承办人大代表建议、政协提案。", {}],
  ])("%s", (text, figures) => expect(read(text, PROPOSAL_WORDINGS)).toEqual(figures));
});
