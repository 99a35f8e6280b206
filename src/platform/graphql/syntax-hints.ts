import { text, type Text } from "../../kernel/text.js";

/** Characters that a Chinese keyboard or Word puts in place of GraphQL's own. */
const MEANT: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "＂": '"',
  "「": '"',
  "」": '"',
  "‘": '"',
  "’": '"',
  "｛": "{",
  "｝": "}",
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "：": ":",
  "，": ",",
  "！": "!",
  "＄": "$",
  "＝": "=",
  "＠": "@",
  "｜": "|",
  "…": "...",
};

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Explains a syntax error at an offset of a GraphQL document; undefined if only the place is known. */
export function syntaxHint(source: string, offset: number, message: string): Text | undefined {
  const character = String.fromCodePoint(source.codePointAt(offset) ?? 0x20);
  const meant = MEANT[character];
  if (character === "'") return text(`引号须用双引号 "`, `Quotes are double: "`);
  if (meant !== undefined)
    return text(
      `此处是全角或中文标点 ${character}，请改用半角 ${meant}`,
      `${character} stands here in place of ${meant}`,
    );
  if (/Unterminated string/.test(message))
    return text(
      '引号内的文字不能直接换行：请写 \\n，或用三个引号 """ 括起，或放进变量',
      'A quoted text ends on its line: write \\n, or put it between """, or into a variable',
    );
  if (/Invalid character|Unexpected character/.test(message))
    return text(
      `此处不应有字符 ${named(character)}`,
      `The character ${named(character)} is not allowed here`,
    );
  if (/<EOF>/.test(message))
    return text("文档到此就结束了，可能缺少 }", "The document ends here: a } may be missing");
  const expected = /Expected (Name|"[^"]{1,3}")/.exec(message)?.[1];
  if (!expected) return undefined;
  return expected === "Name"
    ? text("此处应为名称", "A name is expected here")
    : text(`此处应为 ${expected}`, `${expected} is expected here`);
}

/** The same for a body of JSON, from the engine's message. */
export function jsonHint(source: string, message: string): Text | undefined {
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
  if (/end of JSON/.test(message) || offset >= source.length) return ENDED;
  if (Number.isNaN(offset)) return undefined;
  const before = source.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const at = text(`第 ${line} 行第 ${column} 列`, `line ${line}, column ${column}`);
  const character = String.fromCodePoint(source.codePointAt(offset) ?? 0x20);
  const meant = MEANT[character];
  const reason =
    meant !== undefined
      ? text(`此处是全角或中文标点 ${character}，请改用半角 ${meant}`, `${character} in place of ${meant}`)
      : /control character/.test(message)
        ? text("引号内有换行或控制字符，换行请写 \\n", "a raw line break in a string: write \\n")
        : undefined;
  return reason ? text(`${at.zh}：${reason.zh}`, `${at.en}: ${reason.en}`) : at;
}

const ENDED = text("内容不完整", "it ends too early");
