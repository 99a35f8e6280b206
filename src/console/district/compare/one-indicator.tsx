import { useState } from "react";
import { Parts } from "../../charts/bars";
import { Dots } from "../../charts/dots";
import { ChartFrame } from "../../charts/frame";
import { type Line, Lines } from "../../charts/lines";
import { Multiples } from "../../charts/multiples";
import { nameOf, t } from "../../texts";
import { Button } from "../../ui/parts";
import { OUTCOMES, outcomeParts, sumOf } from "../outcomes";
import { type Figures, percent, shortLabel, writerOf } from "../queries";

const titleOf = ({ columns: [first] }: Figures): string => (first ? shortLabel(nameOf(first.indicator)) : "");
const writeOf = ({ columns }: Figures) => writerOf(columns[0]?.indicator.unit ?? "");

/** Without the years before anybody reported. */
function sinceFirstReport({ columns, rows, coverage }: Figures): Figures {
  const first = Math.max(
    0,
    columns.findIndex(({ reported }) => reported > 0),
  );
  return {
    columns: columns.slice(first),
    rows: rows.map((row) => ({ ...row, values: row.values.slice(first) })),
    coverage: coverage.slice(first),
  };
}

/** An indicator over the years: a line a unit, the marked one in the accent colour, the median dashed. */
export function Trend({ figures: all, marked }: { readonly figures: Figures; readonly marked: string }) {
  const [small, setSmall] = useState(false);
  const figures = sinceFirstReport(all);
  const write = writeOf(figures);
  const years = figures.columns.map(({ year }) => year);
  const units = figures.rows.map(({ unit, values }): Line => ({
    key: unit.code,
    name: unit.shortName,
    values,
    kind: unit.code === marked ? "OWN" : "OTHER",
  }));
  const median: Line = {
    key: "median",
    name: t.compare.median,
    values: figures.columns.map((column) => column.median),
    kind: "MEDIAN",
  };
  const lines = [...units, median];
  const breaks = figures.coverage.filter(({ formChanged }) => formChanged).map(({ year }) => year);
  const about = { title: `${titleOf(figures)} · ${t.compare.trend}`, years, breaks, write };
  return (
    <>
      <Button aria-pressed={small} onClick={() => setSmall(!small)}>
        {t.compare.small}
      </Button>
      <ChartFrame
        title={about.title}
        rows={lines}
        keyOf={({ key }) => key}
        columns={[
          { key: "unit", title: t.common.unit, cell: ({ name }) => name },
          ...years.map((year, i) => ({
            key: String(year),
            title: String(year),
            number: true,
            cell: ({ values }: Line) => (values[i] == null ? "–" : write(values[i])),
          })),
        ]}
      >
        {small ? (
          <Multiples {...about} lines={units} median={median.values} />
        ) : (
          <Lines {...about} lines={lines} breakTold={t.compare.breakTold} />
        )}
      </ChartFrame>
    </>
  );
}

/** How the units spread in one year. */
export function Spread({
  figures,
  marked,
  year,
}: {
  readonly figures: Figures;
  readonly marked: string;
  readonly year: number;
}) {
  const write = writeOf(figures);
  const at = figures.columns.findIndex((column) => column.year === year);
  const median = figures.columns[at]?.median ?? null;
  const dots = figures.rows
    .map(({ unit, values }) => ({
      key: unit.code,
      name: unit.shortName,
      value: values[at] ?? null,
      own: unit.code === marked,
    }))
    .filter((dot): dot is typeof dot & { value: number } => dot.value !== null);
  const title = `${t.compare.ofYear(titleOf(figures), year)} · ${t.compare.spread}`;
  return (
    <ChartFrame
      title={title}
      rows={[...dots].sort((one, other) => other.value - one.value)}
      keyOf={({ key }) => key}
      columns={[
        { key: "unit", title: t.common.unit, cell: ({ name }) => name },
        { key: "value", title: t.compare.value, number: true, cell: ({ value }) => write(value) },
      ]}
    >
      <Dots
        title={title}
        dots={dots}
        median={median}
        medianTold={median === null ? "" : `${t.compare.median} ${write(median)}`}
        write={write}
      />
    </ChartFrame>
  );
}

/** How requests ended: of all units together, then of each. */
export function OutcomeParts({ figures, year }: { readonly figures: Figures; readonly year: number }) {
  const rows = [
    {
      key: "all",
      name: t.compare.total,
      parts: outcomeParts(figures, year, (at) => sumOf(figures, at)),
    },
    ...figures.rows
      .map((row) => ({
        key: row.unit.code,
        name: row.unit.shortName,
        parts: outcomeParts(figures, year, (at) => row.values[at] ?? 0),
      }))
      .filter(({ parts }) => parts.some(({ value }) => value > 0)),
  ];
  const title = t.compare.partsOf(year);
  return (
    <ChartFrame
      title={title}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: "unit", title: t.common.unit, cell: ({ name }) => name },
        ...OUTCOMES.map((code, i) => ({
          key: code,
          title: rows[0]!.parts[i]!.name,
          number: true,
          cell: ({ parts }: (typeof rows)[number]) => {
            const whole = parts.reduce((sum, { value }) => sum + value, 0);
            const { value } = parts[i]!;
            return whole === 0 ? "0" : `${value}（${percent(value / whole)}）`;
          },
        })),
      ]}
    >
      <Parts title={title} rows={rows} />
    </ChartFrame>
  );
}
