import { holdsSomewhere, type Outcome } from "../../access/index.js";
import { Refusal } from "../../kernel/problem.js";
import {
  administeredUser,
  isOneself,
  recordDeed,
  type AdministeredUser,
  type Doing,
} from "../administered-user.js";
import { notOnOneself, rolesElsewhere } from "../identity.problems.js";
import { holdsRolesBeyond } from "../roles-beyond.js";
import type { Caller, Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { disable, enable, type UserRecord } from "../user.store.js";

export interface UserChoice {
  readonly userId: string;
  readonly idempotencyKey?: string | null;
}

type Use = (doing: Doing, chosen: AdministeredUser) => Promise<UserRecord>;

/** 停用、恢复使用: only by an administrator who administers every role of the user. */
const command =
  (name: string, use: Use) =>
  async (services: Services, caller: Caller, input: UserChoice): Promise<Outcome<UserRecord>> => {
    const { database, commands } = services;
    const { viewer } = caller;
    const beyondReach =
      holdsSomewhere(viewer, "user:disable") && (await holdsRolesBeyond(database, viewer, input.userId));
    return commands.run({ ...caller, name, input }, async (session) => {
      const doing = { session, caller, services };
      const chosen = await administeredUser(doing, "user:disable", input.userId);
      if (isOneself(caller, chosen.user)) throw new Refusal(notOnOneself);
      if (beyondReach) throw new Refusal(rolesElsewhere);
      return use(doing, chosen);
    });
  };

export const disableUser = command("disableUser", async (doing, chosen) => {
  const now = doing.services.clock.now();
  const disabled = await disable(doing.session, chosen.user, now);
  await revokeSessionsOf(doing.session, chosen.user.id, now);
  if (chosen.user.disabledAt === null)
    recordDeed(doing, chosen, {
      operation: "disableUser",
      changes: { disabledAt: [null, disabled.disabledAt] },
    });
  return disabled;
});

/** Restores the account with its password and roles; former sessions stay ended. */
export const enableUser = command("enableUser", async (doing, chosen) => {
  if (chosen.user.disabledAt === null) return chosen.user;
  const enabled = await enable(doing.session, chosen.user);
  const changes = { disabledAt: [chosen.user.disabledAt, null] as const };
  recordDeed(doing, chosen, { operation: "enableUser", changes });
  return enabled;
});
