import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import type { PasswordPolicy } from "../kernel/password-policies.data.js";
import { isCommonPassword, isPatternPassword } from "./weak-passwords.js";

/** The owner of the password, as far as a stranger may know the owner. */
export interface PasswordOwner {
  readonly login: string;
  /** Publicly known words about the user: the unit's code. */
  readonly known?: readonly string[];
}

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** Every rule that the password breaks; it is never shown again in a message. */
export function passwordProblems(
  password: string,
  { login, known = [] }: PasswordOwner,
  policy: PasswordPolicy,
  path: Path,
): Problem[] {
  const { least, most, classes } = policy;
  const length = [...password].length;
  const tooLong = length > most;
  const parts = login.split(/[._-]/);
  const broken: (Text | false)[] = [
    (length < least || tooLong) &&
      text(`密码须为 ${least} 至 ${most} 个字符`, `A password has ${least} to ${most} characters`),
    CLASSES.filter((kind) => kind.test(password)).length < classes &&
      text(
        `密码须包含小写字母、大写字母、数字、其他符号中的 ${classes} 类`,
        `A password has ${classes} kinds of: lower case, capitals, digits, other characters`,
      ),
    login !== "" &&
      password.normalize("NFKC").toLowerCase().includes(login) &&
      text("密码不得包含登录名", "A password must not contain the login"),
    !tooLong &&
      isCommonPassword(password) &&
      text("密码过于常见，容易被猜到", "This password is common and easily guessed"),
    isPatternPassword(password, [...known, ...parts]) &&
      text(
        "密码不得主要由重复或连续的字符、键盘顺序、年份、单位代码或登录名的部分组成",
        "A password must not be made of repeated or consecutive characters, rows of keys, years, the unit's code or parts of the login",
      ),
  ];
  return broken.flatMap((message) => (message === false ? [] : [invalidInput(path, message)]));
}

/** The password is one that the user had before. */
export const usedBefore = (path: Path, remembered: number): Problem =>
  invalidInput(
    path,
    remembered > 0
      ? text(
          `新密码不得与当前密码和最近 ${remembered} 次用过的密码相同`,
          `The new password must differ from the current one and from the last ${remembered}`,
        )
      : text("新密码不得与当前密码相同", "The new password must differ from the current one"),
  );
