import type { Case, CaseKey } from "./case.js";
import type { Target } from "./client.js";
import { GROWING } from "./ledger-cases.js";
import type { Program } from "./program.js";
import { templatesOf, type Template } from "./replay.js";
import { once, revisionIn, type Askers } from "./targets.js";

/** What the floor is given: the server's own statements of each case. */
export type Recording = Readonly<Partial<Record<CaseKey, readonly Template[]>>>;

export async function record(
  server: Program,
  targets: ReadonlyMap<Case, Target>,
  tell: (what: string) => void,
): Promise<Recording> {
  const recording: Partial<Record<CaseKey, readonly Template[]>> = {};
  for (const [one, target] of targets) {
    const templates = one.writes
      ? await recordWriting(server, target)
      : (await server.statementsOf(() => once(target))).map((statement) => [statement]);
    tell(`${one.title}: ${templates.length} statements`);
    recording[one.key] = templates;
  }
  return recording;
}

/** The first call finds nothing there yet; those after it are alike, and tell by two what each makes anew. */
async function recordWriting(server: Program, target: Target): Promise<Template[]> {
  const revision = revisionIn(await once(target));
  const first = await server.statementsOf(() => once(target));
  const second = await server.statementsOf(() => once(target));
  return templatesOf(first, second, revision);
}

/** Asks the same of more and more, and fails where that takes more statements. */
export async function countStatements(
  server: Program,
  askers: Askers,
  tell: (what: string) => void,
): Promise<void> {
  for (const { title, document, asked } of GROWING) {
    const counts: number[] = [];
    for (const { variables } of asked) {
      const target = askers.reading({ by: "officer", document, variables });
      counts.push((await server.statementsOf(() => once(target))).length);
    }
    tell(`${title}: ${asked.map(({ of }, i) => `${of}: ${counts[i]}`).join(", ")} statements`);
    if (new Set(counts).size > 1) throw new Error(`${title}: the number of statements grows`);
  }
}
