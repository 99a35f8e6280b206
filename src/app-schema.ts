import type { GraphQLSchema } from "graphql";
import { ACCESS_DIRECTIVES, type Commands } from "./access/index.js";
import type { Clock } from "./kernel/clock.js";
import type { WorkingCalendar } from "./kernel/working-calendar.js";
import { AccountEventResolver } from "./modules/account-events/index.js";
import { ActivityResolver, UnitActivityResolver } from "./modules/activity/index.js";
import {
  LedgerStatisticsResolver,
  ReportStatisticsResolver,
  RollUpsResolver,
} from "./modules/analytics/index.js";
import { BoardResolver, ComparisonResolver } from "./modules/comparison/index.js";
import { disclosureResolvers } from "./modules/disclosures/index.js";
import { DownloadLinkResolver, type LinkServices } from "./modules/exchange/index.js";
import type { Identity } from "./modules/identity/index.js";
import type { LedgerServices } from "./modules/ledger/index.js";
import { proposalResolvers } from "./modules/proposals/index.js";
import { rankingResolvers } from "./modules/ranking/index.js";
import { contestedDates, remedyResolvers } from "./modules/remedies/index.js";
import {
  BlockedByFindingsType,
  CellMembersResolver,
  DerivationResolver,
  NoneStatementResolver,
  markReports,
  recheckReports,
  ReportCellResolver,
  SupplyIndicatorResolver,
  ReportMutationResolver,
  ReportResolver,
  RollUpResolver,
  TransitionRefusedType,
  UnitReportsResolver,
  VersionResolver,
} from "./modules/reports/index.js";
import { reckonOnSettings, requestResolvers } from "./modules/requests/index.js";
import { savedQueryResolvers, type SavedQueryServices } from "./modules/saved-queries/index.js";
import { type OnSettingsChange, SettingResolver, UnitSettingsResolver } from "./modules/settings/index.js";
import { supplyResolvers } from "./modules/supplies/index.js";
import { unitResolvers } from "./modules/units/index.js";
import { NodeResolver } from "./node.resolver.js";
import type { Database } from "./platform/db/index.js";
import { InvalidInputType, StaleRevisionType, StepRefusedType } from "./platform/graphql/problems.types.js";
import { buildAppSchema } from "./platform/graphql/schema.js";
import type { Vault } from "./platform/vault/vault.js";
import { TEXT_FIELDS } from "./text-fields.data.js";
import { unitFollowers } from "./unit-followers.js";

export interface SchemaParts {
  readonly database: Database;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly calendar: WorkingCalendar;
  readonly vault: Vault;
  readonly downloads: LinkServices;
  readonly savedQueries: Pick<SavedQueryServices, "judge" | "mostCost">;
}

/** The public API out of the modules' resolvers; they are made here and found by their class. */
export function createAppSchema(parts: SchemaParts): Promise<GraphQLSchema> {
  const { database, commands, clock, identity, calendar, vault, savedQueries, downloads } = parts;
  const ledger: LedgerServices = { commands, clock, calendar, onChange: recheckReports({ clock, calendar }) };
  const instances: object[] = [
    ...identity.resolvers,
    new AccountEventResolver(database),
    new NodeResolver(),
    ...unitResolvers(parts, unitFollowers({ clock, calendar }, vault)),
    new SettingResolver(),
    new UnitSettingsResolver(commands, clock, onSettings(ledger)),
    new ReportResolver(),
    new VersionResolver(),
    new ReportCellResolver(),
    new SupplyIndicatorResolver(),
    new NoneStatementResolver(ledger),
    new RollUpResolver(),
    new CellMembersResolver(),
    new DerivationResolver(commands, { clock, calendar }),
    new UnitReportsResolver(clock),
    new ReportMutationResolver(database, commands, { clock, calendar }),
    ...disclosureResolvers(ledger),
    ...supplyResolvers(ledger),
    ...remedyResolvers(ledger),
    ...proposalResolvers(ledger),
    new UnitActivityResolver(clock),
    new ActivityResolver(),
    new ComparisonResolver(database, clock),
    new BoardResolver(database, clock),
    ...rankingResolvers(database, commands, clock),
    new ReportStatisticsResolver(database, clock),
    new RollUpsResolver(database, clock),
    new LedgerStatisticsResolver(database, clock),
    ...requestResolvers(ledger, vault, contestedDates),
    new DownloadLinkResolver(downloads),
    ...savedQueryResolvers({ commands, clock, ...savedQueries }, database),
  ];
  return schemaOf(instances);
}

/** A setting that changed reckons open requests anew, and whatever report stands on it is checked again. */
function onSettings(ledger: LedgerServices): OnSettingsChange {
  const reckon = reckonOnSettings(ledger);
  return async (session, unit) => {
    await reckon(session, unit);
    await markReports(session, ledger.clock.now(), { unitId: unit.id, below: true });
  };
}

function schemaOf(instances: readonly object[]): Promise<GraphQLSchema> {
  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const [first, ...others] = instances.map((instance) => instance.constructor);
  if (!first) throw new Error("a schema has resolvers");
  return buildAppSchema({
    resolvers: [first, ...others] as [NonNullable<typeof first>, ...typeof others],
    container: { get: (type: unknown) => byClass.get(type) },
    texts: TEXT_FIELDS,
    directives: ACCESS_DIRECTIVES,
    orphanedTypes: [
      InvalidInputType,
      StaleRevisionType,
      StepRefusedType,
      TransitionRefusedType,
      BlockedByFindingsType,
    ],
  });
}
