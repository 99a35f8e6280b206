// Loaded into the measured programs by --import: tells the bench what they use, and nothing else.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { monitorEventLoopDelay } from "node:perf_hooks";

export type Question = "usage" | "record" | "recorded";

export interface Usage {
  /** User and system time since the start. */
  readonly cpuMs: number;
  readonly peakMb: number;
  /** The longest that the event loop was held up since this was asked last. */
  readonly stallMs: number;
}

const QUERIES = "tracing:mysql2:query:start";
let statements: string[] = [];

function note(message: unknown): void {
  const { query } = message as { query: string };
  // A fresh connection of the pool sets itself up; that is no part of a request.
  if (!/^\s*set session\b/i.test(query)) statements.push(query);
}

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

function usage(): Usage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const stallMs = delay.max / 1e6;
  delay.reset();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024, stallMs };
}

const ANSWERS: Readonly<Record<Question, () => unknown>> = {
  usage,
  record: () => {
    statements = [];
    subscribe(QUERIES, note);
    return null;
  },
  recorded: () => {
    unsubscribe(QUERIES, note);
    return statements;
  },
};

process.on("message", (question: Question) => process.send?.(ANSWERS[question]()));
// However the bench ends, nothing that it measured outlives it.
process.on("disconnect", () => process.exit());
process.channel?.unref();
