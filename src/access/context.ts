import type { Language } from "../kernel/text.js";
import type { Loaders } from "../platform/loaders/index.js";
import type { Viewer } from "./viewer.js";

/** What resolvers get of a request. Nothing here leads to the database but loaders, which read under its scope. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly language: Language;
  readonly requestId: string;
  /** The caller's address, for counting failed sign-ins. */
  readonly address: string;
}
