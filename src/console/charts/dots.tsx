import { Drawing, INK, LINE, OTHER, OWN, SOFT, WIDTH } from "./frame";
import { linear, ticksTo } from "./scale";

export interface Dot {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly own: boolean;
}

const LEFT = 24;
const RIGHT = 40;
const STEP = 11;

/** A distribution: a dot a unit, those of nearly the same value stacked; the own unit in the accent colour, the median a line. */
export function Dots({
  title,
  dots,
  median,
  medianTold,
  write,
}: {
  readonly title: string;
  readonly dots: readonly Dot[];
  readonly median: number | null;
  readonly medianTold: string;
  readonly write: (value: number) => string;
}) {
  const ticks = ticksTo(Math.max(0, ...dots.map(({ value }) => value)), 8);
  const x = linear([0, ticks[ticks.length - 1]!], [LEFT, WIDTH - RIGHT]);
  const stacks = new Map<number, number>();
  const placed = [...dots]
    .sort((one, other) => Number(other.own) - Number(one.own) || one.value - other.value)
    .map((dot) => {
      const column = Math.round(x(dot.value) / STEP);
      const level = stacks.get(column) ?? 0;
      stacks.set(column, level + 1);
      return { dot, level, at: column * STEP };
    });
  const base = Math.max(4, ...[...stacks.values()]) * STEP + 52;
  const own = placed.find(({ dot }) => dot.own);
  return (
    <Drawing title={title} height={base + 30}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={40} y2={base} stroke={LINE} />
          <text x={x(tick)} y={base + 20} textAnchor="middle" fill={SOFT}>
            {write(tick)}
          </text>
        </g>
      ))}
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={base} y2={base} stroke={SOFT} />
      {placed.map(({ dot, level, at }) => (
        <circle
          key={dot.key}
          cx={at}
          cy={base - STEP / 2 - level * STEP}
          r={dot.own ? 6 : 4.5}
          fill={dot.own ? OWN : OTHER}
        >
          <title>{`${dot.name} ${write(dot.value)}`}</title>
        </circle>
      ))}
      {median !== null && (
        <g>
          <line x1={x(median)} x2={x(median)} y1={36} y2={base} stroke={INK} strokeDasharray="2 3" />
          <text x={x(median)} y={14} textAnchor={x(median) > WIDTH - 160 ? "end" : "start"} fill={INK}>
            {medianTold}
          </text>
        </g>
      )}
      {own && (
        <text
          x={own.at}
          y={32}
          textAnchor={own.at > WIDTH - 160 ? "end" : "start"}
          fill={OWN}
          fontWeight={700}
        >
          {`${own.dot.name} ${write(own.dot.value)}`}
        </text>
      )}
    </Drawing>
  );
}
