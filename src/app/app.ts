import { FILING_LISTENERS } from "./filing-listeners.js";
import "reflect-metadata";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { begin, allowances, Commands, signedIn, type RequestContext, type Viewer } from "../access/index.js";
import { openAppDatabase } from "./app-database.js";
import { createAppSchema } from "./app-schema.js";
import { ConfigError, naming, type Config } from "./config.js";
import { recordProductChanges } from "./product-changes.js";
import type { Clock } from "../kernel/clock.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";
import {
  DownloadLinks,
  downloadRoutes,
  letterRoutes,
  openDataRoutes,
  reportRoutes,
} from "../documents/api.js";
import {
  createIdentity,
  type Identity,
  derivedKey,
  type PasswordCost,
  sessionRoutes,
} from "../identity/api.js";
import { LedgerSizes } from "../questions/statistics/api.js";
import { openRoutes, refusedAsPage } from "../open/api.js";
import { checkKey, databaseHealth, WrongKey } from "../platform/installation/index.js";
import { importedFileRoute, TableImports, templateRoute } from "../intake/api.js";
import { uploadRoute } from "../intake/index.js";
import { recheckReports, Rechecks } from "../filing/api.js";
import { ChangeCursors, ChangeNumbers } from "../changes/api.js";
import { WebhookWork } from "../webhooks/api.js";
import { sumsOwed } from "../area-sums/api.js";
import { drawCellKeys } from "../records/api.js";
import { REMEDIES } from "../ledgers/remedies/api.js";
import { INFORMATION_REQUESTS } from "../ledgers/requests/index.js";
import { applicantsOpen } from "../ledgers/requests/api.js";
import { Judge, queryRoutes } from "../library/api.js";
import {
  AlreadyServed,
  holdAlone,
  type Database,
  type DatabaseOptions,
  type HealthProbe,
} from "../platform/db/index.js";
import { DocumentCheck } from "../platform/graphql/document-check.js";
import type { Answering } from "../platform/graphql/mutation-executor.js";
import { createApolloServer } from "../platform/graphql/server.js";
import { createHttpServer } from "../platform/http/http-server.js";
import type { IncomingCall, RequestNotes } from "../platform/http/incoming-call.js";
import { JSON_TYPE, type Route } from "../platform/http/routes.js";
import { chineseCalendar } from "../platform/calendar/chinese-calendar.js";
import { drawCellKeysFrom } from "../platform/vault/cell-key.js";
import { Vault } from "../platform/vault/vault.js";
import { Loaders } from "../platform/loaders/index.js";

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly passwordCost?: PasswordCost;
  readonly observe?: DatabaseOptions["observe"];
  /** Demo accounts for GraphiQL; without the option the page knows no account. */
  readonly demoPage?: object;
  readonly databaseLimits?: DatabaseOptions["limits"];
  /** Folder of the built pages; dist unless a test runs the sources. */
  readonly pages?: string;
}

export interface App {
  readonly http: FastifyInstance;
  readonly schema: GraphQLSchema;
  /** For seeds and commands of the operator; nothing of a request reaches it. */
  readonly database: Database;
  readonly identity: Identity;
  readonly calendar: WorkingCalendar;
  readonly vault: Vault;
  readonly health: HealthProbe;
  /** Resolves when background work is done. */
  settled(): Promise<void>;
  /** Looks for events that programs wait for, beside the requests. */
  tellPrograms(): void;
  close(): Promise<void>;
}

const PAGES = fileURLToPath(new URL("../..", import.meta.url));

/** The whole server, ready to listen: config, database, modules, schema, Apollo, HTTP. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, clock } = options;
  const served = await openServed(options);
  const { database } = served;
  const calendar = chineseCalendar(config.calendarFile);
  await recordProductChanges(database, calendar, clock.now());
  const vault = new Vault(config.personalDataKey);
  const hearing: Hearing[] = [];
  const commands = new Commands(database, clock, {
    vault,
    key: derivedKey(config.authSecret, "idempotency"),
    afterwards: (announced) => hearing.forEach(({ hear }) => hear(announced)),
  });
  const identity = identityOf(options, database, commands);
  const numbers = new ChangeNumbers(database);
  const background = inBackground(options, { database, commands, calendar, vault, identity, numbers });
  hearing.push(...background);
  const judge = new Judge(new DocumentCheck());
  const links = new DownloadLinks(derivedKey(config.authSecret, "download link"), clock);
  const allowanceOf = allowances(config.budgetFactor);
  const schema = await createAppSchema({
    ...{ database, commands, clock, identity, calendar, vault },
    savedQueries: { judge, mostCost: (context) => allowanceOf(context).request },
    innerWebhooks: config.innerWebhooks,
    feed: {
      numbers,
      cursors: new ChangeCursors(derivedKey(config.authSecret, "cursor of changes")),
    },
    downloads: { links, check: judge.check, tokenOf: identity.tokenOf },
  });
  judge.check.useSchema(schema);
  const http = await openHttp(options, { served, schema, identity, judge, links, vault, allowanceOf });
  // Continues work left by the last run of the server.
  for (const part of background) part.wake();
  const settled = async (): Promise<void> => {
    for (const part of background.toReversed()) await part.settled();
  };
  const close = closing(http, ...background, served);
  const tellPrograms = (): void => background[2].wake();
  return { ...served, http, schema, identity, calendar, vault, settled, tellPrograms, close };
}

interface Hearing {
  readonly hear: (announced: ReadonlySet<string>) => void;
}

type BackgroundParts = Pick<Served, "database"> &
  Pick<App, "identity" | "calendar" | "vault"> & {
    readonly commands: Commands;
    readonly numbers: ChangeNumbers;
  };

/** What goes on when nobody asks: reports are checked again, tables entered; what tables bring is checked last. */
function inBackground(
  { clock, log, config }: Pick<AppOptions, "clock" | "log" | "config">,
  { database, commands, calendar, vault, identity, numbers }: BackgroundParts,
): readonly [Rechecks, TableImports, WebhookWork] {
  const reports = { clock, calendar, listeners: FILING_LISTENERS };
  const services = { calendar, vault, onChange: recheckReports(reports) };
  return [
    new Rechecks(database, reports, log),
    new TableImports(
      { database, commands, clock, services, viewerOfUser: (id) => identity.viewerOfUser(id) },
      log,
    ),
    new WebhookWork({ database, clock, vault, numbers, inner: config.innerWebhooks }, log),
  ];
}

interface HttpParts {
  readonly served: Served;
  readonly schema: GraphQLSchema;
  readonly identity: Identity;
  readonly judge: Judge;
  readonly links: DownloadLinks;
  readonly vault: Vault;
  readonly allowanceOf: ReturnType<typeof allowances>;
}

async function openHttp(
  { config, log, clock, demoPage, pages = PAGES }: AppOptions,
  { served, schema, identity, judge, links, vault, allowanceOf }: HttpParts,
): Promise<FastifyInstance> {
  const { database, health } = served;
  const sizes = new LedgerSizes(database, clock, log);
  await sizes.count();
  return createHttpServer<RequestContext>({
    apollo: createApolloServer<RequestContext>({
      ...{ schema, log, clock, allowanceOf, limits: LIMITS },
      rowCount: sizes.rowCount,
      answering: answering(database, clock),
    }),
    log,
    pages,
    routes: [
      ...sessionRoutes,
      ...queryRoutes(judge, clock),
      ...downloadRoutes(judge.check, links, clock),
      ...reportRoutes(links).map(refusedAsPage),
      ...openDataRoutes(),
      ...openRoutes(clock),
      uploadRoute(database, clock),
      templateRoute,
      importedFileRoute(links),
      ...letterRoutes(links, vault),
      ...demoRoutes(demoPage),
    ],
    trustedProxies: config.trustedProxies,
    pathPrefix: config.pathPrefix,
    health: () => health.health,
    context: contexts(identity, database, clock),
    mayImport: async ({ authorization }) => void signedIn(await identity.viewerOf(authorization)),
  });
}

interface Served {
  readonly database: Database;
  readonly health: HealthProbe;
  close(): Promise<void>;
}

/** Opens the database, with the server lock and the health checks. */
async function openServed({ config, log, observe, databaseLimits: limits }: AppOptions): Promise<Served> {
  const letGo = serveAlone(config.databaseUrl);
  drawCellKeysFrom(config.personalDataKey);
  try {
    const database = await openAppDatabase(config, log, { observe, limits }).catch(naming("DATABASE_URL"));
    await rightKey(database, new Vault(config.personalDataKey));
    await drawCellKeys(database, INFORMATION_REQUESTS);
    await drawCellKeys(database, REMEDIES);
    const owed = await owedSums(database, log);
    const health = databaseHealth(database, log);
    await health.look();
    const close = async (): Promise<void> => {
      await health.stop();
      await owed.done;
      await database.close();
      letGo();
    };
    return { database, health, close };
  } catch (error) {
    letGo();
    throw error;
  }
}

async function rightKey(database: Database, vault: Vault): Promise<void> {
  try {
    await checkKey(database, vault, (session) => applicantsOpen(session, vault));
  } catch (error) {
    await database.close();
    throw error instanceof WrongKey ? new ConfigError(`PERSONAL_DATA_KEY: ${error.message}`) : error;
  }
}

/** Adds up sums that an upgrade left, while the server serves; `areaSums` says so until then. */
async function owedSums(database: Database, log: Logger): Promise<{ readonly done: Promise<void> }> {
  const addUp = await sumsOwed(database);
  const done = addUp?.().then(
    (sums) => log.warn(`areas' sums added up anew: ${sums}`),
    (error: unknown) => log.error({ error }, "could not add up the areas' sums"),
  );
  return { done: done ?? Promise.resolve() };
}

function serveAlone(databaseUrl: string): () => void {
  try {
    return holdAlone(databaseUrl);
  } catch (error) {
    throw error instanceof AlreadyServed ? new ConfigError(`DATABASE_URL: ${error.message}`) : error;
  }
}

const LIMITS = { once: ["signIn"] };

const identityOf = (
  { config, log, clock, passwordCost }: AppOptions,
  database: Database,
  commands: Commands,
): Identity =>
  createIdentity({
    ...{ database, clock, commands, log },
    ...{ authSecret: config.authSecret, passwordPolicy: config.passwordPolicy },
    ...(passwordCost && { passwordCost }),
  });

/** Closes callers first, then work in progress, then shared resources. */
const closing =
  (...parts: readonly { close(): Promise<unknown> }[]) =>
  async (): Promise<void> => {
    for (const part of parts) await part.close();
  };

/** Each field of a mutation reads its answer anew, within its own transaction. */
const answering = (database: Database, clock: Clock): Answering<RequestContext> => ({
  together: (run, stands) => database.together(run, stands),
  fresh: (context) => ({ ...context, loaders: loadersOf(database, clock, context) }),
});

const contexts =
  (identity: Identity, database: Database, clock: Clock) =>
  async ({ authorization, notes, ...call }: IncomingCall): Promise<RequestContext> => {
    const viewer = await identity.viewerOf(authorization);
    Object.assign(notes, whoAsks(viewer));
    return { ...call, viewer, loaders: loadersOf(database, clock, { ...call, viewer }) };
  };

/** What is read of personal data is recorded as the caller's, under the id of the HTTP request. */
const loadersOf = (
  database: Database,
  clock: Clock,
  { viewer, requestId }: Pick<RequestContext, "viewer" | "requestId">,
): Loaders =>
  new Loaders(database, viewer.scope, (session, operation) =>
    begin({ session, viewer, now: clock.now(), operation, requestId }),
  );

const MOST_ROLES_TOLD = 10;

/** For the log: the login, and only as many roles as needed to see a caller's rights. */
const whoAsks = ({ user, memberships }: Viewer): Pick<RequestNotes, "user" | "roles"> => ({
  user: user?.login ?? null,
  roles: memberships
    .slice(0, MOST_ROLES_TOLD)
    .map(({ role, unit }) => `${role} ${unit.path.split("/").at(-2)}`),
});

const demoRoutes = (page: object | undefined): Route<RequestContext>[] =>
  page
    ? [
        {
          method: "GET",
          url: "/demo.json",
          handle: () => Promise.resolve({ type: JSON_TYPE, body: JSON.stringify(page) }),
        },
      ]
    : [];
