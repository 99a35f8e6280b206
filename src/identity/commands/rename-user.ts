import type { Outcome } from "../../access/index.js";
import { refuse } from "../../kernel/problem.js";
import { displayNameProblems } from "../account.rules.js";
import { administeredUser, recordDeed } from "../administered-user.js";
import type { Caller, Services } from "../services.js";
import { renameUserTo, type UserRecord } from "../user.store.js";

export interface UserRenaming {
  readonly userId: string;
  readonly displayName: string;
  readonly idempotencyKey?: string | null;
}

/** 姓名更正: records signed under the old name keep it. */
export const renameUser = (
  services: Services,
  caller: Caller,
  input: UserRenaming,
): Promise<Outcome<UserRecord>> =>
  services.commands.run({ ...caller, name: "renameUser", input }, async (session) => {
    const doing = { session, caller, services };
    const chosen = await administeredUser(doing, "user:create", input.userId);
    const problems = displayNameProblems(input.displayName, ["input", "displayName"]);
    refuse(problems);
    if (chosen.user.displayName === input.displayName) return chosen.user;
    const changes = { displayName: [chosen.user.displayName, input.displayName] as const };
    recordDeed(doing, chosen, { operation: "renameUser", changes });
    return renameUserTo(session, chosen.user, input.displayName);
  });
