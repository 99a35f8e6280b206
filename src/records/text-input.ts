import { fold } from "../kernel/fold.js";
import { isBlank, isPlainLine, isPlainText, lengthOf } from "../kernel/plain-text.js";
import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";

/** Folding may lengthen a text (㈱, ﷺ become several characters); columns hold this many times the length. */
export const FOLDED_GROWTH = 4;

/** Problems of one required line: a title, a number, a name. */
export function lineProblems(value: string | null | undefined, path: Path, most: number): Problem[] {
  if (value == null || isBlank(value))
    return [invalidInput(path, text(`请填写，1 至 ${most} 个字`, `Fill this in: 1 to ${most} characters`))];
  const length = Math.max(lengthOf(value), Math.ceil(lengthOf(fold(value)) / FOLDED_GROWTH));
  if (length <= most) return isPlainLine(value) ? [] : [invalidInput(path, UNREADABLE)];
  return [
    invalidInput(
      path,
      text(`须为 1 至 ${most} 个字，现有 ${length} 个`, `1 to ${most} characters, not ${length}`),
    ),
  ];
}

const UNREADABLE = text("含有残缺的字符，请重新输入", "The text contains a broken character: type it again");

/** The same where it may be left out. */
export const optionalLine = (value: string | null | undefined, path: Path, most: number): Problem[] =>
  value == null ? [] : lineProblems(value, path, most);

/** Problems of a note of several lines. */
export function noteProblems(value: string | null | undefined, path: Path, most = 2000): Problem[] {
  if (value == null) return [];
  const length = lengthOf(value);
  if (length > most)
    return [
      invalidInput(
        path,
        text(`最多 ${most} 字，现有 ${length} 字`, `At most ${most} characters, not ${length}`),
      ),
    ];
  return isPlainText(value) ? [] : [invalidInput(path, UNREADABLE)];
}

/** Problems of a required text. */
export function reasonProblems(value: string | null | undefined, path: Path, most = 2000): Problem[] {
  if (value == null || isBlank(value)) return [invalidInput(path, text("请写明理由", "Give the reason"))];
  return noteProblems(value, path, most);
}
