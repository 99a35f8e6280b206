import { holdsSomewhere, signedIn, type Outcome, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { passwordProblems } from "../account.rules.js";
import { administeredUser } from "../administered-user.js";
import { notOnOneself, rolesElsewhere } from "../identity.problems.js";
import { holdsRolesBeyond } from "../roles-beyond.js";
import type { Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { accountLimit, forgetFailures } from "../sign-in-throttle.store.js";
import { setPassword, type UserRecord } from "../user.store.js";

export interface PasswordReset {
  readonly userId: string;
  readonly newPassword: string;
  readonly idempotencyKey?: string | null;
}

/** Ends the user's sessions and an account's lock. One's own password is changed by proving the current one. */
export async function resetPassword(
  { database, clock, commands, passwords }: Services,
  viewer: Viewer,
  input: PasswordReset,
): Promise<Outcome<UserRecord>> {
  const { newPassword } = input;
  const mayReset = holdsSomewhere(viewer, "user:resetPassword");
  const passwordHash = mayReset ? await passwords.hash(newPassword) : "";
  const beyondReach = mayReset && (await holdsRolesBeyond(database, viewer, input.userId));
  const kept = { ...input, newPassword: passwords.fingerprint(newPassword) };
  return commands.run({ viewer, name: "resetPassword", input: kept }, async (session) => {
    const user = await administeredUser(session, viewer, "user:resetPassword", input.userId);
    if (user.id === signedIn(viewer).id) throw new Refusal(notOnOneself);
    if (beyondReach) throw new Refusal(rolesElsewhere);
    const problems = passwordProblems(newPassword, user.login, ["input", "newPassword"]);
    if (problems.length > 0) throw new Refusal(...problems);
    await setPassword(session, user.id, passwordHash);
    await revokeSessionsOf(session, user.id, clock.now());
    await forgetFailures(session, accountLimit(user.login));
    return user;
  });
}
