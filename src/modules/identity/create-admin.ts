import type { Clock } from "../../kernel/clock.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import type { Database, Session } from "../../platform/db/index.js";
import { insertUnit, isGovernment, unitByCode, type UnitKind, type UnitRow } from "../units/index.js";
import { displayNameProblems, loginProblems } from "./account.rules.js";
import { PASSWORD_POLICIES, type PasswordPolicyName } from "../../kernel/password-policies.data.js";
import { passwordProblems } from "./password.rules.js";
import type { Passwords } from "./passwords.js";
import { registerUser } from "./register-user.js";
import type { UserRecord } from "./user.store.js";

export interface FirstAdmin {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly unitCode: string;
  /** Adds the unit as a root of the tree if it is not in the register. */
  readonly newUnit?: { readonly name: string; readonly kind: UnitKind };
}

/** What the operator has to mend; its message is for a terminal. */
export class AdminError extends Error {
  override readonly name = "AdminError";
}

const SCOPE = TenantScope.system("create an administrator from the command line");

interface Operator {
  readonly database: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly passwordPolicy?: PasswordPolicyName;
}

/** The ADMIN that nobody could create over the API, since there is none yet who may. */
export async function createAdmin(
  { database, clock, passwords, passwordPolicy = "standard" }: Operator,
  admin: FirstAdmin,
): Promise<UserRecord> {
  const { login, displayName, password, unitCode } = admin;
  const policy = PASSWORD_POLICIES[passwordPolicy];
  const problems = [
    ...loginProblems(login, ["--login"]),
    ...displayNameProblems(displayName, ["--name"]),
    ...passwordProblems(password, { login, known: [unitCode] }, policy, ["password"]),
  ];
  if (problems.length > 0)
    throw new AdminError(
      problems.map((p) => `${p.path.join(".")}: ${p.message.zh} · ${p.message.en}`).join("\n"),
    );
  const passwordHash = await passwords.hash(password);
  return database.write(SCOPE, async (session) => {
    const home = await unitOf(session, admin);
    const memberships = [{ unit: home, role: "ADMIN" as const }];
    const registration = { login, displayName, passwordHash, home, memberships };
    const user = await registerUser(session, registration, clock.now());
    if (!user) throw new AdminError(`--login: ${login} 已被使用 · is taken`);
    return user;
  });
}

async function unitOf(session: Session, { unitCode, newUnit }: FirstAdmin): Promise<UnitRow> {
  const known = await unitByCode(session, unitCode);
  if (known) return known;
  if (!newUnit)
    throw new AdminError(
      `--unit: 没有单位 ${unitCode}；新建须同时给出 --unit-name 和 --unit-kind · no such unit; to add it give both`,
    );
  if (!/^[0-9]{2,12}$/.test(unitCode))
    throw new AdminError("--unit: 代码须为 2 至 12 位数字 · 2 to 12 digits");
  const { name, kind } = newUnit;
  const names = { name, shortName: name, aliases: [] };
  const filesReport = !isGovernment(kind);
  return insertUnit(session, { code: unitCode, ...names, kind, filesReport, establishedOn: null }, null);
}
