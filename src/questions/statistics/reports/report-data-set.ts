import { text } from "../../../kernel/text.js";
import { raw } from "../../../platform/db/index.js";
import { anyIndicator, type Indicator } from "../../../forms/index.js";
import { type ReportStage, STATUS_NAMES } from "../../../reports/index.js";
import type { UnitKind } from "../../../units/index.js";
import {
  type Counted,
  COMMON_DIMENSIONS,
  plainKey,
  termsDimension,
  type LedgerDimension,
  type LedgerField,
} from "../../../records/index.js";

/** Records are reports: of each unit and year the newest version that the caller may see. */
export const COUNTED: Counted = { label: text("年报", "Reports"), unit: "份" };

const { UNIT, DISTRICT, CITY, PROVINCE, UNIT_KIND, YEAR } = COMMON_DIMENSIONS;

export const DIMENSIONS = {
  UNIT,
  DISTRICT,
  CITY,
  PROVINCE,
  UNIT_KIND,
  YEAR,
  FORMAT: {
    label: text("年报格式", "Form"),
    columns: () => [],
    keys: () => (columns) => [plainKey(String(columns["format"]))],
  },
  STATUS: termsDimension(
    text("到达阶段", "Stage"),
    { name: "status", sql: raw("r.status") },
    STATUS_NAMES,
    text("（无）", "(none)"),
  ),
} as const satisfies Record<string, LedgerDimension>;
export type ReportDimension = keyof typeof DIMENSIONS;

export interface ReportWhere {
  readonly years?: readonly number[] | null;
  readonly kinds?: readonly UnitKind[] | null;
  readonly formats?: readonly string[] | null;
  readonly statuses?: readonly ReportStage[] | null;
}

export interface IndicatorField extends LedgerField {
  readonly indicator: Indicator;
}

/** An indicator as a field to measure; undefined for an unknown code. */
export function indicatorField(code: string): IndicatorField | undefined {
  const found = anyIndicator(code);
  return (
    found && {
      key: code,
      label: text(found.label, found.labelEn),
      unit: found.unit,
      numeric: true,
      columns: [],
      valueOf: ([value]) => value ?? "",
      indicator: found,
    }
  );
}
