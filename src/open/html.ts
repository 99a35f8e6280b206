import { markup } from "../wordprocessing/index.js";

/** Markup that is safe to show: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Shown = Html | string | number | null | readonly Shown[];

/** A template of HTML: each text in it is escaped, markup made by another template is kept, null is nothing. */
export const html = (fixed: TemplateStringsArray, ...shown: readonly Shown[]): Html => ({
  markup: fixed.reduce((made, part, i) => `${made}${markupOf(shown[i - 1] ?? null)}${part}`),
});

/** The same for XML, whose templates the formatter leaves as they are. */
export const xml: typeof html = (fixed, ...shown) => html(fixed, ...shown);

function markupOf(shown: Shown): string {
  if (shown === null) return "";
  if (typeof shown === "object") return "markup" in shown ? shown.markup : shown.map(markupOf).join("");
  return markup(String(shown));
}
