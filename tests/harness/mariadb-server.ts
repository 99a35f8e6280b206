import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import mysql from "mysql2/promise";

const READY_WITHIN_MS = 60_000;

export interface RunningServer {
  readonly url: string;
  /** Its files. */
  readonly data: string;
  /** Ends the process, by order or as a crash would, and keeps the files. */
  halt(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts it again, at the same address, on what `halt` left. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerChoices {
  /** An empty folder for its files, which goes with the server; one on the disk, if none is given. */
  readonly home?: string;
  /** Besides the harness's own, or in place of them. */
  readonly options?: readonly string[];
  /** The files of a server that was halted, to begin with a copy of. */
  readonly copyOf?: string;
}

/** Debian keeps the server in sbin, which is not on everybody's PATH. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** A private server on a temporary folder and a free port; nothing of the machine's own configuration is read. */
export async function startMariadb(
  program: string,
  { home = mkdtempSync(join(tmpdir(), "gongkai-mariadb-")), options = [], copyOf }: ServerChoices = {},
): Promise<RunningServer> {
  let server: ChildProcess | undefined;
  // Whatever ends this process, also an interrupt or a crash, takes the server and its files with it.
  const clean = () => {
    server?.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", clean);
  try {
    await (copyOf === undefined ? installInto(home) : copyInto(home, copyOf));
    const port = await freePort();
    const url = `mysql://root@127.0.0.1:${port}/`;
    const start = async (): Promise<void> => {
      server = spawn(program, [...serverOptions(home, port), ...options], { stdio: "ignore" });
      await ready(url, server, join(home, "error.log"));
    };
    const halt = (signal: NodeJS.Signals): Promise<void> =>
      server ? end(server, signal) : Promise.resolve();
    await start();
    return {
      ...{ url, halt, restart: start, data: join(home, "data") },
      stop: () => halt("SIGTERM").then(clean),
    };
  } catch (error) {
    clean();
    throw error;
  }
}

async function installInto(home: string): Promise<void> {
  const installer = findProgram("mariadb-install-db") ?? "mariadb-install-db";
  mkdirSync(join(home, "tmp"));
  await promisify(execFile)(installer, [
    "--no-defaults",
    `--datadir=${join(home, "data")}`,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    "--skip-name-resolve",
    `--user=${userInfo().username}`,
  ]);
}

async function copyInto(home: string, data: string): Promise<void> {
  mkdirSync(join(home, "tmp"));
  await cp(data, join(home, "data"), { recursive: true, preserveTimestamps: true });
}

/** Durability is switched off: a test's data is worth nothing after the test. */
const serverOptions = (home: string, port: number): string[] => [
  "--no-defaults",
  `--user=${userInfo().username}`,
  `--datadir=${join(home, "data")}`,
  `--socket=${join(home, "s.sock")}`,
  `--port=${port}`,
  "--bind-address=127.0.0.1",
  `--pid-file=${join(home, "pid")}`,
  `--tmpdir=${join(home, "tmp")}`,
  `--log-error=${join(home, "error.log")}`,
  "--skip-name-resolve",
  "--character-set-server=utf8mb4",
  "--collation-server=utf8mb4_bin",
  "--innodb-flush-log-at-trx-commit=0",
  "--innodb-log-file-size=16M",
  "--skip-log-bin",
];

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function ready(url: string, server: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await (await mysql.createConnection(url)).end();
      return;
    } catch (error) {
      const ended = server.exitCode !== null || server.signalCode !== null;
      if (ended || Date.now() > deadline)
        throw new Error(`mariadbd did not start:\n${existsSync(log) ? readFileSync(log, "utf8") : ""}`, {
          cause: error,
        });
      await sleep(50);
    }
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
  server.kill("SIGKILL"); // nothing, if it has ended
  await ended;
}
