import { EVERYWHERE, NOWHERE, reaches, TenantScope, type Reach } from "../kernel/tenant-scope.js";
import { rolesSeeing } from "./permissions.js";
import { ROLES, type Role, type RowsSeen } from "./roles.data.js";

/** A unit as far as access is concerned: `path` is its place in the tree, `37/3710/371003/`. */
export interface Place {
  readonly id: string;
  readonly path: string;
}

export interface ViewerMembership {
  readonly unit: Place;
  readonly role: Role;
}

export interface SignedInUser {
  readonly id: string;
  readonly sessionId: string;
  readonly login: string;
  readonly displayName: string;
  /** A first password opens nothing but its own change: see withFirstPassword in access.decorator. */
  readonly mustChangePassword?: boolean;
}

/** The caller. Made from a verified token by identity/, or `PUBLIC` without a token. */
export class Viewer {
  readonly scope: TenantScope;

  constructor(
    readonly user: SignedInUser | null,
    readonly memberships: readonly ViewerMembership[],
  ) {
    const seen = (rows: RowsSeen): Reach => reachOf(memberships, rolesSeeing(rows));
    this.scope = TenantScope.grant({
      working: seen("working"),
      submitted: seen("submitted"),
      ledgers: seen("ledgers"),
      counted: seen("counted"),
      personal: seen("personal"),
      published: EVERYWHERE,
      writable: seen("writable"),
      administered: seen("administered"),
      audited: seen("audited"),
      acting: reachOf(
        memberships,
        memberships.map(({ role }) => role),
      ),
      person: user?.id ?? null,
      above: placesAbove(memberships, rolesSeeing("above")),
    });
  }

  /** The roles this viewer holds over a unit. */
  rolesAt(unit: Place): ReadonlySet<Role> {
    const held = this.memberships.filter((m) => reaches(reachOf([m], [m.role]), unit));
    return new Set(held.map((m) => m.role));
  }
}

export const PUBLIC = new Viewer(null, []);

function reachOf(memberships: readonly ViewerMembership[], roles: readonly Role[]): Reach {
  const held = memberships.filter((m) => roles.includes(m.role));
  if (held.length === 0) return NOWHERE;
  return {
    all: false,
    units: held.filter((m) => ROLES[m.role].reach === "unit").map((m) => m.unit.id),
    subtrees: held.filter((m) => ROLES[m.role].reach === "subtree").map((m) => m.unit.path),
  };
}

/** The paths of the units at which one of the roles is held, and of all units above them up to the root. */
function placesAbove(memberships: readonly ViewerMembership[], roles: readonly Role[]): string[] {
  const paths = memberships
    .filter((m) => roles.includes(m.role))
    .flatMap(({ unit: { path } }) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)));
  return [...new Set(paths)];
}
