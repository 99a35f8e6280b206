import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Scaled } from "../kernel/decimal.js";

/** Items of one category of the unit's catalogue. */
export interface DisclosedCategory {
  readonly name: string;
  /** All names of the category, including its own: 财政数据 is 财政信息. */
  readonly names: readonly string[];
  readonly total: number;
  /** Counts by channel. */
  readonly onChannels: readonly number[];
}

/** Items disclosed in the year; an item on two channels counts once in the total and once on each. */
export interface DisclosedItems {
  readonly total: number;
  readonly byChannel: Readonly<Partial<Record<string, number>>>;
  readonly categories: readonly DisclosedCategory[];
  /** Published more than 20 working days after it was formed or changed (条例 §26). */
  readonly late: readonly { readonly title: string }[];
}

/** A missed time limit of 条例 §30-33. Requests are named by number, never by applicant. */
export interface RequestLapse {
  readonly rule: string;
  readonly number: string;
  /** Label in a list, if the number is not enough. */
  readonly label?: string;
}

export interface HandledRequests {
  readonly lapses: readonly RequestLapse[];
  /** 补正告知 given in the year. */
  readonly correctionNotices: number;
}

/** A case that counts in table 四, and the request it contests, as far as known. */
export interface ContestedRequest {
  readonly number: string;
  readonly route: string;
  readonly requestId: string | null;
  readonly requestOutcome: string | null;
  readonly requestDecidedOn: CalendarDate | null;
  readonly reviewId: string | null;
}

/** Ledger figures for a report. null, and no cells, for a ledger that the unit does not keep. */
export interface LedgerFacts {
  /** Values of all cells fed by a kept ledger. */
  readonly values: ReadonlyMap<string, Scaled>;
  /** Cells whose difference from the ledger has a reason. */
  readonly explained: ReadonlySet<string>;
  readonly disclosed: DisclosedItems | null;
  readonly requests: HandledRequests | null;
  readonly remedies: readonly ContestedRequest[] | null;
  /** Counts that the text of a report may quote, by the names that their ledgers give them. */
  readonly figures: Readonly<Record<string, number>>;
}
