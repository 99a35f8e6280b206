import { copyTo } from "./databases.js";
import { fillUp, makeDisk, type Disk } from "./disk.js";
import { Looks, type Drill } from "./drill.js";
import { Server } from "./server.js";
import { Workload } from "./workload.js";

const DISK_MB = 24;
/** What is left when the filler has taken its part: at first the log cannot grow, then the database itself. */
const ROUNDS = [{ freeKb: 1500 }, { freeKb: 100 }];
const REFUSALS = 30;
const AFTERWARDS = 80;

/** Loads until it is refused, makes room, goes on; at the end a restart. */
export const FULL_DISK: Drill = {
  name: "full-disk",
  database: "SQLite",
  needs: ["Linux", "root"],
  run: async ({ root, sqlite }) => {
    const disk = makeDisk(DISK_MB);
    const databaseUrl = copyTo(disk.folder, await sqlite());
    const server = await Server.start({ root, databaseUrl });
    const workload = await Workload.signIn(server);
    const looks = new Looks(workload);
    for (const { freeKb } of ROUNDS) {
      await fillOnce(disk, freeKb * 1024, { server, workload, look: () => looks.at(databaseUrl) });
      await looks.at(databaseUrl);
    }
    await server.kill();
    await looks.at(databaseUrl);
    await workload.sendAgain(await server.again());
    await looks.at(databaseUrl);
    return looks.counts;
  },
};

interface Filling {
  readonly server: Server;
  readonly workload: Workload;
  readonly look: () => Promise<void>;
}

async function fillOnce(disk: Disk, free: number, { server, workload, look }: Filling): Promise<void> {
  const makeRoom = fillUp(disk, free);
  const goal = workload.refusals + REFUSALS;
  const load = workload.start(server);
  await workload.until(() => workload.refusals >= goal, "refusals of the full disk");
  await load.stop();
  makeRoom();
  await look();
  await workload.sendAgain(server);
  const more = workload.start(server);
  await workload.more(AFTERWARDS);
  await more.stop();
}
