import { authorize, signedIn, type Outcome, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { unitByCode } from "../../units/index.js";
import { administeredUser } from "../administered-user.js";
import { notOnOneself } from "../identity.problems.js";
import type { Services } from "../services.js";
import { removeMembership, type UserRecord } from "../user.store.js";
import type { RoleAtUnit } from "./grant-role.js";

/** It takes effect at the user's next request. Nobody gives up being ADMIN: a tree could be left without one. */
export const revokeRole = (
  { commands }: Services,
  viewer: Viewer,
  input: RoleAtUnit,
): Promise<Outcome<UserRecord>> =>
  commands.run({ viewer, name: "revokeRole", input }, async (session) => {
    const user = await administeredUser(session, viewer, "role:revoke", input.userId);
    const unit = authorize(viewer, "role:revoke", await unitByCode(session, input.unitCode));
    if (input.role === "ADMIN" && user.id === signedIn(viewer).id) throw new Refusal(notOnOneself);
    await removeMembership(session, user.id, unit, input.role);
    return user;
  });
