import { performance } from "node:perf_hooks";
import { Client, type Target } from "./client.js";
import type { Program } from "./program.js";

/** One program under one case. */
export interface Subject {
  readonly program: Program;
  readonly target: Target;
  /** How many ask at once. */
  readonly connections: number;
}

export interface Figures {
  /** Wall time over one connection, in milliseconds. */
  readonly median: number;
  readonly p99: number;
  /** With the case's number of connections at once. */
  readonly requestsPerSecond: number;
  readonly cpuMs: number;
}

const ROUNDS = 6;
const ALONE = { requests: 60, ms: 1_500 };
const TOGETHER_MS = 1_500;
/** A program is compiled while it runs: the first few hundred requests cost up to twice as much. */
const WARM_UP_MS = 6_000;

/** Measures the programs in turns, so that whatever else the machine does falls on all of them alike. */
export async function measure(subjects: readonly Subject[]): Promise<Figures[]> {
  const tallies = subjects.map((subject) => new Tally(subject));
  for (const tally of tallies) await tally.warmUp();
  for (let round = 0; round < ROUNDS; round++) for (const tally of tallies) await tally.round();
  return tallies.map((tally) => tally.figures());
}

class Tally {
  readonly #wall: number[] = [];
  readonly #rates: number[] = [];
  #requests = 0;
  #cpuMs = 0;

  constructor(private readonly subject: Subject) {}

  async warmUp(): Promise<void> {
    await this.#together(WARM_UP_MS);
  }

  async round(): Promise<void> {
    await this.#alone();
    const before = await this.subject.program.usage();
    const { requests, ms } = await this.#together(TOGETHER_MS);
    const after = await this.subject.program.usage();
    this.#cpuMs += after.cpuMs - before.cpuMs;
    this.#requests += requests;
    this.#rates.push((requests / ms) * 1000);
  }

  figures(): Figures {
    return {
      median: quantile(this.#wall, 0.5),
      p99: quantile(this.#wall, 0.99),
      requestsPerSecond: quantile(this.#rates, 0.5),
      cpuMs: this.#cpuMs / this.#requests,
    };
  }

  async #alone(): Promise<void> {
    const client = new Client(this.subject.target, 1);
    const end = performance.now() + ALONE.ms;
    for (let n = 0; n < ALONE.requests && performance.now() < end; n++) {
      const start = performance.now();
      await client.ask();
      this.#wall.push(performance.now() - start);
    }
    client.close();
  }

  async #together(forMs: number): Promise<{ requests: number; ms: number }> {
    const { target, connections } = this.subject;
    const client = new Client(target, connections);
    const start = performance.now();
    let requests = 0;
    const caller = async (): Promise<void> => {
      for (; performance.now() < start + forMs; requests++) await client.ask();
    };
    await Promise.all(Array.from({ length: connections }, caller));
    client.close();
    return { requests, ms: performance.now() - start };
  }
}

function quantile(figures: readonly number[], q: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
