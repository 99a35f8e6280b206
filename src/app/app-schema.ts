import type { ReportServices } from "../filing/index.js";
import {
  BlockedByFindingsType,
  FindingResolver,
  LikeReportResolver,
  markReports,
  recheckReports,
  REPORT_LABELS,
  ReportLikenessResolver,
  ReportMutationResolver,
  UnitContactsResolver,
  ReportWorkResolver,
} from "../filing/api.js";
import { ReportDiffResolver, ReportResolver, UnitReportsResolver, VersionResolver } from "../reports/api.js";
import { FILING_LISTENERS } from "./filing-listeners.js";
import type { GraphQLSchema } from "graphql";
import { HistoryResolver } from "../history/api.js";
import type { Labels, Wordings } from "../history/index.js";
import { LEDGER_APIS } from "../ledgers/registry/api.js";
import { LEDGERS } from "../ledgers/registry/index.js";
import type { Commands } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";
import { UnitActivityResolver } from "../questions/activity/api.js";
import { ReportStatisticsResolver, statisticsResolvers } from "../questions/statistics/api.js";
import { type Feed, feedResolvers } from "../changes/api.js";
import { AreaSumsResolver } from "../questions/areas/api.js";
import { BoardResolver, ComparisonResolver, FilingResolver } from "../questions/compare/api.js";
import { documentResolvers, type LinkServices } from "../documents/api.js";
import type { Identity } from "../identity/api.js";
import { intakeResolvers } from "../intake/api.js";
import type { LedgerServices } from "../records/index.js";
import { rankingResolvers } from "../questions/rank/api.js";
import { ACCESS_DIRECTIVES } from "../access/api.js";
import {
  CellMembersResolver,
  DerivationResolver,
  NoneStatementResolver,
  ReportCellResolver,
  SupplyIndicatorResolver,
  RollUpResolver,
} from "../derivation/api.js";
import { reckonOnSettings } from "../ledgers/requests/api.js";
import { savedQueryResolvers, type SavedQueryServices } from "../library/api.js";
import type { OnSettingsChange } from "../settings/index.js";
import { SettingResolver, UnitSettingsResolver } from "../settings/api.js";
import { webhookResolvers } from "../webhooks/api.js";
import { unitResolvers } from "../units/api.js";
import { NodeResolver } from "./node.resolver.js";
import type { Database } from "../platform/db/index.js";
import {
  InvalidInputType,
  StaleRevisionType,
  TransitionRefusedType,
} from "../platform/graphql/problems.types.js";
import { buildAppSchema } from "../platform/graphql/schema.js";
import type { Vault } from "../platform/vault/vault.js";
import { DESCRIPTIONS } from "./descriptions.data.js";
import { MOVED_FIELDS } from "./moved-fields.data.js";
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
  readonly feed: Feed;
  readonly innerWebhooks: boolean;
  readonly savedQueries: Pick<SavedQueryServices, "judge" | "mostCost">;
}

const WORDINGS = Object.assign({}, ...LEDGER_APIS.map(({ wordings }) => wordings)) as Wordings;

/** A field of a record has the name that it has in the ledger's list. */
const LABELS = {
  AnnualReport: REPORT_LABELS,
  ...(Object.fromEntries(
    LEDGERS.flatMap(({ lists }) => Object.entries(lists)).map(([type, { columns }]) => [
      type,
      Object.fromEntries(columns.map(({ path, title }) => [path, title])),
    ]),
  ) as Labels),
} satisfies Labels;

/** The public API out of the rooms' resolvers; they are made here and found by their class. */
export function createAppSchema(parts: SchemaParts): Promise<GraphQLSchema> {
  const { database, commands, clock, identity, calendar, vault, savedQueries, downloads } = parts;
  const reports: ReportServices = { clock, calendar, listeners: FILING_LISTENERS };
  const ledger: LedgerServices = { commands, clock, calendar, onChange: recheckReports(reports) };
  const instances: object[] = [
    ...identity.resolvers,
    ...trail(parts),
    new NodeResolver(),
    ...unitResolvers(parts, unitFollowers({ clock, calendar }, vault)),
    new SettingResolver(),
    new UnitSettingsResolver(commands, onSettings(ledger), calendar),
    new ReportResolver(),
    new ReportWorkResolver(clock),
    new FindingResolver(),
    new VersionResolver(),
    new ReportDiffResolver(),
    new ReportLikenessResolver(),
    new LikeReportResolver(),
    new ReportCellResolver(),
    new SupplyIndicatorResolver(),
    new NoneStatementResolver(ledger),
    new RollUpResolver(),
    new CellMembersResolver(),
    new DerivationResolver(commands, reports),
    new UnitReportsResolver(clock),
    new UnitContactsResolver(commands),
    new ReportMutationResolver(database, commands, reports),
    ...LEDGER_APIS.flatMap(({ resolvers }) => resolvers({ ...ledger, vault })),
    ...intakeResolvers({ database, commands, reports, tables: { ...ledger, vault }, links: downloads }),
    new UnitActivityResolver(clock),
    ...questions(parts),
    ...documentResolvers(downloads, { commands, clock, calendar, vault }),
    ...savedQueryResolvers({ commands, clock, ...savedQueries }, database),
  ];
  return schemaOf(instances);
}

/** What was done, and what changed by it. */
const trail = (parts: SchemaParts): object[] => [
  new HistoryResolver(parts.database, { wordings: WORDINGS, labels: LABELS }),
  ...feedResolvers(parts),
  ...webhookResolvers({ ...parts, inner: parts.innerWebhooks }),
];

const questions = ({ database, commands, clock, calendar }: SchemaParts): object[] => [
  new ComparisonResolver(database, clock),
  new BoardResolver(database, clock),
  new FilingResolver(calendar),
  ...rankingResolvers(database, commands, clock),
  new ReportStatisticsResolver(database, clock),
  new AreaSumsResolver(database, clock),
  ...statisticsResolvers(database, clock),
];

/** After a change of a setting: computes open requests, and marks the reports that depend on it. */
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
    moved: MOVED_FIELDS,
    descriptions: DESCRIPTIONS,
    directives: ACCESS_DIRECTIVES,
    orphanedTypes: [InvalidInputType, StaleRevisionType, TransitionRefusedType, BlockedByFindingsType],
  });
}
