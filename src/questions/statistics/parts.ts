import { addDays, addMonths } from "../../kernel/calendar-date.js";
import { raw, sql } from "../../platform/db/index.js";
import {
  type Columns,
  plainKey,
  UNIT_COLUMN,
  type DateSpan,
  type Column,
  type Known,
  type LedgerDataSet,
} from "../../records/index.js";

/**
 * The parts of a filter that lists several values. Each part is protected by itself and the answer is their sum:
 * otherwise any choice of a few values would be a cell with noise of its own, and many choices would average the
 * noise away.
 */
export interface Part {
  readonly columns: readonly Column[];
  readonly key: (known: Known) => (columns: Columns) => string;
}

type Data<Where> = Pick<LedgerDataSet<string, string, Where>, "dimensions" | "listed" | "spans">;

export function partsOf<Where extends object>(
  { dimensions, listed, spans }: Data<Where>,
  where: Where | null,
  date: string,
): Part[] {
  return Object.entries<unknown>((where ?? {}) as Record<string, unknown>).flatMap(
    ([name, value]): Part[] => {
      const column = spans[name];
      if (column !== undefined) return ofSpan(column, value as DateSpan | null);
      const dimension = dimensions[listed[name] ?? ""];
      if (!Array.isArray(value) || new Set(value).size < 2 || !dimension) return [];
      const keysOf = (known: Known) => (columns: Columns) =>
        dimension
          .keys(known)(columns)
          .map(({ key }) => key)
          .join();
      return [{ columns: dimension.columns(date), key: keysOf }];
    },
  );
}

/** The part of a scope that lists units or kinds. */
export const UNIT_PART: Part = {
  columns: [UNIT_COLUMN],
  key:
    () =>
    ({ unitId }) =>
      String(unitId),
};
export const KIND_PART: Part = {
  columns: [UNIT_COLUMN],
  key:
    (known) =>
    ({ unitId }) =>
      known.unit(String(unitId)).kind,
};

const EARLIEST = "1949-01-01";
const LATEST = "2199-12-31";

/** A whole year, quarter or month is one part; any other span is split into whole years, whole months and days. */
function ofSpan(column: string, span: DateSpan | null): Part[] {
  const [from, to] = [span?.from ?? EARLIEST, span?.to ?? LATEST];
  if ((from === EARLIEST && to === LATEST) || isOnePeriod(from, to)) return [];
  const name = `part_${column.replace(/\W/g, "_")}`;
  const [years, months] = [within(from, to, 12), within(from, to, 1)];
  const day = raw(column);
  const part = sql`case when ${day} >= ${years.from} and ${day} <= ${years.to} then substr(${day}, 1, 4)
    when ${day} >= ${months.from} and ${day} <= ${months.to} then substr(${day}, 1, 7) else ${day} end`;
  return [
    { columns: [{ name, sql: part }], key: () => (columns) => plainKey(String(columns[name])).key ?? "" },
  ];
}

const isOnePeriod = (from: string, to: string): boolean =>
  [12, 3, 1].some((months) => startsPeriod(from, months) && addDays(addMonths(from, months), -1) === to);

const startsPeriod = (date: string, months: number): boolean =>
  date.endsWith("-01") && (Number(date.slice(5, 7)) - 1) % months === 0;

/** The whole periods of `months` months within a span; if there is none, the result ends before it begins. */
function within(from: string, to: string, months: number): { from: string; to: string } {
  const start = firstOf(from, months);
  const begin = start === from ? from : addMonths(start, months);
  const after = firstOf(addDays(to, 1), months);
  return { from: begin, to: addDays(after, -1) };
}

function firstOf(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1;
  const first = month - (month % months) + 1;
  return `${date.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
}
