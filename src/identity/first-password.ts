import { randomInt } from "node:crypto";

/** Without characters that are mistaken for one another: 0 O o, 1 l I. */
const SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

const sign = (): string => SIGNS.charAt(randomInt(SIGNS.length));

/**
 * 初始密码, to be read out and typed once: four groups of four, 93 bits, with every kind of character that a policy may
 * demand.
 */
export function firstPassword(): string {
  const groups = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, sign).join(""));
  const password = groups.join("-");
  return [/[a-z]/, /[A-Z]/, /[2-9]/].every((kind) => kind.test(password)) ? password : firstPassword();
}
