import { LATE_RHYTHM, januaryRhythm, moment, type Rhythm } from "./calendar.js";
import type { SeedUnit } from "./units.js";

export type SeedOutcome = "DRAFT" | "UNDER_REVIEW" | "SUBMITTED" | "APPROVED" | "PUBLISHED" | "RETURNED";

export interface SeedReturn {
  readonly at: string;
  readonly reason: string;
  readonly cells: readonly string[];
  readonly dueOn: string;
}

/** How far a report has come, and when each step was taken; a step not taken is null. */
export interface SeedProgress {
  readonly outcome: SeedOutcome;
  readonly signedOn: string;
  readonly savedAt: string;
  readonly submittedAt: string | null;
  readonly approvedAt: string | null;
  readonly publishedAt: string | null;
  readonly returned: SeedReturn | null;
}

/** 泽头镇 has filed nothing for 2023. */
const MISSING: ReadonlySet<string> = new Set(["371003107:2023"]);

/** 葛家镇 filed 2023 after the end of January. */
const LATE: ReadonlySet<string> = new Set(["371003109:2023"]);

/** The latest year is still under way; all that is not named here is published. */
const UNDER_WAY: Readonly<Record<string, SeedOutcome>> = {
  "371003003:2023": "DRAFT",
  "371003104:2023": "RETURNED",
  "371003101:2023": "SUBMITTED",
  "371003110:2023": "SUBMITTED",
  "371003-kjj:2023": "SUBMITTED",
  "371003-wlj:2023": "SUBMITTED",
  "371003-tzcjzx:2023": "SUBMITTED",
  "371003002:2023": "APPROVED",
  "371003-czj:2023": "APPROVED",
  "371003-sfj:2023": "APPROVED",
  "371003-yjj:2023": "APPROVED",
};

const RETURNED: SeedReturn = {
  at: moment("2024-01-29", 15, 10),
  reason:
    "表二行政处罚填报为0，上年有处罚决定，且总体情况写明网站执行公开8条。" +
    "请与综合执法机构核对后更正该单元格；确为0的，请补充书面说明。",
  cells: ["proactive.penalties.decisions"],
  dueOn: "2024-02-05",
};

export const isMissing = (unit: SeedUnit, year: number): boolean => MISSING.has(`${unit.code}:${year}`);

export function progressOf(unit: SeedUnit, year: number): SeedProgress {
  const key = `${unit.code}:${year}`;
  const outcome = UNDER_WAY[key] ?? "PUBLISHED";
  const rhythm = LATE.has(key) ? LATE_RHYTHM : januaryRhythm(unit, year);
  return outcome === "DRAFT" ? draft() : { outcome, ...stepsUpTo(outcome, rhythm) };
}

/** 环山街道's report of 2023 bears its real date of signature. */
const draft = (): SeedProgress => ({
  outcome: "DRAFT",
  signedOn: "2024-01-22",
  savedAt: moment("2024-01-19", 9, 41),
  submittedAt: null,
  approvedAt: null,
  publishedAt: null,
  returned: null,
});

function stepsUpTo(outcome: SeedOutcome, rhythm: Rhythm): Omit<SeedProgress, "outcome"> {
  const approved = outcome === "APPROVED" || outcome === "PUBLISHED";
  return {
    signedOn: rhythm.signedOn,
    savedAt: rhythm.savedAt,
    submittedAt: outcome === "UNDER_REVIEW" ? null : rhythm.submittedAt,
    approvedAt: approved ? rhythm.approvedAt : null,
    publishedAt: outcome === "PUBLISHED" ? rhythm.publishedAt : null,
    returned: outcome === "RETURNED" ? RETURNED : null,
  };
}
