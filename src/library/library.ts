import {
  holdsSomewhere,
  ROLES,
  type Permission,
  type Viewer,
  type ViewerMembership,
} from "../access/index.js";
import { dateInShanghai, yearOf } from "../kernel/calendar-date.js";
import type { Text } from "../kernel/text.js";
import { LIBRARY } from "./library.data.js";
import type { Variables } from "./variables.js";

/** What stands for a variable until whoever runs the query gives it. */
export type Default =
  /** The runner's own unit. */
  | "home"
  /** The government over it; an officer's or analyst's own. */
  | "district"
  /** The last year that is over: whose reports are being filed. */
  | "lastYear"
  /** The last five such, the oldest first. */
  | "fiveYears"
  | { readonly value: unknown };

/** A query that ships with the product. Its slug is part of addresses, and permanent. */
export interface LibraryEntry {
  readonly slug: string;
  readonly name: Text;
  readonly description: Text;
  /** Who may run it: whoever holds this anywhere; null: everybody. */
  readonly permission: Permission | null;
  readonly document: string;
  readonly defaults: Readonly<Record<string, Default>>;
}

export const libraryFor = (viewer: Viewer): readonly LibraryEntry[] =>
  LIBRARY.filter(({ permission }) => permission === null || holdsSomewhere(viewer, permission));

/** The variables of an entry as they are for this caller; the public has no unit, and must name one. */
export function defaultVariables({ defaults }: LibraryEntry, viewer: Viewer, now: Date): Variables {
  const year = yearOf(dateInShanghai(now)) - 1;
  const [member] = viewer.memberships;
  const filled: Record<string, unknown> = {};
  for (const [name, standsFor] of Object.entries(defaults)) {
    const value =
      typeof standsFor === "object"
        ? standsFor.value
        : standsFor === "lastYear"
          ? year
          : standsFor === "fiveYears"
            ? [4, 3, 2, 1, 0].map((before) => year - before)
            : placeOf(member, standsFor);
    if (value !== undefined) filled[name] = value;
  }
  return filled;
}

/** A path is made of codes. */
function placeOf(member: ViewerMembership | undefined, which: "home" | "district"): string | undefined {
  const codes = member?.unit.path.split("/").slice(0, -1) ?? [];
  const above = member && which === "district" && ROLES[member.role].reach === "unit";
  return codes.at(above ? -2 : -1) ?? codes.at(-1);
}
