import { text, type Text } from "../../kernel/text.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import type { Counted } from "../../records/index.js";
import type { Answer, AnswerCoverage, AnswerRow } from "./answer.js";
import { arranged, type Arrangement, type Row } from "./arrange.js";
import { MOST_TOLD_OF_FEW } from "./cell-keys.js";
import { NOISE } from "./cell-keys.data.js";
import { describeMeasure } from "./describe-measure.js";
import type { Filter, Grouped } from "./grouping.js";
import { isAdditive, Computation, type Figure, type Measure } from "./measure.js";
import { RoundedComputation } from "./rounded.js";
import { protect, UNPROTECTED, type Protection as Mask } from "./suppression.js";

/** Protection of small counts for this caller: by noise, or by hiding cells below the threshold. */
export type Protection =
  | { readonly kind: "NONE" }
  | { readonly kind: "ROUNDED" }
  | { readonly kind: "SUPPRESSED"; readonly threshold: number };

export interface Statistics {
  readonly grouped: Grouped;
  readonly filters: readonly Filter[];
  readonly measures: readonly Measure[];
  readonly counted: Counted;
  readonly arrangement: Arrangement;
  /** True if a row over all groups is requested. */
  readonly totals: boolean;
  readonly protection: Protection;
  readonly coverage: Pick<AnswerCoverage, "units" | "asOf" | "notes" | "reports">;
}

const ALL = text("合计", "Total");

/** Makes any answer from groups of records: computed, protected, arranged, in the common shape. */
export function statisticsAnswer(statistics: Statistics): Answer {
  const { grouped, measures, counted, arrangement } = statistics;
  const reckoning = reckoningOf(statistics);
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

const reckoningOf = (statistics: Statistics): Pick<Computation, "figure"> =>
  statistics.protection.kind === "ROUNDED"
    ? new RoundedComputation(statistics.grouped)
    : new Computation(statistics.grouped, maskOf(statistics));

/** Additive figures are protected together with all other counts, or sums of the same field, in the same answer. */
function maskOf({ grouped, filters, measures, protection }: Statistics): Mask {
  if (protection.kind !== "SUPPRESSED") return UNPROTECTED;
  const spaces = new Map<string | null, Set<number>>();
  for (const measure of measures.filter(isAdditive))
    for (const filter of measure.of === null ? [measure.filter] : [measure.filter, measure.of]) {
      const field = filters[filter]?.field ?? null;
      spaces.set(field, (spaces.get(field) ?? new Set()).add(filter));
    }
  const shownTogether = [...spaces.values()].map((space) => [...space]);
  for (const space of shownTogether) refuseTooDear(grouped.groups.length, space.length);
  return protect(grouped, shownTogether, protection.threshold);
}

/** Every filter is compared with every other in every group: about two seconds at this number. */
const MOST_COMPARISONS = 500_000;

function refuseTooDear(groups: number, filters: number): void {
  if (groups * filters ** 2 <= MOST_COMPARISONS) return;
  throw new TooComplex(
    text(
      `${groups} 组 × ${filters} 种条件过多，无法逐一核对是否会透露少数几件，请减少统计量、维度或范围`,
      `${groups} groups × ${filters} filters are too many to verify that no small count can be derived: ask for fewer measures, dimensions or units`,
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

const numbers = (figures: readonly Figure[]): Omit<AnswerRow, "keys" | "labels"> => ({
  values: figures.map(({ value }) => value),
  states: figures.map(({ state }) => state),
  numerators: figures.map(({ numerator }) => numerator),
  denominators: figures.map(({ denominator }) => denominator),
});

function coverageOf({ grouped, protection, coverage }: Statistics, rows: readonly Row[]): AnswerCoverage {
  const suppressed = rows
    .flatMap(({ figures }) => figures)
    .filter(({ state }) => state === "WITHHELD").length;
  return {
    ...coverage,
    groups: grouped.groups.length,
    suppressed,
    threshold: protection.kind === "SUPPRESSED" ? protection.threshold : null,
    protection: TOLD[protection.kind](protection),
  };
}

const [least, most] = [NOISE.shifts[0], NOISE.shifts.at(-1)];
const TOLD: Readonly<Record<Protection["kind"], (protection: Protection) => Text | null>> = {
  NONE: () => null,
  ROUNDED: () =>
    text(
      `件数已加扰动：不超过 ${NOISE.few} 件的，由每件固定计为 ${NOISE.weight} 件或不计得出；更多的，加减 ${most} 以内（${least} 至 +${most}）。没有的仍为 0，但 0 也可能是少数几件；不会出现 1、2。同样的案件始终得同样的数；条件列有几项的为各项之和；合计另行扰动，各项之和不必等于合计。比率、比重、增减由扰动后的件数算得；扰动后不超过 ${MOST_TOLD_OF_FEW} 件的合计、平均数、中位数、百分位数，非 5% 整数倍的百分位数，以及最大值、最小值不显示；其余按件数取整`,
      `Counts have noise: up to ${NOISE.few} records, each stands for ${NOISE.weight} or for none, always the same; more are told with a shift of ${least} to +${most}. None stays 0, but 0 may be a few; 1 and 2 are never told. The same records always give the same number; of a filter that lists several the answer is the sum of each; totals have noise of their own and need not be the sum of their parts. Rates, shares and changes come from such counts; sums, means, medians and percentiles of what is told as up to ${MOST_TOLD_OF_FEW}, percentiles of other than whole 5%, and every smallest and largest value, are withheld; others are rounded by how many there are`,
    ),
  SUPPRESSED: (protection) => {
    const threshold = protection.kind === "SUPPRESSED" ? protection.threshold : 0;
    return text(
      `少于 ${threshold} 件的单元格，以及会使其可以从同一答案推算出来的单元格，不显示`,
      `Cells made of fewer than ${threshold} records, and those of the same answer that would give them away, are withheld`,
    );
  },
};
