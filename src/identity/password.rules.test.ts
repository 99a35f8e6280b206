import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PASSWORD_POLICIES, type PasswordPolicyName } from "../kernel/password-policies.data.js";
import { passwordProblems } from "./password.rules.js";
import { isPatternPassword } from "./weak-passwords.js";

const PATH = ["input", "password"];
const OWNER = { login: "clerk.371003003", known: ["371003003"] };

/** The part of the message that identifies the rule. */
const RULES = { length: "个字符", classes: "类", login: "登录名", common: "常见", pattern: "键盘顺序" };
const broken = (password: string, policy: PasswordPolicyName = "standard"): string[] =>
  passwordProblems(password, OWNER, PASSWORD_POLICIES[policy], PATH).map(({ message: { zh } }) => {
    const rule = Object.entries(RULES).find(
      ([, word]) => zh.includes(word) && !(word === "登录名" && zh.includes("键盘")),
    );
    return rule?.[0] ?? zh;
  });

describe("a password", () => {
  it.each([
    "another-password",
    "long enough 2026",
    "correct horse battery staple",
    "正确的马电池订书钉密码",
    "Xk9#vTq2mLw7",
    "wei2hai0-ping-yuan",
    "一二三四五六七八九十",
  ])("%s", (password) => expect(broken(password)).toEqual([]));

  it.each([
    ["too short", "x8#kQ2-vb", ["length"]],
    ["too short in characters, though not in UTF-16", "😀🐎🔋📎🍎🚲🌧🎺🧊", ["length"]],
    ["with the login in it", "my-Clerk.371003003-horse", ["login"]],
    ["with the login in full width", "马ｃｌｅｒｋ．３７１００３００３电池订书钉", ["login"]],
  ])("not one %s", (_, password, rules) => {
    const problems = passwordProblems(password, OWNER, PASSWORD_POLICIES.standard, PATH);
    expect(broken(password)).toEqual(rules);
    expect(problems).toMatchObject([{ code: "INVALID_INPUT", path: PATH }]);
    expect(JSON.stringify(problems)).not.toContain(password);
  });

  it.each([
    "gongkai-demo",
    "Password2026!",
    "P@ssw0rd2026",
    "woaini1314520",
    "zhangsan123456",
    "admin@123456",
    "Wendeng@2026",
    "christopher",
    "zhengwugongkai",
  ])("O5 not the common %s", (password) => expect(broken(password)).toContain("common"));

  it.each([
    "1234567890",
    "Aa123456@@",
    "aaaaaaaaaa",
    "9876543210",
    "abcabcabcabc",
    "qwertyuiop",
    "1qaz2wsx3edc",
    "1QAZ@WSX3edc",
    "aaaa1111bbbb",
    "112233445566",
    "abcdefghijkl",
    "gongkai2026",
    "371003003abc",
    "Gongkai@371003003",
    "clerk371003003!",
    "2024-2025-2026",
    "x".repeat(200),
  ])("O5 not the pattern %s", (password) => expect(broken(password).length).toBeGreaterThan(0));

  it("O5 the classes of 等保 are asked for by their profiles alone", () => {
    expect(broken("correct horse battery staple", "mlps2")).toEqual(["classes"]);
    expect(broken("Correct Horse battery staple", "mlps3")).toEqual([]);
    expect(broken("Xk9#vTq2mL", "mlps2")).toEqual([]);
    expect(broken("Xk9#vTq2mL", "mlps3")).toEqual(["length"]);
  });

  it("O5 one character or chunk, however often, is a pattern", () => {
    const chunk = fc.string({ minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chunk, fc.integer({ min: 4, max: 12 }), (piece, times) => {
        expect(isPatternPassword(piece.repeat(times), [])).toBe(true);
      }),
    );
  });
});
