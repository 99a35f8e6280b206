import { setTimeout as sleep } from "node:timers/promises";
import { lockFile } from "../tests/faults/outsider.js";
import { copyTo, temporaryFolder } from "./databases.js";
import { Looks, type Drill } from "./drill.js";
import { runProgram, Server, type Installation } from "./server.js";
import { Workload } from "./workload.js";

/** The operator's, as README has them. */
const COMMANDS = [
  ["src/cli/migrate.js"],
  ["src/cli/rebuild-area-sums.js"],
  ["src/cli/rebuild-area-sums.js", "--verify"],
  ["src/cli/reckon-clocks.js", "--apply"],
];
const PAUSE_MS = 200;
const LOCKED_MS = 3_000;
const AFTERWARDS = 80;

/** Beside a busy server: a second one is refused, commands succeed, and a lock that somebody holds for seconds is waited for. */
export const SECOND_PROCESS: Drill = {
  name: "second-process",
  database: "SQLite",
  needs: [],
  run: async ({ root, sqlite }) => {
    const databaseUrl = copyTo(temporaryFolder(), await sqlite());
    const installation = { root, databaseUrl };
    const server = await Server.start(installation);
    const workload = await Workload.signIn(server);
    const looks = new Looks(workload);
    const load = workload.start(server, PAUSE_MS);
    await refuseSecond(installation);
    for (const [file = "", ...args] of COMMANDS) {
      const { code, said } = await runProgram(installation, file, ...args);
      if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`);
    }
    const letGo = await lockFile(databaseUrl.slice("sqlite:".length));
    await sleep(LOCKED_MS);
    await letGo();
    await workload.more(AFTERWARDS);
    await load.stop();
    await workload.sendAgain(server);
    await looks.at(databaseUrl);
    return looks.counts;
  },
};

async function refuseSecond(installation: Installation): Promise<void> {
  const { code, said } = await runProgram(installation, "src/main.js");
  if (code !== 1 || !said.includes("another server is using the database file"))
    throw new Error(`a second server ended with ${code}: ${said}`);
}
