import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Role } from "../access/index.js";
import type { Reach, TenantScope } from "../kernel/tenant-scope.js";
import { tenantTable, withinReach } from "../platform/db/index.js";

export type AccountEventKind =
  | "SIGNED_IN"
  | "SIGN_IN_FAILED"
  | "LOCKED_OUT"
  | "USER_CREATED"
  | "USER_RENAMED"
  | "USER_DISABLED"
  | "USER_ENABLED"
  | "PASSWORD_CHANGED"
  | "PASSWORD_RESET"
  | "ROLE_GRANTED"
  | "ROLE_REVOKED"
  | "SETTING_CHANGED";

/** Who did what to which account or setting, from where. Append-only, written in the transaction of the deed. */
@Entity("account_events")
export class AccountEventRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  /** The unit that keeps the account, or that the setting holds for. */
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "at", type: "varchar" }) at!: string;
  @Column({ name: "kind", type: "varchar" }) kind!: AccountEventKind;
  /** Null where nobody had signed in: of a failure it is not known who it was. */
  @Column({ name: "actor_id", type: "varchar", nullable: true }) actorId!: string | null;
  @Column({ name: "actor", type: "varchar", nullable: true }) actor!: string | null;
  @Column({ name: "user_id", type: "varchar", nullable: true }) userId!: string | null;
  @Column({ name: "login", type: "varchar", nullable: true }) login!: string | null;
  @Column({ name: "role", type: "varchar", nullable: true }) role!: Role | null;
  /** Where the role is held. */
  @Column({ name: "place_id", type: "varchar", nullable: true }) placeId!: string | null;
  @Column({ name: "detail", type: "text", nullable: true }) detail!: string | null;
  @Column({ name: "address", type: "varchar", nullable: true }) address!: string | null;
}

/** An officer writes that a setting was changed, an administrator all the rest. */
const writable = ({ administered, writable: working }: TenantScope): Reach =>
  administered.all || working.all
    ? { all: true }
    : {
        all: false,
        units: [...administered.units, ...working.units],
        subtrees: [...administered.subtrees, ...working.subtrees],
      };

export const ACCOUNT_EVENTS = tenantTable("account_events", AccountEventRow, {
  readable: (scope, alias) => withinReach(scope.administered, alias),
  writable,
});
