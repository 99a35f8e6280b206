import type { Role, Viewer } from "../viewer";
import type { Change, ChangeKind } from "./live";

/** What a person is told of, by the role held; the API shows only what is the role's to see. */
const TOLD: Readonly<Partial<Record<Role, readonly ChangeKind[]>>> = {
  CLERK: ["REPORT_RETURNED", "REPORT_APPROVED", "REPORT_PUBLISHED", "REQUEST_DUE"],
  REVIEWER: ["REPORT_SENT_TO_REVIEW", "REPORT_RETURNED", "REPORT_PUBLISHED", "REQUEST_DUE"],
  OFFICER: ["REPORT_SUBMITTED"],
  ANALYST: ["REPORT_PUBLISHED"],
};

export const kindsFor = ({ memberships }: Viewer): ChangeKind[] => [
  ...new Set(memberships.flatMap(({ role }) => TOLD[role] ?? [])),
];

/** A query names so many units at most. */
const MOST_UNITS = 100;

export const unitsOf = ({ memberships }: Viewer): string[] =>
  [...new Set(memberships.map(({ unit }) => unit.code))].slice(0, MOST_UNITS);

/** Whether a change is news to the viewer: somebody else's, and of the role held there or, for offices, above. */
export function isNews({ memberships }: Viewer, { kind, own, unit }: Change): boolean {
  if (own || !unit) return false;
  return memberships.some(({ role, unit: place }) => {
    const atHome = role === "CLERK" || role === "REVIEWER";
    return (TOLD[role] ?? []).includes(kind) && (!atHome || place.code === unit.code);
  });
}

export const MOST_NEWS = 20;

/** The newest last; a change that is there already is not news twice. */
export function withNews(known: readonly Change[], more: readonly Change[]): readonly Change[] {
  const cursors = new Set(known.map(({ cursor }) => cursor));
  return [...known, ...more.filter(({ cursor }) => !cursors.has(cursor))].slice(-MOST_NEWS);
}

/** Where the subject of a change is looked at; null where the console has no page of its own for it. */
export function placeOf({ subject, unit, year }: Change): string | null {
  if (!unit) return null;
  if (subject.type === "ANNUAL_REPORT") return `/report/${unit.code}/${year}/form`;
  if (subject.type === "INFORMATION_REQUEST" && subject.id)
    return `/ledgers/requests/${unit.code}/${encodeURIComponent(subject.id)}`;
  return null;
}
