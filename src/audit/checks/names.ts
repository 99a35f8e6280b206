import { text } from "../../kernel/text.js";
import { nameHash, type AuditInput, type Check, type Remark } from "../remark.js";
import type { Reading } from "../statements.js";

/** N15: a unit that calls itself by the name of another kind of unit. */
export const wrongNames: Check = ({ input, readings }) => {
  const foreign = foreignNames(input);
  return readings.flatMap((reading) => [
    ...(foreign ? first(reading, foreign, input) : []),
    ...otherOffice(reading, input),
  ]);
};

interface Names {
  readonly wording: RegExp;
  readonly right: string;
}

const SELF = "(?:我|本)";
const ACTS =
  "(?=[^,。;]{0,14}(?:共|累计|主动|公开|收到|认真|严格|坚持|高度|积极|未|全年|发布|制定|政府信息))";
const named = (kinds: string): RegExp => new RegExp(`${SELF}(?:${kinds})(?![府民志部])`, "g");
const whole = (kinds: string): RegExp => new RegExp(`(?:我|全)(?:${kinds})${ACTS}`, "g");

/** The names that each kind of unit does not call itself by. */
function foreignNames({ unit }: AuditInput): Names | null {
  if (!unit) return null;
  const { kind, name = "" } = unit;
  if (kind === "TOWN")
    return { wording: named("局|街道|委(?!托|员|会)|中心"), right: name.includes("乡") ? "我乡" : "我镇" };
  if (kind === "SUBDISTRICT") return { wording: named("局|镇|乡|委(?!托|员|会)"), right: "我街道" };
  if (kind === "DEPARTMENT") return departmentNames(name);
  if (kind === "DISTRICT") return districtNames(name);
  if (kind === "CITY") return { wording: named("局|镇|乡|街道"), right: "我市" };
  return kind === "PROVINCE" ? { wording: named("局|镇|乡|街道"), right: "我省" } : null;
}

function departmentNames(name: string): Names {
  const own = /局$/.test(name)
    ? "镇|乡(?!村)|街道|委(?!托|员|会|办|、)"
    : /(?:委|委员会)$/.test(name)
      ? "镇|乡(?!村)|街道"
      : "镇|乡(?!村)|街道";
  return { wording: named(own), right: /局$/.test(name) ? "我局" : "本单位" };
}

function districtNames(name: string): Names {
  if (/区(?:人民政府)?$/.test(name))
    return { wording: mixed(named("局|镇|乡(?!村)|街道"), whole("市|县")), right: "我区" };
  if (/市(?:人民政府)?$/.test(name))
    return { wording: mixed(named("局|镇|乡(?!村)|街道"), whole("区|县")), right: "我市" };
  if (/县(?:人民政府)?$/.test(name))
    return { wording: mixed(named("局|镇|乡(?!村)|街道"), whole("市|区")), right: "我县" };
  return { wording: named("局|镇|乡(?!村)|街道"), right: "本级" };
}

const mixed = (a: RegExp, b: RegExp): RegExp => new RegExp(`${a.source}|${b.source}`, "g");

function first(reading: Reading, { wording, right }: Names, { unit }: AuditInput): readonly Remark[] {
  const match = [...reading.text.matchAll(wording)][0];
  if (!match) return [];
  const [found] = match;
  return [
    remark(
      reading,
      { start: match.index, end: match.index + found.length },
      {
        at: nameHash(found),
        zh: `“${found}”不是${unit?.name ?? "本单位"}的自称，疑照搬其他单位的文本`,
        right: `改为“${right}”`,
        instead: right,
      },
    ),
  ];
}

/** 2023年,侯家镇共主动公开: the name of an office of one's own kind at the head of a statement. */
const SPEAKER =
  /(?:^|[。\n]|年度?,)(?:\([一二三四五六]\)[^。]{0,12}。)?(?:20\d\d年度?,?)?(?<name>[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道))(?:人民政府|办事处|党委|党工委)?(?:20\d\d年度?,?)?(?=共主动|共收到|主动公开|累计|全年|认真|严格|坚持|共(?:公开|发布))/g;

function otherOffice(reading: Reading, { unit }: AuditInput): readonly Remark[] {
  if (!unit?.name || (unit.kind !== "TOWN" && unit.kind !== "SUBDISTRICT")) return [];
  const own = unit.name;
  const match = [...reading.text.matchAll(SPEAKER)].find(({ groups }) => !isOwn(groups?.name ?? "", own));
  const name = match?.groups?.name;
  if (!match || !name) return [];
  const start = match.index + match[0].lastIndexOf(name);
  return [
    remark(
      reading,
      { start, end: start + name.length },
      {
        at: `other.${nameHash(name)}`,
        zh: `此处写“${name}”，而报告单位是“${own}”`,
        right: `如系照搬，改为“${own}”`,
        instead: own,
      },
    ),
  ];
}

/** 环山街道 is 环山路街道: two characters in common are enough. */
const isOwn = (name: string, own: string): boolean => {
  const stem = name.replace(/(?:镇|乡|街道)$/, "").replace(/^(?:我|本|全|各|该|其|一|两|多个?)+/, "");
  if (stem.length < 2) return true;
  return [...stem].some((_, i) => i + 2 <= stem.length && own.includes(stem.slice(i, i + 2)));
};

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Wrong {
  readonly at: string;
  readonly zh: string;
  readonly right: string;
  readonly instead: string;
}

const remark = (
  { section, passage }: Reading,
  { start, end }: Span,
  { at, zh, right, instead }: Wrong,
): Remark => ({
  rule: "N15_WRONG_ORG",
  at: `${section}.${at}`,
  excerpt: passage.excerpt(start, end),
  expected: null,
  actual: null,
  arithmetic: null,
  message: text(zh, "The unit is called by a name that is not its own"),
  suggestion: text(right, "Use the unit's own name"),
  replacement: passage.replacement(start, end, instead),
});
