import { execFileSync } from "node:child_process";
import { findProgram } from "./mariadb-server.js";

export type Engine = "chromium" | "firefox";

const PROGRAMS: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ["chromium", "chromium-browser", "google-chrome"],
  firefox: ["firefox-esr", "firefox"],
};
const ENGINES = Object.keys(PROGRAMS) as Engine[];

export const programOf = (engine: Engine): string | undefined =>
  PROGRAMS[engine].map(findProgram).find((path) => path !== undefined);

/** The browsers of this machine. The tests of a missing one do not run, which CI does not allow. */
export function enginesFound(): readonly Engine[] {
  const found = ENGINES.filter((engine) => programOf(engine) !== undefined);
  if (process.env["CI"] === "true" && found.length < ENGINES.length)
    throw new Error("a browser is not optional in CI: install chromium and firefox-esr");
  return found;
}

/** Most journeys are Chromium's. */
export const browserAvailable = (): boolean => enginesFound().includes("chromium");

/** vitest's global set-up of the `browser` project: the pages as they are served, built if they have changed. */
export default function setup(): void {
  execFileSync(process.execPath, ["scripts/build-pages.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
}
