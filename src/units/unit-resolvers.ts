import type { Commands } from "../access/index.js";
import type { Database } from "../platform/db/index.js";
import type { UnitFollowers } from "./unit-followers.js";
import { UnitImportResolver } from "./unit-import.resolver.js";
import { UnitLifeResolver, UnitPlaceResolver } from "./unit-life.resolver.js";
import { HistoryUnitResolver, UnitResolver } from "./unit.resolver.js";

interface UnitServices {
  readonly database: Database;
  readonly commands: Commands;
}

/** What the register adds to the API. */
export const unitResolvers = ({ database, commands }: UnitServices, followers: UnitFollowers): object[] => [
  new UnitResolver(database, commands),
  new HistoryUnitResolver(),
  new UnitLifeResolver(commands, followers),
  new UnitPlaceResolver(),
  new UnitImportResolver(commands),
];
