import type { Database } from "../platform/db/index.js";
import { DashboardPanelResolver, DashboardResolver } from "./dashboard.resolver.js";
import { LibraryResolver } from "./library.resolver.js";
import { SavedQueryResolver } from "./saved-query.resolver.js";
import { SavedQueryMutationResolver, type SavedQueryServices } from "./saved-query-mutation.resolver.js";

/** Everything that this module adds to the API. */
export const savedQueryResolvers = (services: SavedQueryServices, database: Database): object[] => [
  new SavedQueryResolver(database, services.judge),
  new SavedQueryMutationResolver(services),
  new DashboardResolver(database, services),
  new DashboardPanelResolver(),
  new LibraryResolver(services.judge, services.clock),
];
