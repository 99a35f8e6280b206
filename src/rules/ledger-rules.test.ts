import { describe, expect, it } from "vitest";
import { changed } from "../forms/suqian.fixture.js";
import { check, prints, street } from "./suqian-check.fixture.js";
import { faultMessage } from "./messages.js";
import type { Fault } from "./rule.js";
import type { LedgerFacts } from "./ledger-facts.js";

const KINDS = ["naturalPerson", "enterprise", "total"] as const;
const NOTHING: LedgerFacts = {
  values: new Map(),
  explained: new Set(),
  disclosed: null,
  requests: null,
  remedies: null,
  figures: {},
};
const RECEIVED = Object.fromEntries(KINDS.map((kind) => [kind, `requests.received.${kind}`])) as Record<
  (typeof KINDS)[number],
  string
>;

const found = (ledger: Partial<LedgerFacts>, cells = {}, more = {}): Fault[] =>
  check({
    ...street,
    values: changed(street.values, cells),
    ledger: { ...NOTHING, ...ledger },
    ...more,
  }).filter(({ rule }) => /^L|^D0[1-5]|^D1[02]|T3_CORRECTION|T4_DIRECT|T4_STAGE/.test(rule));
const values = (cells: Record<string, number>): Pick<LedgerFacts, "values"> => ({
  values: new Map(Object.entries(cells)),
});

describe("L01 to L03", () => {
  const ledger = values({ [RECEIVED.naturalPerson]: 3, [RECEIVED.enterprise]: 0, [RECEIVED.total]: 3 });

  it("name the cell, both values and the difference", () => {
    const [fault, ...others] = found(ledger, { [RECEIVED.naturalPerson]: "1", [RECEIVED.total]: "1" });
    expect(others).toEqual([]);
    expect(fault).toEqual({
      rule: "L01",
      severity: "WARNING",
      fingerprint: "L01:requests.received.naturalPerson",
      places: [{ code: RECEIVED.naturalPerson, year: 2024, value: "1" }],
      expected: "3",
      actual: "1",
      excerpt: null,
      detail: {},
    });
    expect(fault && faultMessage(fault).zh).toBe(
      "表三 一、本年新收 自然人 1，台账为 3，相差 2；请核对，或说明差异",
    );
  });

  it("tell a total only where its parts agree", () => {
    const right = { [RECEIVED.naturalPerson]: "3" };
    expect(prints(found(ledger, { ...right, [RECEIVED.total]: "4" }))).toEqual([
      "L01:requests.received.total",
    ]);
    expect(prints(found(ledger, { ...right, [RECEIVED.total]: "3" }))).toEqual([]);
    const position = street.values.length;
    expect(position).toBe(200);
  });

  it("leave out what is explained, and then its total too", () => {
    const explained = new Set([RECEIVED.naturalPerson]);
    expect(found({ ...ledger, explained }, { [RECEIVED.naturalPerson]: "1", [RECEIVED.total]: "1" })).toEqual(
      [],
    );
  });

  it("take a blank for 0", () => {
    expect(found(values({ [RECEIVED.enterprise]: 0 }), { [RECEIVED.enterprise]: null })).toEqual([]);
    expect(found(values({ [RECEIVED.enterprise]: 1 }), { [RECEIVED.enterprise]: null })).toMatchObject([
      { expected: "1", actual: null },
    ]);
  });

  it("go by table", () => {
    const all = values({ "remedies.review.upheld": 1, "proactive.fees.amount": 1_500_000 });
    expect(found(all).map(({ fingerprint, expected }) => [fingerprint, expected])).toEqual([
      ["L02:remedies.review.upheld", "1"],
      ["L03:proactive.fees.amount", "1.5"],
    ]);
  });

  it("say nothing of a ledger that is not kept", () => {
    expect(found({}, { [RECEIVED.naturalPerson]: "9", [RECEIVED.total]: "9" })).toEqual([]);
    expect(check({ ledger: null })).toEqual([]);
  });
});

describe("L04 and L05", () => {
  const OVERVIEW = "2024年共主动公开政府信息911条；其中政府网站59条、微信公众号“筑梦环山”876条。";
  const disclosed = { total: 935, byChannel: { WEBSITE: 59, WECHAT: 876 }, categories: [], late: [] };

  it("name what the text states, what the ledger counts, and by how much they differ", () => {
    const [fault, ...others] = found({ disclosed }, {}, { sections: { OVERVIEW } });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ fingerprint: "L05:total", expected: "935", actual: "911" });
    expect(fault?.excerpt?.text).toBe("共主动公开政府信息911条");
    expect(fault && faultMessage(fault).zh).toBe("正文写主动公开信息总数 911 条，台账为 935 条，相差 24");
  });

  it.each([
    "通过政府网站公开政策文件34条，通过政府网站公开工作动态41条。",
    "主动公开政府信息34条（政策文件）和41条（工作动态）。",
    "2024年，共主动公开政府信息近900条。",
    "政府网站办理留言92条，清理失效链接30条，微信公众号原创稿件120篇，回应热点12条。",
    "全年发布信息不少，其中人事信息9条。",
    "2024年累计公开政府信息75条，其中政府网站40条、35条，微信公众号转载12条。",
    "按渠道计，共主动公开政府信息116条，其中政府网站75条、微信公众号41条。",
  ])("R2 take no part for the whole: %s", (body) => {
    const categories = [{ name: "人事信息", names: ["人事信息"], total: 12, onChannels: [12] }];
    const counted = { total: 75, byChannel: { WEBSITE: 75, WECHAT: 41 }, categories, late: [] };
    expect(prints(found({ disclosed: counted }, {}, { sections: { OVERVIEW: body } }))).not.toContainEqual(
      expect.stringMatching(/^L05/),
    );
  });

  it.each([
    ["1,999条", "1999"],
    ["1.9万条", "19000"],
    ["一千九百九十九条", "1999"],
    ["1999件", "1999"],
  ])("R2 see %s", (written, actual) => {
    const text = { sections: { OVERVIEW: `2024年共主动公开政府信息${written}。` } };
    const faults = found({ disclosed: { ...disclosed, total: 75, byChannel: { WEBSITE: 75 } } }, {}, text);
    expect(faults.filter(({ rule }) => rule === "L05")).toMatchObject([{ expected: "75", actual }]);
    const near = { ...disclosed, total: written === "1.9万条" ? 19_432 : 1999, byChannel: {} };
    expect(prints(found({ disclosed: near }, {}, text))).not.toContain("L05:total");
  });

  it("miss channels that the ledger does not have", () => {
    const none = { ...disclosed, total: 911, byChannel: { WEBSITE: 60 } };
    expect(prints(found({ disclosed: none }, {}, { sections: { OVERVIEW } }))).toEqual([
      "L05:WEBSITE",
      "L05:WECHAT",
    ]);
  });

  it("compare the categories that the catalogue names, by whichever breakdown ties", () => {
    const category = (name: string, total: number, onChannels = [total], names = [name]) => ({
      name,
      names,
      total,
      onChannels,
    });
    const categories = [
      category("业务动态", 916, [40, 876]),
      category("财政信息", 2, [2], ["财政信息", "财政数据"]),
      category("公示", 7),
      category("人事信息", 3),
      category("会议(活动)", 0, []),
    ];
    const told = (body: string) =>
      found({ disclosed: { ...disclosed, categories } }, {}, { sections: { OVERVIEW: OVERVIEW + body } })
        .filter(({ fingerprint }) => fingerprint.startsWith("L05:category."))
        .map((fault) => [fault.expected, fault.actual, fault.excerpt?.text, faultMessage(fault).zh]);
    const right =
      "按栏目：业务动态40条、财政信息1条、财政数据1条、公示公告9条、人事信息3条。人事信息3条均已公开。";
    expect(told(right)).toEqual([]);
    expect(told("业务动态876条；2023年人事信息5条，2024年人事信息3条。")).toEqual([]);
    expect(told("其中：业务动态 41 条，人事信息2条、财政信息 1 条，会议（活动）1条。")).toEqual([
      ["40", "41", "业务动态 41 条", "正文写“业务动态” 41 条，台账为 40 条，相差 1"],
      ["2", "1", "财政信息 1 条", "正文写“财政信息” 1 条，台账为 2 条，相差 1"],
      ["3", "2", "人事信息2条", "正文写“人事信息” 2 条，台账为 3 条，相差 1"],
      ["0", "1", "会议（活动）1条", "正文写“会议(活动)” 1 条，台账为 0 条，相差 1"],
    ]);
  });

  it("compare proposals with 六, else with 一", () => {
    const figures = { CONGRESS_SUGGESTION: 2, CPPCC_PROPOSAL: 1 };
    const OTHER_MATTERS = "2024年承办人大代表建议3件、政协提案1件。";
    expect(prints(found({ figures }, {}, { sections: { OTHER_MATTERS } }))).toEqual([
      "L04:CONGRESS_SUGGESTION",
    ]);
    expect(prints(found({ figures }, {}, { sections: { OVERVIEW: "办理政协提案4件。" } }))).toEqual([
      "L04:CPPCC_PROPOSAL",
    ]);
    expect(found({ figures: {} }, {}, { sections: { OTHER_MATTERS } })).toEqual([]);
  });

  it("compare interpretations with 一, and tell of documents without one", () => {
    const OVERVIEW = "2024年发布政策解读18篇，其中图文解读6篇。";
    const stated = (INTERPRETATIONS: number) =>
      prints(found({ figures: { INTERPRETATIONS, NOT_INTERPRETED: 0 } }, {}, { sections: { OVERVIEW } }));
    expect(stated(18)).toEqual([]);
    expect(stated(17)).toEqual(["L06:INTERPRETATIONS"]);
    expect(prints(found({ figures: { NOT_INTERPRETED: 2 } }))).toEqual(["D12:interpretations"]);
  });
});

describe("time limits", () => {
  it("are one finding a rule, with the requests' numbers", () => {
    const lapses = Array.from({ length: 12 }, (_, i) => ({ rule: "D01", number: `2024-${i + 1}` }));
    const requests = { lapses: [...lapses, { rule: "D10", number: "2024-13" }], correctionNotices: 0 };
    const faults = found({ requests });
    expect(faults.map(({ severity, fingerprint }) => [severity, fingerprint])).toEqual([
      ["WARNING", "D01:requests"],
      ["INFO", "D10:requests"],
    ]);
    expect(faults[0]).toMatchObject({ actual: "12", detail: { count: 12, names: { length: 10 } } });
    expect(faults[0] && faultMessage(faults[0]).zh).toBe(
      `答复逾期（条例§33）的申请 12 件：${lapses
        .slice(0, 10)
        .map(({ number }) => number)
        .join("、")} …`,
    );
  });

  it("D05 lists what was published late", () => {
    const disclosed = { total: 0, byChannel: {}, categories: [], late: [{ title: "甲" }, { title: "乙" }] };
    expect(found({ disclosed })).toMatchObject([
      { rule: "D05", actual: "2", detail: { names: ["甲", "乙"], count: 2 } },
    ]);
  });
});

describe("tables 三 and 四 by their ledgers", () => {
  it("T3_CORRECTION_NONE", () => {
    const cells = { "requests.unable.unclear.total": "1", "requests.other.noCorrection.total": "2" };
    const with_ = (correctionNotices: number) =>
      found({ requests: { lapses: [], correctionNotices } }, cells);
    expect(with_(2)).toMatchObject([
      { rule: "T3_CORRECTION_NONE", severity: "INFO", expected: "2", actual: "3" },
    ]);
    expect(with_(3)).toEqual([]);
  });

  const suit = {
    number: "（2024）鲁1003行初1号",
    route: "LITIGATION_DIRECT",
    requestId: "r",
    requestOutcome: "DENIED_PROCESS",
    requestDecidedOn: "2024-01-01",
    reviewId: null,
  };

  it.each([
    [suit, ["T4_DIRECT_AFTER_2024:remedies.direct"]],
    [{ ...suit, requestDecidedOn: "2023-12-31" }, []],
    [{ ...suit, requestOutcome: "DENIED_QUERY_MATTER" }, []],
    [{ ...suit, requestOutcome: "UNABLE_NOT_HELD" }, []],
    [{ ...suit, route: "LITIGATION_AFTER_REVIEW", reviewId: "v" }, []],
    [{ ...suit, route: "LITIGATION_AFTER_REVIEW" }, ["T4_STAGE_CHAIN:remedies.chain"]],
    [
      { ...suit, route: "REVIEW", requestId: null, requestOutcome: null, requestDecidedOn: null },
      ["T4_STAGE_CHAIN:remedies.chain"],
    ],
  ])("the chain of %o", (one, expected) => expect(prints(found({ remedies: [one] }))).toEqual(expected));

  it("have messages in both languages", () => {
    const faults = found(
      {
        remedies: [suit, { ...suit, requestId: null }],
        requests: {
          lapses: ["D02", "D03", "D04"].map((rule) => ({ rule, number: "1" })),
          correctionNotices: 0,
        },
      },
      { "requests.unable.unclear.total": "1" },
    );
    for (const fault of faults) {
      const { zh, en } = faultMessage(JSON.parse(JSON.stringify(fault)) as Fault);
      expect(`${zh} ${en}`).not.toMatch(/undefined|null|NaN|\[object/);
      expect(zh).not.toBe(en);
    }
    expect(faults).toHaveLength(6);
  });
});
