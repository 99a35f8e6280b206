import type { Database } from "../platform/db/index.js";
import { LibraryResolver } from "./library.resolver.js";
import { SavedQueryResolver } from "./saved-query.resolver.js";
import { SavedQueryMutationResolver, type SavedQueryServices } from "./saved-query-mutation.resolver.js";

/** Everything that this module adds to the API. */
export const savedQueryResolvers = (services: SavedQueryServices, database: Database): object[] => [
  new SavedQueryResolver(database, services.judge),
  new SavedQueryMutationResolver(services),
  new LibraryResolver(services.judge, services.clock),
];
