import type { Member } from "./roll-up.js";

/** Which units' own reports a 本级汇总 is made of, through every level: included and missing are all that are expected. */
export interface Completeness {
  readonly included: number;
  /** Unit ids. */
  readonly missing: readonly string[];
}

export interface CountedMember {
  readonly member: Member;
  /** The version of it that was added up; null: none. */
  readonly versionId: string | null;
}

/** A unit below a government, and whether it has a report of its own that counts. */
export interface Leaf {
  readonly unitId: string;
  readonly filed: boolean;
}

interface Known {
  /** What the members' versions are made of, by version; none of a version from before that was kept. */
  readonly kept: ReadonlyMap<string, Completeness>;
  /** Who is expected below a member that is a government, by unit id. */
  readonly leaves: ReadonlyMap<string, readonly Leaf[]>;
}

export const nothingOf = (leaves: readonly Leaf[]): Completeness => ({
  included: 0,
  missing: leaves.map(({ unitId }) => unitId),
});

const asFiled = (leaves: readonly Leaf[]): Completeness => ({
  included: leaves.filter(({ filed }) => filed).length,
  missing: leaves.filter(({ filed }) => !filed).map(({ unitId }) => unitId),
});

const together = (parts: readonly Completeness[]): Completeness => ({
  included: parts.reduce((sum, { included }) => sum + included, 0),
  missing: parts.flatMap(({ missing }) => missing),
});

/** A member brings what its version is made of; without one, all below it are missing. */
export const completenessOf = (counted: readonly CountedMember[], { kept, leaves }: Known): Completeness =>
  together(
    counted.map(({ member: { unit, scope }, versionId }) => {
      if (scope === "OWN") return asFiled([{ unitId: unit.id, filed: versionId !== null }]);
      const below = leaves.get(unit.id) ?? [];
      if (versionId === null) return nothingOf(below);
      return kept.get(versionId) ?? asFiled(below);
    }),
  );
