import { type RefObject, useEffect, useState } from "react";

/** Which rows and columns of a table can be seen; `right` and `bottom` are behind the last. */
export interface Pane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Sizes {
  readonly rows: number;
  readonly columns: number;
  /** Heights and widths in rem: all rows are as high, all columns but the first as wide. */
  readonly row: number;
  readonly column: number;
  readonly first: number;
}

/** So many more on each side, that a quick scroll shows no gap. */
const SPARE = 2;
/** What is drawn changes by so many at once: seldom, and not at every step of a scroll. */
const STEP = 8;
const down = (at: number): number => Math.floor(at / STEP) * STEP;

/** First and behind the last of `all`, of which `count` can be seen from `start` on. */
const partOf = (start: number, count: number, all: number): readonly [number, number] => [
  Math.min(down(Math.max(0, start - SPARE)), down(Math.max(0, all - 1))),
  Math.min(all, down(start + count + SPARE) + STEP),
];

/** Follows the scrolling of a pane, once a frame. */
export function useVisible(pane: RefObject<HTMLElement | null>, sizes: Sizes): Pane {
  const { rows, columns, row, column, first } = sizes;
  const [seen, setSeen] = useState<Pane>({ left: 0, right: 24, top: 0, bottom: 60 });
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    let waiting = 0;
    const look = () => {
      waiting = 0;
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const part = (start: number, length: number, size: number, all: number) =>
        partOf(start / (size * rem), length / (size * rem), all);
      const [left, right] = part(element.scrollLeft, element.clientWidth - first * rem, column, columns);
      const [top, bottom] = part(element.scrollTop, element.clientHeight, row, rows);
      setSeen((was) =>
        was.left === left && was.right === right && was.top === top && was.bottom === bottom
          ? was
          : { left, right, top, bottom },
      );
    };
    const soon = () => (waiting ||= requestAnimationFrame(look));
    look();
    element.addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(waiting);
      element.removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [pane, rows, columns, row, column, first]);
  return {
    left: Math.min(seen.left, columns),
    right: Math.min(seen.right, columns),
    top: Math.min(seen.top, rows),
    bottom: Math.min(seen.bottom, rows),
  };
}
