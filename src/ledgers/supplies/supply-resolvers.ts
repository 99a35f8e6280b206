import type { LedgerServices } from "../../records/index.js";
import { SupplyResolver, UnitSuppliesResolver } from "./supply.resolver.js";

/** All that the module adds to the API. */
export const supplyResolvers = (services: LedgerServices): object[] => [
  new UnitSuppliesResolver(),
  new SupplyResolver(services),
];
