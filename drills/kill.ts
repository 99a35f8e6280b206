import { accountUrl, copyTo, startMariadbOn, temporaryFolder } from "./databases.js";
import { Looks, type Drill } from "./drill.js";
import { Server } from "./server.js";
import type { Counts } from "./verdict.js";
import { Workload } from "./workload.js";

/** How often, and after how many acknowledgements each time. */
const KILLS = 3;
const BETWEEN = 80;

interface Killed {
  readonly root: string;
  /** What the server is given. */
  readonly url: string;
  /** Where others look. */
  readonly outside: string;
  /** Ends something, and brings it up again. */
  readonly kill: (server: Server) => Promise<void>;
  readonly restart: (server: Server) => Promise<Server>;
}

/** kill -9 in the middle of the load, a look at what is left, a restart, and on. */
async function killing({ root, url, outside, kill, restart }: Killed): Promise<Counts> {
  let server = await Server.start({ root, databaseUrl: url });
  const workload = await Workload.signIn(server);
  const looks = new Looks(workload);
  for (let i = 0; i < KILLS; i++) {
    const load = workload.start(server);
    await workload.more(BETWEEN);
    await kill(server);
    await load.stop();
    server = await restart(server);
    await looks.at(outside);
    await workload.sendAgain(server);
  }
  await looks.at(outside);
  return looks.counts;
}

const killServer = (server: Server): Promise<void> => server.kill();
const restartServer = (server: Server): Promise<Server> => server.again();

export const KILLS_OF_THE_SERVER: readonly Drill[] = [
  {
    name: "kill-server",
    database: "SQLite",
    needs: [],
    run: async ({ root, sqlite }) => {
      const url = copyTo(temporaryFolder(), await sqlite());
      return killing({ root, url, outside: url, kill: killServer, restart: restartServer });
    },
  },
  {
    name: "kill-server",
    database: "MariaDB",
    needs: ["mariadbd"],
    run: async ({ root, mariadb }) => {
      const { rootUrl, port } = await startMariadbOn(await mariadb());
      const url = accountUrl(port);
      return killing({ root, url, outside: rootUrl, kill: killServer, restart: restartServer });
    },
  },
];

/** The server stays up, and finds its database again. */
export const KILL_OF_THE_DATABASE: Drill = {
  name: "kill-database",
  database: "MariaDB",
  needs: ["mariadbd"],
  run: async ({ root, mariadb }) => {
    const database = await startMariadbOn(await mariadb());
    return killing({
      root,
      url: accountUrl(database.port),
      outside: database.rootUrl,
      kill: () => database.server.halt("SIGKILL"),
      restart: async (server) => {
        await database.server.restart();
        return server;
      },
    });
  },
};
