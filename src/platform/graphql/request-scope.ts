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
