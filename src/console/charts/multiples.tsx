import { Drawing, INK, LINE, OTHER, OWN, SOFT, WIDTH } from "./frame";
import { shortened } from "./bars";
import type { Line } from "./lines";
import { linear, ticksTo } from "./scale";

const PER_ROW = 6;
const CELL = { width: WIDTH / PER_ROW, height: 84 };

/** One small chart a unit, all on the same scale; the median in each, to compare with. */
export function Multiples({
  title,
  years,
  breaks,
  lines,
  median,
  write,
}: {
  readonly title: string;
  readonly years: readonly number[];
  readonly breaks: readonly number[];
  readonly lines: readonly Line[];
  readonly median: readonly (number | null)[];
  readonly write: (value: number) => string;
}) {
  const ticks = ticksTo(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const y = linear([0, ticks[ticks.length - 1]!], [CELL.height - 12, 24]);
  const x = linear([0, Math.max(1, years.length - 1)], [8, CELL.width - 24]);
  const path = (values: readonly (number | null)[]) =>
    values
      .map((value, i) =>
        value === null ? "" : `${i > 0 && values[i - 1] !== null ? "L" : "M"}${x(i)},${y(value)}`,
      )
      .join("");
  return (
    <Drawing title={title} height={Math.ceil(lines.length / PER_ROW) * CELL.height}>
      {lines.map(({ key, name, values, kind }, i) => {
        const last = [...values].reverse().find((value) => value !== null);
        const colour = kind === "OWN" ? OWN : SOFT;
        return (
          <g
            key={key}
            transform={`translate(${(i % PER_ROW) * CELL.width} ${Math.floor(i / PER_ROW) * CELL.height})`}
          >
            <text x={8} y={14} fontSize={11} fill={kind === "OWN" ? OWN : INK}>
              {shortened(name, 6)} {last == null ? "–" : write(last)}
            </text>
            <line x1={8} x2={CELL.width - 24} y1={y(0)} y2={y(0)} stroke={LINE} />
            {breaks
              .filter((year) => years.indexOf(year) > 0)
              .map((year) => {
                const at = x(years.indexOf(year) - 0.5);
                return (
                  <line key={year} x1={at} x2={at} y1={20} y2={y(0)} stroke={LINE} strokeDasharray="3 2" />
                );
              })}
            <path d={path(median)} fill="none" stroke={OTHER} strokeDasharray="2 2" />
            <path d={path(values)} fill="none" stroke={colour} strokeWidth={2} />
            {values.map((value, j) =>
              value === null ? null : <circle key={j} cx={x(j)} cy={y(value)} r={2} fill={colour} />,
            )}
          </g>
        );
      })}
    </Drawing>
  );
}
