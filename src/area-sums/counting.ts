import { REPORT_STAGES, type ReportStage } from "../reports/index.js";

/** The part of a version that decides whether it counts. */
export interface Countable {
  readonly number: number;
  readonly status: ReportStage | "RETURNED";
}

const ranks: Readonly<Record<Countable["status"], number>> = {
  RETURNED: -1,
  SUBMITTED: REPORT_STAGES.indexOf("SUBMITTED"),
  APPROVED: REPORT_STAGES.indexOf("APPROVED"),
  PUBLISHED: REPORT_STAGES.indexOf("PUBLISHED"),
};

/** The newest version of a report that has reached `stage`. */
export function countingAt<V extends Countable>(versions: readonly V[], stage: ReportStage): V | null {
  let newest: V | null = null;
  for (const version of versions)
    if (ranks[version.status] >= ranks[stage] && (newest === null || version.number > newest.number))
      newest = version;
  return newest;
}

export interface Replacement<V> {
  readonly stage: ReportStage;
  readonly before: V | null;
  readonly after: V | null;
}

/** Stages at which another version counts now. A version's cells never change, so comparing numbers suffices. */
export const replacements = <V extends Countable>(
  before: readonly V[],
  after: readonly V[],
): Replacement<V>[] =>
  REPORT_STAGES.map((stage) => ({
    stage,
    before: countingAt(before, stage),
    after: countingAt(after, stage),
  })).filter((change) => change.before?.number !== change.after?.number);
