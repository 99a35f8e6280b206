import { text, type Text } from "../kernel/text.js";
import type { Scale } from "./format.js";

/** A figure that reports state in their text and that no table of the form asks for. */
export interface StatedSpec {
  readonly code: string;
  readonly name: Text;
  readonly unit: string;
  readonly scale: Scale;
  readonly description: Text;
}

const spec = (code: string, unit: string, name: Text, description: Text): StatedSpec => ({
  ...{ code, unit, name, description },
  scale: 0,
});

const CHANNELS: readonly (readonly [key: string, name: Text])[] = [
  ["website", text("政府网站", "website")],
  ["wechat", text("微信公众号", "WeChat")],
  ["weibo", text("政务微博", "Weibo")],
  ["video", text("视频号", "video channels")],
  ["app", text("客户端", "apps")],
  ["xuexi", text("学习强国", "Xuexi Qiangguo")],
  ["gazette", text("政府公报", "gazette")],
  ["bulletin", text("公示栏等线下渠道", "notice boards and print")],
  ["press", text("新闻媒体", "press and broadcasting")],
];

/**
 * 补充指标, in the order in which each version keeps their values: add at the end, never reorder. The codes are those by
 * which the audit names the figures of a text.
 */
export const STATED: readonly StatedSpec[] = [
  spec(
    "overview.disclosed.total",
    "条",
    text("主动公开信息总数", "items disclosed"),
    text(
      "全年各渠道主动公开政府信息的总数",
      "All items that the unit disclosed in the year, on whatever channel",
    ),
  ),
  ...CHANNELS.map(([key, { zh, en }]) =>
    spec(
      `overview.disclosed.${key}`,
      "条",
      text(`主动公开信息 · ${zh}`, `items disclosed: ${en}`),
      text(
        `其中通过${zh}公开的；一条信息在几个渠道发布的，各渠道分别计入`,
        `Items disclosed by ${en}; an item on several channels counts on each`,
      ),
    ),
  ),
  spec(
    "overview.interpretations",
    "篇",
    text("政策解读", "interpretations"),
    text("全年发布的政策解读材料", "Interpretations of policy published in the year"),
  ),
  spec(
    "proposals.congress",
    "件",
    text("人大代表建议", "proposals of deputies"),
    text("全年办理的人大代表建议", "Proposals of deputies to the people's congress handled in the year"),
  ),
  spec(
    "proposals.cppcc",
    "件",
    text("政协提案", "proposals of CPPCC members"),
    text("全年办理的政协提案", "Proposals of members of the CPPCC handled in the year"),
  ),
  {
    ...spec(
      "other.feesCharged",
      "元",
      text("信息处理费", "processing fees"),
      text(
        "收取的政府信息公开信息处理费；写明未收取的为 0",
        "Processing fees charged for requests; 0 where the text says that none were",
      ),
    ),
    scale: 6,
  },
];

/** Scaled values by code; a figure that the text does not state, states vaguely or states in two ways is absent. */
export type StatedValues = ReadonlyMap<string, number>;

/** One line a version: the values in order, nothing for an unknown one: 911,59,,876. */
export const packStated = (values: StatedValues): string =>
  STATED.map(({ code }) => values.get(code) ?? "")
    .join(",")
    .replace(/,+$/, "");

export const unpackStated = (packed: string): StatedValues =>
  new Map(
    packed.split(",").flatMap((value, i): [string, number][] => {
      const code = STATED[i]?.code;
      return value === "" || code === undefined ? [] : [[code, Number(value)]];
    }),
  );
