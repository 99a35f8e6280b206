import { authorize, holdsSomewhere, type Outcome, type Role, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { unitByCode } from "../../units/index.js";
import { displayNameProblems, loginProblems, passwordProblems } from "../account.rules.js";
import { loginNotAvailable } from "../identity.problems.js";
import type { Services } from "../services.js";
import { addMembership, insertUser, type UserRecord } from "../user.store.js";

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly unitCode: string;
  readonly password: string;
  readonly roles?: readonly Role[] | null;
  readonly idempotencyKey?: string | null;
}

/** The roles are held at the home unit; roles elsewhere are granted afterwards. */
export async function createUser(
  { clock, commands, passwords }: Services,
  viewer: Viewer,
  input: NewAccount,
): Promise<Outcome<UserRecord>> {
  const { login, displayName, password } = input;
  const problems = [
    ...loginProblems(login, ["input", "login"]),
    ...displayNameProblems(displayName, ["input", "displayName"]),
    ...passwordProblems(password, login, ["input", "password"]),
  ];
  const worthHashing = problems.length === 0 && holdsSomewhere(viewer, "user:create");
  const passwordHash = worthHashing ? await passwords.hash(password) : "";
  const kept = { ...input, password: passwords.fingerprint(password) };
  return commands.run({ viewer, name: "createUser", input: kept }, async (session) => {
    const unit = authorize(viewer, "user:create", await unitByCode(session, input.unitCode));
    const roles = [...new Set(input.roles ?? [])];
    if (roles.length > 0) authorize(viewer, "role:grant", unit);
    if (problems.length > 0) throw new Refusal(...problems);
    const user = await insertUser(session, unit, { login, displayName, passwordHash }, clock.now());
    if (!user) throw new Refusal(loginNotAvailable);
    for (const role of roles) await addMembership(session, user.id, unit, role);
    return user;
  });
}
