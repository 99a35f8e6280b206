import { CELL_FEEDS } from "./cell-feeds.data.js";

/** The code of the cell that counts records of a phase with these two dimensions; null for any value. */
export function cellCounting(
  { ledger, phase }: { readonly ledger: string; readonly phase: string },
  first: string | null,
  second: string | null,
): string | undefined {
  const only = (values: readonly string[] | undefined, value: string | null): boolean =>
    value === null ? values === undefined : values?.length === 1 && values[0] === value;
  for (const [code, feed] of CELL_FEEDS) {
    const isOf = feed.feed.ledger === ledger && feed.phases.length === 1 && feed.phases[0] === phase;
    if (isOf && only(feed.first, first) && only(feed.second, second)) return code;
  }
  return undefined;
}
