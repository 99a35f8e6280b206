import "reflect-metadata";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { Commands, type RequestContext } from "./access/index.js";
import { openAppDatabase } from "./app-database.js";
import { createAppSchema } from "./app-schema.js";
import { naming, type Config } from "./config.js";
import type { Clock } from "./kernel/clock.js";
import { TenantScope } from "./kernel/tenant-scope.js";
import type { WorkingCalendar } from "./kernel/working-calendar.js";
import { createIdentity, type Identity, type PasswordCost } from "./modules/identity/index.js";
import { sql, type Database } from "./platform/db/index.js";
import { createApolloServer } from "./platform/graphql/server.js";
import { createHttpServer } from "./platform/http/http-server.js";
import { chineseCalendar } from "./platform/calendar/chinese-calendar.js";
import { Vault } from "./platform/vault/vault.js";
import { Loaders } from "./platform/loaders/index.js";

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly passwordCost?: PasswordCost;
  readonly observe?: (statement: string) => void;
}

export interface App {
  readonly http: FastifyInstance;
  readonly schema: GraphQLSchema;
  /** For seeds and commands of the operator; nothing of a request reaches it. */
  readonly database: Database;
  readonly identity: Identity;
  readonly calendar: WorkingCalendar;
  readonly vault: Vault;
  close(): Promise<void>;
}

const IDE_DIRECTORY = fileURLToPath(new URL("../ide", import.meta.url));
const HEALTH = TenantScope.system("health check");

/** The whole server, ready to listen: config, database, modules, schema, Apollo, HTTP. */
export async function createApp({ config, log, clock, passwordCost, observe }: AppOptions): Promise<App> {
  const database = await openAppDatabase(config, log, observe).catch(naming("DATABASE_URL"));
  const commands = new Commands(database, clock);
  const identity = createIdentity({
    database,
    clock,
    commands,
    authSecret: config.authSecret,
    ...(passwordCost && { passwordCost }),
  });
  const calendar = chineseCalendar(config.calendarFile);
  const vault = new Vault(config.personalDataKey);
  const schema = await createAppSchema({ database, commands, clock, identity, calendar, vault });
  const http = await createHttpServer<RequestContext>({
    apollo: createApolloServer({ schema, log, limits: { once: ["signIn"] } }),
    log,
    ideDirectory: IDE_DIRECTORY,
    trustedProxies: config.trustedProxies,
    health: () => database.read(HEALTH, (session) => session.query(sql`select 1`)),
    context: async ({ authorization, language, requestId, address }) => {
      const viewer = await identity.viewerOf(authorization);
      return { viewer, language, requestId, address, loaders: new Loaders(database, viewer.scope) };
    },
  });
  const close = async (): Promise<void> => {
    await http.close();
    await database.close();
  };
  return { http, schema, database, identity, calendar, vault, close };
}
