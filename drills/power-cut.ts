import { join } from "node:path";
import { copyTo } from "./databases.js";
import { afterPowerCut, flush, makeDisk } from "./disk.js";
import { Looks, type Drill } from "./drill.js";
import { Server } from "./server.js";
import { Workload } from "./workload.js";

const DISK_MB = 64;
const BEFORE = 250;

/**
 * The server stands still in the middle of the load, and the device is copied as it is: what nobody flushed is still in
 * the memory of the kernel, which writes nothing by itself for a minute (`commit=60`), and so is not in the copy.
 */
export const POWER_CUT: Drill = {
  name: "power-cut",
  database: "SQLite",
  needs: ["Linux", "root"],
  run: async ({ root, sqlite }) => {
    const disk = makeDisk(DISK_MB, "noatime,commit=60");
    const server = await Server.start({ root, databaseUrl: copyTo(disk.folder, await sqlite()) });
    const workload = await Workload.signIn(server);
    flush(disk);
    const looks = new Looks(workload);
    const load = workload.start(server);
    await workload.more(BEFORE);
    server.freeze();
    const found = afterPowerCut(disk);
    await load.stop();
    await server.kill();
    const databaseUrl = `sqlite:${join(found.folder, "gongkai.sqlite")}`;
    await looks.at(databaseUrl);
    await workload.sendAgain(await Server.start({ root, databaseUrl }));
    await looks.at(databaseUrl);
    return looks.counts;
  },
};
