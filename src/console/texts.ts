import { LABELS } from "./generated/labels";
import { en } from "./texts.en";
import { zh } from "./texts.zh";

const KEPT = "gongkai.language";

/** Chinese unless this browser was told otherwise. */
export const LANGUAGE: "zh" | "en" = localStorage.getItem(KEPT) === "en" ? "en" : "zh";

export const t: typeof zh = LANGUAGE === "en" ? en : zh;

export function speak(language: "zh" | "en"): void {
  localStorage.setItem(KEPT, language);
  location.reload();
}

/** Of a pair that the API describes in both languages. */
export const spoken = ([chinese, english]: readonly [string, string]): string =>
  LANGUAGE === "en" ? english : chinese;

/** Of an indicator, as the API names it in both languages. */
export const nameOf = ({ label, labelEn }: { readonly label: string; readonly labelEn: string }): string =>
  spoken([label, labelEn]);

/** The official name of an enum's value, as the API describes it. */
export function label(type: keyof typeof LABELS, value: string): string {
  const names: Readonly<Record<string, readonly [string, string]>> = LABELS[type];
  const pair = names[value];
  return pair ? spoken(pair) : value;
}

const FIGURE = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 6 });
/** With separators; a blank stays blank. */
export const figure = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === "" ? "" : FIGURE.format(Number(value));

/** Swedish writes days as the API does: 2024-01-31 10:32, in the reader's own time. */
const MOMENT = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" });
export const moment = (value: string | null | undefined): string =>
  value ? MOMENT.format(new Date(value)) : "";
