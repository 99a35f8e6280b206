import type { Commands } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import type { Passwords } from "./passwords.js";
import type { Tokens } from "./tokens.js";
import type { Turns } from "./turns.js";

/** What the use cases of this module work with. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly commands: Commands;
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  /** Of attempts on one account. */
  readonly turns: Turns;
}
