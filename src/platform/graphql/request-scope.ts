import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { Language } from "../../kernel/text.js";

/** Where a whole error goes; pino's loggers fit. */
export interface ErrorLog {
  error(details: object, message: string): void;
}

/** What an error needs in order to be told to this caller. */
export interface RequestScope {
  readonly language: Language;
  readonly requestId: string;
  /** For the log. */
  readonly notes?: { operation?: string };
}

// Apollo formats some errors before a context exists and hands none to formatError, hence not an argument.
const storage = new AsyncLocalStorage<RequestScope>();

export const withRequestScope = <T>(scope: RequestScope, run: () => T): T => storage.run(scope, run);

export const currentRequestScope = (): RequestScope =>
  storage.getStore() ?? { language: "zh", requestId: randomUUID() };
