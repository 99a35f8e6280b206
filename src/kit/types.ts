// The kit's own types: this file imports nothing, for it is published as the declarations of a package without one.

export interface KitText {
  readonly zh: string;
  readonly en: string;
}

export type KitSeverity = "ERROR" | "WARNING" | "INFO";

export type KitSection = "INTRODUCTION" | "OVERVIEW" | "PROBLEMS" | "OTHER_MATTERS";

export type KitUnitKind = "PROVINCE" | "CITY" | "DISTRICT" | "SUBDISTRICT" | "TOWN" | "DEPARTMENT" | "ZONE";

/** Decimals by the code of the cell: `"59237.2449"`, `12`; null, "" or left out: a blank, which is not 0. */
export type KitCells = Readonly<Record<string, string | number | null>>;

export type KitTexts = Readonly<Partial<Record<KitSection, string>>>;

/** An annual report as a client holds it. Days are YYYY-MM-DD. */
export interface KitReport {
  readonly year: number;
  readonly unit: { readonly kind: KitUnitKind; readonly name?: string };
  /** OWN (本级), the default, or SYSTEM (本级汇总). */
  readonly scope?: "OWN" | "SYSTEM";
  /** Totals may be left out: they are added up. */
  readonly cells: KitCells;
  readonly texts: KitTexts;
  readonly signedOn?: string;
  readonly publishedOn?: string;
  /** Left out: 31 January of the year after. */
  readonly dueOn?: string;
  /** The day on which the rules run; left out: today. */
  readonly today?: string;
  /** The same unit's report of the year before. */
  readonly previous?: { readonly year: number; readonly cells: KitCells };
  /** From how many 万元 on fees look like yuan; left out: never. */
  readonly feesYuanFrom?: number;
}

/** Texts without their tables, or with single cells of them. */
export interface KitTextsOnly {
  readonly year: number;
  readonly unit?: { readonly kind: KitUnitKind; readonly name?: string };
  readonly texts: KitTexts;
  readonly cells?: Readonly<Record<string, number>>;
  readonly previous?: Readonly<Record<string, number>>;
  readonly signedOn?: string;
}

/** A stretch of a section's text; offsets are UTF-16 units, as in JavaScript strings. */
export interface KitStretch {
  readonly section: KitSection;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface KitFinding {
  /** The rule's permanent code: see rules.json. */
  readonly rule: string;
  readonly severity: KitSeverity;
  readonly message: KitText;
  /** Codes of the cells that it is about. */
  readonly cells: readonly string[];
  readonly expected: string | null;
  readonly actual: string | null;
  readonly arithmetic: string | null;
  readonly excerpt: KitStretch | null;
  readonly suggestion: KitText | null;
  /** Other words for a part of the excerpt: once they stand there, the finding is gone. Null: the suggestion is advice. */
  readonly replacement: KitStretch | null;
}

export interface KitResult {
  readonly findings: readonly KitFinding[];
  /** Cells that cannot be read, or that the year's form does not have. */
  readonly unreadable: readonly { readonly code: string; readonly problem: KitText }[];
  /** Every cell of the form with its totals; null is a blank. */
  readonly cells: Readonly<Record<string, string | null>>;
}

export interface KitForm {
  /** 2019 or 2021. */
  readonly code: string;
  readonly documentNumber: string;
  readonly name: string;
  readonly firstYear: number;
  /** Null: still in force. */
  readonly lastYear: number | null;
  readonly sections: readonly { readonly key: KitSection; readonly heading: string }[];
  readonly tables: readonly { readonly key: string; readonly heading: string }[];
  /** In the order of the form. */
  readonly cells: readonly KitCell[];
}

export interface KitCell {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
  /** 件, 万元, 项. */
  readonly unit: string;
  /** count: 0 or more, integer: may be negative, decimal: up to six decimals. */
  readonly kind: string;
  readonly table: string;
  readonly rowPath: readonly string[];
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** A total: the sum of `parts`. */
  readonly computed: boolean;
  readonly parts: readonly string[];
  /** The only kinds of organ that may have a value but 0; null: all. */
  readonly onlyFor: readonly KitUnitKind[] | null;
  readonly basis: string | null;
}

export interface KitRule {
  readonly code: string;
  readonly title: KitText;
  /** The article or the place on the form that it rests on; null: plain logic. */
  readonly basis: string | null;
  readonly severity: KitSeverity;
  /** The first and the last form that it applies to; null: from the first, to the newest. */
  readonly since: string | null;
  readonly until: string | null;
}
