import { groupedBy } from "../platform/loaders/index.js";

/** The rows of each unit, none for one that has none; their order stays. */
export function byUnit<Row extends { readonly unitId: string }>(
  unitIds: readonly string[],
  rows: readonly Row[],
): (unitId: string) => readonly Row[] {
  const groups = groupedBy(unitIds, rows, ({ unitId }) => unitId);
  const byId = new Map(unitIds.map((id, i) => [id, groups[i] ?? []]));
  return (unitId) => byId.get(unitId) ?? [];
}
