import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import { formatOf, presentIndicator } from "../forms/index.js";
import { cellDifferences, sectionDifferences } from "./report-diff.js";
import { type CellDiffType, ReportDiffType, type SectionDiffType } from "./report-diff.types.js";
import type { Sections } from "./report.entity.js";
import { versionsOfReport } from "./report.loader.js";
import { presentVersion } from "./report.presenter.js";
import type { VersionHead } from "./report.read-model.js";
import { sectionsIn } from "./report-content.js";
import { AnnualReportType } from "./report.types.js";
import { figuresOf, type ReportContent, type ReportView } from "./report.view.js";

@Resolver(() => AnnualReportType)
export class ReportDiffResolver {
  @FieldResolver(() => ReportDiffType, {
    nullable: true,
    description:
      "两稿的差异，逐格、逐句。没有可比的版本，或查询人看不到该版本时为空；工作稿只有本单位和主管部门可比 · What differs between two states of the report, cell by cell and sentence by sentence. null where there is no such version, or none that the caller may see; the working copy is compared for the unit and the district office only",
  })
  async diff(
    @Root() { view }: AnnualReportType,
    @Arg("from", () => Int, {
      nullable: true,
      description:
        "前一稿的版本号；不给则为 to 之前最近的可见版本 · Number of the earlier version; left out: the newest visible one before `to`",
    })
    from: number | null | undefined,
    @Arg("to", () => Int, {
      nullable: true,
      description:
        "后一稿的版本号；不给则为所示的一稿：工作稿，或可见的最新版本 · Number of the later version; left out: the state that this report shows, the working copy or the newest version",
    })
    to: number | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ReportDiffType | null> {
    const versions = await context.loaders.of(versionsOfReport).load(view.id);
    const compared = comparedStates(view, versions, { from: from ?? null, to: to ?? null });
    if (!compared) return null;
    const [before, after] = [contentOf(compared.from), compared.to ? contentOf(compared.to) : view.content];
    const texts = [await sectionsIn(before, context), await sectionsIn(after, context)] as const;
    return {
      from: presentVersion(compared.from),
      to: compared.to && presentVersion(compared.to),
      cells: cellsOf(view.format, before, after),
      sections: sectionsOf(view.format, ...texts),
    };
  }
}

function cellsOf(format: string, before: ReportContent, after: ReportContent): CellDiffType[] {
  const differences = cellDifferences(
    figuresOf({ format, content: before }),
    figuresOf({ format, content: after }),
  );
  return differences.map(({ code, ...values }) => ({ indicator: presentIndicator(code), ...values }));
}

function sectionsOf(format: string, before: Sections, after: Sections): SectionDiffType[] {
  const { sections } = formatOf(format);
  const keys = sections.map(({ key }) => key);
  return sectionDifferences(keys, before, after).map(({ key, sentences }) => ({
    key,
    heading: sections.find((section) => section.key === key)?.heading ?? "",
    sentences: sentences.map(({ kind, item }) => ({ change: kind, text: item })),
  }));
}

interface Compared {
  readonly from: VersionHead;
  /** null: the working copy. */
  readonly to: VersionHead | null;
}

/** `versions` are those that the caller may see, the newest first. */
function comparedStates(
  { content }: ReportView,
  versions: readonly VersionHead[],
  asked: { readonly from: number | null; readonly to: number | null },
): Compared | null {
  const numbered = (number: number): VersionHead | undefined => versions.find((one) => one.number === number);
  const shown = content.kind === "draft" ? null : versions.find(({ id }) => id === content.versionId);
  const to = asked.to === null ? shown : numbered(asked.to);
  if (to === undefined) return null;
  const from =
    asked.from === null
      ? versions.find(({ number }) => to === null || number < to.number)
      : numbered(asked.from);
  return from ? { from, to } : null;
}

const contentOf = ({ id, packed }: VersionHead): ReportContent => ({
  kind: "version",
  versionId: id,
  packed,
});
