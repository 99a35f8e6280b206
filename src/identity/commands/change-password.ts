import { signedIn, type Outcome, type Viewer } from "../../access/index.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import { refuse, type Problem, Refusal } from "../../kernel/problem.js";
import type { Session } from "../../platform/db/index.js";
import { unitsByIds } from "../../units/index.js";
import type { UserRow } from "../identity.entity.js";
import { wrongCurrentPassword } from "../identity.problems.js";
import { recordAccountDeed } from "../account-history.js";
import { passwordProblems, usedBefore } from "../password.rules.js";
import type { Caller, Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { limitsOf, placeOf } from "../sign-in-place.js";
import { admit, isKnownPlace, takeBack } from "../sign-in-throttle.store.js";
import {
  notePassword,
  passwordStateOf,
  swapPassword,
  userByLogin,
  withoutSecret,
  type UserRecord,
} from "../user.store.js";

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly idempotencyKey?: string | null;
}

const SCOPE = TenantScope.system("change one's own password");
const AT = ["input", "newPassword"];

/** Guesses at the current password count as failed sign-ins; the user's other sessions end. */
export async function changePassword(
  services: Services,
  caller: Caller,
  { currentPassword, newPassword, idempotencyKey }: PasswordChange,
): Promise<Outcome<UserRecord>> {
  const { database, clock, commands, passwords } = services;
  const { login, sessionId } = signedIn(caller.viewer);
  const now = clock.now();
  const place = placeOf(login, caller.address);
  const counted = await admit(database, limitsOf(place, await isKnownPlace(database, place)), now);
  const account = await database.read(SCOPE, (session) => userByLogin(session, login));
  const right = await passwords.matches(currentPassword, counted && account ? account.passwordHash : null);
  const problems =
    right && account ? await problemsOf(services, account, newPassword) : [wrongCurrentPassword];
  const replacement = problems.length === 0 ? await passwords.hash(newPassword) : "";
  const input = {
    idempotencyKey,
    currentPassword: passwords.fingerprint(currentPassword),
    newPassword: passwords.fingerprint(newPassword),
  };
  const call = { ...caller, viewer: ownerOf(caller.viewer), name: "changePassword", input };
  const outcome = await commands.run(call, async (session) => {
    refuse(problems);
    if (!account || !(await swapPassword(session, account, replacement)))
      throw new Refusal(wrongCurrentPassword);
    await noteChange(session, services, account, caller);
    await revokeSessionsOf(session, account.id, now, sessionId);
    return withoutSecret(account);
  });
  // A repeated call brings the old password; its key proves that it is the call that succeeded.
  if (counted && (right || outcome.record))
    await database.write(SCOPE, (session) => takeBack(session, counted));
  return outcome;
}

async function problemsOf(
  { database, passwords, policy }: Services,
  account: UserRow,
  newPassword: string,
): Promise<readonly Problem[]> {
  const [home, state] = await database.read(
    SCOPE,
    async (session) =>
      [(await unitsByIds(session, [account.unitId]))[0], await passwordStateOf(session, account.id)] as const,
  );
  const problems = passwordProblems(
    newPassword,
    { login: account.login, known: home ? [home.code] : [] },
    policy,
    AT,
  );
  if (problems.length > 0) return problems;
  const before = [account.passwordHash, ...(state?.former ?? []).slice(0, policy.remembered)];
  for (const hash of before)
    if (await passwords.matches(newPassword, hash)) return [usedBefore(AT, policy.remembered)];
  return [];
}

async function noteChange(
  session: Session,
  { clock, policy }: Services,
  account: UserRow,
  { address }: Caller,
): Promise<void> {
  const now = clock.now();
  const [home] = await unitsByIds(session, [account.unitId]);
  if (!home) throw new Error("a user belongs to a unit");
  const state = await passwordStateOf(session, account.id);
  const former = [account.passwordHash, ...(state?.former ?? [])].slice(0, policy.remembered);
  await notePassword(session, home, {
    userId: account.id,
    setAt: now.toISOString(),
    provisional: false,
    former,
  });
  recordAccountDeed(session, home, account, { operation: "changePassword", address });
}

/** Accounts belong to administrators; the user's own row lies in none of the viewer's reaches. */
const ownerOf = (viewer: Viewer): Viewer => ({
  user: viewer.user,
  memberships: viewer.memberships,
  scope: SCOPE,
  rolesAt: (unit) => viewer.rolesAt(unit),
});
