import { isPlainLine, isPlainText } from "../../kernel/plain-text.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";

/** What is wrong with one line that must be given: a title, a number, a name. */
export function lineProblems(value: string | null | undefined, path: Path, most: number): Problem[] {
  if (value != null && value !== "" && value.length <= most && isPlainLine(value)) return [];
  return [
    invalidInput(
      path,
      text(
        `须为 1 至 ${most} 个字，不换行，首尾无空格`,
        `1 to ${most} characters on one line, no space at its ends`,
      ),
    ),
  ];
}

/** The same where it may be left out. */
export const optionalLine = (value: string | null | undefined, path: Path, most: number): Problem[] =>
  value == null ? [] : lineProblems(value, path, most);

/** What is wrong with a note of several lines. */
export function noteProblems(value: string | null | undefined, path: Path, most = 2000): Problem[] {
  if (value == null || (value.length <= most && isPlainText(value))) return [];
  return [invalidInput(path, text(`最多 ${most} 字，不含控制字符`, `At most ${most} plain characters`))];
}

/** A text that must say something. */
export function reasonProblems(value: string | null | undefined, path: Path, most = 2000): Problem[] {
  if (!value?.trim()) return [invalidInput(path, text("请写明理由", "Give the reason"))];
  return noteProblems(value, path, most);
}
