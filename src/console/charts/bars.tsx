import { Drawing, INK, LINE, OTHER, OWN, SOFT, WIDTH } from "./frame";
import { linear, ticksTo } from "./scale";

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  /** Words beside the bar; its value as it is written. */
  readonly told: string;
  readonly own?: boolean;
}

const ROW = 24;
const LEFT = 150;
const RIGHT = 110;

/** Bars from zero, one below the other, each with its name and value; the median as a line behind the words. */
export function Bars({
  title,
  bars,
  median = null,
  medianTold,
  width = WIDTH,
}: {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly median?: number | null;
  readonly medianTold?: string;
  /** Of the drawing, in its own units: a narrow one has larger words where it is shown small. */
  readonly width?: number;
}) {
  const top = median === null ? 8 : 26;
  const height = top + bars.length * ROW + 8;
  const values = [...bars.map(({ value }) => value ?? 0), median ?? 0];
  const ends = ticksTo(Math.max(...values.map(Math.abs)));
  const end = ends[ends.length - 1]!;
  const x = linear([Math.min(...values) < 0 ? -end : 0, end], [LEFT, width - RIGHT]);
  return (
    <Drawing title={title} width={width} height={height}>
      {bars.map(({ key, value, own }, i) => (
        <rect
          key={key}
          x={Math.min(x(0), x(value ?? 0))}
          y={top + i * ROW + 4}
          width={Math.abs(x(value ?? 0) - x(0))}
          height={ROW - 8}
          fill={own ? OWN : OTHER}
        />
      ))}
      <line x1={x(0)} x2={x(0)} y1={top} y2={height - 8} stroke={SOFT} />
      {median !== null && (
        <g>
          <line {...upright(x(median), top - 4, height - 8)} stroke={INK} strokeDasharray="2 3" />
          <text x={x(median)} y={14} textAnchor="middle">
            {medianTold}
          </text>
        </g>
      )}
      {bars.map(({ key, name, value, told, own }, i) => (
        <g key={key} transform={`translate(0 ${top + i * ROW + 16})`} fill={own ? OWN : INK}>
          <text x={LEFT - 8} textAnchor="end" fontWeight={own ? 700 : 400}>
            {shortened(name, 11)}
          </text>
          <text
            x={Math.max(x(0), x(value ?? 0)) + 6}
            stroke="#fff"
            strokeWidth={4}
            paintOrder="stroke"
            fontWeight={own ? 700 : 400}
          >
            {told}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

const upright = (at: number, from: number, to: number) => ({ x1: at, x2: at, y1: from, y2: to });

/** How wide a text is, in Chinese characters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.55), 0);

/** Not wider than so many Chinese characters. */
export function shortened(name: string, most: number): string {
  if (widthOf(name) <= most) return name;
  const kept = [...name].filter((_, i, all) => widthOf(all.slice(0, i + 1).join("")) <= most - 1);
  return `${kept.join("")}…`;
}

/** Blue to grey, each with words that can be read on it. */
const GROUNDS = [OWN, "#3a72b4", "#a9c6e8", "#5d6570", "#b9bfc7", LINE];
const WORDS = ["#fff", "#fff", INK, "#fff", INK, INK];

export interface Part {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

interface Whole {
  readonly key: string;
  readonly name: string;
  readonly parts: readonly Part[];
}

/** What wholes consist of: a bar a row, the parts in the same order, named above. */
export function Parts({
  title,
  rows,
  width = WIDTH,
}: {
  readonly title: string;
  readonly rows: readonly Whole[];
  readonly width?: number;
}) {
  const legend = rows[0]?.parts ?? [];
  const perLine = width < WIDTH ? 2 : 3;
  const top = Math.ceil(legend.length / perLine) * 22 + 6;
  const step = (width - 40) / perLine;
  return (
    <Drawing title={title} width={width} height={top + rows.length * 34}>
      {legend.map(({ key, name }, i) => (
        <g
          key={key}
          transform={`translate(${40 + (i % perLine) * step} ${Math.floor(i / perLine) * 22 + 4})`}
        >
          <rect width={14} height={14} fill={GROUNDS[i % GROUNDS.length]} />
          <text x={20} y={12}>
            {shortened(name, 12)}
          </text>
        </g>
      ))}
      {rows.map((row, i) => (
        <OneWhole key={row.key} row={row} y={top + i * 34} width={width} />
      ))}
    </Drawing>
  );
}

function OneWhole({
  row: { name, parts },
  y,
  width,
}: {
  readonly row: Whole;
  readonly y: number;
  readonly width: number;
}) {
  const sumTo = (end: number) => parts.slice(0, end).reduce((sum, { value }) => sum + value, 0);
  const whole = sumTo(parts.length) || 1;
  const left = width < WIDTH ? 50 : LEFT;
  const x = linear([0, whole], [0, width - left - 16]);
  return (
    <g transform={`translate(${left} ${y})`}>
      <text x={-8} y={21} textAnchor="end">
        {shortened(name, 11)}
      </text>
      {parts.map(({ key, value }, i) => (
        <g key={key}>
          <rect
            x={x(sumTo(i))}
            y={4}
            width={x(value)}
            height={26}
            fill={GROUNDS[i % GROUNDS.length]}
            stroke="#fff"
          />
          {x(value) > 34 && (
            <text x={x(sumTo(i)) + x(value) / 2} y={22} textAnchor="middle" fill={WORDS[i % WORDS.length]}>
              {Math.round((value / whole) * 100)}%
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
