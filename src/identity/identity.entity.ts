import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../access/index.js";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { sharedTable, tenantTable, withinReach } from "../platform/db/index.js";

@Entity("users")
export class UserRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  /** The unit whose administrators keep this account. */
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "login", type: "varchar" }) login!: string;
  @Column({ name: "display_name", type: "varchar" }) displayName!: string;
  @Column({ name: "password_hash", type: "varchar" }) passwordHash!: string;
  @Column({ name: "disabled_at", type: "varchar", nullable: true }) disabledAt!: string | null;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** A role held at a unit. */
@Entity("memberships")
export class MembershipRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "user_id", type: "varchar" }) userId!: string;
  @Column({ name: "role", type: "varchar" }) role!: Role;
}

@Entity("sessions")
export class SessionRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "user_id", type: "varchar" }) userId!: string;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
  @Column({ name: "expires_at", type: "varchar" }) expiresAt!: string;
  @Column({ name: "revoked_at", type: "varchar", nullable: true }) revokedAt!: string | null;
}

/**
 * Failed sign-ins, counted by login and network together and by each alone; keys are hashes, so that logins of no
 * account are not stored.
 */
@Entity("sign_in_throttles")
export class SignInThrottleRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "account", type: "varchar", nullable: true }) account!: string | null;
  @Column({ name: "failures", type: "int" }) failures!: number;
  @Column({ name: "window_from", type: "varchar" }) lastAt!: string;
  @Column({ name: "locked_until", type: "varchar", nullable: true }) lockedUntil!: string | null;
}

/** Networks from which an account has signed in: a hash of login and network. */
@Entity("known_places")
export class KnownPlaceRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "account", type: "varchar" }) account!: string;
  @Column({ name: "seen_at", type: "varchar" }) seenAt!: string;
}

/** When a user's password was set; no row for a password never set over the API. */
@Entity("password_states")
export class PasswordStateRow {
  @PrimaryColumn({ name: "user_id", type: "varchar" }) userId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "set_at", type: "varchar" }) setAt!: string;
  /** 初始密码: set by somebody else, to be changed at first use. */
  @Column({ name: "provisional", type: "boolean" }) provisional!: boolean;
  /** Hashes of former passwords, newest first. */
  @Column({ name: "former", type: "simple-json" }) former!: readonly string[];
}

const administered = {
  readable: (scope: TenantScope, alias: string) => withinReach(scope.administered, alias),
  writable: (scope: TenantScope) => scope.administered,
};

export const USERS = tenantTable("users", UserRow, administered);
export const MEMBERSHIPS = tenantTable("memberships", MembershipRow, administered);
export const SESSIONS = sharedTable("sessions", SessionRow, { machinery: true });
export const SIGN_IN_THROTTLES = sharedTable("sign_in_throttles", SignInThrottleRow, { machinery: true });
export const KNOWN_PLACES = sharedTable("known_places", KnownPlaceRow, { machinery: true });
export const PASSWORD_STATES = tenantTable("password_states", PasswordStateRow, administered);
