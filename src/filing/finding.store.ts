import { newId, type Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { BLOCKING_STATUSES, type FindingRow, FINDINGS, type FindingStatus } from "./finding.entity.js";
import type { Fault } from "../rules/index.js";

/** By rule and place; resolved ones, which have no place, by fingerprint. */
export const IN_ORDER = { position: "ASC", fingerprint: "ASC" } as const;

export const findingsOf = (session: Session, reportId: string): Promise<FindingRow[]> =>
  session.rows(FINDINGS).find({ reportId }, { orderBy: IN_ORDER });

/**
 * Updates the stored findings to the present faults, keeping what was said of them: unchanged rows stay untouched, the others are
 * written again, all of them in one statement. Returns all findings in order.
 */
export async function syncFindings(
  session: Session,
  unit: UnitRow,
  { reportId, stored }: { readonly reportId: string; readonly stored: readonly FindingRow[] },
  faults: readonly Fault[],
): Promise<FindingRow[]> {
  const known = new Map(stored.map((finding) => [finding.fingerprint, finding]));
  const found = new Set(faults.map(({ fingerprint }) => fingerprint));
  const present = [
    ...faults.map((fault, position) => {
      const finding = known.get(fault.fingerprint);
      return finding ? refreshed(finding, fault, position) : newFinding(unit.id, reportId, fault, position);
    }),
    ...stored
      .filter(({ fingerprint }) => !found.has(fingerprint))
      .map((finding): FindingRow => ({ ...finding, status: "RESOLVED", position: AFTER_ALL })),
  ];
  const written = present.filter((row) => JSON.stringify(row) !== JSON.stringify(known.get(row.fingerprint)));
  const ids = written.filter(({ fingerprint }) => known.has(fingerprint)).map(({ id }) => id);
  if (ids.length > 0) await session.rows(FINDINGS).delete({ id: ids, reportId });
  await session.rows(FINDINGS).insert(unit, ...written);
  return present.sort(byPlace);
}

/** As IN_ORDER. */
const byPlace = (a: FindingRow, b: FindingRow): number =>
  a.position - b.position || (a.fingerprint < b.fingerprint ? -1 : 1);

/** Resolved findings come last. */
const AFTER_ALL = 1_000_000;

const newFinding = (unitId: string, reportId: string, fault: Fault, position: number): FindingRow => ({
  id: newId(),
  unitId,
  reportId,
  rule: fault.rule,
  fingerprint: fault.fingerprint,
  severity: fault.severity,
  status: "OPEN",
  fault,
  explanation: null,
  judgement: null,
  position,
});

const refreshed = (finding: FindingRow, fault: Fault, position: number): FindingRow => ({
  ...finding,
  fault,
  severity: fault.severity,
  status: statusAfter(finding, fault),
  position,
});

/** An explanation was given for certain values and names: when they change, or the fault comes back, it is open again. */
export function statusAfter(finding: Pick<FindingRow, "status" | "fault">, fault: Fault): FindingStatus {
  if (finding.status === "RESOLVED") return "OPEN";
  return saysTheSame(finding.fault, fault) ? finding.status : "OPEN";
}

const saysTheSame = (a: Fault, b: Fault): boolean => substance(a) === substance(b);

/**
 * The substance of a fault: what it names, without offsets (text inserted elsewhere moves an excerpt without changing
 * it), without the wording of its detail (D06 names another day every day), and without whether a total was typed or
 * computed.
 */
const substance = ({ severity, places, expected, actual, excerpt, detail }: Fault): string => {
  const named = Object.values(detail).filter((one) => typeof one === "object");
  const values = places.map(({ code, year, value }) => ({ code, year, value }));
  return JSON.stringify([severity, values, expected, actual, excerpt?.text, named]);
};

/** True if the finding blocks submission: an ERROR until an officer lifts it, a WARNING until it is explained. */
export const blocksSubmission = ({ severity, status }: Pick<FindingRow, "severity" | "status">): boolean =>
  BLOCKING_STATUSES[severity].includes(status);
