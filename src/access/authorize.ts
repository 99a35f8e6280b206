import { forbidden, notFound, unauthenticated } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import type { Place, SignedInUser, Viewer } from "./viewer.js";
import { rolesHolding, type Permission } from "./permissions.js";

export const holds = (viewer: Viewer, permission: Permission, unit: Place): boolean => {
  const roles = viewer.rolesAt(unit);
  return rolesHolding(permission).some((role) => roles.has(role));
};

/** True if the viewer holds the permission at any unit: a cheap check before expensive work. */
export const holdsSomewhere = (viewer: Viewer, permission: Permission): boolean =>
  viewer.memberships.some(({ role }) => rolesHolding(permission).includes(role));

/**
 * Returns the unit if the viewer holds one of the permissions over it. A viewer with another role there gets
 * FORBIDDEN; a viewer without any role there gets NOT_FOUND, as for a unit that does not exist.
 */
export function authorize<U extends Place>(
  viewer: Viewer,
  permissions: Permission | readonly Permission[],
  unit: U | null,
): U {
  if (!unit || viewer.rolesAt(unit).size === 0) throw notFound();
  const any = typeof permissions === "string" ? [permissions] : permissions;
  if (!any.some((permission) => holds(viewer, permission, unit))) throw forbidden();
  return unit;
}

/** Why a caller without the permission cannot take a step that is shown to all. */
export const NOT_YOURS = text("您的角色无权进行此操作", "Your role does not allow this");

export function signedIn(viewer: Viewer): SignedInUser {
  if (!viewer.user) throw unauthenticated();
  return viewer.user;
}
