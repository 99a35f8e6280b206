import { text } from "../../../kernel/text.js";
import { TooComplex } from "../../../platform/graphql/too-complex.js";
import type { Answer, AnswerCoverage, AnswerRow } from "../answer.js";
import { arranged, type Arrangement, type Row } from "./arrange.js";
import { describeMeasure, type Counted } from "./describe-measure.js";
import type { Filter, Grouped } from "./grouping.js";
import { isAdditive, Reckoning, type Figure, type Measure } from "./measure.js";
import { protect, UNPROTECTED, type Protection } from "./suppression.js";

export interface Statistics {
  readonly grouped: Grouped;
  readonly filters: readonly Filter[];
  readonly measures: readonly Measure[];
  readonly counted: Counted;
  readonly arrangement: Arrangement;
  /** Is a row over all groups asked for? */
  readonly totals: boolean;
  /** Cells of fewer records are hidden from this caller; null: none is. */
  readonly threshold: number | null;
  readonly coverage: Pick<AnswerCoverage, "units" | "asOf" | "notes" | "reports">;
}

const ALL = text("合计", "Total");

/** Any statistic out of the groups of its records: reckoned, protected, arranged, in the one shape. */
export function statisticsAnswer(statistics: Statistics): Answer {
  const { grouped, measures, counted, arrangement } = statistics;
  const reckoning = new Reckoning(grouped, protectionOf(statistics));
  const rowOf = (group: Row["group"]): Row => ({
    group,
    figures: measures.map((measure) => reckoning.figure(measure, group)),
  });
  const rows = grouped.groups.map(rowOf);
  const totals = statistics.totals ? rowOf(grouped.total) : null;
  return {
    dimensions: grouped.axes.map(({ dimension, label }) => ({ key: dimension, label })),
    measures: measures.map((measure) => describeMeasure(measure, counted)),
    rows: arranged(rows, arrangement).map(answerRow),
    totals: totals && totalsRow(totals, grouped.axes.length),
    coverage: coverageOf(statistics, totals ? [...rows, totals] : rows),
  };
}

/** What adds up is protected together with what else is counted, or summed of the same field, in the same answer. */
function protectionOf({ grouped, filters, measures, threshold }: Statistics): Protection {
  if (threshold === null) return UNPROTECTED;
  const spaces = new Map<string | null, Set<number>>();
  for (const measure of measures.filter(isAdditive))
    for (const filter of measure.of === null ? [measure.filter] : [measure.filter, measure.of]) {
      const field = filters[filter]?.field ?? null;
      spaces.set(field, (spaces.get(field) ?? new Set()).add(filter));
    }
  const shownTogether = [...spaces.values()].map((space) => [...space]);
  for (const space of shownTogether) refuseTooDear(grouped.groups.length, space.length);
  return protect(grouped, shownTogether, threshold);
}

/** Every filter is held against every other in every group: about two seconds for so many. */
const MOST_COMPARISONS = 500_000;

function refuseTooDear(groups: number, filters: number): void {
  if (groups * filters ** 2 <= MOST_COMPARISONS) return;
  throw new TooComplex(
    text(
      `${groups} 组 × ${filters} 种条件过多，无法逐一核对是否会透露少数几件，请减少统计量、维度或范围`,
      `${groups} groups × ${filters} filters are too many to check that they give no few away: ask for fewer measures, dimensions or units`,
    ),
    { limit: MOST_COMPARISONS },
  );
}

const answerRow = ({ group, figures }: Row): AnswerRow => ({
  keys: group.keys.map(({ key }) => key),
  labels: group.keys.map(({ label }) => label),
  ...numbers(figures),
});

const totalsRow = ({ figures }: Row, dimensions: number): AnswerRow => ({
  keys: Array.from({ length: dimensions }, () => null),
  labels: Array.from({ length: dimensions }, () => ALL),
  ...numbers(figures),
});

const numbers = (figures: readonly Figure[]): Pick<AnswerRow, "values" | "numerators" | "denominators"> => ({
  values: figures.map(({ value }) => value),
  numerators: figures.map(({ numerator }) => numerator),
  denominators: figures.map(({ denominator }) => denominator),
});

function coverageOf({ grouped, threshold, coverage }: Statistics, rows: readonly Row[]): AnswerCoverage {
  const suppressed = rows.flatMap(({ figures }) => figures).filter((figure) => figure.suppressed).length;
  const told = text(
    `少于 ${threshold} 件的单元格，以及会使其可以推算出来的单元格，已隐去`,
    `Cells made of fewer than ${threshold} records, and those that would give them away, are left out`,
  );
  const notes = suppressed > 0 ? [...coverage.notes, told] : coverage.notes;
  return { ...coverage, notes, groups: grouped.groups.length, suppressed, threshold };
}
