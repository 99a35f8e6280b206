import type { Commands } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../platform/db/index.js";
import type { UnitFollowers } from "./unit-followers.js";
import { UnitImportResolver } from "./unit-import.resolver.js";
import { UnitLifeResolver, UnitPlaceResolver } from "./unit-life.resolver.js";
import { HistoryUnitResolver, UnitResolver } from "./unit.resolver.js";

interface UnitServices {
  readonly database: Database;
  readonly commands: Commands;
  readonly clock: Clock;
}

/** What the register adds to the API. */
export const unitResolvers = (
  { database, commands, clock }: UnitServices,
  followers: UnitFollowers,
): object[] => [
  new UnitResolver(database, commands, clock),
  new HistoryUnitResolver(),
  new UnitLifeResolver(commands, clock, followers),
  new UnitPlaceResolver(),
  new UnitImportResolver(commands, clock),
];
