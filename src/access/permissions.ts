import { ROLES, type Role, type RowsSeen } from "./roles.data.js";

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
