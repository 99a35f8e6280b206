import { signedIn, type Outcome, type Viewer } from "../../../access/index.js";
import { TenantScope } from "../../../kernel/tenant-scope.js";
import { Refusal } from "../../../kernel/problem.js";
import { passwordProblems } from "../account.rules.js";
import { wrongCurrentPassword } from "../identity.problems.js";
import type { Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { accountLimit, admit, forgetFailures } from "../sign-in-throttle.store.js";
import { swapPassword, userByLogin, withoutSecret, type UserRecord } from "../user.store.js";

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly idempotencyKey?: string | null;
}

const SCOPE = TenantScope.system("change one's own password");

/** Guesses at the current password count as failed sign-ins; the user's other sessions end. */
export async function changePassword(
  { database, clock, commands, passwords }: Services,
  viewer: Viewer,
  { currentPassword, newPassword, idempotencyKey }: PasswordChange,
): Promise<Outcome<UserRecord>> {
  const { login, sessionId } = signedIn(viewer);
  const now = clock.now();
  const limit = accountLimit(login);
  const admitted = await admit(database, limit, now);
  const account = await database.read(SCOPE, (session) => userByLogin(session, login));
  const right = await passwords.matches(currentPassword, admitted && account ? account.passwordHash : null);
  const problems = right
    ? passwordProblems(newPassword, login, ["input", "newPassword"])
    : [wrongCurrentPassword];
  const replacement = problems.length === 0 ? await passwords.hash(newPassword) : "";
  const input = {
    idempotencyKey,
    currentPassword: passwords.fingerprint(currentPassword),
    newPassword: passwords.fingerprint(newPassword),
  };
  const outcome = await commands.run(
    { viewer: ownerOf(viewer), name: "changePassword", input },
    async (session) => {
      if (problems.length > 0) throw new Refusal(...problems);
      if (!account || !(await swapPassword(session, account, replacement)))
        throw new Refusal(wrongCurrentPassword);
      await revokeSessionsOf(session, account.id, now, sessionId);
      return withoutSecret(account);
    },
  );
  // A repeated call brings the old password, but proves by its key that it is the one that succeeded.
  if (right || outcome.record) await database.write(SCOPE, (session) => forgetFailures(session, limit));
  return outcome;
}

/** Accounts belong to administrators; the one row that is a user's own lies in none of a viewer's reaches. */
const ownerOf = (viewer: Viewer): Viewer => ({
  user: viewer.user,
  memberships: viewer.memberships,
  scope: SCOPE,
  rolesAt: (unit) => viewer.rolesAt(unit),
});
