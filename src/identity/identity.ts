import type { Commands, Viewer } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../platform/db/index.js";
import { MembershipResolver } from "./membership.resolver.js";
import { PASSWORD_POLICIES, type PasswordPolicyName } from "../kernel/password-policies.data.js";
import { Passwords, type PasswordCost } from "./passwords.js";
import type { SignInLog } from "./services.js";
import { SignInResolver } from "./sign-in.resolver.js";
import { Tokens } from "./tokens.js";
import { Turns } from "./turns.js";
import { UserResolver } from "./user.resolver.js";
import { viewerSource, type ViewerSource } from "./viewer.read-model.js";

export interface IdentityOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly commands: Commands;
  readonly authSecret: string;
  readonly log: SignInLog;
  readonly passwordPolicy: PasswordPolicyName;
  /** Lower in tests. All hashes of one database should have one cost: a refusal takes as long as its hash. */
  readonly passwordCost?: PasswordCost;
}

export interface Identity extends ViewerSource {
  /** Instances, for type-graphql's container. */
  readonly resolvers: readonly [SignInResolver, UserResolver, MembershipResolver];
  readonly passwords: Passwords;
  /** A further token of the caller's session, valid until the given moment; null for the public. */
  readonly tokenOf: (viewer: Viewer, until: Date) => Promise<string | null>;
}

export function createIdentity({
  database,
  clock,
  commands,
  log,
  authSecret,
  passwordPolicy,
  passwordCost,
}: IdentityOptions): Identity {
  const passwords = new Passwords(authSecret, passwordCost);
  const tokens = new Tokens(authSecret, clock);
  const policy = PASSWORD_POLICIES[passwordPolicy];
  const services = { database, clock, commands, log, passwords, policy, tokens, turns: new Turns() };
  return {
    ...viewerSource(services),
    resolvers: [new SignInResolver(services), new UserResolver(services), new MembershipResolver()],
    passwords,
    tokenOf: async ({ user }, until) =>
      user && tokens.issue({ userId: user.id, sessionId: user.sessionId }, until),
  };
}
