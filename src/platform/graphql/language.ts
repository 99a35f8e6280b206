import type { Language } from "../../kernel/text.js";

/** Chinese unless the caller's `Accept-Language` puts English before it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: "zh", weight: 0 };
  for (const part of (acceptLanguage ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag.split("-")[0];
    const weight = weightOf(parameters);
    if ((language === "zh" || language === "en") && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
  return q === undefined ? 1 : Number(q.slice(2)) || 0;
}
