import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Question, Usage } from "./probe.js";

const READY_WITHIN_MS = 60_000;
const ANSWER_WITHIN_MS = 10_000;
/** As in `npm start` and in the Dockerfile; the floor gets the same. */
const NODE_OPTIONS = "--max-semi-space-size=32 --max-old-space-size=512";
const PROBE = new URL("./probe.js", import.meta.url).href;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** One of the measured programs: a Node process that prints its address once it listens, with the probe inside. */
export class Program {
  readonly #process: ChildProcess;

  private constructor(
    child: ChildProcess,
    readonly address: string,
  ) {
    this.#process = child;
  }

  /** `file` is relative to this folder, as built. */
  static async start(file: string, env: Readonly<Record<string, string>>): Promise<Program> {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
      env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
      execArgv: ["--import", PROBE, ...(process.env.BENCH_NODE_OPTIONS ?? NODE_OPTIONS).split(" ")],
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    try {
      return new Program(child, await addressOf(child, file));
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
  }

  usage(): Promise<Usage> {
    return this.#ask("usage") as Promise<Usage>;
  }

  /** The statements that the program sends while `work` runs, as they go over the wire. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    await this.#ask("record");
    await work();
    return (await this.#ask("recorded")) as string[];
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill("SIGTERM");
    await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
    this.#process.kill("SIGKILL");
  }

  async #ask(question: Question): Promise<unknown> {
    const answer = once(this.#process, "message", { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    this.#process.send(question);
    return ((await answer) as unknown[])[0];
  }
}

async function addressOf(child: ChildProcess, file: string): Promise<string> {
  if (!child.stdout) throw new Error("the output of a measured program is read");
  const tooLate = setTimeout(() => child.kill("SIGKILL"), READY_WITHIN_MS);
  try {
    // Ends with the program, so one that does not start ends it, too.
    for await (const line of createInterface(child.stdout)) {
      const [address] = ADDRESS.exec(line) ?? [];
      if (address) return address;
    }
    throw new Error(`${file} did not start`);
  } finally {
    clearTimeout(tooLate);
    child.stdout.resume();
  }
}
