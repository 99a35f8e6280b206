import { type ReactNode, useId, useRef, useState } from "react";
import { t } from "../texts";
import { Button } from "../ui/parts";
import { type Column, DataTable } from "../ui/table";
import { savePng, saveSvg } from "./save";

/** Colours of all charts, written into each picture, so that a saved one looks as it did on the page. */
export const INK = "#1f2328";
export const SOFT = "#57606a";
export const LINE = "#d0d7de";
export const OTHER = "#9aa4ae";
export const OWN = "#0b4a8f";
export const WIDTH = 720;

/** A chart with its title, what it leaves out, its figures as a table behind a tab, and the picture to keep. */
export function ChartFrame<Row>({
  title,
  note,
  rows,
  columns,
  keyOf,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const drawn = useRef<HTMLDivElement>(null);
  const id = useId();
  const picture = () => drawn.current?.querySelector("svg");
  const keep = (save: (svg: SVGSVGElement, name: string) => unknown) => () => {
    const svg = picture();
    if (svg) void save(svg, title);
  };
  return (
    <figure className="chart card" aria-labelledby={id}>
      <figcaption>
        <strong id={id}>{title}</strong>
        <span className="tools">
          <Button className="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t.chart.table}
          </Button>
          {!asTable && (
            <>
              <Button className="quiet" onClick={keep(saveSvg)}>
                {t.chart.save} SVG
              </Button>
              <Button className="quiet" onClick={keep(savePng)}>
                PNG
              </Button>
            </>
          )}
        </span>
      </figcaption>
      {asTable ? <DataTable caption={title} rows={rows} columns={columns} keyOf={keyOf} /> : null}
      {/* The picture stays, so that whoever collects the page's pictures finds it. */}
      <div ref={drawn} hidden={asTable}>
        {children}
      </div>
      {note && <p className="help">{note}</p>}
    </figure>
  );
}

/** The drawing itself: one picture to a screen reader, whose figures are in the table. */
export function Drawing({
  title,
  width = WIDTH,
  height,
  children,
}: {
  readonly title: string;
  readonly width?: number;
  readonly height: number;
  readonly children: ReactNode;
}) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={`${title}。${t.chart.inTable}`}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily='"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'
      fontSize={13}
      fill={INK}
    >
      {children}
    </svg>
  );
}
