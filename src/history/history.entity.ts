import { Column, Entity, PrimaryColumn } from "typeorm";
import { NOWHERE, type Reach, type TenantScope } from "../kernel/tenant-scope.js";
import {
  allOf,
  anyOf,
  raw,
  sharedTable,
  sql,
  tenantTable,
  withinReach,
  type Sql,
} from "../platform/db/index.js";
import type { Algorithm } from "./chain.js";
import { PLATFORM } from "./platform-chain.js";
import type { Operation } from "./operations.data.js";
import type { Readers, SubjectType } from "./subjects.data.js";

/** One thing that was done, or one reading of personal data. Append-only; each entry holds the hash of the one before. */
@Entity("history")
export class HistoryRow {
  /** In whose history it stands; see PLATFORM for what belongs to no unit. */
  @PrimaryColumn({ name: "unit_id", type: "varchar" }) unitId!: string;
  @PrimaryColumn({ name: "seq", type: "int" }) seq!: number;
  @Column({ name: "at", type: "varchar" }) at!: string;
  /** The day that it concerns. */
  @Column({ name: "on_date", type: "varchar" }) onDate!: string;
  /** null: nobody who had signed in, or the operator by a command. */
  @Column({ name: "actor_id", type: "varchar", nullable: true }) actorId!: string | null;
  @Column({ name: "actor", type: "varchar", nullable: true }) actor!: string | null;
  /** The roles that the actor held over the unit, by comma. */
  @Column({ name: "role", type: "varchar", nullable: true }) role!: string | null;
  @Column({ name: "operation", type: "varchar" }) operation!: Operation;
  @Column({ name: "readers", type: "varchar" }) readers!: Readers;
  @Column({ name: "subject_type", type: "varchar" }) subjectType!: SubjectType;
  @Column({ name: "subject_id", type: "varchar", nullable: true }) subjectId!: string | null;
  /** The subject's revision that came of it. */
  @Column({ name: "revision", type: "int", nullable: true }) revision!: number | null;
  @Column({ name: "changes", type: "text", nullable: true }) changes!: string | null;
  @Column({ name: "reason", type: "text", nullable: true }) reason!: string | null;
  @Column({ name: "details", type: "text", nullable: true }) details!: string | null;
  @Column({ name: "request_id", type: "varchar", nullable: true }) requestId!: string | null;
  /** `unit/seq` of the entry that it repeats: the subject was handed over to this unit. */
  @Column({ name: "copy_of", type: "varchar", nullable: true }) copyOf!: string | null;
  @Column({ name: "algorithm", type: "varchar" }) algorithm!: Algorithm;
  @Column({ name: "previous", type: "varchar" }) previous!: string;
  @Column({ name: "hash", type: "varchar" }) hash!: string;
}

/** Number of entries of a unit's history; updating it locks the history until the commit. */
@Entity("history_heads")
export class HistoryHeadRow {
  @PrimaryColumn({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "seq", type: "int" }) seq!: number;
  /** How many of the last entries have no number in the feed of changes yet. */
  @Column({ name: "untold", type: "int" }) untold!: number;
}

/** The key of the digests that stand for one subject's personal data, sealed. Without it they say nothing. */
@Entity("history_keys")
export class HistoryKeyRow {
  @PrimaryColumn({ name: "subject_id", type: "varchar" }) subjectId!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "sealed", type: "blob" }) sealed!: Uint8Array;
}

const READ: Readonly<Record<Readers, (scope: TenantScope) => readonly Reach[]>> = {
  PUBLIC: ({ published }) => [published],
  WORKING: ({ working }) => [working],
  LEDGERS: ({ ledgers }) => [ledgers],
  SETTINGS: ({ working, administered }) => [working, administered],
  ACCOUNTS: ({ administered }) => [administered],
  PERSONAL: ({ personal }) => [personal],
  AUDIT: () => [],
};

/** The units whose whole history is an auditor's to read; with a root's, which is all there is, what belongs to no unit. */
export function audited({ audited: reach }: TenantScope, alias: string): Sql {
  const atRoot = reach.all || reach.subtrees.some((path) => path.indexOf("/") === path.length - 1);
  return anyOf([
    ...(atRoot ? [sql`${raw(alias)}.unit_id = ${PLATFORM.id}`] : []),
    ...(reach === NOWHERE ? [] : [withinReach(reach, alias)]),
  ]);
}

/** The entries that a scope lets through, of a table with the columns `unit_id` and `readers`. */
export function readableEntries(scope: TenantScope, alias: string): Sql {
  const byReaders = Object.entries(READ).flatMap(([readers, reaches]) =>
    reaches(scope)
      .filter((reach) => reach.all || reach.units.length + reach.subtrees.length > 0)
      .map((reach) => allOf([sql`${raw(alias)}.readers = ${readers}`, withinReach(reach, alias)])),
  );
  return anyOf([audited(scope, alias), ...byReaders]);
}

export const HISTORY = tenantTable("history", HistoryRow, {
  readable: readableEntries,
  writable: ({ acting }) => acting,
  appendOnly: true,
  machinery: true,
});

export const HISTORY_HEADS = sharedTable("history_heads", HistoryHeadRow, { machinery: true });

export const HISTORY_KEYS = tenantTable("history_keys", HistoryKeyRow, {
  readable: (scope, alias) => withinReach(scope.personal, alias),
  writable: (scope) => scope.personal,
  machinery: true,
});
