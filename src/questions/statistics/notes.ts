import { dateInShanghai } from "../../kernel/calendar-date.js";
import { text, type Text } from "../../kernel/text.js";
import type { Grouped } from "../answer/index.js";
import type { StatisticsQuery } from "./statistics-query.js";

/** Notes on what an answer leaves out, and what in it is not comparable. */
export function notesOf(
  { measures, dimensions }: Pick<StatisticsQuery<string, object>, "measures" | "dimensions">,
  { axes, groups }: Grouped,
  units: number,
  now: Date,
): Text[] {
  const keysOf = (dimension: string): Set<string | null> => {
    const at = axes.findIndex((axis) => axis.dimension === dimension);
    return new Set(groups.map(({ keys }) => keys[at]?.key ?? null));
  };
  const today = dateInShanghai(now);
  const year = today.slice(0, 4);
  const missing = dimensions.includes("UNIT") ? units - keysOf("UNIT").size : 0;
  const changes = measures.some((measure) => measure.function === "CHANGE") && keysOf("YEAR").has(year);
  return [
    ...(missing > 0
      ? [
          text(
            `范围内 ${units} 个单位中 ${missing} 个没有可列出的记录，未列出`,
            `${missing} of the ${units} units in scope have nothing to list and are left out`,
          ),
        ]
      : []),
    ...(changes
      ? [
          text(
            `${year} 年只计至 ${today}，其增减是与上年全年相比`,
            `${year} counts until ${today} only, and its change is to the whole of the year before`,
          ),
        ]
      : []),
  ];
}
