import { forbidden, notFound, unauthenticated } from "../kernel/fault.js";
import type { Place, SignedInUser, Viewer } from "./viewer.js";
import { ROLES, type Role, type RowsSeen } from "./roles.data.js";

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

export function signedIn(viewer: Viewer): SignedInUser {
  if (!viewer.user) throw unauthenticated();
  return viewer.user;
}

/** Reading these rows is also a permission, so that no role can be given the one without the other. */
const READS = { ledgers: "ledger:read", counted: "statistics:read" } as const satisfies Partial<
  Record<RowsSeen, string>
>;

export type Permission = (typeof ROLES)[Role]["permissions"][number] | (typeof READS)[keyof typeof READS];

const NAMES = Object.keys(ROLES) as Role[];

export const rolesSeeing = (rows: RowsSeen): readonly Role[] =>
  NAMES.filter((role) => (ROLES[role].sees as readonly RowsSeen[]).includes(rows));

export function permissionsOf(role: Role): readonly Permission[] {
  const reads = (Object.keys(READS) as (keyof typeof READS)[]).filter((rows) =>
    rolesSeeing(rows).includes(role),
  );
  return [...ROLES[role].permissions, ...reads.map((rows) => READS[rows])];
}

/** Every permission with the roles that hold it where they reach. */
export const PERMISSIONS = Object.fromEntries(
  [...new Set(NAMES.flatMap(permissionsOf))].map((permission) => [
    permission,
    NAMES.filter((role) => permissionsOf(role).includes(permission)),
  ]),
) as unknown as Readonly<Record<Permission, readonly Role[]>>;

export const rolesHolding = (permission: Permission): readonly Role[] => PERMISSIONS[permission];
