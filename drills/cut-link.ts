import { setTimeout as sleep } from "node:timers/promises";
import { accountUrl, startMariadbOn } from "./databases.js";
import { Looks, type Drill } from "./drill.js";
import { Proxy } from "./proxy.js";
import { Server } from "./server.js";
import { Workload } from "./workload.js";

const CUTS = 30;
const LEAST_SWALLOWED = 5;
const LONGEST_MS = 400;
const AFTERWARDS = 80;

/** Every link to the database is cut at random moments, and every other time between a commit and its answer. */
export const CUT_LINK: Drill = {
  name: "cut-link",
  database: "MariaDB",
  needs: ["mariadbd"],
  run: async ({ root, mariadb }) => {
    const { rootUrl, port } = await startMariadbOn(await mariadb());
    const proxy = await Proxy.before(port);
    const server = await Server.start({ root, databaseUrl: accountUrl(proxy.port) });
    const workload = await Workload.signIn(server);
    const looks = new Looks(workload);
    const load = workload.start(server);
    for (let i = 0; i < CUTS; i++) {
      await sleep(Math.random() * LONGEST_MS);
      if (i % 2 === 0) proxy.swallowNextCommit();
      else proxy.cutAll();
    }
    await workload.more(AFTERWARDS);
    await load.stop();
    if (proxy.swallowed < LEAST_SWALLOWED) throw new Error("hardly a commit was cut off from its answer");
    await workload.sendAgain(server);
    await looks.at(rootUrl);
    return looks.counts;
  },
};
