/** The codes of the form of 2021 that the seeds fill in. Totals are left to the platform, which computes them. */
export const APPLICANTS = [
  "naturalPerson",
  "enterprise",
  "research",
  "publicWelfare",
  "legalService",
  "otherOrganization",
] as const;
export type Applicant = (typeof APPLICANTS)[number];

export const PROACTIVE_CELLS = [
  "proactive.regulations.issued",
  "proactive.regulations.repealed",
  "proactive.regulations.inForce",
  "proactive.normativeDocuments.issued",
  "proactive.normativeDocuments.repealed",
  "proactive.normativeDocuments.inForce",
  "proactive.licences.decisions",
  "proactive.penalties.decisions",
  "proactive.coercions.decisions",
  "proactive.fees.amount",
] as const;
export type ProactiveCell = (typeof PROACTIVE_CELLS)[number];

/** 三、本年度办理结果: the 21 outcomes below `requests.`, by the heading that groups them. */
export const OUTCOME_GROUPS = {
  granted: ["granted"],
  partial: ["partial"],
  denied: [
    "denied.stateSecret",
    "denied.lawForbidden",
    "denied.securityStability",
    "denied.thirdParty",
    "denied.internalAffairs",
    "denied.process",
    "denied.caseFile",
    "denied.queryMatter",
  ],
  unable: ["unable.notHeld", "unable.needsCreation", "unable.unclear"],
  refused: [
    "refused.petition",
    "refused.repeat",
    "refused.publication",
    "refused.excessive",
    "refused.confirmReissue",
  ],
  other: ["other.noCorrection", "other.unpaidFee", "other.misc"],
} as const;
export type OutcomeGroup = keyof typeof OUTCOME_GROUPS;
export type Outcome = (typeof OUTCOME_GROUPS)[OutcomeGroup][number];
export const OUTCOMES: readonly Outcome[] = Object.values(OUTCOME_GROUPS).flat();

export const REMEDY_GROUPS = ["review", "litigationDirect", "litigationAfterReview"] as const;
export type RemedyGroup = (typeof REMEDY_GROUPS)[number];
export const REMEDY_RESULTS = ["upheld", "corrected", "other", "pending"] as const;
export type RemedyResult = (typeof REMEDY_RESULTS)[number];

const REQUEST_ROWS = ["received", "carriedIn", ...OUTCOMES, "carriedOut"] as const;

/** Every cell that is entered: 10 + 24 x 6 + 3 x 4. */
export const LEAF_CODES: readonly string[] = [
  ...PROACTIVE_CELLS,
  ...REQUEST_ROWS.flatMap((row) => APPLICANTS.map((applicant) => `requests.${row}.${applicant}`)),
  ...REMEDY_GROUPS.flatMap((group) => REMEDY_RESULTS.map((result) => `remedies.${group}.${result}`)),
];

/** Code -> decimal as a string; null is a blank cell. */
export type Cells = Readonly<Record<string, string | null>>;

/** A count of a report; 0 where the report or the cell does not exist. */
export const countOf = (cells: Cells | null, code: string): number => Number(cells?.[code] ?? 0);

/** A row of table 三 over all applicants. */
export const rowTotal = (cells: Cells | null, row: string): number =>
  APPLICANTS.reduce((sum, applicant) => sum + countOf(cells, `requests.${row}.${applicant}`), 0);

export const decidedTotal = (cells: Cells | null): number =>
  OUTCOMES.reduce((sum, outcome) => sum + rowTotal(cells, outcome), 0);

export const remedyTotal = (cells: Cells | null, group: RemedyGroup): number =>
  REMEDY_RESULTS.reduce((sum, result) => sum + countOf(cells, `remedies.${group}.${result}`), 0);

/** Subtotals that narratives quote: the form prints these headings without cells. */
export const groupTotal = (cells: Cells, group: OutcomeGroup): number =>
  OUTCOME_GROUPS[group].reduce((sum, outcome) => sum + rowTotal(cells, outcome), 0);
