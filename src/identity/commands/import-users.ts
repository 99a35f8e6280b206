import { authorize, holds, holdsSomewhere, type Outcome } from "../../access/index.js";
import { forbidden } from "../../kernel/fault.js";
import { Refusal, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { unitsByCodes } from "../../units/index.js";
import type { Doing } from "../administered-user.js";
import { firstPassword } from "../first-password.js";
import { loginNotAvailable } from "../identity.problems.js";
import type { Caller, Services } from "../services.js";
import { readUserRows, type UserRow, type UserRows } from "../user-rows.js";
import { addAccount } from "./create-user.js";

export interface UserImport {
  /** A table as .csv. */
  readonly csv: string;
  /** Reports what would be done, without doing it. */
  readonly preview?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export interface ImportedUser extends Omit<UserRow, "password"> {
  /** The generated password, shown once; null if the file gave it, and in a preview. */
  readonly password: string | null;
}

/** Rolls the work of a preview back. */
class Preview extends Error {
  override readonly name = "Preview";
}

const NO_UNIT = text(
  "没有这个单位，或不在您的管理范围内",
  "There is no such unit, or it is beyond your reach",
);

/** Imports many users, all or none. A preview does the same and rolls back, so its report is exact. */
export async function importUsers(
  services: Services,
  caller: Caller,
  input: UserImport,
): Promise<Outcome<readonly ImportedUser[]>> {
  const { commands, passwords, policy } = services;
  if (!holdsSomewhere(caller.viewer, "user:create")) throw forbidden();
  const isPreview = input.preview === true;
  const file = readUserRows(input.csv, policy);
  const accounts = await withHashes(services, file, isPreview);
  const told = file.rows.map(({ password: _password, ...row }) => ({ ...row, password: null }));
  let made = false;
  const kept = { ...input, csv: passwords.fingerprint(input.csv) };
  const call = { ...caller, name: "importUsers", input: kept };
  try {
    const outcome = await commands.run(call, async (session) => {
      const problems = [...file.problems, ...(await addAll({ session, caller, services }, file, accounts))];
      if (problems.length > 0) throw new Refusal(...inOrder(problems));
      if (isPreview) throw new Preview();
      made = true;
      return told;
    });
    // A repeated call gets the report without the passwords, which are not stored.
    return outcome.record && made ? { ...outcome, record: withPasswords(told, accounts) } : outcome;
  } catch (error) {
    if (error instanceof Preview) return { record: told, problems: [] };
    throw error;
  }
}

interface Account {
  readonly passwordHash: string;
  readonly generated: string | null;
}

/** One hash after another, so that a sign-in meanwhile waits for one hash at most. */
async function withHashes(
  { passwords }: Services,
  { rows, problems }: UserRows,
  isPreview: boolean,
): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  for (const { password } of rows) {
    const generated = password === null ? firstPassword() : null;
    const isWorthIt = !isPreview && problems.length === 0;
    const passwordHash = isWorthIt ? await passwords.hash(password ?? generated ?? "") : "";
    accounts.push({ passwordHash, generated });
  }
  return accounts;
}

/** Adds the valid rows, and reports the problems of the others. */
async function addAll(
  doing: Doing,
  { rows, problems: known, at }: UserRows,
  accounts: readonly Account[],
): Promise<Problem[]> {
  const { session, caller } = doing;
  const units = await unitsByCodes(session, [...new Set(rows.map(({ unitCode }) => unitCode))]);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const wrong = new Set(known.map(({ path }) => path[2]));
  const problems: Problem[] = [];
  for (const [i, { row, login, displayName, unitCode, roles }] of rows.entries()) {
    const unit = byCode.get(unitCode);
    if (!unit || !holds(caller.viewer, "user:create", unit)) {
      if (unitCode !== "") problems.push(at(row, "unitCode", NO_UNIT));
      continue;
    }
    if (wrong.has(String(row))) continue;
    if (roles.length > 0) authorize(caller.viewer, "role:grant", unit);
    const account = { login, displayName, passwordHash: accounts[i]?.passwordHash ?? "" };
    const added = await addAccount(doing, unit, account, roles);
    if (!added) problems.push(at(row, "login", loginNotAvailable.message));
  }
  return problems;
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => Number(a.path[2]) - Number(b.path[2]));

const withPasswords = (
  users: readonly ImportedUser[],
  accounts: readonly Account[],
): readonly ImportedUser[] => users.map((user, i) => ({ ...user, password: accounts[i]?.generated ?? null }));
