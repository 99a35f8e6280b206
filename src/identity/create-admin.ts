import { asOperator, type Call } from "../access/index.js";
import { recordAccountDeed } from "./account-history.js";
import type { Clock } from "../kernel/clock.js";
import type { Problem } from "../kernel/problem.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import type { Database } from "../platform/db/index.js";
import { foundingProblems, foundUnit, placeRootsByCode } from "../units/api.js";
import { unitByCode, type UnitFollowers, type UnitKind, type UnitRow } from "../units/index.js";
import { displayNameProblems, loginProblems } from "./account.rules.js";
import { PASSWORD_POLICIES, type PasswordPolicyName } from "../kernel/password-policies.data.js";
import { passwordProblems } from "./password.rules.js";
import type { Passwords } from "./passwords.js";
import { registerUser } from "./register-user.js";
import type { UserRecord } from "./user.store.js";

export interface FirstAdmin {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly unitCode: string;
  /** Adds the unit if it is not in the register: below a unit that is, or as a root of the tree. */
  readonly newUnit?: { readonly name: string; readonly kind: UnitKind; readonly under?: string };
  /** Puts every root that belongs below another unit by its code there, this one among them. */
  readonly adopt?: boolean;
}

/** A fault that the operator must correct; the message is for a terminal. */
export class AdminError extends Error {
  override readonly name = "AdminError";
}

const SCOPE = TenantScope.system("create an administrator from the command line");

interface Operator {
  readonly database: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly passwordPolicy?: PasswordPolicyName;
  /** Moves whatever belongs to an adopted root. */
  readonly followers?: UnitFollowers;
}

/** Creates the first ADMIN, which nobody could create over the API. */
export async function createAdmin(
  { database, clock, passwords, passwordPolicy = "standard", followers }: Operator,
  admin: FirstAdmin,
): Promise<UserRecord> {
  const { login, displayName, password, unitCode } = admin;
  const policy = PASSWORD_POLICIES[passwordPolicy];
  const problems = [
    ...loginProblems(login, ["--login"]),
    ...displayNameProblems(displayName, ["--name"]),
    ...passwordProblems(password, { login, known: [unitCode] }, policy, ["password"]),
  ];
  refuse(problems);
  const passwordHash = await passwords.hash(password);
  return database.write(SCOPE, async (session) => {
    const call = asOperator(session, clock.now(), "createUser");
    const home = await unitOf(call, admin);
    const memberships = [{ unit: home, role: "ADMIN" as const }];
    const registration = { login, displayName, passwordHash, home, memberships };
    const user = await registerUser(session, registration, clock.now());
    if (!user) throw new AdminError(`--login: ${login} 已被使用 · is taken`);
    const changes = { displayName: [null, displayName], roles: [null, "ADMIN"] } as const;
    recordAccountDeed(session, home, user, { operation: "createUser", role: "ADMIN", place: home, changes });
    if (admin.adopt && followers) await placeRootsByCode({ ...call, followers });
    return user;
  });
}

async function unitOf(call: Call, { unitCode, newUnit }: FirstAdmin): Promise<UnitRow> {
  const { session } = call;
  const known = await unitByCode(session, unitCode);
  if (known) return known;
  if (!newUnit)
    throw new AdminError(
      `--unit: 没有单位 ${unitCode}；新建须同时给出 --unit-name 和 --unit-kind · no such unit; to add it give both`,
    );
  if (!/^[0-9]{2,12}$/.test(unitCode))
    throw new AdminError("--unit: 代码须为 2 至 12 位数字 · 2 to 12 digits");
  const { name, kind, under } = newUnit;
  const given = { code: unitCode, name, shortName: name, kind };
  if (under === undefined) return foundUnit(call, given, null);
  const parent = await unitByCode(session, under);
  if (!parent) throw new AdminError(`--under: 没有单位 ${under} · no such unit`);
  refuse(await foundingProblems(session, given, parent));
  return foundUnit(call, given, parent);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const said = problems.map(({ path, message }) => `${path.join(".")}: ${message.zh} · ${message.en}`);
  throw new AdminError(said.join("\n"));
}
