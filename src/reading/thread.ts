import { Worker } from "node:worker_threads";
import { Unreadable, type UnreadableCode } from "./document.js";

/** What one file may take, whatever is in it. */
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
const START_MS = 20_000;

export type Told<T> = "started" | { readonly result: T } | { readonly unreadable: UnreadableCode };

export interface Reading {
  /** A program that answers as `Told`. */
  readonly program: URL;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly timeMs: number;
}

/**
 * Reads a file on a thread of its own, which ends with it: a file that takes too long or too much memory takes nothing
 * else down. The time counts from when the thread has loaded its program.
 */
export function readInThread<T>({ program, bytes, name, timeMs }: Reading): Promise<T> {
  const worker = new Worker(program, { workerData: { bytes, name }, resourceLimits: MEMORY });
  const ended = new Promise<T>((resolve, reject) => {
    const refuse = (): void => reject(new Unreadable("TOO_SLOW"));
    let timer = setTimeout(refuse, START_MS);
    worker.on("message", (told: Told<T>) => {
      clearTimeout(timer);
      if (told === "started") timer = setTimeout(refuse, timeMs);
      else if ("result" in told) resolve(told.result);
      else reject(new Unreadable(told.unreadable));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse();
      else reject(error);
    });
    worker.on("exit", () => {
      clearTimeout(timer);
      refuse();
    });
  });
  return ended.finally(() => void worker.terminate());
}
