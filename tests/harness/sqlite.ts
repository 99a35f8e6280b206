import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import "./provided.js";
import { scratchFolder } from "./scratch.js";

/** vitest's global set-up of the `sqlite` project; what it returns is the tear-down. */
export default function setup(project: TestProject): () => void {
  const templates = scratchFolder("templates");
  project.provide("database", { kind: "sqlite", templates });
  return () => rmSync(templates, { recursive: true, force: true });
}
