import { holdsSomewhere, signedIn, type Outcome, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { administeredUser } from "../administered-user.js";
import { notOnOneself, rolesElsewhere } from "../identity.problems.js";
import { holdsRolesBeyond } from "../roles-beyond.js";
import type { Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { disable, type UserRecord } from "../user.store.js";

export interface UserChoice {
  readonly userId: string;
  readonly idempotencyKey?: string | null;
}

export async function disableUser(
  { database, clock, commands }: Services,
  viewer: Viewer,
  input: UserChoice,
): Promise<Outcome<UserRecord>> {
  const beyondReach =
    holdsSomewhere(viewer, "user:disable") && (await holdsRolesBeyond(database, viewer, input.userId));
  return commands.run({ viewer, name: "disableUser", input }, async (session) => {
    const user = await administeredUser(session, viewer, "user:disable", input.userId);
    if (user.id === signedIn(viewer).id) throw new Refusal(notOnOneself);
    if (beyondReach) throw new Refusal(rolesElsewhere);
    const disabled = await disable(session, user, clock.now());
    await revokeSessionsOf(session, user.id, clock.now());
    return disabled;
  });
}
