// Makes src/identity/common-passwords.data.ts out of the list in the npm package @zxcvbn-ts/language-common
// (MIT), which is larger than what is used of it:
//   npm pack @zxcvbn-ts/language-common && tar xzf zxcvbn-ts-language-common-*.tgz
//   node scripts/make-common-passwords.mjs package/src/passwords.json
import { Buffer } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const [source] = process.argv.slice(2);
if (!source)
  throw new Error("usage: make-common-passwords.mjs <passwords.json of @zxcvbn-ts/language-common>");
const SHORTEST = 5;
const OFTEN = 10_000;
const LONG = 8;
const byRank = [...new Set(JSON.parse(readFileSync(source, "utf8")).map((word) => word.toLowerCase()))];
const kept = byRank.filter((word, rank) => word.length >= LONG || (rank < OFTEN && word.length >= SHORTEST));
const packed = brotliCompressSync(Buffer.from(kept.sort().join("\n"))).toString("base64");
writeFileSync(
  new URL("../src/identity/common-passwords.data.ts", import.meta.url),
  `/** ${kept.length} common passwords of @zxcvbn-ts/language-common 4.1.3 (MIT), brotli: see scripts/make-common-passwords.mjs. */
export const COMMON_PASSWORDS =
  "${packed}";
`,
);
