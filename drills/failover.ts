import { accountUrl, execute, startMariadbOn } from "./databases.js";
import { Looks, type Drill } from "./drill.js";
import { Proxy } from "./proxy.js";
import { Server } from "./server.js";
import { Workload } from "./workload.js";

const BEFORE = 120;
const AFTERWARDS = 120;
const REPLICA_WITHIN_S = 20;

const member = (id: number): string[] => [
  `--server-id=${id}`,
  "--log-bin=bin",
  "--sync-binlog=1",
  "--log-slave-updates",
];

/** The primary reads only, its replica takes over once it has everything, and only new links lead there. */
export const FAILOVER: Drill = {
  name: "failover",
  database: "MariaDB",
  needs: ["mariadbd"],
  run: async ({ root, mariadb }) => {
    const files = await mariadb();
    const [old, next] = [await startMariadbOn(files, member(1)), await startMariadbOn(files, member(2))];
    await execute(
      next.server.url,
      `change master to master_host='127.0.0.1', master_port=${old.port}, master_user='root', master_use_gtid=slave_pos`,
    );
    await execute(next.server.url, "start slave");
    const proxy = await Proxy.before(old.port);
    const server = await Server.start({ root, databaseUrl: accountUrl(proxy.port) });
    const workload = await Workload.signIn(server);
    const looks = new Looks(workload);
    const load = workload.start(server);
    await workload.more(BEFORE);
    await handOver(old.server.url, next.server.url);
    proxy.target = next.port;
    await workload.more(AFTERWARDS);
    await load.stop();
    await workload.sendAgain(server);
    await looks.at(next.rootUrl);
    return looks.counts;
  },
};

async function handOver(old: string, next: string): Promise<void> {
  await execute(old, "set global read_only = 1");
  const [position] = await execute(old, "select @@gtid_binlog_pos as at");
  const [waited] = await execute(
    next,
    `select master_gtid_wait('${String(position?.["at"])}', ${REPLICA_WITHIN_S}) as timedOut`,
  );
  if (waited?.["timedOut"] !== 0) throw new Error("the replica does not follow");
  await execute(next, "stop slave");
}
