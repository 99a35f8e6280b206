import type { Commands } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import { CustomGroupMutationResolver } from "./custom-group-mutation.resolver.js";
import { CustomGroupResolver, UnitPeerGroupsResolver } from "./custom-group.resolver.js";
import { RankingResolver } from "./ranking.resolver.js";

/** Everything that this module adds to the API. */
export const rankingResolvers = (database: Database, commands: Commands, clock: Clock): object[] => [
  new RankingResolver(database, clock),
  new CustomGroupResolver(),
  new UnitPeerGroupsResolver(),
  new CustomGroupMutationResolver(commands),
];
