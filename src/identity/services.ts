import type { Commands, RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../platform/db/index.js";
import type { PasswordPolicy } from "../kernel/password-policies.data.js";
import type { Passwords } from "./passwords.js";
import type { Tokens } from "./tokens.js";
import type { Turns } from "./turns.js";

/** The caller of a command. */
export type Caller = Pick<RequestContext, "viewer" | "address" | "requestId">;

/** Log of sign-ins; pino's loggers fit. */
export interface SignInLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** Services of the commands of this room. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly commands: Commands;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly tokens: Tokens;
  readonly log: SignInLog;
  /** Serializes attempts on one account from one place. */
  readonly turns: Turns;
}
