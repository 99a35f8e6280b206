import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import "./provided.js";

/** vitest's global set-up of the `sqlite` project; what it returns is the tear-down. */
export default function setup(project: TestProject): () => void {
  const templates = mkdtempSync(join(tmpdir(), "gongkai-templates-"));
  project.provide("database", { kind: "sqlite", templates });
  return () => rmSync(templates, { recursive: true, force: true });
}
