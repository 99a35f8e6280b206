import { holdsSomewhere, type Outcome } from "../../access/index.js";
import { refuse, Refusal } from "../../kernel/problem.js";
import { administeredUser, isOneself, recordDeed } from "../administered-user.js";
import { notOnOneself, rolesElsewhere, userDisabled } from "../identity.problems.js";
import { passwordProblems } from "../password.rules.js";
import { holdsRolesBeyond } from "../roles-beyond.js";
import type { Caller, Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { accountKey } from "../sign-in-place.js";
import { forgetAccount } from "../sign-in-throttle.store.js";
import { notePassword, passwordStateOf, setPassword, type UserRecord } from "../user.store.js";

export interface PasswordReset {
  readonly userId: string;
  readonly newPassword: string;
  readonly idempotencyKey?: string | null;
}

/**
 * Sets a first password (初始密码), and ends the user's sessions and any lock. For one's own password there is
 * changePassword, which asks for the current one.
 */
export async function resetPassword(
  services: Services,
  caller: Caller,
  input: PasswordReset,
): Promise<Outcome<UserRecord>> {
  const { database, clock, commands, passwords, policy } = services;
  const { newPassword } = input;
  const mayReset = holdsSomewhere(caller.viewer, "user:resetPassword");
  const passwordHash = mayReset ? await passwords.hash(newPassword) : "";
  const beyondReach = mayReset && (await holdsRolesBeyond(database, caller.viewer, input.userId));
  const kept = { ...input, newPassword: passwords.fingerprint(newPassword) };
  return commands.run({ ...caller, name: "resetPassword", input: kept }, async (session) => {
    const doing = { session, caller, services };
    const chosen = await administeredUser(doing, "user:resetPassword", input.userId);
    const { user, home } = chosen;
    if (isOneself(caller, user)) throw new Refusal(notOnOneself);
    if (beyondReach) throw new Refusal(rolesElsewhere);
    if (user.disabledAt !== null) throw new Refusal(userDisabled);
    const owner = { login: user.login, known: [home.code] };
    const problems = passwordProblems(newPassword, owner, policy, ["input", "newPassword"]);
    refuse(problems);
    const former = (await passwordStateOf(session, user.id))?.former ?? [];
    const setAt = clock.now().toISOString();
    await setPassword(session, user.id, passwordHash);
    await notePassword(session, home, { userId: user.id, setAt, provisional: true, former });
    await revokeSessionsOf(session, user.id, clock.now());
    await forgetAccount(session, accountKey(user.login));
    recordDeed(doing, chosen, { operation: "resetPassword" });
    return user;
  });
}
