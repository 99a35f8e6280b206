import { describe, expect, it } from "vitest";
import { displayNameProblems, isLogin, loginProblems, normalizedLogin } from "./account.rules.js";

const PATH = ["input", "password"];

describe("a login", () => {
  it.each(["abc", "clerk.371003003", "a_b-c.d", "x".repeat(60)])("%s", (login) => {
    expect(loginProblems(login, PATH)).toEqual([]);
  });

  it.each(["", "ab", "Clerk", "经办人", "a b c", "abc\n", "a@b", "x".repeat(61)])("not %j", (login) => {
    expect(isLogin(login)).toBe(false);
    expect(loginProblems(login, ["input", "login"])).toMatchObject([
      { code: "INVALID_INPUT", path: ["input", "login"] },
    ]);
  });

  it("is found however it was typed", () => {
    expect(normalizedLogin(" Clerk.371003003 ")).toBe("clerk.371003003");
  });
});

describe("a display name", () => {
  it.each(["张三", "x".repeat(40)])("%s", (name) => {
    expect(displayNameProblems(name, PATH)).toEqual([]);
  });

  it.each(["", " 张三", "张\n三", "x".repeat(41)])("not %j", (name) => {
    expect(displayNameProblems(name, PATH)).toHaveLength(1);
  });
});
