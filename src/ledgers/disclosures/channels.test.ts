import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitOf, CHANNELS, decodeChannels, encodeChannels } from "./channels.js";

describe("channels as bits", () => {
  it("have the order of the contract", () => {
    expect(CHANNELS).toEqual([
      "WEBSITE",
      "WECHAT",
      "WEIBO",
      "PRESS",
      "GAZETTE",
      "BULLETIN",
      "VIDEO",
      "APP",
      "OFFLINE",
      "OTHER",
    ]);
    expect(CHANNELS.map(bitOf)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
  });

  it("come back in that order, however they were given", () => {
    expect(encodeChannels(["WECHAT", "WEBSITE"])).toBe(3);
    expect(decodeChannels(3)).toEqual(["WEBSITE", "WECHAT"]);
    expect(decodeChannels(0)).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...CHANNELS]), (channels) => {
        const back = decodeChannels(encodeChannels(channels));
        expect(back).toEqual(CHANNELS.filter((channel) => channels.includes(channel)));
      }),
    );
  });
});
