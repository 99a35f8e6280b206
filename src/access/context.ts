import type { Language } from "../kernel/text.js";
import type { Loaders } from "../platform/loaders/index.js";
import type { Viewer } from "./viewer.js";

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
