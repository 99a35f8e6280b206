import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldAll } from "./fold.js";
import { isBlank, isPlainLine, isPlainText, lengthOf, tidyLine, tidyText } from "./plain-text.js";

const anyText = fc.string({ unit: "binary" });

describe("folding", () => {
  it.each([
    ["T1 radicals of the supplement", "⻔户网站", "门户网站"],
    ["T1 Kangxi radicals", "⽂登", "文登"],
    ["T1 full-width digits", "３７１００３", "371003"],
    ["T1 more radicals that PDF copies hold", "⺠⻓⻅⻚⻢⻰", "民长见页马龙"],
    ["D7 brackets", "（1）", "(1)"],
    ["D7 letters", "Ａ", "a"],
    ["D7 enclosed numbers", "①", "1"],
    ["D7 composed and decomposed accents", "e\u0301", "é"],
    ["D7 sharp s and final sigma", "STRASSE ΟΔΟΣ", "straße οδος"],
    ["invisible characters and runs of blanks", "文\u200b登\ufeff区 \u3000 政府", "文登区 政府"],
  ])("%s", (_, one, other) => expect(fold(one)).toBe(fold(other)));

  it("D7 keeps apart what looks different: é and e, 1 and 2", () => {
    expect(fold("é")).not.toBe(fold("e"));
    expect(fold("①")).not.toBe(fold("②"));
  });

  it("is done once for all", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("keeps each text on a line of its own", () => {
    expect(foldAll(["甲\n乙", null, "", "丙"])).toBe("甲 乙\n丙");
  });
});

describe("what is typed or pasted", () => {
  it.each(["", " \u3000\t\n", "\u200b", "\u3164", "\u2800", "\u202e", "\u00ad\ufeff", "\ufe0f", "\u0007"])(
    "T2 %j shows nothing",
    (text) => {
      expect(isBlank(text)).toBe(true);
      expect(tidyText(text)).toBe("");
      expect(tidyLine(text)).toBe("");
    },
  );

  it.each([
    ["T2 the direction of writing", "张\u202e三", "张三"],
    ["T2 line ends of Word in a title", "关于印发\v《办法》的\r\n通知\n", "关于印发《办法》的通知"],
    ["T2 a line end between words", "Notice\non budgets", "Notice on budgets"],
    ["T2 the mark at the end of a Word cell", "环山街道\u0007", "环山街道"],
    ["T2 the blanks around", "\u3000 预算\u00a0", "预算"],
    ["T2 a character's variant stays", "葛\u{e0100}某", "葛\u{e0100}某"],
  ])("%s", (_, pasted, meant) => expect(tidyLine(pasted)).toBe(meant));

  it("T2 a text keeps its lines and their indents", () => {
    expect(tidyText("\u3000\u3000一、总体\u2028\u3000\u3000二、主动\r三\v四\r\n五")).toBe(
      "\u3000\u3000一、总体\n\u3000\u3000二、主动\n三\n四\r\n五",
    );
  });

  it("T2 characters are counted as they are seen", () => expect(lengthOf("𠮷".repeat(251))).toBe(251));

  it("is plain once it is tidy, unless a character is broken, and tidied once for all", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isPlainText(tidyText(text))).toBe(text.isWellFormed());
        expect(isPlainLine(tidyLine(text))).toBe(text.isWellFormed());
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
      }),
    );
  });
});
