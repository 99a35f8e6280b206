import type { UnitRow } from "./unit.entity.js";

type Lifespan = Pick<UnitRow, "establishedOn" | "dissolvedOn">;

/** Did the unit exist on at least one day of that year? Without a founding day it always did; on the day of its dissolution it does no more. */
export const existsIn = ({ establishedOn, dissolvedOn }: Lifespan, year: number): boolean =>
  (establishedOn === null || establishedOn <= `${year}-12-31`) &&
  (dissolvedOn === null || dissolvedOn > `${year}-01-01`);
