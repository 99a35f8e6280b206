import type { LedgerServices } from "../../records/index.js";
import { ActivityRemediesResolver, RemedyActivityResolver } from "./remedy-activity.resolver.js";
import { RequestRemediesResolver, UnitRemediesResolver } from "./remedy-lists.resolver.js";
import { RemedyMutationResolver } from "./remedy-mutation.resolver.js";
import { RemedyResolver } from "./remedy.resolver.js";

/** Everything that this module adds to the API. */
export const remedyResolvers = (services: LedgerServices): object[] => [
  new UnitRemediesResolver(),
  new RequestRemediesResolver(),
  new RemedyResolver(services),
  new ActivityRemediesResolver(),
  new RemedyActivityResolver(),
  new RemedyMutationResolver(services),
];
