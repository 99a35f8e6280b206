import { useMemo, useState } from "react";
import { percentileOf } from "../../charts/scale";
import { nameOf, t } from "../../texts";
import { columnLabel, type Figures, writerOf } from "../queries";
import { compared } from "../sorted-table";
import { Grid, type Laid, type Order, SHOWN, type Shown } from "./compare-grid";

/** The indicator's years stand beside each other, whatever order the answer has. */
function laidOut({ columns, rows }: Figures): { laid: Laid[]; from: number[] } {
  const firsts = new Map<string, number>();
  columns.forEach(({ indicator }, i) => firsts.has(indicator.code) || firsts.set(indicator.code, i));
  const from = columns
    .map((_, i) => i)
    .sort(
      (one, other) =>
        firsts.get(columns[one]!.indicator.code)! - firsts.get(columns[other]!.indicator.code)! ||
        one - other,
    );
  const laid = from.map((at): Laid => {
    const { indicator, year, total, median } = columns[at]!;
    const write = writerOf(indicator.unit);
    const values = rows.map((row) => row.values[at] ?? null);
    const known = values.filter((value) => value !== null);
    const alike = new Set(known).size < 2;
    return {
      key: `${indicator.code} ${year}`,
      name: columnLabel(nameOf(indicator)),
      whole: nameOf(indicator),
      year,
      write,
      // Where all are alike, nobody is high or low.
      percentiles: values.map((value) => (value === null || alike ? null : percentileOf(value, known))),
      total: total === null ? "" : write(Number(total)),
      median: median === null ? "" : write(median),
    };
  });
  return { laid, from };
}

/** So many stay in sight on a small screen, too. */
const MOST_PINNED = 3;

/** Pinned columns stand first, in the order in which they were pinned. */
function pinnedFirst({ laid, from }: ReturnType<typeof laidOut>, pinned: readonly string[]) {
  const at = pinned.map((key) => laid.findIndex((column) => column.key === key)).filter((i) => i >= 0);
  const order = [...at, ...laid.map((_, i) => i).filter((i) => !at.includes(i))];
  return { kept: at.length, laid: order.map((i) => laid[i]!), from: order.map((i) => from[i]!) };
}

export function CompareTable({ figures }: { readonly figures: Figures }) {
  const asAnswered = useMemo(() => laidOut(figures), [figures]);
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const { kept, laid, from } = useMemo(() => pinnedFirst(asAnswered, pinned), [asAnswered, pinned]);
  const [order, setOrder] = useState<Order | null>(null);
  const [shown, setShown] = useState<Shown>("value");
  const [colour, setColour] = useState(true);
  const sorted = useMemo(() => {
    const all = figures.rows.map((row, i) => ({ row, i }));
    const at = order && from[laid.findIndex(({ key }) => key === order.key)];
    if (!order || at === null || at === undefined) return all;
    return all.sort((one, other) =>
      compared(one.row.values[at] ?? null, other.row.values[at] ?? null, order.down),
    );
  }, [figures, laid, from, order]);
  const pin = (key: string) =>
    setPinned((was) =>
      was.includes(key) ? was.filter((one) => one !== key) : [...was, key].slice(-MOST_PINNED),
    );
  return (
    <>
      <div className="filters">
        <label>
          {t.compare.show}{" "}
          <select value={shown} onChange={({ target }) => setShown(target.value as Shown)}>
            {SHOWN.map((one) => (
              <option key={one} value={one}>
                {t.compare[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={colour} onChange={({ target }) => setColour(target.checked)} />{" "}
          {t.compare.colour}
        </label>
        {colour && <small>{t.compare.legend}</small>}
      </div>
      <Grid
        laid={laid}
        from={from}
        rows={sorted}
        kept={kept}
        order={order}
        onOrder={setOrder}
        onPin={pin}
        shown={shown}
        colour={colour}
      />
    </>
  );
}
