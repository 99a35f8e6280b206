import type { Viewer } from "../access/index.js";
import { reaches, TenantScope } from "../kernel/tenant-scope.js";
import type { Database } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { placesOf } from "./user.read-model.js";

const SCOPE = TenantScope.system("does this user hold roles beyond the administrator's reach");

/**
 * Whoever sets a password can sign in with it, and whoever disables an account takes its roles out of use: neither may
 * touch roles that the administrator does not administer.
 */
export async function holdsRolesBeyond(
  database: Database,
  viewer: Viewer,
  globalId: string,
): Promise<boolean> {
  const id = idOfType("User", globalId);
  const places = id === null ? [] : await database.read(SCOPE, (session) => placesOf(session, id));
  return places.some((place) => !reaches(viewer.scope.administered, place));
}
