import { text, type Text } from "../../kernel/text.js";

/** 公开渠道, 条例 §23. A record keeps its channels as bits, in this order: a new one goes to the end. */
export const CHANNEL_NAMES = {
  WEBSITE: text("政府网站", "Government website"),
  WECHAT: text("微信公众号", "WeChat account"),
  WEIBO: text("微博", "Weibo"),
  PRESS: text("报刊、广播、电视", "Press, radio, television"),
  GAZETTE: text("政府公报", "Gazette"),
  BULLETIN: text("公示栏", "Notice board"),
  VIDEO: text("视频号", "Video account"),
  APP: text("客户端", "App"),
  OFFLINE: text("线下查阅场所", "Reading place"),
  OTHER: text("其他", "Other"),
} as const satisfies Record<string, Text>;

export type Channel = keyof typeof CHANNEL_NAMES;
export const CHANNELS = Object.keys(CHANNEL_NAMES) as Channel[];

export const bitOf = (channel: Channel): number => 1 << CHANNELS.indexOf(channel);

export const encodeChannels = (channels: readonly Channel[]): number =>
  channels.reduce((bits, channel) => bits | bitOf(channel), 0);

export const decodeChannels = (bits: number): Channel[] =>
  CHANNELS.filter((channel) => (bits & bitOf(channel)) !== 0);
