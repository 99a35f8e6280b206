import type { Scaled } from "../kernel/decimal.js";
import type { Text } from "../kernel/text.js";
import type { UnitKind } from "../units/index.js";

/** The three tables: 二 主动公开, 三 申请办理, 四 复议诉讼. */
export type TableKey = "proactive" | "requests" | "remedies";

/** The four texts: the opening paragraph, 一, 五 and 六. */
export type SectionKey = "INTRODUCTION" | "OVERVIEW" | "PROBLEMS" | "OTHER_MATTERS";

/** The unit of a fraction: 0.25 is a quarter, and a page or a file may show it as 25 %. */
export const RATIO = "比值";

/** count: 0 or more; integer: may be negative; decimal: six decimals; ratio: a fraction, 1 is 100 %. */
export type FigureKind = "count" | "integer" | "decimal" | "ratio";

/** Decimals kept in the scaled integer of a value: see kernel/decimal.ts. */
export type Scale = 0 | 6;

/** The common part of cells and indicators. */
export interface Figure {
  /** Its path in the API: `requests.denied.stateSecret.naturalPerson`. */
  readonly code: string;
  /** 表三 · 三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密 · 自然人 */
  readonly label: string;
  readonly labelEn: string;
  /** 件, 万元, 项, %: as on the form. */
  readonly unit: string;
  readonly kind: FigureKind;
  readonly scale: Scale;
  /** null: read from the text, not from a table. */
  readonly table: TableKey | null;
  /** The clause of 条例 §20 above the row, in table 二 only. */
  readonly block: string | null;
  /** The headings above the row, outermost first. */
  readonly rowPath: readonly string[];
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** The code without its last part, and that last part. */
  readonly row: string;
  readonly column: string;
  /** Short names for messages. */
  readonly rowName: Text;
  readonly columnName: Text;
}

/** A figure in one format, with that format's labels. */
export interface Cell extends Figure {
  readonly table: TableKey;
  /** Index into `Format.cells` and into every CellValues of the format. */
  readonly position: number;
  /** A total: the sum of `parts`. */
  readonly computed: boolean;
  /** Codes of the cells a total sums; empty for the others. */
  readonly parts: readonly string[];
  /** The only kinds of organ that may have a value but 0; null: all. */
  readonly onlyFor: readonly UnitKind[] | null;
  readonly basis: string | null;
}

/** FORM: the official figures, and what is derived from them. TEXT: 补充指标, figures that the text of a report states. */
export type IndicatorSource = "FORM" | "TEXT";

/** A statistic of one or both forms, one derived from them, or one that the text states. */
export interface Indicator extends Figure {
  readonly source: IndicatorSource;
  /** Codes of the formats that have it, oldest first. */
  readonly formats: readonly string[];
  /** In Chinese words, for the derived ones and for totals; null where the form asks for the number itself. */
  readonly formula: string | null;
  readonly derived: boolean;
  /** What the number means, for those read from the text. */
  readonly description: Text | null;
}

/** One of the form, or derived from it. */
export interface FormIndicator extends Indicator {
  readonly table: TableKey;
}

export interface TextSection {
  readonly key: SectionKey;
  readonly heading: string;
}

export interface TableSection {
  readonly key: TableKey;
  readonly heading: string;
}

/** One official form of the annual report, in force for some report years. */
export interface Format {
  readonly code: string;
  readonly documentNumber: string;
  readonly name: string;
  readonly firstYear: number;
  /** null: still in force. */
  readonly lastYear: number | null;
  readonly sections: readonly TextSection[];
  readonly tables: readonly TableSection[];
  readonly cells: readonly Cell[];
  /** Index of a code in `cells`; undefined if the form has no such cell. */
  position(code: string): number | undefined;
}

/** One report's values, aligned to `Format.cells`; null is a blank, which is not 0. */
export type CellValues = readonly (Scaled | null)[];

/** The values of a report's cells, in the order of the form; null is a blank. */
export interface Figures {
  readonly format: Format;
  readonly values: readonly (Scaled | null)[];
}
