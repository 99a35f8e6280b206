import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { later } from "./leftovers.js";

const READY_WITHIN_MS = 60_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** Of every server of the drills, so that one that follows another knows its sessions and its sealed data. */
export const SECRETS = {
  authSecret: "the drills' secret, long enough for a key",
  personalDataKey: "another secret of the drills, long enough",
};

export interface Installation {
  /** The folder that holds `dist`. */
  readonly root: string;
  readonly databaseUrl: string;
}

const environment = (databaseUrl: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: SECRETS.authSecret,
  PERSONAL_DATA_KEY: SECRETS.personalDataKey,
  BUDGET_FACTOR: "1000",
  LOG_LEVEL: "fatal",
  PORT: "0",
});

/** The server as built, in a process of its own. */
export class Server {
  private constructor(
    readonly address: string,
    readonly process: ChildProcess,
    private readonly installation: Installation,
  ) {}

  static async start(installation: Installation): Promise<Server> {
    const child = node(installation, "src/main.js");
    const said = told(child);
    const tooLate = setTimeout(() => child.kill("SIGKILL"), READY_WITHIN_MS);
    const address = await addressOf(child).finally(() => clearTimeout(tooLate));
    if (address === undefined) throw new Error(`the server did not start: ${await said}`);
    return new Server(address, child, installation);
  }

  /** As the machine would end it: nothing of the process runs any more. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await ended;
  }

  freeze(): void {
    this.process.kill("SIGSTOP");
  }

  /** Another one on the same database, once this one is gone. */
  again(): Promise<Server> {
    return Server.start(this.installation);
  }
}

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a program of the installation to its end. */
export async function runProgram(
  installation: Installation,
  file: string,
  ...args: string[]
): Promise<Ended> {
  const child = node(installation, file, ...args);
  const said = told(child);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return { code: child.exitCode, said: await said };
}

function node({ root, databaseUrl }: Installation, file: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, "dist", file), ...args], {
    cwd: root,
    env: environment(databaseUrl),
    stdio: ["ignore", "pipe", "pipe"],
  });
  later(() => child.kill("SIGKILL"));
  return child;
}

/** All that it says, once it has ended. */
async function told({ stdout, stderr }: ChildProcess): Promise<string> {
  const chunks: Buffer[] = [];
  for (const stream of [stdout, stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  await Promise.all([stdout, stderr].flatMap((stream) => (stream ? [once(stream, "close")] : [])));
  return Buffer.concat(chunks).toString().trim();
}

/** Undefined: it ended without listening. */
async function addressOf({ stdout }: ChildProcess): Promise<string | undefined> {
  if (!stdout) return undefined;
  return new Promise((resolve) => {
    const lines = createInterface(stdout);
    lines.on("line", (line) => {
      const [address] = ADDRESS.exec(line) ?? [];
      if (address) resolve(address);
    });
    lines.on("close", () => resolve(undefined));
  });
}
