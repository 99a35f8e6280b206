import { brotliDecompressSync } from "node:zlib";
import { COMMON_PASSWORDS } from "./common-passwords.data.js";

/** Chinese habits and words of the trade that the international list lacks. */
const LOCAL_WORDS =
  `woaini woaini1314 woaiwojia 5201314 1314520 iloveyou1314 aini1314 nihao123 zhangsan lisi wangwu zhaoliu
  xiaoming wodemima mima123 mima wangyi taobao zhifubao weixin alipay huawei lenovo admin administrator sysadmin superadmin
  system manager operator guest welcome changeme letmein default passw0rd password pass abc123 aa123456 a123456 a12345678
  qq123456 asd123 zxc123 qwe123 china zhongguo zhonghua beijing shanghai shandong jinan qingdao weihai wendeng huancui rongcheng
  rushan guangdong jiangsu zhejiang zhengfu zhengwu zhengwugongkai xinxigongkai zhengfuxinxi zwgk zfxxgk xxgk gongkai gongkaiban
  gongkai-demo bangongshi fuwu renmin zhongguo1949 clerk reviewer officer analyst caozuoyuan shenheyuan guanliyuan jiedao zhenzhengfu`
    .split(/\s+/)
    .filter(Boolean);

let words: ReadonlySet<string> | undefined;
const commonWords = (): ReadonlySet<string> =>
  (words ??= new Set([
    ...brotliDecompressSync(Buffer.from(COMMON_PASSWORDS, "base64")).toString("utf8").split("\n"),
    ...LOCAL_WORDS,
  ]));

const folded = (password: string): string => password.normalize("NFKC").toLowerCase();

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};
const unleet = (word: string): string => word.replace(/[013457@$]/g, (sign) => LEET[sign] ?? sign);

/** Longest padding around a word to satisfy a rule: `Password2026!`. */
const MOST_AROUND = 8;
function bare(word: string): string {
  const core = word.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
  return word.length - core.length <= MOST_AROUND ? core : word;
}

/** True for passwords on the list, also in leet spelling or with digits and signs around. */
export function isCommonPassword(password: string): boolean {
  const word = folded(password);
  const plain = unleet(word);
  return [word, plain, bare(word), unleet(bare(word)), bare(plain)].some((one) => commonWords().has(one));
}

const ROWS = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1234567890",
  "!@#$%^&*()",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
];
const COLUMNS = [
  "1qaz",
  "2wsx",
  "3edc",
  "4rfv",
  "5tgb",
  "6yhn",
  "7ujm",
  "8ik",
  "9ol",
  "!qaz",
  "@wsx",
  "#edc",
];
const WALKS = [...ROWS, ...COLUMNS].flatMap((row) => [row, [...row].reverse().join("")]);
const SHORTEST_WALK = 3;

/** The length of the walk over keys or through the alphabet that begins here. */
function walkAt(word: string, at: number): number {
  let longest = 0;
  for (let end = at + SHORTEST_WALK; end <= word.length; end += 1) {
    const piece = word.slice(at, end);
    if (!WALKS.some((walk) => walk.includes(piece))) break;
    longest = piece.length;
  }
  return longest;
}

const YEAR = /^(?:19|20)\d\d/;
const runAt = (word: string, at: number): number => /^(.)\1+/su.exec(word.slice(at))?.[0].length ?? 0;

/**
 * Fewest parts that make up a password: a run, a walk over keys, a year or a known word is one part, any other
 * character too.
 */
function steps(word: string, known: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < word.length; count += 1) {
    const rest = word.slice(at);
    const lengths = known.map((one) => (rest.startsWith(one) ? one.length : 0));
    at += Math.max(1, YEAR.test(rest) ? 4 : 0, runAt(word, at), walkAt(word, at), ...lengths);
  }
  return count;
}

const FEWEST_STEPS = 6;
const SHORTEST_KNOWN = 3;
/** Longer passwords are not checked for patterns, to bound the work. */
const LONGEST_JUDGED = 60;

/** Repeated characters, sequences, rows of keys, and what an outsider knows: codes of units, the product's name. */
export function isPatternPassword(password: string, known: readonly string[]): boolean {
  const word = folded(password).slice(0, LONGEST_JUDGED);
  const words = [...known.map(folded).filter(({ length }) => length >= SHORTEST_KNOWN), "gongkai", "demo"];
  const chunk = /^(.+?)\1+$/su.exec(word)?.[1];
  return steps(chunk ?? word, words) + (chunk === undefined ? 0 : 1) < FEWEST_STEPS;
}
