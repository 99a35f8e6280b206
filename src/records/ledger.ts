import { text, type Text } from "../kernel/text.js";
import type { SubjectType } from "../history/index.js";
import type { AnyTable, Session } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import type { OpenBusiness } from "../units/index.js";
import type { LedgerDataSet } from "./data-set.js";
import type { KeptLedger } from "./feed.read-model.js";

/** One column of a downloaded list. */
export interface ListColumn {
  /** Fields of the API from a node down: `unit.code`. The schema knows which kind of value stands there. */
  readonly path: string;
  readonly title: Text;
}

export interface List {
  readonly title: Text;
  readonly columns: readonly ListColumn[];
}

export const column = (path: string, zh: string, en: string): ListColumn => ({ path, title: text(zh, en) });

/** What the lists of many units begin with. */
export const UNIT_COLUMNS = [
  column("unit.code", "单位代码", "Unit code"),
  column("unit.name", "单位", "Unit"),
];

/**
 * What one ledger brings to the rest of the product. The rooms above the ledgers loop over these declarations
 * (ledgers/registry) and name no ledger. What it brings to the schema is declared beside it, in `LedgerApi`.
 */
export interface Ledger {
  /** By this name the feeds, prices and statistics know the ledger: `proposals`. */
  readonly name: string;
  /** Every table: one that is left out would not be fenced off by tenant. */
  readonly tables: readonly AnyTable[];
  /** The states of its records, as a refused step names them. */
  readonly states: Readonly<Record<string, Text>>;
  /** The lists that can be downloaded, by the type of their node; columns in the order of the paper ledger. */
  readonly lists: Readonly<Record<string, List>>;
  /** The connections whose nodes are such a list: the connection's type -> the node's, which is the history's, too. */
  readonly connections: Readonly<Record<string, SubjectType>>;
  /** The ledger as it is asked about; null: it answers no statistics. */
  readonly dataSet: LedgerDataSet | null;
  /** The open business that a dissolved unit hands over, in this order. */
  readonly business?: (services: { readonly vault: Vault }) => OpenBusiness;
  /** Whether a unit keeps the ledger, where no feed of the form's cells says so. */
  readonly kept?: KeptLedger;
  /**
   * The figures that a report's text quotes, by their names, for one unit that keeps the ledger and one year.
   * A rule of the report compares them.
   */
  readonly figures?: {
    readonly read: (
      session: Session,
      unitId: string,
      year: number,
    ) => Promise<Readonly<Record<string, number>>>;
    /** Nothing but the text is held against them: they are not read for a report without text. */
    readonly inTextAlone?: boolean;
  };
  /** Names of input fields of one line of text, which are trimmed. */
  readonly lines: readonly string[];
}
