import type { FieldPrice } from "../platform/graphql/cost.js";

/** A page of a unit's list tells how many there are in all, so that every record of it is read. */
export const listPrice = (of: string): FieldPrice => ({
  weight: 1,
  rows: { of, under: "parent.code", subtree: "subtree" },
});
