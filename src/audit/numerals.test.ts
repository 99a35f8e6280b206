import { describe, expect, it } from "vitest";
import { readNumber } from "./numerals.js";

describe("a number as a text writes it", () => {
  it.each<[string, number, number]>([
    ["0", 0, 1],
    ["1999", 1999, 1],
    ["1,999", 1999, 1],
    ["1.9万", 19_000, 1_000],
    ["2万", 20_000, 10_000],
    ["一千九百九十九", 1999, 1],
    ["一千零五", 1005, 1],
    ["两百", 200, 1],
    ["十二", 12, 1],
    ["三十一", 31, 1],
    ["二〇二五", 2025, 1],
    ["二○二五", 2025, 1],
    ["二零二五", 2025, 1],
    ["元", 1, 1],
    ["一万九千", 19_000, 1],
    ["三万", 30_000, 10_000],
  ])("%s", (written, value, step) => expect(readNumber(written)).toEqual({ value, step }));

  it.each(["", "十百", "人"])("%j is none", (written) => expect(readNumber(written)).toBeNull());
});
