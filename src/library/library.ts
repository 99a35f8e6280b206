import { holdsSomewhere, ROLES, type Viewer, type ViewerMembership } from "../access/index.js";
import { dateInShanghai, yearOf } from "../kernel/calendar-date.js";
import { LIBRARY, type LibraryEntry } from "./library.data.js";
import type { Variables } from "./variables.js";

export const libraryFor = (viewer: Viewer): readonly LibraryEntry[] =>
  LIBRARY.filter(({ permission }) => permission === null || holdsSomewhere(viewer, permission));

/** Default variables of an entry for this caller; the public has no unit and must name one. */
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
