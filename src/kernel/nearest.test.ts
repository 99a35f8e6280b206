import { describe, expect, it } from "vitest";
import { nearest, shown } from "./nearest.js";

const KNOWN = ["requests.received.total", "requests.carriedIn.total", "rates.disclosed", "rates.carriedOut"];

describe("the nearest known words", () => {
  it.each([
    ["request.received.total", ["requests.received.total"]],
    ["rates.disclose", ["rates.disclosed"]],
    ["ＲＡＴＥＳ．disclosed", ["rates.disclosed"]],
    ["carriedIn", ["requests.carriedIn.total"]],
    ["", []],
    ["完全不同的东西", []],
  ])("to %j are %j", (wanted, found) => expect(nearest(wanted, KNOWN).slice(0, 1)).toEqual(found));

  it("are three at most, the nearest first", () => {
    expect(nearest("abc1", ["abc2", "abc1x", "abd2", "abc3"])).toEqual(["abc1x", "abc2", "abc3"]);
  });
});

it("a word is repeated on one line and not at any length", () => {
  expect(shown("甲\n乙\u202e丙")).toBe("甲 乙 丙");
  expect(shown("长".repeat(100))).toBe(`${"长".repeat(60)}…`);
});
