import { authorize, holdsSomewhere, type Outcome, type Role } from "../../access/index.js";
import { Refusal } from "../../kernel/problem.js";
import { unitByCode, type UnitRow } from "../../units/index.js";
import { displayNameProblems, loginProblems } from "../account.rules.js";
import { recordDeed, type Doing } from "../administered-user.js";
import { auditorAlone, loginNotAvailable, mayStandTogether } from "../identity.problems.js";
import { passwordProblems } from "../password.rules.js";
import type { Caller, Services } from "../services.js";
import { addMembership, insertUser, notePassword, type NewUser, type UserRecord } from "../user.store.js";

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly unitCode: string;
  readonly password: string;
  readonly roles?: readonly Role[] | null;
  readonly idempotencyKey?: string | null;
}

/** The roles are held at the home unit; roles elsewhere are granted afterwards. The password is a first one (初始密码). */
export async function createUser(
  services: Services,
  caller: Caller,
  input: NewAccount,
): Promise<Outcome<UserRecord>> {
  const { commands, passwords, policy } = services;
  const { login, displayName, password, unitCode } = input;
  const problems = [
    ...loginProblems(login, ["input", "login"]),
    ...displayNameProblems(displayName, ["input", "displayName"]),
    ...passwordProblems(password, { login, known: [unitCode] }, policy, ["input", "password"]),
  ];
  const worthHashing = problems.length === 0 && holdsSomewhere(caller.viewer, "user:create");
  const passwordHash = worthHashing ? await passwords.hash(password) : "";
  const kept = { ...input, password: passwords.fingerprint(password) };
  return commands.run({ ...caller, name: "createUser", input: kept }, async (session) => {
    const home = authorize(caller.viewer, "user:create", await unitByCode(session, unitCode));
    const roles = [...new Set(input.roles ?? [])];
    if (roles.length > 0) authorize(caller.viewer, "role:grant", home);
    const together = mayStandTogether(roles) ? [] : [{ ...auditorAlone, path: ["input", "roles"] }];
    if (problems.length + together.length > 0) throw new Refusal(...problems, ...together);
    const user = await addAccount(
      { session, caller, services },
      home,
      { login, displayName, passwordHash },
      roles,
    );
    if (!user) throw new Refusal(loginNotAvailable);
    return user;
  });
}

/** Adds the account with its first password, roles and history; null if the login is taken. */
export async function addAccount(
  doing: Doing,
  home: UnitRow,
  account: NewUser,
  roles: readonly Role[],
): Promise<UserRecord | null> {
  const { session, services } = doing;
  const now = services.clock.now();
  const user = await insertUser(session, home, account, now);
  if (!user) return null;
  await notePassword(session, home, {
    userId: user.id,
    setAt: now.toISOString(),
    provisional: true,
    former: [],
  });
  recordDeed(
    doing,
    { user, home },
    {
      operation: "createUser",
      changes: { displayName: [null, user.displayName] },
    },
  );
  for (const role of roles) {
    const there = await addMembership(session, user.id, home, role);
    if (there)
      recordDeed(
        doing,
        { user, home },
        { operation: "grantRole", role, place: home, changes: { roles: there } },
      );
  }
  return user;
}
