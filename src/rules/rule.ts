import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Text } from "../kernel/text.js";
import type { UnitKind } from "../units/index.js";
import type { CellValues, Format, SectionKey } from "../forms/index.js";
import type { Excerpt, Replacement } from "../audit/index.js";
import type { LedgerFacts } from "./ledger-facts.js";

/** ERROR blocks submission, WARNING needs a reason, INFO is shown. */
export type Severity = "ERROR" | "WARNING" | "INFO";

/** The newest version of the report of the year before, same unit and scope. */
export interface PreviousReport {
  readonly format: Format;
  readonly year: number;
  readonly values: CellValues;
  readonly revisedAfterPublication: boolean;
}

/** Facts about the members of a 本级汇总: see derivation/roll-up. */
export interface RollUpFacts {
  /** Short names. */
  readonly missing: readonly string[];
  /** Those that are missing in the 本级汇总 of a member. */
  readonly missingBelow: readonly string[];
  readonly amended: readonly string[];
  readonly formats: readonly string[];
  /** The sum of each cell, in the order of the form. */
  readonly sums: CellValues;
  /** Codes of cells that differ for a reason that was given. */
  readonly explained: ReadonlySet<string>;
}

/** What of a version's texts is compared with others': hashes alone, no text. */
export interface Prints {
  readonly texts: Uint32Array;
  readonly figures: Uint32Array;
}

/** The texts that a report's are held against, and from how many per cent on they are too much alike. */
export interface LikenessFacts {
  /** Last year's version of the same unit. */
  readonly previous: Prints | null;
  /** Of this year: what units with the same parent have published. */
  readonly peers: readonly (Prints & { readonly unitId: string; readonly unitName: string })[];
  readonly previousPercent: number;
  readonly peerPercent: number;
}

/** Input of the rules: one report with its totals completed. */
export interface CheckInput {
  readonly format: Format;
  readonly year: number;
  readonly unitKind: UnitKind;
  /** As it calls itself; left out, the text is not held against it. */
  readonly unitName?: string;
  /** 本级 or 本级汇总, which obeys the same identities. */
  readonly scope: "OWN" | "SYSTEM";
  readonly values: CellValues;
  /** Positions filled in by completeTotals. */
  readonly computed: ReadonlySet<number>;
  readonly sections: Readonly<Partial<Record<SectionKey, string>>>;
  readonly signedOn: CalendarDate | null;
  readonly tablesChangedOn: CalendarDate | null;
  /** When the report was first entered here; the dates of its tables before are unknown. */
  readonly enteredOn?: CalendarDate | null;
  /** When it was first due. */
  readonly dueOn: CalendarDate;
  readonly today: CalendarDate;
  /** The first date that the report missed. */
  readonly missed?: { readonly dueOn: CalendarDate; readonly on: CalendarDate } | null;
  readonly publishedOn: CalendarDate | null;
  /** Date of the first publication, unchanged by corrections. */
  readonly firstPublishedOn?: CalendarDate | null;
  readonly previous: PreviousReport | null;
  /** Ledger figures of the year; null for a 本级汇总. */
  readonly ledger: LedgerFacts | null;
  /** Left out where the texts are too short to be compared. */
  readonly likeness?: LikenessFacts | null;
  /** Only for a 本级汇总: its members in their present versions. */
  readonly rollUp?: RollUpFacts | null;
  /**
   * T2_FEE_UNIT: where there are no fees of last year to compare, from how many 万元 on they look like yuan. The district
   * decides: setting `rules.feesYuanFrom`.
   */
  readonly feesYuanFrom: number;
}

/** A cell a fault is about, with the value it had; value null: blank. */
export interface Place {
  readonly code: string;
  readonly year: number;
  readonly value: string | null;
  /** True for a computed total. */
  readonly computed?: true;
}

/** Further data for the message; plain JSON. */
export type FaultDetail = Readonly<Record<string, string | number | readonly string[]>>;

/** One fault of a report. It stores everything its message needs, so that it can be shown again later. */
export interface Fault {
  readonly rule: string;
  readonly severity: Severity;
  /** Rule and place, never values: the same fault has the same fingerprint at the next run. At most 120 ASCII. */
  readonly fingerprint: string;
  readonly places: readonly Place[];
  /** Decimal strings; null where the rule compares no numbers. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly excerpt: Excerpt | null;
  readonly detail: FaultDetail;
  /** What the audit of the text says of it, in words. */
  readonly said?: Said;
}

/** A contradiction in the text: what is wrong, the arithmetic, and how the sentence might read. */
export interface Said {
  readonly message: Text;
  readonly arithmetic: string | null;
  readonly suggestion: Text;
  /** The suggestion as other words for a part of the excerpt; left out where it is advice. */
  readonly replacement?: Replacement;
}

/** What a check function reports: the engine adds rule, severity and fingerprint. */
export interface Spotted extends Partial<Omit<Fault, "rule" | "severity" | "fingerprint">> {
  /** The place, as it goes into the fingerprint. */
  readonly at: string;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
}

export type Check = (input: CheckInput) => readonly Spotted[];

interface RuleHead {
  /** Permanent: findings are stored by it. */
  readonly code: string;
  readonly title: Text;
  /** The article or the place on the form that the rule rests on; null: plain logic. */
  readonly basis: string | null;
  readonly severity: Severity;
  /** The code of the first form that the rule applies to; left out: of every one. */
  readonly since?: string;
  /** The last form that the rule applies to, and why it says nothing of later ones. */
  readonly until?: { readonly form: string; readonly why: string };
}

/**
 * One or more cells with a sign. `{name}` stands for every member of a list (see lists.ts): the one the rule runs
 * over is bound to its member, any other is summed, and `as` names such a sum in messages.
 */
export interface Term {
  readonly cell: string;
  readonly minus?: true;
  readonly lastYear?: true;
  readonly as?: Text;
}

/** Blanks that skip a place; otherwise a blank counts as 0. */
export type SkipBlank = "all" | "left" | "lastYear" | "thisYear";

/** sum(left) op sum(right), at every member of a list. */
export interface LinearRule extends RuleHead {
  readonly kind: "linear";
  readonly forEach: ListName;
  readonly left: readonly Term[];
  readonly op: "=" | "<=";
  readonly right: readonly Term[];
  readonly skipIfBlank: readonly SkipBlank[];
  /** Only if both years use the same form. */
  readonly sameFormat?: true;
  /** Severity if last year's report was changed after publication. */
  readonly severityIfRevised?: Severity;
}

/** A rule that is not a sum of cells: a named function. */
export interface CheckRule extends RuleHead {
  readonly kind: "check";
  readonly check: Check;
}

export type Rule = LinearRule | CheckRule;

/** The lists a rule may run over or sum over. */
export type ListName =
  "column" | "applicant" | "row" | "result" | "group" | "outcome" | "document" | "itemRow";
