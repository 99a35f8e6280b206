import type { GraphQLSchema } from "graphql";
import type { Commands } from "./access/index.js";
import type { Clock } from "./kernel/clock.js";
import { BoardResolver, ComparisonResolver } from "./modules/comparison/index.js";
import type { Identity } from "./modules/identity/index.js";
import {
  BlockedByFindingsType,
  ReportMutationResolver,
  ReportResolver,
  TransitionRefusedType,
  UnitReportsResolver,
  VersionResolver,
} from "./modules/reports/index.js";
import { UnitResolver } from "./modules/units/index.js";
import { NodeResolver } from "./node.resolver.js";
import type { Database } from "./platform/db/index.js";
import { InvalidInputType, StaleRevisionType } from "./platform/graphql/problems.types.js";
import { buildAppSchema } from "./platform/graphql/schema.js";

export interface SchemaParts {
  readonly database: Database;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly identity: Identity;
}

/** The public API out of the modules' resolvers; they are made here and found by their class. */
export async function createAppSchema({
  database,
  commands,
  clock,
  identity,
}: SchemaParts): Promise<GraphQLSchema> {
  const instances: object[] = [
    ...identity.resolvers,
    new NodeResolver(),
    new UnitResolver(database, commands, clock),
    new ReportResolver(),
    new VersionResolver(),
    new UnitReportsResolver(clock),
    new ReportMutationResolver(database, commands, clock),
    new ComparisonResolver(database, clock),
    new BoardResolver(database, clock),
  ];
  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const [first, ...others] = instances.map((instance) => instance.constructor);
  if (!first) throw new Error("a schema has resolvers");
  return buildAppSchema({
    resolvers: [first, ...others] as [NonNullable<typeof first>, ...typeof others],
    container: { get: (type: unknown) => byClass.get(type) },
    orphanedTypes: [InvalidInputType, StaleRevisionType, TransitionRefusedType, BlockedByFindingsType],
  });
}
