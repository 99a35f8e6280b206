import { memo, type ReactNode, useMemo, useRef } from "react";
import { t } from "../../texts";
import { type Figures, writeChange } from "../queries";
import { useVisible } from "./visible";

export const SHOWN = ["value", "showRank", "showChange"] as const;
export type Shown = (typeof SHOWN)[number];

export interface Order {
  /** Of the column. */
  readonly key: string;
  readonly down: boolean;
}

/** One column over all rows: how it is written, and where each value stands among the others. */
export interface Laid {
  readonly key: string;
  readonly name: string;
  readonly whole: string;
  readonly year: number;
  readonly write: (value: number) => string;
  /** By row: from 0, the lowest, to 1. */
  readonly percentiles: readonly (number | null)[];
  readonly total: string;
  readonly median: string;
}

interface GridProps {
  /** How many of the first columns stay where they are when the rest scrolls. */
  readonly kept: number;
  readonly onPin: (key: string) => void;
  readonly laid: readonly Laid[];
  readonly from: readonly number[];
  readonly rows: readonly { readonly row: Figures["rows"][number]; readonly i: number }[];
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
  readonly shown: Shown;
  readonly colour: boolean;
}

/** Sizes in rem, as style.css has them. */
const SIZES = { row: 2.25, column: 7.5, first: 9 };

const keptAt = (at: number) => ({ left: `${SIZES.first + at * SIZES.column}rem` });

/** Only what can be seen is there: 50 rows of 200 columns scroll as smoothly as a few. */
export function Grid({ laid, from, kept, rows, order, onOrder, onPin, shown, colour }: GridProps) {
  const pane = useRef<HTMLDivElement>(null);
  const seen = useVisible(pane, {
    ...{ rows: rows.length, columns: laid.length - kept, row: SIZES.row, column: SIZES.column },
    first: SIZES.first + kept * SIZES.column,
  });
  const cells = useMemo(
    () => shownCells(kept, seen.left, seen.right, laid.length),
    [kept, seen.left, seen.right, laid.length],
  );
  return (
    <div className="grid-pane" ref={pane} tabIndex={0} role="region" aria-label={t.compare.title}>
      <table
        className="grid"
        aria-rowcount={rows.length + 3}
        aria-colcount={laid.length + 1}
        style={{ width: `${SIZES.first + laid.length * SIZES.column}rem` }}
      >
        <caption className="hidden">{t.compare.title}</caption>
        <colgroup>
          <col className="first" />
          {laid.map(({ key }) => (
            <col key={key} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1} aria-sort={order ? undefined : "ascending"}>
              <button type="button" className="sort" onClick={() => onOrder(null)}>
                {t.common.unit}
              </button>
            </th>
            {inCells(cells, (at) => (
              <Head
                key={laid[at]!.key}
                column={laid[at]!}
                {...{ at, order, onOrder, onPin }}
                pinned={at < kept}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.top > 0 && <tr aria-hidden="true" style={{ height: `${seen.top * SIZES.row}rem` }} />}
          {rows.slice(seen.top, seen.bottom).map(({ row, i }, at) => (
            <Row
              key={row.unit.code}
              {...{ row, i, laid, from, kept, shown, colour, cells }}
              index={seen.top + at + 2}
            />
          ))}
          {seen.bottom < rows.length && (
            <tr aria-hidden="true" style={{ height: `${(rows.length - seen.bottom) * SIZES.row}rem` }} />
          )}
        </tbody>
        <Foot {...{ laid, kept, cells }} below={rows.length} />
      </table>
    </div>
  );
}

function Foot({
  laid,
  kept,
  cells,
  below,
}: Pick<GridProps, "laid" | "kept"> & {
  readonly cells: Cells;
  /** How many rows stand above. */
  readonly below: number;
}) {
  return (
    <tfoot>
      {(["median", "total"] as const).map((name, i) => (
        <tr key={name} aria-rowindex={below + 2 + i} className={name}>
          <th scope="row" aria-colindex={1}>
            {t.compare[name]}
          </th>
          {inCells(cells, (at) => (
            <td
              key={laid[at]!.key}
              aria-colindex={at + 2}
              className={at < kept ? "pinned" : undefined}
              style={at < kept ? keptAt(at) : undefined}
            >
              {laid[at]![name]}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}

/** The columns that are drawn, and how many are left out before and behind those that scroll. */
interface Cells {
  readonly kept: readonly number[];
  readonly scrolled: readonly number[];
  readonly before: number;
  readonly behind: number;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const shownCells = (kept: number, left: number, right: number, all: number): Cells => ({
  kept: range(0, kept),
  scrolled: range(kept + left, kept + right),
  before: left,
  behind: all - kept - right,
});

const inCells = ({ kept, scrolled, before, behind }: Cells, draw: (at: number) => ReactNode): ReactNode => (
  <>
    {kept.map(draw)}
    <Gap count={before} />
    {scrolled.map(draw)}
    <Gap count={behind} />
  </>
);

const Gap = ({ count }: { readonly count: number }) =>
  count > 0 ? <td colSpan={count} aria-hidden="true" /> : null;

function Head({
  column: { key, name, whole, year },
  at,
  order,
  pinned,
  onOrder,
  onPin,
}: {
  readonly column: Laid;
  readonly at: number;
  readonly order: Order | null;
  readonly pinned: boolean;
  readonly onOrder: (order: Order) => void;
  readonly onPin: (key: string) => void;
}) {
  const mine = order?.key === key ? order : null;
  return (
    <th
      scope="col"
      aria-colindex={at + 2}
      aria-sort={mine ? (mine.down ? "descending" : "ascending") : undefined}
      className={pinned ? "pinned" : undefined}
      style={pinned ? keptAt(at) : undefined}
    >
      <button
        type="button"
        className="pin"
        aria-pressed={pinned}
        aria-label={t.compare.pin(t.compare.ofYear(whole, year))}
        title={t.compare.pin("")}
        onClick={() => onPin(key)}
      >
        <span aria-hidden="true">{pinned ? "◆" : "◇"}</span>
      </button>
      <button
        type="button"
        className="sort"
        title={t.compare.ofYear(whole, year)}
        onClick={() => onOrder({ key, down: mine ? !mine.down : true })}
      >
        <span className="name">{name}</span>
        <span>
          {year} <span aria-hidden="true">{mine ? (mine.down ? "▼" : "▲") : "↕"}</span>
        </span>
      </button>
    </th>
  );
}

interface RowProps extends Pick<GridProps, "laid" | "from" | "kept" | "shown" | "colour"> {
  readonly row: Figures["rows"][number];
  readonly i: number;
  readonly index: number;
  readonly cells: Cells;
}

const Row = memo(function Row({ row, i, index, laid, from, kept, shown, colour, cells }: RowProps) {
  return (
    <tr aria-rowindex={index}>
      <th scope="row" aria-colindex={1} title={row.unit.name}>
        {row.unit.shortName}
      </th>
      {inCells(cells, (place) => {
        const [column, at] = [laid[place]!, from[place]!];
        const value = row.values[at];
        const percentile = column.percentiles[i] ?? null;
        const level = colour && percentile !== null ? Math.min(4, Math.floor(percentile * 5)) : null;
        return (
          <td
            key={column.key}
            aria-colindex={place + 2}
            className={`${place < kept ? "pinned" : ""} ${level === null ? "" : `level-${level}`}`}
            style={place < kept ? keptAt(place) : undefined}
            title={percentile === null ? undefined : t.compare.percentile(Math.round(percentile * 100))}
          >
            {colour && <Quarter percentile={percentile} />}
            {value == null ? "–" : column.write(value)}
            {shown === "showRank" && value != null && <small> #{row.ranks[at]}</small>}
            {shown === "showChange" && value != null && <small> {writeChange(row.changes[at])}</small>}
          </td>
        );
      })}
    </tr>
  );
});

/** A colour alone says nothing to whoever does not see it. */
function Quarter({ percentile }: { readonly percentile: number | null }) {
  if (percentile === null || (percentile > 0.25 && percentile < 0.75)) return null;
  const high = percentile >= 0.75;
  return (
    <>
      <span aria-hidden="true">{high ? "▲" : "▼"} </span>
      <span className="hidden">{high ? t.compare.upper : t.compare.lower}</span>
    </>
  );
}
