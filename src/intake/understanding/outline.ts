import { isCalendarDate } from "../../kernel/calendar-date.js";
import { unified } from "../../kernel/fold.js";
import { FORMATS, type SectionKey, type TableKey } from "../../forms/index.js";
import { bare, labelKey } from "./labels.js";
import type { FoundSection, FoundText } from "./findings.js";
import type { Item, Line } from "./lines.js";

type PartKey = SectionKey | TableKey;

/** The six parts in order, each with its headings in all forms. */
const PARTS: readonly { readonly key: PartKey; readonly headings: readonly string[] }[] = (
  ["OVERVIEW", "proactive", "requests", "remedies", "PROBLEMS", "OTHER_MATTERS"] as const
).map((key) => ({
  key,
  headings: [
    ...new Set(
      FORMATS.flatMap(({ sections, tables }) =>
        [...sections, ...tables].filter((one) => one.key === key).map(({ heading }) => heading),
      ),
    ),
    ...(key === "OTHER_MATTERS" ? ["六、其他事项", "六、其他需要报告事项"] : []),
  ],
}));
const TEXT_PARTS = new Set<PartKey>(["OVERVIEW", "PROBLEMS", "OTHER_MATTERS"]);
const NUMERALS = "一二三四五六";

export interface Outline {
  readonly unitName: FoundText | null;
  readonly year: { readonly value: number; readonly place: Line["place"] } | null;
  /** 统计期限: the year of 1月1日 in the opening paragraph. */
  readonly periodYear: { readonly value: number; readonly place: Line["place"] } | null;
  readonly signedOn: FoundText | null;
  readonly sections: readonly FoundSection[];
  /** Headings that were not found. */
  readonly missing: readonly PartKey[];
  /** The items below the heading of a part; all items if no heading was found at all. */
  readonly below: (key: TableKey) => readonly Item[];
  readonly hasHeadings: boolean;
}

interface Start {
  readonly at: number;
  /** Text behind the heading on its line. */
  readonly rest: string;
}

export function outlineOf(items: readonly Item[]): Outline {
  const starts = startsOf(items);
  const first =
    starts.get("OVERVIEW")?.at ?? Math.min(...[...starts.values()].map(({ at }) => at), items.length);
  const title = titleOf(items.slice(0, first));
  const bounds = [...starts.values()].map(({ at }) => at).sort((a, b) => a - b);
  const itemsBelow = (key: PartKey): readonly Item[] => {
    const at = starts.get(key)?.at;
    return at === undefined
      ? []
      : items.slice(
          at + 1,
          bounds.find((bound) => bound > at),
        );
  };
  const ending = endingOf(itemsBelow("OTHER_MATTERS"), title?.unitName?.value ?? null);
  const bodyOf = (key: PartKey): string =>
    bodyText(key === "OTHER_MATTERS" ? ending.body : itemsBelow(key), starts.get(key)?.rest ?? "");
  const found = PARTS.filter(({ key }) => starts.has(key) && TEXT_PARTS.has(key)).map(
    ({ key }): FoundSection => {
      const item = items[starts.get(key)?.at ?? 0];
      return { key: key as SectionKey, body: bodyOf(key), place: item?.place ?? null };
    },
  );
  const introduction = title || starts.size > 0 ? introductionOf(items.slice(title?.end ?? 0, first)) : null;
  const periodYear = yearOfPeriod(items.slice(0, first));
  return {
    unitName: title?.unitName ?? null,
    year: title?.year ?? periodYear,
    periodYear,
    signedOn: ending.signedOn,
    sections: introduction === null ? found : [introduction, ...found],
    missing: PARTS.filter(({ key }) => !starts.has(key)).map(({ key }) => key),
    below: (key) => (starts.size === 0 ? items : itemsBelow(key)),
    hasHeadings: starts.size > 0,
  };
}

function introductionOf(items: readonly Item[]): FoundSection | null {
  const body = bodyText(items, "");
  return body === "" ? null : { key: "INTRODUCTION", body, place: null };
}

/** The last run of headings in order: a table of contents before it has the same words. */
function startsOf(items: readonly Item[]): Map<PartKey, Start> {
  let starts = new Map<PartKey, Start>();
  let last = -1;
  for (const [at, item] of items.entries()) {
    const found = item.kind === "line" ? headingOf(item) : null;
    if (!found) continue;
    if (found.index === 0) starts = new Map();
    if (found.index === 0 || found.index > last) {
      starts.set(PARTS[found.index]?.key ?? "OVERVIEW", { at, rest: found.rest });
      last = found.index;
    }
  }
  return starts;
}

function headingOf({ text, level }: Line): { index: number; rest: string } | null {
  const plain = bare(text);
  if (plain.length < 4 || /^[(\d]/.test(plain)) return null;
  const number = NUMERALS.indexOf(plain[0] ?? "") + 1;
  const isNumbered = number > 0 && /^.[、.,:]/.test(plain);
  for (const [index, { headings }] of PARTS.entries())
    for (const heading of headings) {
      const key = labelKey(heading);
      const own = labelKey(text);
      if (own === key && (isNumbered ? number === index + 1 : level > 0 || plain.length <= key.length + 2))
        return { index, rest: "" };
      if (isNumbered && number === index + 1 && own.startsWith(key))
        return { index, rest: restOf(text, heading) };
    }
  return null;
}

/** What follows the words of the heading on its line. */
function restOf(text: string, heading: string): string {
  const words = [...labelKey(heading)].join("[^\\p{L}\\p{N}]*");
  return unified(text).replace(new RegExp(`^.*?${words}[\\s。：:]*`, "u"), "");
}

function bodyText(items: readonly Item[], rest: string): string {
  const lines = items.flatMap((item) => (item.kind === "line" ? [item.text.trimEnd()] : []));
  return [...(rest ? [rest] : []), ...lines]
    .join("\n")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .replace(/(?:\n[^\S\n]*)+$/, "")
    .replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n");
}

const TITLE =
  /^(.*?)((?:20\d{2})|(?:二[〇零○O0][一二三四五六七八九〇零○O0]{2}))年?(?:度)?(?:的)?政府信息公开(?:工作)?(?:年度)?报告/;
const MOST_TITLE_LINES = 6;
const CHINESE_DIGITS: Readonly<Record<string, string>> = Object.fromEntries([
  ...[..."零一二三四五六七八九"].map((digit, i) => [digit, String(i)] as const),
  ...[..."〇○O"].map((digit) => [digit, "0"] as const),
]);

/** The title may run over several lines: the unit's name, then the year and 政府信息公开工作年度报告. */
function titleOf(items: readonly Item[]) {
  const lines = items.flatMap((item, at) =>
    item.kind === "line" && item.text.trim() !== "" ? [{ ...item, at }] : [],
  );
  for (let from = 0; from < Math.min(lines.length, 20); from++) {
    let joined = "";
    for (const line of lines.slice(from, from + MOST_TITLE_LINES)) {
      joined += unified(line.text).replace(/\s+/g, "");
      const match = joined.length <= 120 ? TITLE.exec(joined) : null;
      if (!match || /[，。；:]/.test(match[1] ?? "")) continue;
      const [, name = "", year = ""] = match;
      const { place } = lines[from] ?? line;
      return {
        unitName: name === "" ? null : { value: name.replace(/^[《"]|关于$/g, ""), place },
        year: {
          value: Number(year.replace(/\D/g, (digit) => CHINESE_DIGITS[digit] ?? digit)),
          place: line.place,
        },
        end: line.at + 1,
      };
    }
  }
  return null;
}

function yearOfPeriod(items: readonly Item[]): Outline["year"] {
  for (const item of items) {
    const year = item.kind === "line" ? /(20\d{2})年1月1日/.exec(bare(item.text))?.[1] : undefined;
    if (year) return { value: Number(year), place: item.place };
  }
  return null;
}

const DATE = /^(20\d{2})年(\d{1,2})月(\d{1,2})日$/;

/** Takes the signature and its date off the end of 六. */
function endingOf(
  items: readonly Item[],
  unitName: string | null,
): { body: readonly Item[]; signedOn: FoundText | null } {
  const isBlank = (item: Item | undefined): boolean => item?.kind === "line" && item.text.trim() === "";
  const body = [...items];
  const trim = (): void => {
    while (isBlank(body.at(-1))) body.pop();
  };
  trim();
  const last = body.at(-1);
  const match = last?.kind === "line" ? DATE.exec(bare(last.text)) : null;
  if (!last || !match) return { body, signedOn: null };
  const [, year = "", month = "", day = ""] = match;
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isCalendarDate(value)) return { body, signedOn: null };
  body.pop();
  trim();
  const signature = body.at(-1);
  const name = signature?.kind === "line" ? unified(signature.text).replace(/\s+/g, "") : "";
  if (name !== "" && name.length < 40 && (name === unitName || !/[。；，]/.test(name))) body.pop();
  return { body, signedOn: { value, place: last.place } };
}
