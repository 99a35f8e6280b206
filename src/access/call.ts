import type { Session } from "../platform/db/index.js";
import type { Viewer } from "./viewer.js";
import type { Language } from "../kernel/text.js";
import type { Loaders } from "../platform/loaders/index.js";

/** One call of a command: who asks, when, under which name, and the transaction in which it is carried out. */
export interface Call {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly now: Date;
  /** The mutation's name. */
  readonly operation: string;
  /** The id that the server's log gives the HTTP request; null for commands of the operator. */
  readonly requestId: string | null;
}

/**
 * The part of a request that resolvers see. Only loaders lead to the database, and they read under the request's
 * scope.
 */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly language: Language;
  readonly requestId: string;
  /** The caller's address, for counting failed sign-ins. */
  readonly address: string;
}
