import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../platform/db/index.js";
import type { UnitKind } from "./unit-kind.js";

/** One organ in the public register of units: no tenant's secret, so the table has no tenant. */
@Entity("units")
export class UnitRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "code", type: "varchar" }) code!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  @Column({ name: "short_name", type: "varchar" }) shortName!: string;
  @Column({ name: "aliases", type: "simple-json" }) aliases!: readonly string[];
  /** Present and former names, one a line, in lower case: searched by `units(text:)`. */
  @Column({ name: "search_text", type: "text", select: false }) searchText?: string;
  @Column({ name: "kind", type: "varchar" }) kind!: UnitKind;
  @Column({ name: "parent_id", type: "varchar", nullable: true }) parentId!: string | null;
  /** The codes from the root down, each followed by a slash: `37/3710/371003/`. */
  @Column({ name: "path", type: "varchar" }) path!: string;
  @Column({ name: "files_report", type: "boolean" }) filesReport!: boolean;
  /** null if it always existed. */
  @Column({ name: "established_on", type: "varchar", nullable: true }) establishedOn!: string | null;
  /** First day on which it no longer exists. */
  @Column({ name: "dissolved_on", type: "varchar", nullable: true }) dissolvedOn!: string | null;
  /** The successor that took over its open business. */
  @Column({ name: "successor_id", type: "varchar", nullable: true }) successorId!: string | null;
  /** 统一社会信用代码 (GB 32100). */
  @Column({ name: "credit_code", type: "varchar", nullable: true }) creditCode!: string | null;
  @Column({ name: "revision", type: "int" }) revision!: number;
  /** Counted up by each lock: see Session.hold. */
  @Column({ name: "held", type: "int", select: false, insert: false }) held?: number;
}

/** A name that a unit bore until it was renamed. */
@Entity("unit_names")
export class UnitNameRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  @Column({ name: "short_name", type: "varchar" }) shortName!: string;
  @Column({ name: "replaced_at", type: "varchar" }) replacedAt!: string;
  @Column({ name: "replaced_by", type: "varchar" }) replacedBy!: string;
}

export const UNITS = sharedTable("units", UnitRow);
export const UNIT_NAMES = sharedTable("unit_names", UnitNameRow, { ofUnit: true });
