import { randomInt } from "node:crypto";

/** Without the signs that are read for one another: 0 O o, 1 l I. */
const SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

const sign = (): string => SIGNS.charAt(randomInt(SIGNS.length));

/** 初始密码, for reading out and typing once: four groups of four, 93 bits, of all the kinds that a policy may ask for. */
export function firstPassword(): string {
  const groups = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, sign).join(""));
  const password = groups.join("-");
  return [/[a-z]/, /[A-Z]/, /[2-9]/].every((kind) => kind.test(password)) ? password : firstPassword();
}
