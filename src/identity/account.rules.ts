import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { isBlank, isPlainLine, lengthOf } from "../kernel/plain-text.js";
import { text } from "../kernel/text.js";

const LOGIN = /^[a-z0-9._-]{3,60}$/;
const NAME_LENGTH = { least: 1, most: 40 };

/** People type logins with capitals or a trailing space; all spellings mean one account. */
export const normalizedLogin = (login: string): string => login.trim().toLowerCase();

export const isLogin = (login: string): boolean => LOGIN.test(login);

export function loginProblems(login: string, path: Path): Problem[] {
  if (isLogin(login)) return [];
  return [
    invalidInput(
      path,
      text(
        "登录名须为 3 至 60 个字符，只含小写字母、数字、点、下划线和连字符",
        "A login has 3 to 60 characters: lower-case letters, digits, dot, underscore and hyphen",
      ),
    ),
  ];
}

export function displayNameProblems(name: string, path: Path): Problem[] {
  const { least, most } = NAME_LENGTH;
  const length = lengthOf(name);
  if (isPlainLine(name) && !isBlank(name) && length >= least && length <= most) return [];
  return [
    invalidInput(
      path,
      text(
        `姓名须为 ${least} 至 ${most} 个字，首尾无空格`,
        `A name has ${least} to ${most} characters and no space at its ends`,
      ),
    ),
  ];
}
