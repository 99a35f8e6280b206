import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { Language } from "../../kernel/text.js";

/** Destination of whole errors; pino's loggers fit. */
export interface ErrorLog {
  error(details: object, message: string): void;
}

/** Whatever is needed to word an error for this caller. */
export interface RequestScope {
  readonly language: Language;
  readonly requestId: string;
  /** For the log. */
  readonly notes?: { operation?: string };
}

// Apollo formats some errors before a context exists and passes none to formatError, so the context cannot be an
// argument.
const storage = new AsyncLocalStorage<RequestScope>();

export const withRequestScope = <T>(scope: RequestScope, run: () => T): T => storage.run(scope, run);

export const currentRequestScope = (): RequestScope =>
  storage.getStore() ?? { language: "zh", requestId: randomUUID() };

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
