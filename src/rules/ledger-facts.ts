import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Scaled } from "../kernel/decimal.js";

/** Items of one category of the unit's catalogue. */
export interface DisclosedCategory {
  readonly name: string;
  /** All that it is called, its own name among them: 财政数据 is 财政信息. */
  readonly names: readonly string[];
  readonly total: number;
  /** On each of the channels that it ran on. */
  readonly onChannels: readonly number[];
}

/** What was disclosed in the year, an item on two channels counted once in the total and once in each. */
export interface DisclosedItems {
  readonly total: number;
  readonly byChannel: Readonly<Partial<Record<string, number>>>;
  readonly categories: readonly DisclosedCategory[];
  /** Published more than 20 working days after it was formed or changed (条例 §26). */
  readonly late: readonly { readonly title: string }[];
}

/** A time limit of 条例 §30-33 that a request ran over. Requests are named by their numbers, never by who asked. */
export interface RequestLapse {
  readonly rule: string;
  readonly number: string;
  /** What a list calls it, where the number does not say enough. */
  readonly label?: string;
}

export interface HandledRequests {
  readonly lapses: readonly RequestLapse[];
  /** 补正告知 given in the year. */
  readonly correctionNotices: number;
}

/** A case that counts in table 四, and what it contests as far as the ledgers know. */
export interface ContestedRequest {
  readonly number: string;
  readonly route: string;
  readonly requestId: string | null;
  readonly requestOutcome: string | null;
  readonly requestDecidedOn: CalendarDate | null;
  readonly reviewId: string | null;
}

/** 建议 and 提案 that the unit had to answer in the year. */
export type HandledProposals = Readonly<Record<"CONGRESS_SUGGESTION" | "CPPCC_PROPOSAL", number>>;

/** What the ledgers say beside a report. Of a ledger that the unit does not keep they say nothing: null, and no cells. */
export interface LedgerFacts {
  /** Of every cell that a kept ledger feeds. */
  readonly values: ReadonlyMap<string, Scaled>;
  /** The cells whose difference from the ledger the unit gave a reason for. */
  readonly explained: ReadonlySet<string>;
  readonly disclosed: DisclosedItems | null;
  readonly requests: HandledRequests | null;
  readonly remedies: readonly ContestedRequest[] | null;
  readonly proposals: HandledProposals | null;
}
