import type { SeedUnit } from "../units.js";
import { randomFor } from "../../src/kernel/random.js";

/** How much a unit does in an ordinary year, so that its figures keep their size from year to year. */
export interface Powers {
  /** Fewest and most requests received in a year. */
  readonly requests: readonly [number, number];
  readonly licences: number;
  readonly penalties: number;
  readonly coercions: number;
  /** 行政事业性收费, 万元. */
  readonly fees: number;
  /** 行政规范性文件 in force when 2021 began; those that issue some issue one or two a year. */
  readonly documents: number;
  readonly issuesDocuments: boolean;
  readonly repealsDocuments: boolean;
}

const NONE: Powers = {
  requests: [0, 4],
  licences: 0,
  penalties: 0,
  coercions: 0,
  fees: 0,
  documents: 0,
  issuesDocuments: false,
  repealsDocuments: false,
};

const issuing = (documents: number): Pick<Powers, "documents" | "issuesDocuments" | "repealsDocuments"> => ({
  documents,
  issuesDocuments: true,
  repealsDocuments: documents >= 8,
});

/** 住建局's sizes follow its report of 2019 (298 licences, 9 penalties); the others are plausible for a district. */
const DEPARTMENT_POWERS: Readonly<Record<string, Partial<Powers>>> = {
  "371003-zfb": { requests: [8, 18], ...issuing(24) },
  "371003-fgj": { requests: [3, 8], licences: 35, ...issuing(5) },
  "371003-czj": { requests: [1, 6], ...issuing(7) },
  "371003-zjj": { requests: [18, 34], licences: 298, penalties: 9, fees: 412.6, ...issuing(8) },
  "371003-jtj": { requests: [10, 20], licences: 640, penalties: 260, coercions: 14, ...issuing(3) },
  "371003-zhzfj": { requests: [12, 24], penalties: 520, coercions: 65, documents: 2 },
  "371003-spj": { requests: [4, 10], licences: 14200, fees: 86.4, documents: 1 },
  "371003-jtyj": { requests: [4, 11], licences: 60, penalties: 5, fees: 735.25, ...issuing(6) },
  "371003-kjj": { requests: [0, 3], documents: 2 },
  "371003-gxj": { requests: [0, 4], licences: 8, documents: 2 },
  "371003-gafj": { requests: [9, 18], licences: 5200, penalties: 1850, coercions: 420, fees: 190.5 },
  "371003-mzj": { requests: [2, 7], licences: 26, penalties: 5, ...issuing(11) },
  "371003-sfj": { requests: [2, 6], licences: 18, documents: 3 },
  "371003-rsj": { requests: [6, 14], licences: 130, penalties: 16, fees: 9.8, ...issuing(5) },
  "371003-zrzyj": {
    requests: [38, 60],
    licences: 410,
    penalties: 72,
    coercions: 6,
    fees: 566.3,
    ...issuing(9),
  },
  "371003-sthjfj": { requests: [5, 13], licences: 95, penalties: 48, coercions: 7 },
  "371003-slj": { requests: [2, 8], licences: 42, penalties: 11, fees: 318.7, ...issuing(3) },
  "371003-nyncj": { requests: [6, 15], licences: 380, penalties: 58, coercions: 5, ...issuing(4) },
  "371003-hyfzj": { requests: [3, 9], licences: 230, penalties: 34, fees: 27.9, documents: 2 },
  "371003-swj": { requests: [0, 4], licences: 38, penalties: 4, documents: 2 },
  "371003-wlj": { requests: [1, 5], licences: 55, penalties: 9, documents: 1 },
  "371003-wjj": { requests: [3, 9], licences: 310, penalties: 88, fees: 6.4, documents: 4 },
  "371003-tyjrj": { requests: [1, 5], documents: 1 },
  "371003-yjj": { requests: [2, 6], licences: 74, penalties: 112, coercions: 9, ...issuing(3) },
  "371003-sjj": { requests: [0, 2] },
  "371003-scjgj": {
    requests: [11, 22],
    licences: 3650,
    penalties: 430,
    coercions: 26,
    fees: 44.1,
    ...issuing(4),
  },
  "371003-tjj": { requests: [0, 3], penalties: 4 },
  "371003-ybj": { requests: [1, 5], penalties: 21, ...issuing(4) },
  "371003-xfj": { requests: [1, 6] },
  "371003-jrj": { requests: [0, 2], documents: 1 },
  "371003-dsjzx": { requests: [0, 2] },
  "371003-tzcjzx": { requests: [0, 2] },
  "371003-jgswzx": { requests: [0, 1] },
  "371002-xfj": { requests: [0, 4] },
};

/** Towns and sub-districts punish where the province delegates it (行政处罚法 2021 §24). */
function townshipPowers(unit: SeedUnit): Powers {
  const random = randomFor(unit.code, "powers");
  const busiest = random.between(2, 12);
  return {
    ...NONE,
    requests: [Math.floor(busiest / 4), busiest],
    licences: random.chance(0.6) ? random.between(12, 90) : 0,
    penalties: random.between(5, 24),
    coercions: random.chance(0.3) ? random.between(4, 9) : 0,
    documents: random.chance(0.4) ? random.between(1, 4) : 0,
  };
}

export function powersOf(unit: SeedUnit): Powers {
  if (unit.kind === "TOWN" || unit.kind === "SUBDISTRICT") return townshipPowers(unit);
  return { ...NONE, ...DEPARTMENT_POWERS[unit.code] };
}
