import { signedIn, type Outcome, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { administeredUser } from "../administered-user.js";
import { notOnOneself } from "../identity.problems.js";
import type { Services } from "../services.js";
import { revokeSessionsOf } from "../session.store.js";
import { disable, type UserRecord } from "../user.store.js";

export interface UserChoice {
  readonly userId: string;
  readonly idempotencyKey?: string | null;
}

export const disableUser = (
  { clock, commands }: Services,
  viewer: Viewer,
  input: UserChoice,
): Promise<Outcome<UserRecord>> =>
  commands.run({ viewer, name: "disableUser", input }, async (session) => {
    const user = await administeredUser(session, viewer, "user:disable", input.userId);
    if (user.id === signedIn(viewer).id) throw new Refusal(notOnOneself);
    const disabled = await disable(session, user, clock.now());
    await revokeSessionsOf(session, user.id, clock.now());
    return disabled;
  });
