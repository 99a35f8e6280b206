import type { Figures } from "./measure.js";
import type { Usage } from "./probe.js";

export interface Result {
  readonly title: string;
  readonly aim: number;
  readonly kilobytes: number;
  readonly connections: number;
  readonly floor: Figures;
  readonly server: Figures;
}

const MEMORY_AIM_MB = 250;
/** Of the four ratios all but that of p99, which tells more of the machine than of the programs. */
const JUDGED: readonly (string | null)[] = ["wall time", null, "requests/s", "CPU"];
const WIDTHS = [12, 12, 12, 14, 14];

export function printTable(
  results: readonly Result[],
  memory: { floor: Usage; server: Usage },
  memoryAimMb = MEMORY_AIM_MB,
): void {
  console.log(`\n${line(["", "wall, 1 conn.", "", "all conn.", "server CPU"])}`);
  console.log(line(["", "median ms", "p99 ms", "requests/s", "ms a request"]));
  for (const { title, aim, kilobytes, connections, floor, server } of results) {
    const missed = ratios(floor, server).flatMap((ratio, i) => (ratio > aim ? (JUDGED[i] ?? []) : []));
    const kept = missed.length === 0 ? "kept" : `MISSED in ${missed.join(", ")}`;
    const under = `${kilobytes.toFixed(0)} kB, ${connections} connection${connections === 1 ? "" : "s"}`;
    console.log(`\n${title} (${under}): aim ${aim}, ${kept}`);
    console.log(line(["a floor", ...shown(floor)]));
    console.log(line(["b gongkai", ...shown(server)]));
    console.log(line(["b / a", ...ratios(floor, server).map((ratio) => ratio.toFixed(2))]));
  }
  const { floor, server } = memory;
  const kept = server.peakMb < memoryAimMb ? "kept" : "MISSED";
  console.log(
    `\nresident memory, peak: floor ${floor.peakMb.toFixed(0)} MB, gongkai ${server.peakMb.toFixed(0)} MB (aim ${memoryAimMb}, ${kept})`,
  );
}

const shown = ({ median, p99, requestsPerSecond, cpuMs }: Figures): string[] => [
  median.toFixed(2),
  p99.toFixed(2),
  requestsPerSecond.toFixed(0),
  cpuMs.toFixed(2),
];

/** How many times as much of each the server takes; of requests a second, how many times fewer it answers. */
const ratios = (floor: Figures, server: Figures): number[] => [
  server.median / floor.median,
  server.p99 / floor.p99,
  floor.requestsPerSecond / server.requestsPerSecond,
  server.cpuMs / floor.cpuMs,
];

const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join("");
