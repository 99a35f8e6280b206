import { html, type Html } from "./html.js";
import type { Compared, ComparedRow } from "./open-queries.js";

interface FigureColumn {
  /** Code of the indicator. */
  readonly code: string;
  readonly title: string;
  /** A ratio, shown as a percentage; the others are counts. */
  readonly rate?: true;
}

/** What the table of a year shows of each report. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  { code: "requests.received.total", title: "新收申请" },
  { code: "requests.carriedIn.total", title: "上年结转" },
  { code: "requests.granted.total", title: "予以公开" },
  { code: "requests.partial.total", title: "部分公开" },
  { code: "requests.denied.total.total", title: "不予公开" },
  { code: "requests.unable.total.total", title: "无法提供" },
  { code: "requests.total.total", title: "办理总计" },
  { code: "rates.disclosed", title: "公开率", rate: true },
  { code: "requests.carriedOut.total", title: "结转下年" },
  { code: "remedies.review.total", title: "行政复议" },
  { code: "remedies.litigation.total", title: "行政诉讼" },
];

export const FIGURES_NOTE =
  "单位：件。公开率＝（予以公开＋部分公开）÷办理总计；“–”为未填，或没有可计算的数。行政复议、行政诉讼为当年案件总计。";

const COUNT = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat("zh-CN", { style: "percent", maximumFractionDigits: 1 });

export const shown = (value: number | null, rate = false): string =>
  value === null ? "–" : (rate ? PERCENT : COUNT).format(value);

const ofColumn = (value: number | null, { rate }: FigureColumn): Html =>
  html`<td class="number">${shown(value, rate)}</td>`;

export const figureHead = (first: string): Html =>
  html`<thead>
    <tr>
      <th scope="col">${first}</th>
      ${FIGURE_COLUMNS.map(({ title }) => html`<th scope="col" class="number">${title}</th>`)}
    </tr>
  </thead>`;

export const figureRow = (head: Html | string, values: readonly (number | null)[]): Html =>
  html`<tr>
    <th scope="row">${head}</th>
    ${FIGURE_COLUMNS.map((column, i) => ofColumn(values[i] ?? null, column))}
  </tr>`;

export const absentRow = (head: Html | string, why = "未发布"): Html =>
  html`<tr>
    <th scope="row">${head}</th>
    <td class="none" colspan="${FIGURE_COLUMNS.length}">${why}</td>
  </tr>`;

type Fractions = Pick<ComparedRow, "numerators" | "denominators">;

/** A rate of all together: the numerators' sum over the denominators'; null where nothing was divided. */
export function jointRate(rows: readonly Fractions[], at: number): number | null {
  const sum = (key: keyof Fractions): number => rows.reduce((made, row) => made + (row[key][at] ?? 0), 0);
  const divisor = sum("denominators");
  return divisor === 0 ? null : sum("numerators") / divisor;
}

/** Totals and medians of the units below; a rate's total is computed from the summed counts. */
export const figureFoot = ({ columns, rows }: Compared): Html =>
  html`<tfoot>
    ${figureRow(
      "合计",
      FIGURE_COLUMNS.map(({ rate }, i) => (rate ? jointRate(rows, i) : countOf(columns[i]?.total ?? null))),
    )}
    ${figureRow(
      "中位数",
      FIGURE_COLUMNS.map((_, i) => columns[i]?.median ?? null),
    )}
  </tfoot>`;

const countOf = (total: string | null): number | null => (total === null ? null : Number(total));

type AreaRow = Pick<ComparedRow, "values" | "numerators" | "denominators">;

/** Several areas as one; the last measure is how many reports each has. Null where none has any. */
export function together(rows: readonly AreaRow[]): (number | null)[] | null {
  const counted = rows.filter(({ values }) => (values[FIGURE_COLUMNS.length] ?? 0) > 0);
  if (counted.length === 0) return null;
  return [...FIGURE_COLUMNS.keys(), FIGURE_COLUMNS.length].map((i) =>
    FIGURE_COLUMNS[i]?.rate ? jointRate(counted, i) : sumOf(counted.map(({ values }) => values[i] ?? null)),
  );
}

function sumOf(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}
