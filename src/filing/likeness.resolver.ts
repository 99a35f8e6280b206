import { Arg, Ctx, Extensions, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import { figureRunsOf, fingerprintsOf, sharedFigures, shareIn, sharedPassages } from "../audit/index.js";
import { badInput } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import { unitById } from "../units/index.js";
import { documentOfVersion, presentVersion, type Sections, sectionsIn, seesWork } from "../reports/index.js";
import type { AlikeVersion } from "./likeness.read-model.js";
import {
  LikeReportType,
  ReportLikenessType,
  SharedFiguresType,
  SharedPassageType,
} from "./likeness.types.js";
import { alikeVersionsOf } from "./finding.loader.js";
import { AnnualReportType } from "../reports/api.js";

const MOST_PEERS = 50;

@Resolver(() => AnnualReportType)
export class ReportLikenessResolver {
  @FieldResolver(() => ReportLikenessType, {
    nullable: true,
    description:
      "正文与上年报告、与同级单位报告的雷同；只有本单位和主管部门可查，其他人为 null · Likeness of the text to last year's and to siblings' reports; null for whoever may not see the working copy",
  })
  @Extensions({ price: { weight: 20, multipliers: ["peers"] } })
  async likeness(
    @Root() { view }: AnnualReportType,
    @Arg("peers", () => Int, {
      defaultValue: 10,
      description: "至多列出几个同级单位，1 至 50 · Most siblings that are listed, 1 to 50",
    })
    peers: number,
    @Ctx() context: RequestContext,
  ): Promise<ReportLikenessType | null> {
    if (peers < 1 || peers > MOST_PEERS)
      throw badInput(text(`peers 须为 1 至 ${MOST_PEERS}`, `peers must be 1 to ${MOST_PEERS}`), ["peers"]);
    if (!seesWork(context.viewer, view)) return null;
    const sections = await sectionsIn(view.content, context);
    const own = fingerprintsOf(sections);
    const versions = await context.loaders.of(alikeVersionsOf).load(view);
    const compared = versions
      .map((other) => ({ other, share: shareIn(own, other.texts) }))
      .sort((a, b) => b.share - a.share || a.other.unitId.localeCompare(b.other.unitId));
    const [previous] = compared.filter(({ other }) => other.unitId === view.unitId);
    const siblings = compared.filter(({ other }) => other.unitId !== view.unitId).slice(0, peers);
    const present = (one: (typeof compared)[number]) => presentAlike(one, sections, context);
    return {
      previous: previous ? await present(previous) : null,
      peers: await Promise.all(siblings.map(present)),
    };
  }
}

async function presentAlike(
  { other, share }: { readonly other: AlikeVersion; readonly share: number },
  sections: Sections,
  { loaders }: RequestContext,
): Promise<LikeReportType> {
  const unit = await loaders.of(unitById).load(other.unitId);
  if (!unit) throw new Error("a report belongs to a unit");
  return {
    ...{ other, sections, share, unitCode: unit.code, unitName: other.unitName },
    version: presentVersion(other),
  };
}

@Resolver(() => LikeReportType)
export class LikeReportResolver {
  @FieldResolver(() => [SharedPassageType], {
    description:
      "相同的段落，按本报告的顺序，19 字以上 · The passages that both have, in this report's order; 19 characters and longer",
  })
  async passages(
    @Root() { other, sections }: LikeReportType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SharedPassageType[]> {
    const document = await loaders.of(documentOfVersion).load(other.id);
    return document ? [...sharedPassages(sections, document.sections)] : [];
  }

  @FieldResolver(() => [SharedFiguresType], {
    description:
      "总体情况中连续相同的三个以上数字（10 以上，互不相同，乘积 2 万以上） · Three figures or more in a row of 总体情况 that both have: 10 and above, each another, with a product of 20,000 and above",
  })
  figures(@Root() { other, sections }: LikeReportType): SharedFiguresType[] {
    return sharedFigures(figureRunsOf(sections, other.year), other.figures).map(({ values, excerpt }) => ({
      values: [...values],
      excerpt,
    }));
  }
}
