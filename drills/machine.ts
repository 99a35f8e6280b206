import { execFileSync } from "node:child_process";
import { release } from "node:os";
import { findProgram } from "../tests/harness/mariadb-server.js";
import type { Need } from "./drill.js";

const HAS: Readonly<Record<Need, () => boolean>> = {
  Linux: () => process.platform === "linux",
  root: () => process.getuid?.() === 0,
  mariadbd: () => findProgram("mariadbd") !== undefined,
};

export const missing = (needs: readonly Need[]): Need[] => needs.filter((need) => !HAS[need]());

/** What the figures were taken on. */
export function described(now: Date): string {
  const program = findProgram("mariadbd");
  const version = program ? execFileSync(program, ["--version"], { encoding: "utf8" }) : "";
  const mariadb = /Ver (\d+\.\d+\.\d+)/.exec(version)?.[1] ?? "none";
  const day = now.toISOString().slice(0, 10);
  return `${day}: ${process.platform} ${release()}, Node ${process.versions.node}, MariaDB ${mariadb}.`;
}
