import { type RequestContext } from "../access/index.js";
import { completedValues, sourcesOf } from "./draft.js";
import type { CellSource, Sections } from "./report.entity.js";
import { documentOfVersion } from "./report.loader.js";
import type { ReportContent } from "./report.view.js";
import { badInput } from "../kernel/fault.js";
import { indicator, noIndicator, formatOf } from "../forms/index.js";

export async function sourcesIn(
  format: string,
  content: ReportContent,
  { loaders }: RequestContext,
): Promise<readonly CellSource[]> {
  if (content.kind === "version")
    return (await loaders.of(documentOfVersion).load(content.versionId))?.sources ?? [];
  const form = formatOf(format);
  return sourcesOf(form, content.cells, completedValues(form, content.cells));
}

export async function sectionsIn(content: ReportContent, { loaders }: RequestContext): Promise<Sections> {
  if (content.kind === "draft") return content.sections;
  return (await loaders.of(documentOfVersion).load(content.versionId))?.sections ?? {};
}

export function knownCodes(codes: readonly string[]): readonly string[] {
  const unknown = codes.findIndex((code) => !indicator(code));
  if (unknown >= 0) throw badInput(noIndicator(codes[unknown] ?? ""), ["codes", String(unknown)]);
  return codes;
}
