import { execFileSync } from "node:child_process";
import { findProgram } from "./mariadb-server.js";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome"];
export const programFound = (): string | undefined =>
  PROGRAMS.map(findProgram).find((path) => path !== undefined);

/** Without a browser its tests do not run, which CI does not allow. */
export function browserAvailable(): boolean {
  if (programFound() !== undefined) return true;
  if (process.env["CI"] === "true") throw new Error("a browser is not optional in CI: install chromium");
  return false;
}

/** vitest's global set-up of the `browser` project: the pages as they are served, built if they have changed. */
export default function setup(): void {
  execFileSync(process.execPath, ["scripts/build-pages.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
}
