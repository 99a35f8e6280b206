import type { LedgerServices } from "../../records/index.js";
import { CatalogueResolver, UnitCatalogueResolver } from "./catalogue.resolver.js";
import { DisclosureMutationResolver } from "./disclosure-mutation.resolver.js";
import {
  ActivityDisclosuresResolver,
  DisclosureActivityResolver,
  DisclosureResolver,
  UnitDisclosuresResolver,
} from "./disclosure.resolver.js";

/** All that the module adds to the API. */
export const disclosureResolvers = (services: LedgerServices): object[] => [
  new UnitDisclosuresResolver(),
  new DisclosureResolver(services.clock),
  new ActivityDisclosuresResolver(),
  new DisclosureActivityResolver(),
  new DisclosureMutationResolver(services),
  new UnitCatalogueResolver(),
  new CatalogueResolver(services),
];
