import { newId, type Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import { BLOCKING_STATUSES, FINDINGS, type FindingRow, type FindingStatus } from "./finding.entity.js";
import type { Fault } from "../rules/index.js";

/** By rule and place; resolved ones, which have no place, by fingerprint. */
export const IN_ORDER = { position: "ASC", fingerprint: "ASC" } as const;

export const findingsOf = (session: Session, reportId: string): Promise<FindingRow[]> =>
  session.rows(FINDINGS).find({ reportId }, { orderBy: IN_ORDER });

/** Updates the stored findings to the present faults, keeping explanations. */
export async function syncFindings(
  session: Session,
  unit: UnitRow,
  reportId: string,
  faults: readonly Fault[],
): Promise<void> {
  const known = new Map((await findingsOf(session, reportId)).map((f) => [f.fingerprint, f]));
  const fresh = faults.filter((fault) => !known.has(fault.fingerprint));
  await session
    .rows(FINDINGS)
    .insert(unit, ...fresh.map((fault) => newFinding(unit.id, reportId, fault, faults.indexOf(fault))));
  for (const [position, fault] of faults.entries()) {
    const finding = known.get(fault.fingerprint);
    if (finding) await refresh(session, finding, fault, position);
  }
  const gone = [...known.values()].filter(
    (f) => f.status !== "RESOLVED" && !faults.some((fault) => fault.fingerprint === f.fingerprint),
  );
  if (gone.length > 0) {
    const ids = gone.map((f) => f.id);
    await session.rows(FINDINGS).update({ id: ids, reportId }, { status: "RESOLVED", position: AFTER_ALL });
  }
}

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
  position,
});

async function refresh(session: Session, finding: FindingRow, fault: Fault, position: number): Promise<void> {
  const status = statusAfter(finding, fault);
  const same = JSON.stringify(fault) === JSON.stringify(finding.fault);
  if (same && status === finding.status && position === finding.position) return;
  await session
    .rows(FINDINGS)
    .update(
      { id: finding.id, unitId: finding.unitId },
      { fault, severity: fault.severity, status, position },
    );
}

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
