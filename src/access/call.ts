import type { Session } from "../platform/db/index.js";
import type { Viewer } from "./viewer.js";

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
