import type { UnitRow } from "./unit.entity.js";

type Lifespan = Pick<UnitRow, "establishedOn" | "dissolvedOn">;

/**
 * True if the unit existed on at least one day of the year. Without a founding day it always existed; on the day of
 * its dissolution it no longer does.
 */
export const existsIn = ({ establishedOn, dissolvedOn }: Lifespan, year: number): boolean =>
  (establishedOn === null || establishedOn <= `${year}-12-31`) &&
  (dissolvedOn === null || dissolvedOn > `${year}-01-01`);
