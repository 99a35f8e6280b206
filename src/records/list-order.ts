import { text, type Text } from "../kernel/text.js";

/** One way to order a list of records: by a date that no listed row lacks, ties by id. */
export interface ListOrder {
  /** The date as SQL over the row `r`. */
  readonly by: string;
  readonly direction: "asc" | "desc";
  readonly name: Text;
}

export const newestFirst = (by: string, zh: string, en: string): ListOrder => ({
  ...{ by, direction: "desc", name: text(`${zh}由近到远`, `${en}, newest first`) },
});

export const oldestFirst = (by: string, zh: string, en: string): ListOrder => ({
  ...{ by, direction: "asc", name: text(`${zh}由远到近`, `${en}, oldest first`) },
});

/** By the day on which something is due; what has no such day comes last. */
export const dueFirst = (column: string, zh: string, en: string): ListOrder => ({
  by: `coalesce(${column}, '9999-12-31')`,
  ...{ direction: "asc", name: text(`${zh}先到期者在前`, `${en}, the first due first`) },
});

/** The names of a list's orders, for its enum; the first is the one that is used unless another is asked for. */
export const orderNames = <Name extends string>(
  orders: Readonly<Record<Name, ListOrder>>,
): Readonly<Record<Name, Text>> =>
  Object.fromEntries(
    (Object.entries(orders) as [Name, ListOrder][]).map(([name, order]) => [name, order.name]),
  ) as Record<Name, Text>;
