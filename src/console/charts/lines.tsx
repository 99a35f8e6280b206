import { Drawing, INK, LINE, OTHER, OWN, SOFT, WIDTH } from "./frame";
import { linear, ticksTo } from "./scale";
import { shortened } from "./bars";

export interface Line {
  readonly key: string;
  readonly name: string;
  /** In the order of the years; null: no value, and the line breaks. */
  readonly values: readonly (number | null)[];
  readonly kind: "OWN" | "MEDIAN" | "OTHER";
}

const HEIGHT = 320;
const LEFT = 64;
const RIGHT = 150;
const TOP = 20;
const BOTTOM = 34;

/** Values over years: the own unit in the accent colour, the others grey, the median dashed; where the form changed, a line says so. */
export function Lines({
  title,
  years,
  lines,
  breaks,
  breakTold,
  write,
}: {
  readonly title: string;
  readonly years: readonly number[];
  readonly lines: readonly Line[];
  /** Years in which another form began. */
  readonly breaks: readonly number[];
  readonly breakTold: string;
  readonly write: (value: number) => string;
}) {
  const ticks = ticksTo(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const y = linear([0, ticks[ticks.length - 1]!], [HEIGHT - BOTTOM, TOP]);
  const x = (i: number) => linear([0, Math.max(1, years.length - 1)], [LEFT + 12, WIDTH - RIGHT])(i);
  const drawn = [...lines].sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
  return (
    <Drawing title={title} height={HEIGHT}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} stroke={LINE} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" fill={SOFT}>
            {write(tick)}
          </text>
        </g>
      ))}
      {years.map((year, i) => (
        <text key={year} x={x(i)} y={HEIGHT - 12} textAnchor="middle" fill={SOFT}>
          {year}
        </text>
      ))}
      {breaks
        .filter((year) => years.indexOf(year) > 0)
        .map((year) => (
          <g key={year}>
            <line {...upright(x(years.indexOf(year) - 0.5))} stroke={SOFT} strokeDasharray="5 4" />
            <text x={x(years.indexOf(year) - 0.5) + 4} y={TOP - 6} fill={SOFT} fontSize={12}>
              {breakTold}
            </text>
          </g>
        ))}
      {drawn.map((line) => (
        <OneLine key={line.key} line={line} x={x} y={y} />
      ))}
      <EndLabels lines={drawn.filter(({ kind }) => kind !== "OTHER")} y={y} />
    </Drawing>
  );
}

const ORDER = { OTHER: 0, MEDIAN: 1, OWN: 2 };
const upright = (at: number) => ({ x1: at, x2: at, y1: TOP - 4, y2: HEIGHT - BOTTOM });

type Scale = (value: number) => number;

function OneLine({ line, x, y }: { readonly line: Line; readonly x: Scale; readonly y: Scale }) {
  const { values, kind } = line;
  const points = values.map((value, i) => (value === null ? null : `${x(i)},${y(value)}`));
  const path = points
    .map((point, i) => (point ? `${i > 0 && points[i - 1] ? "L" : "M"}${point}` : ""))
    .join("");
  const colour = { OWN, MEDIAN: INK, OTHER }[kind];
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={kind === "OWN" ? 3 : kind === "MEDIAN" ? 2 : 1}
        strokeDasharray={kind === "MEDIAN" ? "3 3" : undefined}
        opacity={kind === "OTHER" ? 0.55 : 1}
      />
      {values.map((value, i) =>
        value === null ? null : (
          <circle key={i} cx={x(i)} cy={y(value)} r={kind === "OWN" ? 4 : 2} fill={colour} />
        ),
      )}
    </g>
  );
}

/** Names at the ends of lines, moved apart where they would cover each other. */
function EndLabels({ lines, y }: { readonly lines: readonly Line[]; readonly y: Scale }) {
  const ends = lines
    .map((line) => ({ line, value: [...line.values].reverse().find((value) => value !== null) }))
    .filter((end) => end.value !== undefined)
    .map(({ line, value }) => ({ line, at: y(value as number) }))
    .sort((one, other) => one.at - other.at);
  let last = -Infinity;
  return ends.map(({ line, at }) => {
    last = Math.max(at + 4, last + 16);
    return (
      <text
        key={line.key}
        x={WIDTH - RIGHT + 8}
        y={last}
        fill={line.kind === "OWN" ? OWN : INK}
        fontWeight={line.kind === "OWN" ? 700 : 400}
      >
        {shortened(line.name, 10)}
      </text>
    );
  });
}
